// Serves the ledger. Arguments: the database's address and the port, 0 for any.
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { accounts } from './accounts.ts'
import { FlashClient, UniqueViolation } from './generated/index.ts'
import { Refusal, Request, type Answer } from './request.ts'
import { transfers } from './transfers.ts'

const [url = 'file:ledger.db', port = '0'] = process.argv.slice(2)
const db = new FlashClient({ url })
const endpoints = new Map([
  ['accounts', accounts],
  ['transfers', transfers],
])

const server = createServer((message, response) => {
  void answer(message).then(({ status, body }) => {
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
  })
})

async function answer(message: IncomingMessage): Promise<Answer> {
  try {
    const request = await Request.of(message)
    const endpoint = endpoints.get(request.collection)
    if (endpoint === undefined) throw new Refusal(404, 'accounts or transfers')
    return await endpoint(db, request)
  } catch (error) {
    if (error instanceof Refusal) return failure(error.status, error.message)
    if (error instanceof UniqueViolation) return failure(409, `there is one with this ${error.fields.join(' and ')}`)
    console.error(error)
    return failure(500, 'the database failed')
  }
}

function failure(status: number, error: string): Answer {
  return { status, body: { error } }
}

server.listen(Number(port), '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
})
process.once('SIGTERM', () => {
  server.close(() => void db.$disconnect())
  server.closeIdleConnections()
})
