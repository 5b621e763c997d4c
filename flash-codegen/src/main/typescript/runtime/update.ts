import { changesOf, stamp } from './changes.ts'
import type { Row } from './descriptor.ts'
import { InvalidArguments, RecordNotFound, StaleRecord } from './errors.ts'
import { recordsOf, findUnique } from './find.ts'
import { Insert } from './insert.ts'
import type { Args, Column, Model } from './model.ts'
import { hasNested, updateNested } from './nested-writes.ts'
import { keysOf, type Change } from './records.ts'
import { deleteReferring, isReferredTo, updateReferring } from './references.ts'
import { Rows } from './rows.ts'
import { Selection } from './select.ts'
import type { Session } from './session.ts'
import { changesText, Sql } from './sql.ts'
import { args, where } from './where.ts'

/** The condition of a write of many rows: a `where` that has none left is a value forgotten. */
export function manyFilter(call: Args, method: string): Args | undefined {
  if (call['where'] === undefined) {
    if ('where' in call) {
      throw new InvalidArguments(`${method} was given a where that is undefined: leave it out to mean all records.`)
    }
    return undefined
  }
  return args(call['where'], 'where')
}

/** A condition that is written, and must say something if it was given. */
function condition(sql: Sql, model: Model, alias: string, filter: Args | undefined): string {
  const text = where(sql, model, alias, filter)
  if (filter !== undefined && text === '') {
    throw new InvalidArguments(`where says nothing, so that all records of ${model.name} would be written: leave where out to mean all.`)
  }
  return text === '' ? '' : ` WHERE ${text}`
}

/** Changes rows and tells how many there are. */
export async function updateRows(session: Session, model: Model, filter: Args | undefined, changes: readonly Change<Column>[]): Promise<number> {
  if (isReferredTo(model, changes)) {
    return session.atomically(async (inside) => {
      await updateReferring(new Rows(inside), model, filter, changes)
      return updateAlone(inside, model, filter, changes)
    })
  }
  return updateAlone(session, model, filter, changes)
}

async function updateAlone(session: Session, model: Model, filter: Args | undefined, changes: readonly Change<Column>[]): Promise<number> {
  const sql = new Sql(session.dialect)
  const text = updateText(sql, model, filter, changes)
  return (await session.execute(text, sql.values)).count
}

function updateText(sql: Sql, model: Model, filter: Args | undefined, changes: readonly Change<Column>[]): string {
  const alias = sql.alias()
  const set = changesText(sql, changes, '')
  return `UPDATE ${model.descriptor.table} AS ${alias} SET ${set}${condition(sql, model, alias, filter)}`
}

async function countRows(session: Session, model: Model, filter: Args | undefined): Promise<number> {
  const sql = new Sql(session.dialect)
  const alias = sql.alias()
  const text = `SELECT COUNT(*) FROM ${model.descriptor.table} AS ${alias}${condition(sql, model, alias, filter)}`
  return Number((await session.query(text, sql.values, false))[0]?.[0])
}

export async function updateMany(session: Session, model: Model, call: Args): Promise<{ count: number }> {
  const filter = manyFilter(call, 'updateMany')
  const data = args(call['data'], 'data')
  const changes = changesOf(model, data)
  if (hasNested(model, data)) {
    throw new InvalidArguments('Only update of one record writes related records.')
  }
  const count = changes.length === 0 ? await countRows(session, model, filter) : await updateRows(session, model, filter, [...stamp(model, changes)])
  return { count }
}

export async function updateManyAndReturn(session: Session, model: Model, call: Args): Promise<object[]> {
  const filter = manyFilter(call, 'updateManyAndReturn')
  const data = args(call['data'], 'data')
  if (hasNested(model, data)) {
    throw new InvalidArguments('Only update of one record writes related records.')
  }
  const rows = await returnedRows(session, model, filter, changesOf(model, data))
  return selected(session, model, call, rows)
}

