import type { Row } from './descriptor.ts'
import { Insert, type Draft } from './insert.ts'
import type { Column, Key } from './model.ts'
import { numberedRows } from './numbered-rows.ts'
import type { Session } from './session.ts'
import { chunkOf, Sql } from './sql.ts'
import { keyOfAll } from './values.ts'

const MOST_ROWS_OF_ARRAYS = 5000
/** More rows of single values gain nothing more. */
const MOST_ROWS = 512
/** So many rows and fewer are always one statement, which needs no transaction to be all or none. */
const FEW_ROWS = 16
const MOST_SKIPPED = 64

/** What an insert does with a row that is there already. */
export interface OnConflict {
  /** Puts the statement together. @param rows columns and values */
  text(table: string, rows: string): string
  /** What follows the values of the rows. */
  readonly values: readonly unknown[]
  readonly isSkipping?: boolean
}

export const FAIL: OnConflict = { text: (table, rows) => `INSERT INTO ${table} ${rows}`, values: [] }

interface Part {
  readonly drafts: readonly Draft[]
  readonly columns: readonly Column[]
  readonly hasArrays: boolean
}

/** Consecutive drafts that fill the same columns, as many at once as the database takes. */
function partsOf(insert: Insert, session: Session, drafts: readonly Draft[], isSkipping: boolean): Part[] {
  const parts: Part[] = []
  let from = 0
  while (from < drafts.length) {
    const columns = insert.columns(drafts[from] as Draft)
    let to = from + 1
    while (to < drafts.length && isSame(insert.columns(drafts[to] as Draft), columns)) {
      to++
    }
    // The server takes longer to unpack the arrays of one row than to read its values.
    const hasArrays = to - from > 1 && insert.hasArrays(columns)
    while (from < to) {
      const rows = hasArrays ? Math.min(to - from, MOST_ROWS_OF_ARRAYS) : sizeOf(session, to - from, columns.length, isSkipping)
      parts.push({ drafts: drafts.slice(from, from + rows), columns, hasArrays })
      from += rows
    }
  }
  return parts
}

function isSame(a: readonly Column[], b: readonly Column[]): boolean {
  return a === b || (a.length === b.length && a.every((column, i) => column === b[i]))
}

/** Of more than a few a power of two, so that not too many statements are prepared. */
function sizeOf(session: Session, left: number, columns: number, isSkipping: boolean): number {
  const room = columns === 0 ? 1 : Math.floor(session.dialect.server.maxParameters / columns)
  const most = Math.max(1, Math.min(left, room, isSkipping ? MOST_SKIPPED : MOST_ROWS))
  return most <= FEW_ROWS ? most : 2 ** Math.floor(Math.log2(most))
}

function statement(insert: Insert, part: Part, conflict: OnConflict): { text: string; values: unknown[] } {
  const rows = part.hasArrays ? insert.arrays(part.columns) : insert.rows(part.columns, part.drafts.length)
  const values: unknown[] = []
  if (part.hasArrays) {
    for (const column of part.columns) {
      values.push(part.drafts.map((draft) => column.write(draft.get(column) ?? null)))
    }
  } else {
    for (const draft of part.drafts) {
      values.push(...insert.values(draft, part.columns))
    }
  }
  values.push(...conflict.values)
  return { text: conflict.text(insert.model.descriptor.table, rows), values }
}

/** Inserts rows and tells how many there are. */
export async function write(session: Session, insert: Insert, drafts: readonly Draft[], conflict: OnConflict): Promise<number> {
  const parts = partsOf(insert, session, drafts, conflict.isSkipping ?? false)
  if (parts.length > 1 && session.held === undefined) {
    return session.atomically((inside) => write(inside, insert, drafts, conflict))
  }
  let count = 0
  for (const part of parts) {
    const { text, values } = statement(insert, part, conflict)
    count += conflict.isSkipping ? await session.insertSkipping(text, values) : (await session.execute(text, values)).count
  }
  return count
}

