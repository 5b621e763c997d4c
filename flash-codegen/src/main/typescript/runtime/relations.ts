import type { Row } from './descriptor.ts'
import { recordsOf } from './find.ts'
import type { Args, Column } from './model.ts'
import { ordersOf, orderText } from './order.ts'
import { Selection, type Load, type Waiting } from './select.ts'
import type { Session } from './session.ts'
import { chunkOf, Sql } from './sql.ts'
import { keyOfAll } from './values.ts'
import { where } from './where.ts'
import { InvalidArguments } from './errors.ts'

/** Loads what records wait for: one statement for each relation, however many records there are. */
export async function loadAll(session: Session, waiting: readonly Waiting[]): Promise<void> {
  const bySelection = new Map<Selection, Waiting[]>()
  for (const each of waiting) {
    const same = bySelection.get(each.selection)
    if (same === undefined) {
      bySelection.set(each.selection, [each])
    } else {
      same.push(each)
    }
  }
  for (const [selection, same] of bySelection) {
    for (const load of selection.loads) {
      await loadOne(session, selection, load, same)
    }
  }
}

/** The values of a relation's columns in a row; undefined if one is null, so that nothing is related. */
function keyOf(row: Row, offset: number, load: Load): readonly unknown[] | undefined {
  const values: unknown[] = []
  for (let i = 0; i < load.places.length; i++) {
    const value = (load.relation.local[i] as Column).read(row[offset + (load.places[i] as number)])
    if (value === null || value === undefined) {
      return undefined
    }
    values.push(value)
  }
  return values
}

async function loadOne(session: Session, selection: Selection, load: Load, waiting: readonly Waiting[]): Promise<void> {
  const { relation } = load
  const keys = new Map<unknown, readonly unknown[]>()
  const keyOfEach: unknown[] = []
  for (const { row } of waiting) {
    const values = keyOf(row, selection.offset, load)
    const key = values === undefined ? undefined : keyOfAll(values)
    if (values !== undefined) {
      keys.set(key, values)
    }
    keyOfEach.push(key)
  }
  const groups = new Map<unknown, object[]>()
  const all = [...keys.values()]
  const chunk = chunkOf(session.dialect, relation.local.length)
  for (let from = 0; from < all.length; from += chunk) {
    await loadKeys(session, load, all.slice(from, from + chunk), groups)
  }
  waiting.forEach(({ record }, i) => {
    const found = keyOfEach[i] === undefined ? undefined : groups.get(keyOfEach[i])
    record[relation.name] = relation.isList ? (found ?? []) : (found?.[0] ?? null)
  })
}

function page(call: Args, name: string): number | undefined {
  const value = call[name]
  if (value !== undefined && (typeof value !== 'number' || !Number.isInteger(value) || value < 0)) {
    throw new InvalidArguments(`${name} of related records takes 0 or more, but was given ${String(value)}.`)
  }
  return value
}

async function loadKeys(session: Session, load: Load, keys: readonly (readonly unknown[])[], groups: Map<unknown, object[]>): Promise<void> {
  const { relation, args: call } = load
  const { target, remote, descriptor } = relation
  const through = descriptor.through
  const isPaged = (call['take'] !== undefined || call['skip'] !== undefined) && keys.length > 1
  // Joined tables may have columns of the same name, which the table of a page's rows cannot have.
  const selection = new Selection(target, call, !isPaged)
  const places = through === undefined ? remote.map((column) => selection.placeOf(column)) : []
  const take = page(call, 'take')
  const skip = page(call, 'skip') ?? 0
  if (call['cursor'] !== undefined || call['distinct'] !== undefined) {
    throw new InvalidArguments(`Related records take where, orderBy, take and skip, but no cursor and no distinct: ${relation.name}.`)
  }
  const orders = ordersOf(target, call['orderBy'])

  const sql = new Sql(session.dialect)
  const alias = sql.alias()
  const pairs = through === undefined ? '' : sql.alias()
  const written = selection.write(sql, alias)
  const own = through === undefined ? undefined : `${pairs}.${through.local}`
  const width = selection.width
  let list = own === undefined ? written.list : `${written.list}, ${own}`
  if (isPaged) {
    const partition = own ?? remote.map((column) => column.in(alias)).join(', ')
    list = own === undefined ? list : `${list} AS flash_key`
    list += `, ROW_NUMBER() OVER (PARTITION BY ${partition}${orderText(sql, alias, orders)}) AS flash_row`
  }
  let text = `SELECT ${list} FROM ${target.descriptor.table} AS ${alias}${written.from}`
  if (through !== undefined) {
    text += ` INNER JOIN ${through.table} AS ${pairs} ON ${pairs}.${through.remote} = ${remote[0]?.in(alias)}`
  }
  // The table of pairs keeps keys of this end.
  text += ` WHERE ${sql.keys(own === undefined ? remote : relation.local, (column) => own ?? column.in(alias), keys)}`
  const condition = where(sql, target, alias, call['where'] as Args | undefined)
  text += condition === '' ? '' : ` AND ${condition}`
  if (isPaged) {
    text = `SELECT * FROM (${text}) AS flash_rows WHERE flash_row > ?`
    sql.values.push(skip)
    if (take !== undefined) {
      text += ' AND flash_row <= ?'
      sql.values.push(skip + take)
    }
    text += ' ORDER BY flash_row'
  } else {
    text += orderText(sql, alias, orders) + sql.page(take, skip)
  }
  const rows = await session.query(text, sql.values, selection.isWide || remote.some((column) => column.descriptor.type === 'BIG_INT'))
  const found = await recordsOf(session, selection, rows)
  const owner = relation.local[0]
  rows.forEach((row, i) => {
    const key = keyOfAll(own === undefined ? places.map((place, part) => remote[part]?.read(row[place])) : [owner?.read(row[width])])
    const group = groups.get(key)
    if (group === undefined) {
      groups.set(key, [found[i] as object])
    } else {
      group.push(found[i] as object)
    }
  })
}