/** Changes rows and gives them as they are then. */
async function returnedRows(session: Session, model: Model, filter: Args | undefined, changes: Change<Column>[]): Promise<readonly Row[]> {
  const returning = Insert.into(model).returning
  if (changes.length > 0 && session.dialect.server.updateReturning && returning !== '' && !isReferredTo(model, changes)) {
    const sql = new Sql(session.dialect)
    const text = updateText(sql, model, filter, stamp(model, changes))
    return session.query(text + returning, sql.values, model.isWide)
  }
  return session.atomically(async (inside) => {
    const before = await rowsOf(inside, model, filter)
    if (changes.length === 0 || before.length === 0) {
      return before
    }
    const keys = before.map((row) => identityOf(model, row))
    await updateRows(inside, model, keysFilter(model, keys), [...stamp(model, changes)])
    const changed = model.identity.columns.map((column) => changes.find((change) => change.column === column && change.operation === 'SET'))
    const now = keys.map((key) => key.map((value, i) => (changed[i] === undefined ? value : changed[i].value)))
    return rowsOf(inside, model, keysFilter(model, now))
  })
}

export function identityOf(model: Model, row: Row): readonly unknown[] {
  return model.identity.columns.map((column) => column.read(row[column.index]))
}

/** A filter that finds rows by their identities. */
export function keysFilter(model: Model, keys: readonly (readonly unknown[])[]): Args {
  return keysOf(model.identity.columns, keys)
}

/** Whole rows that satisfy a filter. */
export async function rowsOf(session: Session, model: Model, filter: Args | undefined, suffix = ''): Promise<readonly Row[]> {
  const sql = new Sql(session.dialect)
  const alias = sql.alias()
  const list = model.columns.map((column) => column.in(alias)).join(', ')
  const text = where(sql, model, alias, filter)
  return session.query(`SELECT ${list} FROM ${model.descriptor.table} AS ${alias}${text === '' ? '' : ` WHERE ${text}`}${suffix}`, sql.values, model.isWide)
}

/** The records of whole rows, as `select`, `include` and `omit` want them. */
export async function selected(session: Session, model: Model, call: Args, rows: readonly Row[]): Promise<object[]> {
  if (call['select'] === undefined && call['include'] === undefined && call['omit'] === undefined) {
    return rows.map((row) => model.mapper(row, 0))
  }
  const selection = new Selection(model, call)
  if (selection.isPlain) {
    const chosen = selection.columns.chosen
    const isWhole = chosen.length === model.columns.length
    const own = rows.map((row) => (isWhole ? row : chosen.map((column) => row[column.index])))
    return recordsOf(session, selection, own)
  }
  const records: object[] = []
  for (const row of rows) {
    const key = identityOf(model, row)
    const record = await findUnique(session, model, { ...shape(call), where: identityFilter(model, key) })
    if (record !== null) {
      records.push(record)
    }
  }
  return records
}

function shape(call: Args): Args {
  return { select: call['select'], include: call['include'], omit: call['omit'] }
}

/** `where` of a row by its identity, as a call has it. */
export function identityFilter(model: Model, key: readonly unknown[]): Args {
  const { name, columns } = model.identity
  return { [name]: columns.length === 1 ? key[0] : Object.fromEntries(columns.map((column, i) => [column.name, key[i]])) }
}

/** The `where` of a call for one record. */
export function uniqueFilter(model: Model, call: Args, method: string): Args {
  const filter = args(call['where'], 'where')
  if (model.keyOf(filter) === undefined) {
    throw new InvalidArguments(`${method} of ${model.name} needs a unique key in where: ${[...model.keyByName.keys()].join(', ')}.`)
  }
  return filter
}

export async function update(session: Session, model: Model, call: Args): Promise<object> {
  const filter = uniqueFilter(model, call, 'update')
  const data = args(call['data'], 'data')
  const row = hasNested(model, data)
    ? await session.atomically((inside) => updateNested(new Rows(inside), model, filter, data))
    : (await oneReturned(session, model, filter, changesOf(model, data)))[0]
  if (row === undefined) {
    return missing(model, filter)
  }
  if (call['select'] === undefined && call['include'] === undefined && call['omit'] === undefined) {
    return model.mapper(row, 0)
  }
  return (await selected(session, model, call, [row]))[0] as object
}

