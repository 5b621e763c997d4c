import type { FlashClient, Transfer } from './generated/index.ts'
import { Refusal, type Answer, type Request } from './request.ts'

/** `POST /transfers` moves money: all of it or nothing, and never more than there is. */
export async function transfers(db: FlashClient, request: Request): Promise<Answer> {
  if (request.method !== 'POST') throw new Refusal(405, 'POST')
  const from = request.number('from')
  const to = request.number('to')
  const cents = request.number('cents')
  if (cents <= 0 || from === to) throw new Refusal(400, 'a transfer moves some cents between two accounts')
  const memo = request.optional('memo')
  const transfer = await db.$transaction(async (tx) => {
    // The check and the change are one statement, so that two transfers at once can't spend the same money.
    const paid = await tx.account.updateMany({
      where: { id: from, cents: { gte: cents } },
      data: { cents: { decrement: cents } },
    })
    if (paid.count === 0) throw new Refusal(409, `account ${from} has not so much`)
    const received = await tx.account.updateMany({ where: { id: to }, data: { cents: { increment: cents } } })
    if (received.count === 0) throw new Refusal(404, `there is no account ${to}`)
    return tx.transfer.create({ data: { fromId: from, toId: to, cents, memo } })
  })
  return { status: 201, body: shownTransfer(transfer) }
}

export function shownTransfer({ id, fromId, toId, cents, memo }: Transfer) {
  return { id, from: fromId, to: toId, cents: Number(cents), ...(memo === null ? {} : { memo }) }
}
