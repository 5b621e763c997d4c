import { cursorCondition, totalOrder } from './cursor.ts'
import type { Row } from './descriptor.ts'
import { InvalidArguments, RecordNotFound } from './errors.ts'
import { loadAll } from './relations.ts'
import type { Args, Key, Model } from './model.ts'
import { byColumn, ordersOf, orderText, reversed, type Order } from './order.ts'
import { Selection, type Waiting } from './select.ts'
import type { Session } from './session.ts'
import { Sql } from './sql.ts'
import { isPlain, keyOfAll } from './values.ts'
import { args, where } from './where.ts'

/** Rows of a model that a call chooses, without what it wants of each. */
export interface Rows {
  readonly filter: Args | undefined
  readonly orders: readonly Order[]
  readonly take: number | undefined
  readonly skip: number | undefined
  readonly isBackwards: boolean
  /** The row with which they begin. */
  readonly start: object | undefined
  readonly lock: string | undefined
}

export async function findUnique(session: Session, model: Model, call: Args): Promise<object | null> {
  const filter = args(call['where'], 'where')
  const key = model.keyOf(filter)
  if (key === undefined) {
    throw new InvalidArguments(`findUnique of ${model.name} needs a unique key in where: ${[...model.keyByName.keys()].join(', ')}.`)
  }
  let members = 0
  for (const name in call) {
    members += name === 'where' || call[name] === undefined ? 0 : 1
  }
  const values = members === 0 ? keyValues(key, filter) : undefined
  if (values !== undefined) {
    const rows = await session.query(key.select, values, model.isWide)
    const row = rows[0]
    return row === undefined ? null : model.mapper(row, 0)
  }
  const selection = new Selection(model, call)
  const found = await records(session, selection, { ...NONE, filter })
  return found[0] ?? null
}

const NONE: Rows = { filter: undefined, orders: [], take: undefined, skip: undefined, isBackwards: false, start: undefined, lock: undefined }

/** The values of a key's columns; undefined if the filter has anything else. */
function keyValues(key: Key, filter: Args): unknown[] | undefined {
  for (const name in filter) {
    if (name !== key.name && filter[name] !== undefined) {
      return undefined
    }
  }
  const given = filter[key.name]
  const column = key.columns[0]
  if (key.columns.length === 1 && column !== undefined) {
    return isPlain(given) ? undefined : [column.write(given)]
  }
  const values = args(given, key.name)
  return key.columns.map((each) => {
    const value = values[each.name]
    if (value === undefined || value === null) {
      throw new InvalidArguments(`The key ${key.name} needs a value for ${each.name}.`)
    }
    return each.write(value)
  })
}

export async function findMany(session: Session, model: Model, call: Args): Promise<object[]> {
  const rows = await rowsOf(session, model, call)
  if (rows === undefined) {
    return []
  }
  const selection = new Selection(model, call)
  const distinct = call['distinct']
  return distinct === undefined ? records(session, selection, rows) : distinctRecords(session, model, selection, rows, distinct)
}

export async function findFirst(session: Session, model: Model, call: Args): Promise<object | null> {
  const take = call['take'] as number | undefined
  // Of rows taken backwards the first is the farthest.
  const limited = take !== undefined && take < 0 ? call : { ...call, take: take === 0 ? 0 : 1 }
  const found = await findMany(session, model, limited)
  return found[0] ?? null
}

export async function orThrow<T>(model: Model, found: Promise<T | null>): Promise<T> {
  const record = await found
  if (record === null) {
    throw new RecordNotFound(model.name)
  }
  return record
}

function whole(call: Args, name: string): number | undefined {
  const value = call[name]
  if (value !== undefined && (typeof value !== 'number' || !Number.isInteger(value))) {
    throw new InvalidArguments(`${name} takes a whole number, but was given ${String(value)}.`)
  }
  return value
}

