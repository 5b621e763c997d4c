import { FAIL, insertAll, write, type OnConflict } from './bulk-insert.ts'
import type { Row } from './descriptor.ts'
import { InvalidArguments } from './errors.ts'
import { Insert } from './insert.ts'
import type { Args, Dialect, Model } from './model.ts'
import { nestedOf, writesOf } from './nested-writes.ts'
import type { Session } from './session.ts'
import { selected } from './update.ts'
import { args } from './where.ts'

export async function create(session: Session, model: Model, call: Args): Promise<object> {
  const data = args(call['data'] ?? {}, 'data')
  let row: Row
  if (hasNested(model, data)) {
    row = (await session.atomically((inside) => insertNested(inside, model, [data])))[0] as Row
  } else {
    row = await Insert.into(model).ofData(session, data)
  }
  if (call['select'] === undefined && call['include'] === undefined && call['omit'] === undefined) {
    return model.mapper(row, 0)
  }
  return (await selected(session, model, call, [row]))[0] as object
}

/** Whether data writes related records. */
export function hasNested(model: Model, data: Args): boolean {
  for (const name in data) {
    if (data[name] !== undefined && model.relations.has(name)) {
      return true
    }
  }
  return false
}

/** Inserts rows with their related ones: first those that they refer to, then they, then those that refer to them. */
export async function insertNested(session: Session, model: Model, all: readonly Args[]): Promise<readonly Row[]> {
  const insert = Insert.into(model)
  if (!all.some((data) => hasNested(model, data))) {
    return insertAll(session, insert, all.map((data) => insert.draft(data)))
  }
  const own = all.map((data) => ({ ...data }))
  const nested = writesOf(model, all)
  for (const each of nested) {
    await each.beforeCreate(session, own)
  }
  const rows = await insertAll(session, insert, own.map((data) => insert.draft(data)))
  for (const each of nested) {
    await each.after(session, rows, each.indexes, false)
  }
  return rows
}

function dataOf(call: Args): readonly Args[] {
  const data = call['data']
  return (Array.isArray(data) ? (data as unknown[]) : [data]).map((each) => args(each, 'data'))
}

export async function createMany(session: Session, model: Model, call: Args): Promise<{ count: number }> {
  const all = dataOf(call)
  if (all.some((data) => nestedOf(model, data).length > 0)) {
    throw new InvalidArguments('createMany writes no related records: use createManyAndReturn or create.')
  }
  if (all.length === 0) {
    return { count: 0 }
  }
  const insert = Insert.into(model)
  const conflict = call['skipDuplicates'] === true ? skipping(session.dialect) : FAIL
  return { count: await write(session, insert, all.map((data) => insert.draft(data)), conflict) }
}

function skipping(dialect: Dialect): OnConflict {
  return { text: (table, rows) => dialect.fill('INSERT_SKIPPING', `${table} ${rows}`), values: [], isSkipping: true }
}

export async function createManyAndReturn(session: Session, model: Model, call: Args): Promise<object[]> {
  const all = dataOf(call)
  if (call['skipDuplicates'] === true) {
    throw new InvalidArguments('createManyAndReturn cannot skip duplicates: of those there is nothing to give back.')
  }
  if (all.length === 0) {
    return []
  }
  const rows = all.some((data) => hasNested(model, data))
    ? await session.atomically((inside) => insertNested(inside, model, all))
    : await insertNested(session, model, all)
  return selected(session, model, call, rows)
}
