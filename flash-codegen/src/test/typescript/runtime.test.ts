/** What the replay does not reach: many at once, what fails, what is too much, what is hostile. Takes the replay's task. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Client } from '../../main/typescript/runtime/client.ts'
import { methodsOf as of, open, Prisma, task } from './generated.ts'

const { Decimal, join, sql } = Prisma

type User = { id: number; email: string; name: string | null; visits: number }

function call<T>(client: Client, model: string, method: string, args?: object): Promise<T> {
  const methods = of(client, model)
  return (methods[method] as (args?: object) => Promise<unknown>).call(methods, args) as Promise<T>
}

const db = open()
after(() => db.$disconnect())
let next = 0

function user(client: Client = db, data: object = {}): Promise<User> {
  return call<User>(client, 'User', 'create', { data: { email: `t${next++}@x.io`, ...data } })
}

function sample(key: string, data: object = {}): object {
  return { key, bool: true, int: 1, big: 1n, float: 1, decimal: '1', text: 't', time: new Date(0), json: {}, bytes: new Uint8Array(), role: 'USER', ...data }
}

test('fifty transactions at once lose no change', async () => {
  const { id } = await user()
  await Promise.all(
    Array.from({ length: 50 }, () =>
      db.$transaction(
        async (tx) => {
          await call(tx, 'User', 'update', { where: { id }, data: { visits: { increment: 1 } } })
          await call(tx, 'User', 'findUnique', { where: { id } })
        },
        { maxWait: 60_000, timeout: 60_000 },
      ),
    ),
  )
  assert.equal((await call<User>(db, 'User', 'findUnique', { where: { id } })).visits, 50)
})

test('a statement that fails takes its transaction back', async () => {
  const before = await call<number>(db, 'User', 'count')
  const { email } = await user()
  await assert.rejects(
    db.$transaction(async (tx) => {
      await user(tx)
      await user(tx, { email })
    }),
    { name: 'UniqueViolation', code: 'F8002', prismaCode: 'P2002', model: 'User', fields: ['email'] },
  )
  assert.equal(await call<number>(db, 'User', 'count'), before + 1)
})

test('an array of calls is one transaction, and gives all results', async () => {
  const { email } = await user()
  const [made, count] = await db.$transaction([user(), call<number>(db, 'User', 'count', { where: { email } })])
  assert.equal(count, 1)
  const before = await call<number>(db, 'User', 'count')
  await assert.rejects(db.$transaction([user(), user(db, { email: made.email })]), { name: 'UniqueViolation' })
  assert.equal(await call<number>(db, 'User', 'count'), before)
})

test('nothing can be sent after a transaction has ended', async () => {
  let outlived: Client | undefined
  await db.$transaction(async (tx) => {
    outlived = tx
    await call(tx, 'User', 'count')
  })
  await assert.rejects(call(outlived as Client, 'User', 'count'), { name: 'TransactionUnusable' })
})

test('a transaction that takes too long is rolled back', async () => {
  const before = await call<number>(db, 'User', 'count')
  await assert.rejects(
    db.$transaction(
      async (tx) => {
        await user(tx)
        await new Promise((resolve) => setTimeout(resolve, 1000))
        await user(tx)
      },
      { timeout: 100 },
    ),
    { name: 'Timeout' },
  )
  await new Promise((resolve) => setTimeout(resolve, 1200))
  assert.equal(await call<number>(db, 'User', 'count'), before)
})

test('who finds no connection free says so', async () => {
  const small = open({ connections: 1, connectTimeout: 1000 })
  try {
    await small.$connect()
    await small.$transaction(async () => {
      await assert.rejects(call(small, 'User', 'count'), { name: 'Timeout' })
      await assert.rejects(small.$transaction(async () => 1, { maxWait: 50 }), { name: 'Timeout' })
    })
    await call(small, 'User', 'count')
  } finally {
    await small.$disconnect()
  }
})

test('a client that is disconnected connects again', async () => {
  const again = open()
  await call(again, 'User', 'count')
  await again.$disconnect()
  await call(again, 'User', 'count')
  await again.$disconnect()
})

test('lists of thousands of values, and of too many', async () => {
  const ids = Array.from({ length: 5000 }, (_, i) => i - 2500)
  const { id } = await user()
  const found = await call<User[]>(db, 'User', 'findMany', { where: { id: { in: [...ids, id] } } })
  assert.ok(found.some((each) => each.id === id))
  const many = Array.from({ length: 100_000 }, (_, i) => -i)
  if (task.schema.dialect.hasArrays) {
    assert.deepEqual(await call(db, 'User', 'findMany', { where: { id: { in: many } } }), [])
  } else {
    await assert.rejects(call(db, 'User', 'findMany', { where: { id: { in: many } } }), { name: 'InvalidArguments' })
  }
})

test('thousands of rows at once, with their related ones', async () => {
  const data = Array.from({ length: 3000 }, (_, i) => ({ email: `bulk${i}@x.io` }))
  const users = await call<User[]>(db, 'User', 'createManyAndReturn', { data })
  assert.deepEqual(users.map((each) => each.email), data.map((each) => each.email))
  const posts = users.map((each) => ({ title: each.email, authorId: each.id }))
  assert.deepEqual(await call(db, 'Post', 'createMany', { data: posts }), { count: 3000 })
  const read = await call<(User & { posts: { title: string }[] })[]>(db, 'User', 'findMany', { where: { email: { startsWith: 'bulk' } }, include: { posts: { take: 1 } } })
  assert.equal(read.length, 3000)
  assert.ok(read.every((each) => each.posts.length === 1 && each.posts[0]?.title === each.email))
  await call(db, 'Post', 'deleteMany', { where: { title: { startsWith: 'bulk' } } })
  assert.deepEqual(await call(db, 'User', 'deleteMany', { where: { email: { startsWith: 'bulk' } } }), { count: 3000 })
})

test('numbers at their limits', async () => {
  for (const [key, big] of [['most', 2n ** 63n - 1n], ['least', -(2n ** 63n)]] as const) {
    const made = await call<{ big: bigint }>(db, 'Sample', 'create', { data: sample(`big ${key}`, { big }) })
    assert.equal(made.big, big)
    assert.equal(await call(db, 'Sample', 'count', { where: { big } }), 1)
  }
  await assert.rejects(call(db, 'Sample', 'create', { data: sample('x', { big: 2n ** 63n }) }), { name: 'ValueOutOfRange' })
  await assert.rejects(call(db, 'Sample', 'create', { data: sample('x', { int: 2 ** 31 }) }), { name: 'ValueOutOfRange' })
  await assert.rejects(call(db, 'Sample', 'create', { data: sample('x', { int: 1.5 }) }), { name: 'InvalidArguments' })
  const text = task.schema.provider === 'sqlite' ? '123456789.012345' : '12345678901234567890.123456789012345678'
  const made = await call<{ decimal: { toString(): string } }>(db, 'Sample', 'create', { data: sample('decimal', { decimal: new Decimal(text) }) })
  assert.equal(made.decimal.toString(), text)
})

test('times keep their instant, whatever zone the program is in', async () => {
  for (const iso of ['2026-03-29T01:30:00.000Z', '1969-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z', '2000-02-29T12:00:00.001Z']) {
    const time = new Date(iso)
    const made = await call<{ time: Date }>(db, 'Sample', 'create', { data: sample(`time ${iso}`, { time }) })
    assert.equal(made.time.toISOString(), iso)
    assert.equal(await call(db, 'Sample', 'count', { where: { time } }), 1)
  }
  for (const time of [new Date(NaN), 'now', '2026-01-01T00:00:00', '2026-13-01T00:00:00Z', 1]) {
    await assert.rejects(call(db, 'Sample', 'create', { data: sample('x', { time }) }), { name: 'InvalidArguments' })
  }
})

test('times in texts keep the digits that Date has not', async () => {
  const time = '2026-01-01T02:00:00.1230004+02:00'
  await call(db, 'Sample', 'create', { data: sample('long time', { time }) })
  assert.equal(await call(db, 'Sample', 'count', { where: { time } }), 1)
  // Only SQLite has columns for so many.
  const isKept = task.schema.provider === 'sqlite'
  assert.equal(await call(db, 'Sample', 'count', { where: { time: new Date(time) } }), isKept ? 0 : 1)
})

test('hostile values and names stay what they are', async () => {
  const name = `"'\`\\;--$1?{}%_!*[x]\u{1F600}`
  const { id } = await user(db, { name })
  assert.equal((await call<User>(db, 'User', 'findFirst', { where: { name, id } })).name, name)
  assert.equal(await call(db, 'User', 'count', { where: { name: { contains: '%_!*[' }, id } }), 1)
  for (const where of [{ 'id" = 1 --': 1 }, { id: { 'equals; DROP TABLE users': 1 } }, { constructor: 1 }, JSON.parse('{"__proto__": 1}') as object]) {
    await assert.rejects(call(db, 'User', 'findMany', { where }), { name: 'InvalidArguments' })
  }
  await assert.rejects(call(db, 'User', 'findMany', { orderBy: { id: 'asc; DROP TABLE users' } }), { name: 'InvalidArguments' })
  await assert.rejects(call(db, 'User', 'findMany', { where: { email: { contains: { text: 1 } } } }), { name: 'InvalidArguments' })
})

test('a where without a condition writes nothing', async () => {
  for (const where of [{}, undefined, { email: undefined }, { AND: [] }, { posts: undefined }]) {
    await assert.rejects(call(db, 'User', 'updateMany', { where, data: { visits: 1 } }), { name: 'InvalidArguments' })
    await assert.rejects(call(db, 'User', 'deleteMany', { where }), { name: 'InvalidArguments' })
  }
})

test('records of one key only where a key is wanted', async () => {
  await assert.rejects(call(db, 'User', 'findUnique', { where: { name: 'x' } }), { name: 'InvalidArguments' })
  await assert.rejects(call(db, 'User', 'delete', { where: {} }), { name: 'InvalidArguments' })
  const { id } = await user(db, { visits: 3 })
  assert.equal(await call(db, 'User', 'findUnique', { where: { id, visits: 4 } }), null)
  await assert.rejects(call(db, 'User', 'update', { where: { id, visits: 4 }, data: { visits: 1 } }), { name: 'RecordNotFound', prismaCode: 'P2025' })
})

test('select, include and omit of what is written', async () => {
  const made = await call<object>(db, 'User', 'create', { data: { email: `s${next++}@x.io`, posts: { create: { title: 'a' } } }, select: { email: true, posts: { select: { title: true } } } })
  assert.deepEqual(Object.keys(made), ['email', 'posts'])
  assert.deepEqual((made as { posts: unknown }).posts, [{ title: 'a' }])
  const { id } = await user()
  assert.deepEqual(await call(db, 'User', 'update', { where: { id }, data: { visits: 7 }, select: { visits: true } }), { visits: 7 })
  const omitted = await call<object>(db, 'User', 'delete', { where: { id }, omit: { email: true } })
  assert.ok(!('email' in omitted) && 'visits' in omitted)
})

test('statements of the program are put together from pieces', async () => {
  const { id, email } = await user()
  const condition = sql`email = ${email} AND id IN (${join([id, id + 1])})`
  assert.equal((await db.$queryRaw<object[]>`SELECT id FROM users WHERE ${condition}`).length, 1)
  assert.equal(await db.$executeRaw`UPDATE users SET visits = ${5} WHERE ${condition}`, 1)
})

test('every statement is told, and a failed one too', async () => {
  const own = open()
  const told: string[] = []
  own.$on('query', (event) => told.push(event.query))
  await call(own, 'User', 'count')
  await assert.rejects(own.$queryRawUnsafe('SELECT nothing FROM nowhere'), { name: 'StatementFailure' })
  assert.equal(told.length, 2)
  await own.$disconnect()
})

test('decimals are exact', () => {
  assert.equal(new Decimal('0.1').plus('0.2').toString(), '0.3')
  assert.equal(new Decimal('-0.050').toString(), '-0.05')
  assert.equal(new Decimal('1e-7').times('1e7').toString(), '1')
  assert.equal(new Decimal(1e21).toString(), '1000000000000000000000')
  assert.ok(new Decimal('1.10').equals(1.1) && new Decimal(2).greaterThan('1.99') && new Decimal('-1').lessThan(0n))
  for (const wrong of ['', '.', 'NaN', '1,5', '0x10', '1e999999999']) {
    assert.throws(() => new Decimal(wrong), { name: 'InvalidArguments' })
  }
})
