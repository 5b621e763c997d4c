import { InvalidArguments } from './errors.ts'
import type { Args, Column, Model } from './model.ts'
import type { Sql } from './sql.ts'
import { isPlain } from './values.ts'
import { args, countOf } from './where.ts'

/** One part of an order. */
export interface Order {
  /** The column, if it is one of the rows themselves. */
  readonly column: Column | undefined
  readonly expression: (sql: Sql, alias: string) => string
  readonly fragment: string
}

const REVERSED: { readonly [fragment: string]: string } = {
  ASC: 'DESC',
  DESC: 'ASC',
  ASC_NULLS_FIRST: 'DESC_NULLS_LAST',
  ASC_NULLS_LAST: 'DESC_NULLS_FIRST',
  DESC_NULLS_FIRST: 'ASC_NULLS_LAST',
  DESC_NULLS_LAST: 'ASC_NULLS_FIRST',
}

export function reversed(orders: readonly Order[]): readonly Order[] {
  return orders.map((order) => ({ ...order, fragment: REVERSED[order.fragment] ?? 'ASC' }))
}

export function isDescending(order: Order): boolean {
  return order.fragment.startsWith('DESC')
}

/** Whether null comes first. */
export function hasNullsFirst(order: Order): boolean {
  return order.fragment.endsWith('FIRST') || order.fragment === 'ASC'
}

export function byColumn(column: Column, direction: unknown): Order {
  return { column, expression: (_, alias) => column.in(alias), fragment: fragmentOf(direction, column.descriptor.isNullable ?? false) }
}

/** Null is the least of all values, on every database, unless it is said where it goes. A column without is left to its index. */
export function fragmentOf(direction: unknown, isNullable: boolean): string {
  const sort = isPlain(direction) ? direction['sort'] : direction
  const nulls = isPlain(direction) ? direction['nulls'] : undefined
  if (sort !== 'asc' && sort !== 'desc') {
    throw new InvalidArguments(`An order is asc or desc, but was given ${String(sort)}.`)
  }
  if (!isNullable) {
    return sort === 'asc' ? 'ASC' : 'DESC'
  }
  const first = nulls === undefined ? sort === 'asc' : nulls === 'first'
  return `${sort === 'asc' ? 'ASC' : 'DESC'}_NULLS_${first ? 'FIRST' : 'LAST'}`
}

/** The parts of `orderBy`: an object, or a list of them. */
export function ordersOf(model: Model, orderBy: unknown): readonly Order[] {
  if (orderBy === undefined || orderBy === null) {
    return []
  }
  const orders: Order[] = []
  for (const part of Array.isArray(orderBy) ? (orderBy as unknown[]) : [orderBy]) {
    const by = args(part, 'orderBy')
    for (const name in by) {
      if (by[name] !== undefined) {
        orders.push(orderOf(model, name, by[name]))
      }
    }
  }
  return orders
}

function orderOf(model: Model, name: string, by: unknown): Order {
  const column = model.byName.get(name)
  if (column !== undefined) {
    return byColumn(column, by)
  }
  if (name === '_count') {
    const [related, direction] = only(args(by, name), name)
    return counted(model, related, direction)
  }
  const relation = model.relation(name)
  const [inner, direction] = only(args(by, name), name)
  if (relation.isList) {
    if (inner !== '_count') {
      throw new InvalidArguments(`${name} sorts by its _count only: it has many records.`)
    }
    return counted(model, name, direction)
  }
  const further = orderOf(relation.target, inner, direction)
  const isNull = !further.fragment.includes('NULLS')
  return {
    column: undefined,
    expression: (sql, alias) => {
      const related = sql.alias()
      const from = sql.related(relation, alias, related)
      return `(SELECT ${further.expression(sql, related)}${from})`
    },
    // There may be no related record.
    fragment: isNull ? fragmentOf(direction, further.column !== undefined) : further.fragment,
  }
}

function counted(model: Model, name: string, direction: unknown): Order {
  const relation = model.relation(name)
  return { column: undefined, expression: (sql, alias) => countOf(sql, relation, alias, undefined), fragment: fragmentOf(direction, false) }
}

function only(by: Args, name: string): [string, unknown] {
  const entries = Object.entries(by).filter(([, value]) => value !== undefined)
  const entry = entries[0]
  if (entry === undefined || entries.length > 1) {
    throw new InvalidArguments(`orderBy of ${name} takes one field.`)
  }
  return entry
}

export function orderText(sql: Sql, alias: string, orders: readonly Order[]): string {
  let text = ''
  for (const order of orders) {
    const part =
      order.column === undefined ? sql.dialect.fill(order.fragment, order.expression(sql, alias)) : order.column.piece(order.fragment, alias)
    text += text === '' ? ` ORDER BY ${part}` : `, ${part}`
  }
  return text
}
