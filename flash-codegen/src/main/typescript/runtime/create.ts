import { FAIL, write, type OnConflict } from './bulk-insert.ts'
import type { Row } from './descriptor.ts'
import { InvalidArguments } from './errors.ts'
import { Insert } from './insert.ts'
import type { Args, Dialect, Model } from './model.ts'
import { hasNested, insertNested } from './nested-writes.ts'
import { Rows } from './rows.ts'
import type { Session } from './session.ts'
import { selected } from './update.ts'
import { args } from './where.ts'

export async function create(session: Session, model: Model, call: Args): Promise<object> {
  const data = args(call['data'] ?? {}, 'data')
  let row: Row
  if (hasNested(model, data)) {
    row = (await session.atomically((inside) => insertNested(new Rows(inside), model, [data])))[0] as Row
  } else {
    row = await Insert.into(model).ofData(session, data)
  }
  if (call['select'] === undefined && call['include'] === undefined && call['omit'] === undefined) {
    return model.mapper(row, 0)
  }
  return (await selected(session, model, call, [row]))[0] as object
}

function dataOf(call: Args): readonly Args[] {
  const data = call['data']
  return (Array.isArray(data) ? (data as unknown[]) : [data]).map((each) => args(each, 'data'))
}

export async function createMany(session: Session, model: Model, call: Args): Promise<{ count: number }> {
  const all = dataOf(call)
  if (all.some((data) => hasNested(model, data))) {
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
    ? await session.atomically((inside) => insertNested(new Rows(inside), model, all))
    : await new Rows(session).insert(model, all)
  return selected(session, model, call, rows)
}