/** Inserts rows and gives them back, in the order of the drafts. */
export async function insertAll(session: Session, insert: Insert, drafts: readonly Draft[]): Promise<readonly Row[]> {
  if (drafts.length === 1) {
    return [await insert.one(session, drafts[0] as Draft)]
  }
  const parts = partsOf(insert, session, drafts, false)
  const known = insert.keyOf(drafts)
  const isNumbered = drafts.every((draft) => insert.isNumbered(draft))
  const isOne = parts.length === 1 && session.dialect.server.insertReturning && (known !== undefined || isNumbered)
  if (!isOne && session.held === undefined && drafts.length > 0) {
    return session.atomically((inside) => insertAll(inside, insert, drafts))
  }
  if (!session.dialect.server.insertReturning) {
    if (known !== undefined) {
      await write(session, insert, drafts, FAIL)
      return inOrder(drafts, known, await find(session, insert, known, drafts))
    }
    return isNumbered ? numberedRows(session, insert, drafts, parts.map((part) => statement(insert, part, FAIL))) : oneByOne(session, insert, drafts)
  }
  const rows: Row[] = []
  for (const part of parts) {
    rows.push(...(await returned(session, insert, part)))
  }
  return rows
}

async function returned(session: Session, insert: Insert, part: Part): Promise<readonly Row[]> {
  const isNumbered = part.drafts.every((draft) => insert.isNumbered(draft))
  const key = insert.keyOf(part.drafts)
  if (!isNumbered && key === undefined) {
    return oneByOne(session, insert, part.drafts)
  }
  const { text, values } = statement(insert, part, FAIL)
  const rows = await session.query(text + insert.returning, values, insert.model.isWide)
  if (isNumbered && insert.numbered !== undefined) {
    const at = insert.numbered.column.index
    return [...rows].sort((a, b) => Number(a[at]) - Number(b[at]))
  }
  return key === undefined || rows.length === 1 ? rows : inOrder(part.drafts, key, rows)
}

async function oneByOne(session: Session, insert: Insert, drafts: readonly Draft[]): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (const draft of drafts) {
    rows.push(await insert.one(session, draft))
  }
  return rows
}

/** Whole rows by some of their columns. */
export async function read(session: Session, insert: Insert, columns: readonly Column[], keys: readonly (readonly unknown[])[]): Promise<readonly Row[]> {
  const { model } = insert
  const sql = new Sql(session.dialect)
  const alias = sql.alias()
  const list = model.columns.map((column) => column.in(alias)).join(', ')
  const condition = sql.keys(columns, (column) => column.in(alias), keys)
  return session.query(`SELECT ${list} FROM ${model.descriptor.table} AS ${alias} WHERE ${condition}`, sql.values, model.isWide)
}

/** The rows of drafts, by a key that all of them have. */
export async function find(session: Session, insert: Insert, key: Key, drafts: readonly Draft[]): Promise<readonly Row[]> {
  const chunk = chunkOf(session.dialect, key.columns.length)
  const rows: Row[] = []
  for (let from = 0; from < drafts.length; from += chunk) {
    const keys = drafts.slice(from, from + chunk).map((draft) => key.columns.map((column) => draft.get(column)))
    rows.push(...(await read(session, insert, key.columns, keys)))
  }
  return rows
}

/** Rows in the order of drafts with the same key. A key may be kept in another way than it was given. */
export function inOrder(drafts: readonly Draft[], key: Key, rows: readonly Row[]): readonly Row[] {
  const found = new Map<unknown, Row>()
  for (const row of rows) {
    found.set(keyOfAll(key.columns.map((column) => column.read(row[column.index]))), row)
  }
  const sorted = drafts.map((draft) => found.get(keyOfAll(key.columns.map((column) => column.read(column.write(draft.get(column)))))))
  return sorted.every((row) => row !== undefined) ? (sorted as Row[]) : rows
}