/** Changes one row. Where no update gives it back, it is read again by its key, which the update may have changed. */
async function oneReturned(session: Session, model: Model, filter: Args, changes: Change<Column>[]): Promise<readonly Row[]> {
  if (changes.length === 0) {
    const version = model.version
    if (version === undefined || filter[version.name] === undefined) {
      return rowsOf(session, model, filter)
    }
    stamp(model, changes)
  }
  if (session.dialect.server.updateReturning || isReferredTo(model, changes)) {
    return returnedRows(session, model, filter, changes)
  }
  const count = await updateRows(session, model, filter, stamp(model, changes))
  if (count === 0) {
    return []
  }
  const key = model.keyOf(filter)
  const changed = key?.columns.some((column) => changes.some((change) => change.column === column)) ?? false
  const after = changed && key !== undefined ? changedKey(model, filter, changes) : { [key?.name ?? '']: filter[key?.name ?? ''] }
  return rowsOf(session, model, after)
}

/** The key of a filter as it is after changes. */
function changedKey(model: Model, filter: Args, changes: readonly Change<Column>[]): Args {
  const key = model.keyOf(filter)
  const given = filter[key?.name ?? '']
  const values: { [name: string]: unknown } = {}
  for (const column of key?.columns ?? []) {
    const change = changes.find((each) => each.column === column)
    if (change !== undefined && change.operation !== 'SET') {
      throw new InvalidArguments(`${column.name} is the key by which the record is sought: give it a value, not an increment or the like.`)
    }
    values[column.name] = change?.value ?? (key?.columns.length === 1 ? given : (given as Args)[column.name])
  }
  return values
}

/** Changes a row's own columns, and gives it as it is then. */
export async function changeRow(session: Session, model: Model, row: Row, data: Args): Promise<Row | undefined> {
  const changes = changesOf(model, data)
  return changes.length === 0 ? row : (await returnedRows(session, model, keysFilter(model, [identityOf(model, row)]), [...stamp(model, changes)]))[0]
}

/** Deletes rows and tells how many there were. */
export async function deleteRows(session: Session, model: Model, filter: Args | undefined): Promise<number> {
  if (isReferredTo(model, undefined)) {
    return session.atomically((inside) => deleteReferring(new Rows(inside), model, filter))
  }
  return deleteAlone(session, model, filter)
}

export async function deleteAlone(session: Session, model: Model, filter: Args | undefined): Promise<number> {
  const sql = new Sql(session.dialect)
  const alias = sql.alias()
  const text = sql.dialect.fill('DELETE', model.descriptor.table) + condition(sql, model, alias, filter)
  return (await session.execute(text, sql.values)).count
}

export async function deleteMany(session: Session, model: Model, call: Args): Promise<{ count: number }> {
  return { count: await deleteRows(session, model, manyFilter(call, 'deleteMany')) }
}

export async function deleteOne(session: Session, model: Model, call: Args): Promise<object> {
  const filter = uniqueFilter(model, call, 'delete')
  const returning = Insert.into(model).returning
  const isWhole = call['select'] === undefined && call['include'] === undefined && call['omit'] === undefined
  if (session.dialect.server.updateReturning && returning !== '' && isWhole && !isReferredTo(model, undefined)) {
    const sql = new Sql(session.dialect)
    const alias = sql.alias()
    const text = sql.dialect.fill('DELETE', model.descriptor.table) + condition(sql, model, alias, filter) + returning
    const row = (await session.query(text, sql.values, model.isWide))[0]
    return row === undefined ? missing(model, filter) : model.mapper(row, 0)
  }
  return session.atomically(async (inside) => {
    const record = await findUnique(inside, model, { ...shape(call), where: filter })
    if (record === null || (await deleteRows(inside, model, filter)) === 0) {
      return missing(model, filter)
    }
    return record
  })
}

function missing(model: Model, filter: Args): never {
  const version = model.version
  if (version !== undefined && filter[version.name] !== undefined) {
    const key = model.keyOf(filter)
    throw new StaleRecord(model.name, `${key?.name} = ${String(filter[key?.name ?? ''])}`)
  }
  throw new RecordNotFound(model.name)
}
