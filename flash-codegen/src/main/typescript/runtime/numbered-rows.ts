import { read } from './bulk-insert.ts'
import type { Row } from './descriptor.ts'
import { FlashError } from './errors.ts'
import type { Draft, Insert } from './insert.ts'
import type { Column } from './model.ts'
import type { Session } from './session.ts'
import { chunkOf } from './sql.ts'

/** The statements by which rows that were inserted together are known. */
const STATEMENTS = 3

/** The rows cannot be told from others. */
class Unclear extends Error {}

interface Statement {
  readonly text: string
  readonly values: unknown[]
}

/**
 * Inserts rows that nothing but a number tells apart, where inserts give no rows back. MySQL gives the first number of
 * several rows only, and promises that the others follow it in some settings of the server only. So the rows themselves
 * are read back: of a transaction that sees only what was there when it first read, the rows above the highest number
 * that it saw are its own; if they are as many as were inserted, and the first has the number that the server reports,
 * they are those. In any doubt they are inserted one by one.
 *
 * @param statements that insert all rows
 */
export async function numberedRows(session: Session, insert: Insert, drafts: readonly Draft[], statements: readonly Statement[]): Promise<readonly Row[]> {
  const column = insert.numbered?.column as Column
  const last = statements.length + STATEMENTS < drafts.length ? await lastNumber(session, insert, column) : undefined
  if (last === undefined) {
    return insertEach(session, insert, column, drafts)
  }
  try {
    return await session.savepoint((inside) => insertTogether(inside, insert, column, drafts.length, statements, last))
  } catch (thrown) {
    if (!(thrown instanceof Unclear)) {
      throw thrown
    }
    if ((await behind(session, insert, column, last, 1)).length > 0) {
      throw new FlashError('F8000', `${insert.model.name} rows could not be taken back: their table has no transactions.`)
    }
    return insertEach(session, insert, column, drafts)
  }
}

async function insertTogether(session: Session, insert: Insert, column: Column, count: number, statements: readonly Statement[], last: bigint): Promise<readonly Row[]> {
  let first: unknown
  for (const { text, values } of statements) {
    const { id } = await session.execute(text, values)
    first ??= id
  }
  const rows = await behind(session, insert, column, last, count + 1)
  if (rows.length !== count || String(rows[0]?.[column.index]) !== String(first)) {
    throw new Unclear()
  }
  return rows
}

/** The highest number that this transaction sees, which is 0 without rows; undefined if it may see others later. */
async function lastNumber(session: Session, insert: Insert, column: Column): Promise<bigint | undefined> {
  const isSnapshot = session.isolation === undefined || session.isolation === 'RepeatableRead'
  if (!isSnapshot || !session.dialect.has('SNAPSHOT')) {
    return undefined
  }
  const text = `SELECT MAX(${column.sql}), ${session.dialect.fragment('SNAPSHOT')} FROM ${insert.model.descriptor.table}`
  const [last, holds] = (await session.query(text, [], true))[0] ?? []
  const number = BigInt((last as string | null | undefined) ?? 0)
  return session.isolation !== undefined || Number(holds) === 1 ? (number > 0n ? number : 0n) : undefined
}

/** Rows with greater numbers, in their order. */
async function behind(session: Session, insert: Insert, column: Column, last: bigint, most: number): Promise<readonly Row[]> {
  const { model } = insert
  const list = model.columns.map((each) => each.sql).join(', ')
  const text = `SELECT ${list} FROM ${model.descriptor.table} WHERE ${column.sql} > ? ORDER BY ${column.sql}${session.dialect.fragment('LIMIT')}`
  return session.query(text, [last.toString(), most], model.isWide)
}

/** One after another for their numbers, then all rows by these. */
async function insertEach(session: Session, insert: Insert, column: Column, drafts: readonly Draft[]): Promise<readonly Row[]> {
  const numbers: (number | bigint)[] = []
  for (const draft of drafts) {
    const columns = insert.columns(draft)
    numbers.push((await session.execute(insert.single(columns), insert.values(draft, columns))).id)
  }
  const found = new Map<string, Row>()
  const chunk = chunkOf(session.dialect, 1)
  for (let from = 0; from < numbers.length; from += chunk) {
    for (const row of await read(session, insert, [column], numbers.slice(from, from + chunk).map((number) => [number]))) {
      found.set(String(row[column.index]), row)
    }
  }
  return numbers.map((number) => found.get(String(number)) as Row)
}
