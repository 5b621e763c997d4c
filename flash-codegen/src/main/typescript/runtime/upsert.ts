import { FAIL, find, inOrder, insertAll, type OnConflict } from './bulk-insert.ts'
import { changesOf, stamp } from './changes.ts'
import type { Row } from './descriptor.ts'
import { InvalidArguments, UniqueViolation } from './errors.ts'
import { Insert, isKnown, type Draft } from './insert.ts'
import type { Args, Column, Key, Model } from './model.ts'
import { hasNested, insertNested } from './nested-writes.ts'
import { keysOf, type Change } from './records.ts'
import { isReferredTo } from './references.ts'
import { Rows } from './rows.ts'
import type { Session } from './session.ts'
import { changesText, Sql } from './sql.ts'
import { identityFilter, identityOf, rowsOf, selected, uniqueFilter, update, updateRows } from './update.ts'
import { isPlain, keyOf, keyOfAll } from './values.ts'
import { args } from './where.ts'

/** An insert that met a row of another transaction finds it by the next attempt. */
const ATTEMPTS = 3

export async function upsert(session: Session, model: Model, call: Args): Promise<object> {
  const filter = uniqueFilter(model, call, 'upsert')
  const key = model.keyOf(filter) as Key
  const create = args(call['create'], 'create')
  const data = args(call['update'], 'update')
  const isNested = hasNested(model, create) || hasNested(model, data)
  if (isNested || !isSought(key, filter, create)) {
    return session.atomically((inside) => findOrInsert(inside, model, call, filter, create, data))
  }
  const changes = changesOf(model, data)
  const changesKey = changes.some((change) => key.columns.includes(change.column))
  if (changesKey || isReferredTo(model, changes)) {
    return session.atomically((inside) => findOrInsert(inside, model, call, filter, create, data))
  }
  if (changes.length > 0) {
    stamp(model, changes)
  }
  const insert = Insert.into(model)
  const rows = await upsertRows(session, insert, key, [insert.draft(create)], changes)
  return (await selected(session, model, call, rows))[0] as object
}

/** Whether the new row has the very key that is sought: then one statement can do it. */
function isSought(key: Key, filter: Args, create: Args): boolean {
  for (const name in filter) {
    if (name !== key.name && filter[name] !== undefined) {
      return false
    }
  }
  const given = filter[key.name]
  const column = key.columns[0]
  if (key.columns.length === 1 && column !== undefined) {
    const value = isPlain(given) ? given['equals'] : given
    return create[column.name] !== undefined && keyOf(create[column.name]) === keyOf(value)
  }
  return isPlain(given) && key.columns.every((each) => create[each.name] !== undefined && keyOf(create[each.name]) === keyOf(given[each.name]))
}

async function findOrInsert(session: Session, model: Model, call: Args, filter: Args, create: Args, data: Args): Promise<object> {
  const row = (await rowsOf(session, model, filter))[0]
  if (row !== undefined) {
    return update(session, model, { ...call, where: identityFilter(model, identityOf(model, row)), data })
  }
  return (await selected(session, model, call, await insertNested(new Rows(session), model, [create])))[0] as object
}

/** Many of them at once, by one key: `{ by: ['email'], create: [...], update: {...} }`. */
export async function upsertMany(session: Session, model: Model, call: Args): Promise<object[]> {
  const by = call['by']
  const names = Array.isArray(by) ? (by as unknown[]).map(String) : [String(by)]
  const key = model.keys.find((each) => each.columns.length === names.length && names.every((name) => each.columns.includes(model.column(name))))
  if (key === undefined) {
    throw new InvalidArguments(`${model.name} has no unique key of ${names.join(', ')}.`)
  }
  const all = (Array.isArray(call['create']) ? (call['create'] as unknown[]) : [call['create']]).map((data) => args(data, 'create'))
  const data = args(call['update'], 'update')
  if (hasNested(model, data) || all.some((each) => hasNested(model, each))) {
    throw new InvalidArguments('upsertMany writes no related records.')
  }
  const changes = changesOf(model, data)
  if (changes.some((change) => key.columns.includes(change.column))) {
    throw new InvalidArguments(`upsertMany cannot change the key by which it seeks: ${names.join(', ')}.`)
  }
  if (changes.length > 0) {
    stamp(model, changes)
  }
  if (all.length === 0) {
    return []
  }
  const insert = Insert.into(model)
  const rows = await upsertRows(session, insert, key, all.map((each) => insert.draft(each)), changes)
  return selected(session, model, call, rows)
}

/** Inserts rows, or changes those that have the key already. */
async function upsertRows(session: Session, insert: Insert, key: Key, drafts: readonly Draft[], changes: readonly Change<Column>[]): Promise<readonly Row[]> {
  // Where the database changes whatever row it meets by any key, the drafts must have no other.
  const isOneStatement = session.dialect.has('UPSERT') || drafts.every((draft) => meetsOnly(insert, key, draft))
  const write = isOneStatement ? oneStatement : step
  if (isOneStatement && drafts.length === 1 && isKnown(key, drafts[0] as Draft)) {
    return oneStatement(session, insert, key, drafts, changes)
  }
  return session.atomically((inside) => rounds(inside, insert, key, drafts, changes, write))
}

function meetsOnly(insert: Insert, wanted: Key, draft: Draft): boolean {
  return (insert.model.descriptor.insert?.hasHiddenKeys ?? false) ? false : !insert.model.keys.some((key) => key !== wanted && isKnown(key, draft) && !isMade(key, draft))
}

