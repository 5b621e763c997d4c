import { FlashClient, Prisma, type Role, type User } from './generated/flash/index.ts'
import { same } from './equal.ts'

const db = new FlashClient({ url: 'file:never-opened.db' })

export async function records(): Promise<void> {
  const user = await db.user.findUnique({ where: { email: 'ann@acme.dev' } })
  same<typeof user, User | null>()
  const all = await db.user.findMany()
  same<typeof all, User[]>()
  const samples = await db.sample.findFirstOrThrow()
  same<typeof samples.big, bigint>()
  same<typeof samples.decimalN, Prisma.Decimal | null>()
  same<typeof samples.json, Prisma.JsonValue>()
  same<typeof samples.bytes, Uint8Array>()
  same<typeof samples.roleN, Role | null>()
  // @ts-expect-error: it is hidden from code
  samples.secret
}

export async function selections(): Promise<void> {
  const some = await db.user.findMany({ select: { id: true, name: true, role: false } })
  same<typeof some, { id: number; name: string | null }[]>()
  // @ts-expect-error: it was not selected
  some[0]?.email

  const nested = await db.user.findFirstOrThrow({ select: { email: true, profile: { select: { bio: true } }, posts: { select: { title: true, tags: true }, take: 3 } } })
  same<typeof nested, { email: string; profile: { bio: string } | null; posts: { title: string; tags: { name: string }[] }[] }>()

  const without = await db.post.findMany({ omit: { title: true, authorId: true } })
  same<typeof without, { id: number; published: boolean }[]>()
}

export async function streams(): Promise<void> {
  for await (const user of db.user.stream({ select: { id: true, boss: true }, batch: 10 })) {
    same<typeof user, { id: number; boss: User | null }>()
  }
  for await (const user of db.user.stream()) {
    same<typeof user, User>()
  }
}

export async function inclusions(): Promise<void> {
  const user = await db.user.findUniqueOrThrow({ where: { id: 1 }, include: { posts: true, boss: true } })
  same<typeof user, User & { posts: { id: number; title: string; published: boolean; authorId: number | null }[]; boss: User | null }>()
  // @ts-expect-error: it was not included
  user.profile

  const counted = await db.user.findFirstOrThrow({ include: { _count: { select: { posts: true, team: { where: { visits: { gt: 1 } } } } } } })
  same<typeof counted._count, { posts: number; team: number }>()
  const countedAll = await db.user.findFirstOrThrow({ select: { _count: true } })
  same<typeof countedAll, { _count: { team: number; posts: number; seats: number } }>()

  const duty = await db.duty.findFirstOrThrow({ include: { membership: { include: { user: { omit: { createdAt: true } } } } } })
  same<typeof duty.membership.user.email, string>()
  // @ts-expect-error: it was omitted
  duty.membership.user.createdAt
}

export async function writes(): Promise<void> {
  const created = await db.post.create({ data: { title: 'x', author: { connect: { id: 1 } } }, include: { author: true } })
  same<typeof created.author, User | null>()
  const changed = await db.user.update({ where: { id: 1 }, data: { visits: { increment: 1 } }, select: { visits: true } })
  same<typeof changed, { visits: number }>()
  const many = await db.user.updateManyAndReturn({ data: { visits: 0 }, select: { id: true } })
  same<typeof many, { id: number }[]>()
  const count = await db.user.deleteMany({ where: { visits: 0 } })
  same<typeof count, { count: number }>()
}

export async function aggregates(): Promise<void> {
  const sums = await db.sample.aggregate({ _sum: { int: true, big: true, decimal: true }, _avg: { int: true, decimal: true }, _min: { time: true }, _count: true })
  same<typeof sums, {
    _sum: { int: number | null; big: bigint | null; decimal: Prisma.Decimal | null }
    _avg: { int: number | null; decimal: Prisma.Decimal | null }
    _min: { time: Date | null }
    _count: number
  }>()
  const groups = await db.user.groupBy({ by: ['role', 'name'], _count: { _all: true, name: true }, _sum: { visits: true }, having: { visits: { _sum: { gt: 3 } } }, orderBy: { role: 'asc' } })
  same<typeof groups, { role: Role; name: string | null; _count: { _all: number; name: number }; _sum: { visits: number | null } }[]>()
  const count = await db.user.count()
  same<typeof count, number>()
  const counts = await db.user.count({ select: { _all: true, name: true } })
  same<typeof counts, { _all: number; name: number }>()
}

export async function transactions(): Promise<void> {
  const list = await db.$transaction([db.user.count(), db.user.findMany({ select: { id: true } })])
  same<typeof list, [number, { id: number }[]]>()
  const inner = await db.$transaction(async (tx) => (await tx.user.findFirst())?.email)
  same<typeof inner, string | undefined>()
  const rows = await db.$queryRaw<{ n: bigint }[]>`SELECT COUNT(*) AS n FROM users WHERE id IN (${Prisma.join([1, 2])})`
  same<typeof rows, { n: bigint }[]>()
}

same<Prisma.UserGetPayload<{ include: { profile: true } }>['profile'], { id: string; bio: string; userId: number } | null>()
same<Prisma.UserGetPayload<{ select: { posts: { select: { id: true } } } }>, { posts: { id: number }[] }>()

const withPosts = { include: { posts: true } } satisfies Prisma.UserDefaultArgs
export type UserWithPosts = Prisma.UserGetPayload<typeof withPosts>
same<UserWithPosts['posts'][number]['title'], string>()

/** A wrapper as applications write them. */
export function firstUser<A extends Prisma.UserFindFirstArgs>(args: Prisma.SelectSubset<A, Prisma.UserFindFirstArgs>): Promise<Prisma.UserGetPayload<A> | null> {
  return db.user.findFirst<A>(args)
}
