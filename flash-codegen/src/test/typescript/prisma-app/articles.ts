// As it was written for Prisma Client; only what it imports from has changed.
import { Prisma, PrismaClient, type Article } from './generated/flash/index.ts'

const withDetails = { include: { author: true, tags: true, _count: { select: { comments: true } } } } satisfies Prisma.ArticleDefaultArgs
export type ArticleWithDetails = Prisma.ArticleGetPayload<typeof withDetails>

export interface ArticleFilter {
  tag?: string
  author?: string
  text?: string
}

export class Articles {
  private readonly prisma: PrismaClient

  constructor(prisma: PrismaClient) {
    this.prisma = prisma
  }

  publish(email: string, article: { slug: string; title: string; tags: string[] }): Promise<ArticleWithDetails> {
    return this.prisma.article.create({
      data: {
        slug: article.slug,
        title: article.title,
        status: 'PUBLISHED',
        author: { connectOrCreate: { where: { email }, create: { email } } },
        tags: { connectOrCreate: article.tags.map((name) => ({ where: { name }, create: { name } })) },
      },
      ...withDetails,
    })
  }

  async page(filter: ArticleFilter, take = 20, after?: number): Promise<{ articles: ArticleWithDetails[]; total: number }> {
    const where: Prisma.ArticleWhereInput = { status: 'PUBLISHED' }
    if (filter.tag !== undefined) {
      where.tags = { some: { name: filter.tag } }
    }
    if (filter.author !== undefined) {
      where.author = { email: filter.author }
    }
    if (filter.text !== undefined) {
      where.OR = [{ title: { contains: filter.text } }, { comments: { some: { body: { contains: filter.text } } } }]
    }
    const [articles, total] = await this.prisma.$transaction([
      this.prisma.article.findMany({
        where,
        orderBy: [{ views: 'desc' }, { id: 'asc' }],
        take,
        ...(after === undefined ? {} : { cursor: { id: after }, skip: 1 }),
        ...withDetails,
      }),
      this.prisma.article.count({ where }),
    ])
    return { articles, total }
  }

  async read(slug: string): Promise<{ title: string; comments: { body: string; author: { name: string | null } | null }[] } | null> {
    try {
      await this.prisma.article.update({ where: { slug }, data: { views: { increment: 1 } } })
    } catch (thrown) {
      if ((thrown as { prismaCode?: string }).prismaCode === 'P2025') {
        return null
      }
      throw thrown
    }
    return this.prisma.article.findUnique({
      where: { slug },
      select: { title: true, comments: { select: { body: true, author: { select: { name: true } } }, orderBy: { id: 'asc' } } },
    })
  }

  async comment(slug: string, body: string, email?: string): Promise<number> {
    return this.prisma.$transaction(async (tx) => {
      const article = await tx.article.findUniqueOrThrow({ where: { slug }, select: { id: true } })
      await tx.comment.create({
        data: {
          body,
          article: { connect: { id: article.id } },
          ...(email === undefined ? {} : { author: { connect: { email } } }),
        },
      })
      return tx.comment.count({ where: { articleId: article.id } })
    })
  }

  async rename(email: string, name: string | null): Promise<void> {
    await this.prisma.author.upsert({ where: { email }, create: { email, name }, update: { name } })
  }

  async views(): Promise<{ authorId: number; views: number | null; articles: number }[]> {
    const groups = await this.prisma.article.groupBy({
      by: ['authorId'],
      _sum: { views: true },
      _count: { _all: true },
      having: { views: { _sum: { gt: 0 } } },
      orderBy: { authorId: 'asc' },
    })
    return groups.map((group) => ({ authorId: group.authorId, views: group._sum.views, articles: group._count._all }))
  }

  tagged(names: string[]): Promise<Pick<Article, 'slug'>[]> {
    return this.prisma.$queryRaw<Pick<Article, 'slug'>[]>`
      SELECT DISTINCT a.slug FROM "Article" a JOIN "_ArticleToTag" p ON p."A" = a.id JOIN "Tag" t ON t.id = p."B"
      WHERE t.name IN (${Prisma.join(names)}) ORDER BY a.slug`
  }

  async withdraw(email: string): Promise<number> {
    const { count } = await this.prisma.article.updateMany({ where: { author: { email } }, data: { status: 'DRAFT' } })
    return count
  }
}
