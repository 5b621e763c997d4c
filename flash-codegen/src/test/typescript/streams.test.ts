/** What is asked for one by one: connections come back, transactions end, nothing is read ahead. Takes the replay's task. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Client } from '../../main/typescript/runtime/client.ts'
import { methodsOf, open, task } from './generated.ts'

type Tag = { name: string }
type Stream = AsyncGenerator<Tag, void, undefined>

const ROWS = 5000
const db = open({ connections: 2, connectTimeout: 2000 })
after(() => db.$disconnect())
before(async () => {
  await methodsOf(db, 'Tag')['createMany']?.({ data: Array.from({ length: ROWS }, (_, i) => ({ name: `s${String(i).padStart(6, '0')}` })) })
})

function stream(client: Client = db, args: object = {}): Stream {
  const methods = methodsOf(client, 'Tag') as unknown as { stream(args: object): Stream }
  return methods.stream({ where: { name: { startsWith: 's0' } }, orderBy: { name: 'asc' }, batch: 10, ...args })
}

function count(client: Client = db): Promise<unknown> {
  return methodsOf(client, 'Tag')['count']?.() ?? Promise.reject(new Error('no count'))
}

async function first(client: Client = db): Promise<string> {
  for await (const { name } of stream(client)) {
    return name
  }
  return ''
}

test('all rows come, in order, each once', async () => {
  let seen = 0
  for await (const { name } of stream()) {
    assert.equal(name, `s${String(seen++).padStart(6, '0')}`)
  }
  assert.equal(seen, ROWS)
})

test('who leaves the loop gives the connection back', async () => {
  for (let i = 0; i < 10; i++) {
    assert.equal(await first(), 's000000')
  }
  const failing = async (): Promise<void> => {
    for await (const { name } of stream()) {
      throw new Error(name)
    }
  }
  for (let i = 0; i < 4; i++) {
    await assert.rejects(failing, { message: 's000000' })
  }
  await Promise.all([count(), count(), count()])
})

test('a loop outside of a transaction may write', async () => {
  const tags = methodsOf(db, 'Tag')
  for await (const { name } of stream(db, { take: 3 })) {
    await tags['create']?.({ data: { name: `copy of ${name}` } })
  }
  assert.deepEqual(await tags['count']?.({ where: { name: { startsWith: 'copy of' } } }), 3)
})

test('a statement beside a stream of its transaction runs, or says why not; the transaction goes on', async () => {
  await db.$transaction(async (tx) => {
    for await (const { name } of stream(tx)) {
      if (task.schema.provider === 'mysql') {
        await assert.rejects(count(tx), { name: 'InvalidArguments', message: /still being read/ })
      } else {
        assert.ok(Number(await count(tx)) >= ROWS, name)
      }
      break
    }
    assert.equal(await first(tx), 's000000')
    assert.ok(Number(await count(tx)) >= ROWS)
  })
})

test('a stream ends with its transaction', async () => {
  let left: Stream | undefined
  await db.$transaction(async (tx) => {
    left = stream(tx)
    assert.equal((await left.next()).value?.name, 's000000')
  })
  const drained = async (): Promise<void> => {
    for await (const _ of left as Stream) {
      // What was fetched before may still come.
    }
  }
  await assert.rejects(drained, { name: 'TransactionUnusable' })
  await db.$transaction(async (tx) => {
    assert.ok(Number(await count(tx)) >= ROWS)
    left = stream(tx)
    await left.next()
  })
  await left?.return()
  await Promise.all([count(), count(), count()])
})

test('what cannot be streamed is refused before anything is sent', async () => {
  const users = methodsOf(db, 'User') as unknown as { stream(args: object): Stream }
  for (const args of [{ batch: 0 }, { batch: 1.5 }, { take: -1 }, { distinct: ['name'] }, { include: { posts: true } }]) {
    await assert.rejects(users.stream(args).next(), { name: 'InvalidArguments' }, JSON.stringify(args))
  }
  await assert.rejects(stream(db, { lock: 'update' }).next(), { name: 'InvalidArguments' })
})

test('a record to one comes along', async () => {
  const [user] = [await methodsOf(db, 'User')['create']?.({ data: { email: 'stream@x.io', posts: { create: { title: 'streamed' } } } })]
  const posts = methodsOf(db, 'Post') as unknown as { stream(args: object): AsyncGenerator<{ author: { id: number } | null }> }
  for await (const { author } of posts.stream({ where: { title: 'streamed' }, include: { author: true } })) {
    assert.equal(author?.id, (user as { id: number }).id)
  }
})