/** @returns undefined if the row is not there with which they begin */
export async function rowsOf(session: Session, model: Model, call: Args): Promise<Rows | undefined> {
  const take = whole(call, 'take')
  const skip = whole(call, 'skip')
  if (skip !== undefined && skip < 0) {
    throw new InvalidArguments(`skip takes 0 or more, but was given ${skip}.`)
  }
  const filter = call['where'] === undefined ? undefined : args(call['where'], 'where')
  const isBackwards = take !== undefined && take < 0
  const cursor = call['cursor']
  let orders = ordersOf(model, call['orderBy'])
  let start: object | undefined
  if (cursor !== undefined || isBackwards) {
    if (orders.length === 0) {
      orders = (cursor === undefined ? model.identity : (model.keyOf(args(cursor, 'cursor')) ?? model.identity)).columns.map((column) => byColumn(column, 'asc'))
    }
    orders = totalOrder(model, orders)
  }
  if (cursor !== undefined) {
    const found = await records(session, new Selection(model, undefined), { ...NONE, filter: args(cursor, 'cursor') })
    start = found[0]
    if (start === undefined) {
      return undefined
    }
  }
  return { filter, orders, take: take === undefined ? undefined : Math.abs(take), skip, isBackwards, start, lock: lockOf(session, call['lock']) }
}

/** `update` or `share`, and what to do about rows that others have locked. */
function lockOf(session: Session, lock: unknown): string | undefined {
  if (lock === undefined) {
    return undefined
  }
  const { mode, skipLocked, noWait } = isPlain(lock) ? lock : { mode: lock, skipLocked: false, noWait: false }
  if (mode !== 'update' && mode !== 'share') {
    throw new InvalidArguments('lock takes "update" or "share".')
  }
  session.requireTransaction('lock')
  const dialect = session.dialect
  return (
    dialect.fill(mode === 'update' ? 'FOR_UPDATE' : 'FOR_SHARE', 't0') +
    (skipLocked === true ? dialect.fragment('SKIP_LOCKED') : noWait === true ? dialect.fragment('NO_WAIT') : '')
  )
}

/** ` WHERE … ORDER BY … LIMIT …`. */
export function chosen(sql: Sql, model: Model, alias: string, rows: Rows): string {
  let condition = where(sql, model, alias, rows.filter)
  const orders = rows.isBackwards ? reversed(rows.orders) : rows.orders
  if (rows.start !== undefined) {
    const from = cursorCondition(sql, alias, orders, rows.start)
    condition = condition === '' ? from : `${condition} AND ${from}`
  }
  return (condition === '' ? '' : ` WHERE ${condition}`) + orderText(sql, alias, orders) + sql.page(rows.take, rows.skip)
}

/** The records of rows, with everything that is loaded with them. */
export async function records(session: Session, selection: Selection, rows: Rows): Promise<object[]> {
  const sql = new Sql(session.dialect)
  const found = await session.query(textOf(sql, selection, rows), sql.values, selection.isWide)
  const made = await recordsOf(session, selection, found)
  return rows.isBackwards ? made.reverse() : made
}

/** The statement that reads rows. */
function textOf(sql: Sql, selection: Selection, rows: Rows): string {
  const alias = sql.alias()
  const model = selection.model
  const written = selection.write(sql, alias)
  return `SELECT ${written.list} FROM ${model.descriptor.table} AS ${alias}${written.from}${chosen(sql, model, alias, rows)}${rows.lock ?? ''}`
}

const BATCH = 500

/** Records as they are asked for: no more than a batch of rows is in memory. */
export async function* stream(reached: Promise<Session> | Session, model: Model, call: Args): AsyncGenerator<object, void, undefined> {
  const batch = whole(call, 'batch') ?? BATCH
  if (batch < 1) {
    throw new InvalidArguments(`batch takes 1 or more, but was given ${batch}.`)
  }
  const session = await reached
  const rows = await rowsOf(session, model, call)
  const selection = new Selection(model, call)
  if (selection.hasLoads) {
    throw new InvalidArguments('stream gives records without lists of related ones.')
  }
  if (rows?.isBackwards === true || call['distinct'] !== undefined) {
    throw new InvalidArguments('stream takes neither a negative take nor distinct.')
  }
  if (rows === undefined || rows.take === 0) {
    return
  }
  const sql = new Sql(session.dialect)
  for await (const found of session.rows(textOf(sql, selection, rows), sql.values, selection.isWide, batch)) {
    for (const row of found) {
      yield selection.read(row, undefined)
    }
  }
}

export async function recordsOf(session: Session, selection: Selection, rows: readonly Row[]): Promise<object[]> {
  const length = rows.length
  const made = new Array<object>(length)
  if (selection.isPlain) {
    const map = selection.columns.map
    for (let i = 0; i < length; i++) {
      made[i] = map(rows[i] as Row, 0)
    }
    return made
  }
  const waiting: Waiting[] | undefined = selection.hasLoads ? [] : undefined
  for (let i = 0; i < length; i++) {
    made[i] = selection.read(rows[i] as Row, waiting)
  }
  if (waiting !== undefined && waiting.length > 0) {
    await loadAll(session, waiting)
  }
  return made
}

