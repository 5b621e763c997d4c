import type { FlashClient } from '../../generated/postgresql/flash/index.ts'
import { COMMENTED_AT, type Contestant, type NewEntry } from '../contestant.ts'
import * as sql from '../sql.ts'

/** Flash's client and Prisma's, on every database: the calls are the same. */
export class PrismaCalls implements Contestant {
  readonly #db: FlashClient

  constructor(db: FlashClient) {
    this.#db = db
  }

  getById(id: number) {
    return this.#db.user.findUnique({ where: { id } })
  }

  page(fromName: string, skip: number) {
    return this.#db.user.findMany({
      where: { isAdmin: true, name: { gte: fromName } },
      orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
      skip,
      take: 20,
    })
  }

  thousandRows() {
    return this.#db.measurement.findMany()
  }

  insertOne(entry: NewEntry) {
    return this.#db.entry.create({ data: entry })
  }

  insertMany(entries: NewEntry[]) {
    return this.#db.entry.createManyAndReturn({ data: entries })
  }

  update(id: number, name: string, address: string) {
    return this.#db.user.update({ where: { id }, data: { name, address } })
  }

  upsert(name: string) {
    return this.#db.tally.upsert({ where: { name }, create: { name, hits: 1 }, update: { hits: { increment: 1 } } })
  }

  usersWithPosts() {
    return this.#db.user.findMany({
      where: { id: { lte: 50 } },
      orderBy: { id: 'asc' },
      include: { posts: { orderBy: { id: 'asc' } } },
    })
  }

  threeLevels() {
    return this.#db.user.findMany({
      where: { id: { lte: 10 } },
      orderBy: { id: 'asc' },
      include: { posts: { orderBy: { id: 'asc' }, include: { comments: { orderBy: { id: 'asc' } } } } },
    })
  }

  async aggregate() {
    const groups = await this.#db.measurement.groupBy({
      by: ['kind'],
      _count: { _all: true },
      _sum: { small: true },
      _max: { big: true },
      orderBy: { kind: 'asc' },
    })
    return groups.map(group => ({
      kind: group.kind,
      count: group._count._all,
      small: group._sum.small,
      big: group._max.big,
    }))
  }

  complexQuery() {
    return this.#db.$queryRawUnsafe(sql.complex)
  }

  topUsers() {
    return this.#db.$queryRawUnsafe(sql.topUsers)
  }

  emailById(id: number) {
    return this.#db.user.findUnique({ where: { id }, select: { email: true } })
  }

  isAdminById(id: number) {
    return this.#db.user.findUnique({ where: { id }, select: { isAdmin: true } })
  }

  insertComment(postId: number, userId: number, content: string) {
    return this.#db.comment.create({ data: { postId, userId, content, createdAt: COMMENTED_AT }, select: { id: true } })
  }

  close() {
    return this.#db.$disconnect()
  }
}
