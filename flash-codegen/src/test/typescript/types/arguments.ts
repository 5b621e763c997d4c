import { FlashClient, Prisma, Role } from './generated/flash/index.ts'

const db = new FlashClient({ url: 'file:never-opened.db' })

/** What does not compile. */
export async function refused(): Promise<void> {
  // @ts-expect-error: no such field
  await db.user.findMany({ where: { emial: 'x' } })
  // @ts-expect-error: no such field beside one that there is
  await db.user.findMany({ where: { email: 'x', emial: 'x' } })
  // @ts-expect-error: no such operator
  await db.user.findMany({ where: { email: { begins: 'x' } } })
  // @ts-expect-error: no such operator beside one that there is
  await db.user.findMany({ where: { email: { contains: 'x', begins: 'x' } } })
  // @ts-expect-error: numbers have no text operators
  await db.user.findMany({ where: { visits: { contains: 'x' } } })
  // @ts-expect-error: of another type
  await db.user.findMany({ where: { visits: 'many' } })
  // @ts-expect-error: no such value
  await db.user.findMany({ where: { role: 'BOSS' } })
  // @ts-expect-error: it may not be null
  await db.user.findMany({ where: { email: null } })
  // @ts-expect-error: no such field in a relation's condition
  await db.user.findMany({ where: { posts: { some: { titel: 'x' } } } })
  // @ts-expect-error: no such relation
  await db.user.findMany({ include: { comments: true } })
  // @ts-expect-error: no such member inside of one
  await db.user.findMany({ include: { posts: { take: 1, tack: 1 } } })
  // @ts-expect-error: a column is not included, it is there
  await db.user.findMany({ include: { email: true } })
  // @ts-expect-error: either, not both
  await db.user.findMany({ select: { id: true }, include: { posts: true } })
  // @ts-expect-error: no such direction
  await db.user.findMany({ orderBy: { id: 'up' } })
  // @ts-expect-error: rows that are equal are not known as such when they come
  db.user.stream({ distinct: ['name'] })
  // @ts-expect-error: no such argument
  await db.user.findMany({ limit: 3 })
  // @ts-expect-error: a unique is needed
  await db.user.findUnique({ where: { name: 'Ann' } })
  // @ts-expect-error: a unique is needed
  await db.user.findUnique({ where: {} })
  // @ts-expect-error: both columns of the key are needed
  await db.membership.findUnique({ where: { userId_team: { userId: 1 } } })
  // @ts-expect-error: email is required
  await db.user.create({ data: { name: 'Ann' } })
  // @ts-expect-error: no such field
  await db.user.create({ data: { email: 'x', age: 3 } })
  // @ts-expect-error: the user is required
  await db.profile.create({ data: { bio: 'x' } })
  // @ts-expect-error: a reference is given by its columns or by the relation
  await db.profile.create({ data: { bio: 'x', userId: 1, user: { connect: { id: 1 } } } })
  // @ts-expect-error: no such field in a nested record
  await db.user.create({ data: { email: 'x', posts: { create: { title: 'x', stars: 3 } } } })
  // @ts-expect-error: the title is required in a nested record
  await db.user.create({ data: { email: 'x', posts: { create: [{ published: true }] } } })
  // @ts-expect-error: texts are not incremented
  await db.user.update({ where: { id: 1 }, data: { email: { increment: 1 } } })
  // @ts-expect-error: a required record is not taken away
  await db.profile.update({ where: { id: 'x' }, data: { user: { disconnect: true } } })
  // @ts-expect-error: data is needed
  await db.user.updateMany({ where: { id: 1 } })
  // @ts-expect-error: texts have no sum
  await db.user.aggregate({ _sum: { email: true } })
  // @ts-expect-error: no such field
  await db.user.groupBy({ by: ['color'], _count: true })
  // @ts-expect-error: no null where a JSON value says which one
  await db.sample.updateMany({ data: { jsonN: null } })
  // @ts-expect-error: DbNull is none of a required column
  await db.sample.updateMany({ data: { json: Prisma.DbNull } })
  await db.$transaction(async (tx) => {
    // @ts-expect-error: a transaction does not end the client
    await (tx satisfies Prisma.TransactionClient as Prisma.TransactionClient).$disconnect()
  })
}

/** What compiles. */
export async function accepted(): Promise<void> {
  await db.user.findMany({
    where: {
      OR: [{ email: { endsWith: '@acme.dev', mode: 'insensitive' } }, { name: null }],
      NOT: { role: Role.ADMIN },
      role: { in: ['USER', 'ADMIN'] },
      visits: { gte: 1, not: { in: [3] } },
      createdAt: { lt: new Date(), gt: '2024-01-01T00:00:00Z' },
      boss: { is: null },
      profile: { bio: { contains: 'x' } },
      posts: { none: { tags: { some: { name: 'x' } } } },
      _count: { posts: { gt: 2 } },
    },
    orderBy: [{ name: { sort: 'desc', nulls: 'last' } }, { posts: { _count: 'asc' } }, { boss: { id: 'asc' } }],
    cursor: { id: 3 },
    take: -5,
    skip: 1,
    distinct: ['role'],
  })
  await db.membership.findUnique({ where: { userId_team: { userId: 1, team: 'a' }, since: { lt: new Date() } } })
  await db.membership.delete({ where: { start: { team: 'a', since: new Date() } } })
  await db.user.create({
    data: {
      email: 'x',
      role: 'ADMIN',
      boss: { connectOrCreate: { where: { email: 'b' }, create: { email: 'b' } } },
      profile: { create: { bio: 'x' } },
      posts: { create: [{ title: 'a', tags: { connect: [{ name: 'x' }] } }, { title: 'b' }], connect: { id: 7 } },
      seats: { createMany: { data: [{ team: 'a', since: new Date() }], skipDuplicates: true } },
    },
  })
  await db.post.create({ data: { title: 'x', authorId: 1 } })
  await db.user.createMany({ data: [{ email: 'a' }, { email: 'b', bossId: 1 }], skipDuplicates: true })
  await db.user.upsert({ where: { email: 'a' }, create: { email: 'a' }, update: { visits: { increment: 1 } } })
  await db.user.upsertMany({ by: 'email', create: [{ email: 'a' }], update: { visits: { increment: 1 } } })
  await db.user.update({
    where: { id: 1, role: 'USER' },
    data: {
      name: { set: null },
      boss: { disconnect: true },
      profile: { upsert: { create: { bio: 'x' }, update: { bio: 'y' } } },
      posts: { set: [{ id: 1 }], update: { where: { id: 1 }, data: { title: 'x' } }, updateMany: { where: {}, data: { published: true } }, deleteMany: {} },
    },
  })
  await db.sample.updateMany({ where: { json: { path: ['a', 0], equals: 1 }, jsonN: { equals: Prisma.DbNull } }, data: { json: { a: [1, null, { b: 'x' }] }, jsonN: Prisma.JsonNull, decimal: '0.1', big: 3n } })
  const where: Prisma.UserWhereInput = { email: 'x' }
  const data: Prisma.UserCreateInput = { email: 'x' }
  await db.user.findFirst({ where })
  await db.user.create({ data })
  await db.post.findMany({ where: { id: { between: [1, 9] }, title: { like: 'a%' } }, lock: { mode: 'update', skipLocked: true } })
  await db.user.groupBy({ by: 'role', _count: true, _distinct: { name: true }, orderBy: { _sum: { visits: 'desc' } }, having: { _count: { gt: 1 }, OR: [{ role: 'USER' }] } })
}