/** The first record of those that are equal in some fields. */
async function distinctRecords(session: Session, model: Model, selection: Selection, rows: Rows, distinct: unknown): Promise<object[]> {
  const columns = (Array.isArray(distinct) ? (distinct as unknown[]) : [distinct]).map((name) => model.column(String(name)))
  const isDistinct =
    selection.isPlain &&
    rows.lock === undefined &&
    selection.columns.chosen.every((column) => columns.includes(column)) &&
    columns.every((column) => selection.columns.chosen.includes(column)) &&
    rows.orders.every((order) => order.column !== undefined && columns.includes(order.column))
  if (isDistinct) {
    const sql = new Sql(session.dialect)
    const alias = sql.alias()
    const list = selection.write(sql, alias).list
    const text = `SELECT DISTINCT ${list} FROM ${model.descriptor.table} AS ${alias}${chosen(sql, model, alias, rows)}`
    const found = await recordsOf(session, selection, await session.query(text, sql.values, selection.isWide))
    return rows.isBackwards ? found.reverse() : found
  }
  // Rows that are equal in these may differ in others, so that only their order says which of them is the first.
  const places = columns.map((column) => selection.placeOf(column))
  const sql = new Sql(session.dialect)
  const alias = sql.alias()
  const written = selection.write(sql, alias)
  const all = chosen(sql, model, alias, { ...rows, take: undefined, skip: undefined })
  const text = `SELECT ${written.list} FROM ${model.descriptor.table} AS ${alias}${written.from}${all}${rows.lock ?? ''}`
  const seen = new Set<unknown>()
  const firsts = (await session.query(text, sql.values, selection.isWide)).filter((row) => {
    const key = keyOfAll(places.map((place) => row[place] ?? '\0'))
    return !seen.has(key) && seen.add(key)
  })
  const skip = rows.skip ?? 0
  const found = await recordsOf(session, selection, firsts.slice(skip, rows.take === undefined ? undefined : skip + rows.take))
  return rows.isBackwards ? found.reverse() : found
}

/** How many rows there are: of the page if one is chosen, or with a value in each of some fields. */
export async function count(session: Session, model: Model, call: Args): Promise<unknown> {
  const rows = await rowsOf(session, model, call)
  const select = call['select']
  const names = isPlain(select) ? Object.keys(select).filter((name) => select[name] === true) : undefined
  if (rows === undefined) {
    return names === undefined ? 0 : Object.fromEntries(names.map((name) => [name, 0]))
  }
  const sql = new Sql(session.dialect)
  const alias = sql.alias()
  const what = (names ?? ['_all']).map((name) => (name === '_all' ? 'COUNT(*)' : sql.dialect.fill('COUNT', model.column(name).in(alias)))).join(', ')
  const isPaged = rows.take !== undefined || (rows.skip ?? 0) > 0
  const counted = isPaged ? rows : { ...rows, orders: rows.start === undefined ? [] : rows.orders }
  let text: string
  if (isPaged) {
    const inner = sql.alias()
    text = `SELECT ${what} FROM (SELECT ${inner}.* FROM ${model.descriptor.table} AS ${inner}${chosen(sql, model, inner, counted)}) AS ${alias}`
  } else {
    text = `SELECT ${what} FROM ${model.descriptor.table} AS ${alias}${chosen(sql, model, alias, counted)}`
  }
  const row = (await session.query(text, sql.values, false))[0] ?? []
  return names === undefined ? Number(row[0]) : Object.fromEntries(names.map((name, i) => [name, Number(row[i])]))
}

export async function exists(session: Session, model: Model, call: Args): Promise<boolean> {
  const rows = await rowsOf(session, model, { ...call, take: call['take'] ?? 1 })
  if (rows === undefined || rows.take === 0) {
    return false
  }
  const sql = new Sql(session.dialect)
  const alias = sql.alias()
  const text = `SELECT 1 FROM ${model.descriptor.table} AS ${alias}${chosen(sql, model, alias, rows)}`
  return (await session.query(text, sql.values, false)).length > 0
}