/** Whether its value was made by chance, so that no other row has it. */
function isMade(key: Key, draft: Draft): boolean {
  return key.columns.length === 1 && key.columns[0]?.descriptor.default?.maker !== undefined && key.columns[0].descriptor.default.maker !== 'NOW' && draft.size > 0
}

/** One round for the first draft of each key, another for the second, and so on: no statement meets a row twice. */
async function rounds(session: Session, insert: Insert, key: Key, drafts: readonly Draft[], changes: readonly Change<Column>[], write: typeof oneStatement): Promise<readonly Row[]> {
  const rows = new Array<Row>(drafts.length)
  let left = drafts.map((_, i) => i)
  while (left.length > 0) {
    const seen = new Set<unknown>()
    const known: number[] = []
    const unknown: number[] = []
    const later: number[] = []
    for (const i of left) {
      const draft = drafts[i] as Draft
      if (!isKnown(key, draft)) {
        // Without a value for the key there is nothing to meet.
        unknown.push(i)
      } else {
        const value = keyOfDraft(key, draft)
        ;(seen.has(value) ? later : known).push(i)
        seen.add(value)
      }
    }
    const chosen = (indexes: readonly number[]): readonly Draft[] => indexes.map((i) => drafts[i] as Draft)
    const written = known.length === 0 ? [] : await write(session, insert, key, chosen(known), changes)
    known.forEach((i, at) => (rows[i] = written[at] as Row))
    const inserted = unknown.length === 0 ? [] : await insertAll(session, insert, chosen(unknown))
    unknown.forEach((i, at) => (rows[i] = inserted[at] as Row))
    left = later
  }
  return rows
}

function keyOfDraft(key: Key, draft: Draft): unknown {
  return keyOfAll(key.columns.map((column) => draft.get(column)))
}

async function oneStatement(session: Session, insert: Insert, key: Key, drafts: readonly Draft[], changes: readonly Change<Column>[]): Promise<readonly Row[]> {
  const conflict = changing(session, key, changes)
  const rows: Row[] = []
  let from = 0
  while (from < drafts.length) {
    const columns = insert.columns(drafts[from] as Draft)
    const room = Math.max(1, Math.floor(session.dialect.server.maxParameters / 2 / Math.max(1, columns.length)))
    let to = from + 1
    while (to < drafts.length && to - from < room && insert.columns(drafts[to] as Draft).every((column, i) => column === columns[i])) {
      to++
    }
    rows.push(...(await onePart(session, insert, key, drafts.slice(from, to), conflict)))
    from = to
  }
  return rows
}

async function onePart(session: Session, insert: Insert, key: Key, drafts: readonly Draft[], conflict: OnConflict): Promise<readonly Row[]> {
  const columns = insert.columns(drafts[0] as Draft)
  const hasArrays = drafts.length > 1 && insert.hasArrays(columns)
  const values: unknown[] = hasArrays
    ? columns.map((column) => drafts.map((draft) => column.write(draft.get(column) ?? null)))
    : drafts.flatMap((draft) => insert.values(draft, columns))
  values.push(...conflict.values)
  const text = conflict.text(insert.model.descriptor.table, hasArrays ? insert.arrays(columns) : insert.rows(columns, drafts.length))
  if (session.dialect.server.insertReturning) {
    const rows = await session.query(text + insert.returning, values, insert.model.isWide)
    return rows.length === 1 ? rows : inOrder(drafts, key, rows)
  }
  await session.execute(text, values)
  return inOrder(drafts, key, await find(session, insert, key, drafts))
}

/** Changes the row that is there. */
function changing(session: Session, key: Key, changes: readonly Change<Column>[]): OnConflict {
  const dialect = session.dialect
  const isNamed = dialect.has('UPSERT')
  const row = isNamed ? 't0.' : ''
  const sql = new Sql(dialect)
  const first = key.columns[0]?.sql ?? ''
  // A row that nothing changes would not be returned.
  const set = changes.length === 0 ? `${first} = ${row}${first}` : changesText(sql, changes, row)
  const on = isNamed ? dialect.fill('UPSERT', key.columns.map((column) => column.sql).join(', ')) : dialect.fragment('UPSERT_BY_ANY_KEY')
  return { text: (table, rows) => FAIL.text(isNamed ? `${table} AS t0` : table, rows) + on + set, values: sql.values }
}

/** Changes the rows that there are, then inserts those that are not. */
async function step(session: Session, insert: Insert, key: Key, drafts: readonly Draft[], changes: readonly Change<Column>[]): Promise<readonly Row[]> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await session.savepoint((inside) => changeOrInsert(inside, insert, key, drafts, changes))
    } catch (thrown) {
      if (!(thrown instanceof UniqueViolation) || attempt === ATTEMPTS) {
        throw thrown
      }
    }
  }
}

async function changeOrInsert(session: Session, insert: Insert, key: Key, drafts: readonly Draft[], changes: readonly Change<Column>[]): Promise<readonly Row[]> {
  const { model } = insert
  const filter = keysOf(key.columns, drafts.map((draft) => key.columns.map((column) => draft.get(column))))
  const changed = changes.length === 0 ? 1 : await updateRows(session, model, filter, changes)
  const there = changed === 0 ? [] : await find(session, insert, key, drafts)
  const found = new Map(there.map((row) => [keyOfAll(key.columns.map((column) => column.read(row[column.index]))), row]))
  const missing = drafts.filter((draft) => !found.has(keyOfDraft(key, draft)))
  const inserted = missing.length === 0 ? [] : await insertAll(session, insert, missing)
  missing.forEach((draft, i) => found.set(keyOfDraft(key, draft), inserted[i] as Row))
  return drafts.map((draft) => found.get(keyOfDraft(key, draft)) as Row)
}
