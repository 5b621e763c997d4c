/** Connections that are cut, by a proxy between the client and the server. */
import assert from 'node:assert/strict'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { after, before, test } from 'node:test'
import type { Client } from '../../main/typescript/runtime/client.ts'
import { methodsOf, open, task } from './generated.ts'

const server = new URL(task.url)
const sockets = new Set<Socket>()
const proxy = createServer((inner) => {
  const outer = connect(Number(server.port), server.hostname)
  for (const [from, to] of [[inner, outer], [outer, inner]] as const) {
    sockets.add(from)
    from.on('error', () => to.destroy())
    from.on('close', () => {
      sockets.delete(from)
      to.destroy()
    })
    from.pipe(to)
  }
})
let db: Client

before(async () => {
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  const url = new URL(task.url)
  url.host = `127.0.0.1:${(proxy.address() as AddressInfo).port}`
  db = open({ url: url.toString(), connections: 1 })
})
after(async () => {
  await db.$disconnect()
  cut()
  proxy.close()
})

function cut(): void {
  for (const socket of sockets) {
    socket.destroy()
  }
}

function count(client: Client): Promise<unknown> {
  const users = methodsOf(client, 'User')
  return (users['count'] as () => Promise<unknown>).call(users)
}

/** Waits until what was sent is on its way, which nothing tells. */
function soon(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 300))
}

const sleep = task.schema.provider === 'postgresql' ? 'SELECT pg_sleep(60)' : 'SELECT SLEEP(60)'

test('a connection that is lost while nobody uses it is not used again', async () => {
  await count(db)
  cut()
  await soon()
  await count(db)
})

test('a statement whose connection is lost fails, and the next one has another', async () => {
  const cutOff = assert.rejects(db.$queryRawUnsafe(sleep), { name: 'ConnectionFailure', code: 'F8012', prismaCode: 'P1001' })
  await soon()
  cut()
  await cutOff
  await count(db)
})

test('a transaction whose connection is lost fails, and the next one has another', async () => {
  await assert.rejects(
    db.$transaction(async (tx) => {
      await count(tx)
      cut()
      await soon()
      await count(tx)
    }),
    { name: 'ConnectionFailure' },
  )
  assert.equal(await db.$transaction(async (tx) => typeof (await count(tx))), 'number')
})

test('those who wait for a connection get one after it was lost', async () => {
  const cutOff = assert.rejects(db.$queryRawUnsafe(sleep), { name: 'ConnectionFailure' })
  const waiting = [count(db), count(db)]
  await soon()
  cut()
  await cutOff
  await Promise.all(waiting)
})

test('a server that is not there is a failure, and is reached when it is back', async () => {
  const { port } = proxy.address() as AddressInfo
  await new Promise<void>((resolve) => {
    proxy.close(() => resolve())
    cut()
  })
  await soon()
  await assert.rejects(count(db), { name: 'ConnectionFailure' })
  await new Promise<void>((resolve) => proxy.listen(port, '127.0.0.1', resolve))
  await count(db)
})
