import { FlashClient, type Prisma } from './generated/flash/index.ts'

const db = new FlashClient({ url: 'mongodb://localhost/never-opened' })
const home: Prisma.AddressCreateInput = { street: 'Gasse 1', kind: 'GOLD' }

/** What compiles. */
export async function allowed(): Promise<string[]> {
  await db.customer.findMany({ where: { home: { is: { city: { startsWith: 'B' }, NOT: { kind: 'GOLD' } } }, work: null } })
  await db.customer.findMany({ where: { home: { isNot: { at: { is: { x: { gt: 1 } } } } }, work: { is: null } } })
  await db.customer.findMany({ where: { home: { equals: home }, others: { some: { OR: [{ city: 'Bern' }, { rooms: { has: 3 } }] }, isEmpty: false } } })
  await db.customer.create({ data: { name: 'Ann', home, others: [home], orders: { create: { what: 'bread' } } } })
  await db.customer.create({ data: { name: 'Bob', home, orderIds: [], orders: { connect: [{ id: '5' }] } } })
  await db.customer.update({ where: { name: 'Ann' }, data: { home: { set: home }, others: { push: home }, orders: { set: [], deleteMany: {} } } })
  const found = await db.customer.findMany({ orderBy: [{ orders: { _count: 'desc' } }], include: { orders: true } })
  return found.flatMap(({ orders, home: { city } }) => [...orders.map(({ what }) => what), city ?? ''])
}

/** What does not. */
export async function refused(): Promise<void> {
  // @ts-expect-error: no such member
  await db.customer.findMany({ where: { home: { is: { town: 'Bern' } } } })
  // @ts-expect-error: of another type
  await db.customer.findMany({ where: { home: { is: { at: { is: { x: 'far' } } } } } })
  // @ts-expect-error: it may not be null
  await db.customer.findMany({ where: { home: { is: null } } })
  // @ts-expect-error: one has no elements
  await db.customer.findMany({ where: { home: { some: {} } } })
  // @ts-expect-error: a list is not one
  await db.customer.findMany({ where: { others: { is: {} } } })
  // @ts-expect-error: a member that is required
  await db.customer.update({ where: { name: 'Ann' }, data: { home: { street: 'Gasse 2' } } })
}
