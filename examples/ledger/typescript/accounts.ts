import type { Account, FlashClient } from './generated/index.ts'
import { Refusal, type Answer, type Request } from './request.ts'
import { shownTransfer } from './transfers.ts'

const LARGEST_PAGE = 100

/** `POST /accounts` opens one, `GET /accounts?after=ID&take=N` is a page, `GET /accounts/ID` one with its last transfers. */
export async function accounts(db: FlashClient, request: Request): Promise<Answer> {
  switch (request.method) {
    case 'POST':
      return open(db, request.text('owner'), request.number('cents', 0))
    case 'GET':
      return request.id === undefined
        ? page(db, request.number('after', 0), request.number('take', 20))
        : statement(db, request.id)
    default:
      throw new Refusal(405, 'GET or POST')
  }
}

async function open(db: FlashClient, owner: string, cents: number): Promise<Answer> {
  return { status: 201, body: shown(await db.account.create({ data: { owner, cents } })) }
}

/** By the last id of the page before: however far in, it costs the same, and a new account moves nothing. */
async function page(db: FlashClient, after: number, take: number): Promise<Answer> {
  const found = await db.account.findMany({
    where: { id: { gt: after } },
    orderBy: { id: 'asc' },
    take: Math.min(Math.max(take, 0), LARGEST_PAGE),
  })
  return { status: 200, body: found.map(shown) }
}

async function statement(db: FlashClient, id: number): Promise<Answer> {
  const account = await db.account.findUnique({
    where: { id },
    include: { sent: { orderBy: { id: 'desc' }, take: 5 } },
  })
  if (account === null) throw new Refusal(404, `there is no account ${id}`)
  return { status: 200, body: { account: shown(account), sent: account.sent.map(shownTransfer) } }
}

/** JSON has no integers of 64 bits; a number is exact up to some ninety thousand milliards of money. */
function shown(account: Account) {
  return { id: account.id, owner: account.owner, cents: Number(account.cents) }
}
