import type { Row } from './descriptor.ts'
import { Decimal } from './decimal.ts'
import { InvalidArguments } from './errors.ts'
import { chosen, rowsOf, type Rows } from './find.ts'
import type { Args, Column, Model } from './model.ts'
import { fragmentOf } from './order.ts'
import type { Session } from './session.ts'
import { Sql } from './sql.ts'
import { isPlain } from './values.ts'
import { args } from './where.ts'

type Read = (value: unknown) => unknown

/** A value made of many rows: how it is written, and how it is read. */
interface Aggregate {
  text(alias: string): string
  readonly read: Read
  /** Encodes what it is compared with. */
  readonly write: (value: unknown) => unknown
}

const KINDS = ['_count', '_distinct', '_sum', '_avg', '_min', '_max']

function aggregateOf(model: Model, kind: string, name: string): Aggregate {
  const { dialect } = model
  if (name === '_all') {
    return { text: () => 'COUNT(*)', read: Number, write: (value) => value }
  }
  const column = model.column(name)
  switch (kind) {
    case '_count':
      return { text: (alias) => column.piece('COUNT', alias), read: Number, write: (value) => value }
    case '_distinct':
      return { text: (alias) => column.piece('COUNT_DISTINCT', alias), read: Number, write: (value) => value }
    case '_sum':
      return { text: (alias) => column.piece('SUM', alias), read: sumOf(column), write: numberOf }
    case '_avg': {
      const isDecimal = column.descriptor.type === 'DECIMAL'
      return { text: (alias) => column.piece(isDecimal ? 'AVG_DECIMAL' : 'AVG', alias), read: isDecimal ? decimalOf : doubleOf, write: numberOf }
    }
    case '_min':
    case '_max':
      return {
        text: (alias) => dialect.fill(kind === '_min' ? 'MIN' : 'MAX', column.in(alias)),
        read: column.read,
        write: (value) => column.write(value),
      }
    default:
      throw new InvalidArguments(`There is no ${kind}.`)
  }
}

function doubleOf(value: unknown): unknown {
  return value === null ? null : Number(value)
}

function decimalOf(value: unknown): unknown {
  return value === null ? null : new Decimal(value as string)
}

function numberOf(value: unknown): unknown {
  return value instanceof Decimal ? value.toString() : value
}

function sumOf(column: Column): Read {
  switch (column.descriptor.type) {
    case 'BIG_INT':
      return (value) => (value === null ? null : BigInt(new Decimal(value as string).toString()))
    case 'DECIMAL':
      return decimalOf
    default:
      return doubleOf
  }
}

/** What a call chooses: for each kind `true`, or fields. */
function chosenOf(model: Model, call: Args): { kind: string; name: string; aggregate: Aggregate }[] {
  const all: { kind: string; name: string; aggregate: Aggregate }[] = []
  for (const kind of KINDS) {
    const wanted = call[kind]
    if (wanted === true) {
      all.push({ kind, name: '', aggregate: aggregateOf(model, kind, '_all') })
    } else if (wanted !== undefined && wanted !== false) {
      const fields = args(wanted, kind)
      for (const name in fields) {
        if (fields[name] === true) {
          all.push({ kind, name, aggregate: aggregateOf(model, kind, name) })
        }
      }
    }
  }
  return all
}

function put(record: { [name: string]: unknown }, kind: string, name: string, value: unknown): void {
  if (name === '') {
    record[kind] = value
  } else {
    const values = (record[kind] ??= {}) as { [name: string]: unknown }
    values[name] = value
  }
}

/** ` FROM` rows: a page of them is a table of its own, and an order that chooses nothing is left out. */
function source(sql: Sql, model: Model, alias: string, rows: Rows): string {
  const { table } = model.descriptor
  if (rows.take === undefined && (rows.skip ?? 0) === 0) {
    return ` FROM ${table} AS ${alias}${chosen(sql, model, alias, rows.start === undefined ? { ...rows, orders: [] } : rows)}`
  }
  const inner = sql.alias()
  return ` FROM (SELECT ${inner}.* FROM ${table} AS ${inner}${chosen(sql, model, inner, rows)}) AS ${alias}`
}

export async function aggregate(session: Session, model: Model, call: Args): Promise<object> {
  const wanted = chosenOf(model, call)
  if (wanted.length === 0) {
    throw new InvalidArguments(`aggregate needs one of ${KINDS.join(', ')}.`)
  }
  const rows = await rowsOf(session, model, call)
  const record: { [name: string]: unknown } = {}
  let row: Row = []
  if (rows !== undefined) {
    const sql = new Sql(session.dialect)
    const alias = sql.alias()
    const list = wanted.map((each) => each.aggregate.text(alias)).join(', ')
    const text = `SELECT ${list}${source(sql, model, alias, rows)}`
    row = (await session.query(text, sql.values, true))[0] ?? []
  }
  wanted.forEach(({ kind, name, aggregate: each }, i) => put(record, kind, name, each.read(row[i] ?? null)))
  return record
}

export async function groupBy(session: Session, model: Model, call: Args): Promise<object[]> {
  const by = call['by']
  const keys = (Array.isArray(by) ? (by as unknown[]) : [by]).map((name) => model.column(String(name)))
  const wanted = chosenOf(model, call)
  const sql = new Sql(session.dialect)
  const alias = sql.alias()
  const columns = keys.map((column) => column.in(alias))
  const list = [...columns, ...wanted.map((each) => each.aggregate.text(alias))].join(', ')
  const rows = await rowsOf(session, model, { where: call['where'] })
  let text = `SELECT ${list}${source(sql, model, alias, rows as Rows)} GROUP BY ${columns.join(', ')}`
  const condition = call['having'] === undefined ? '' : having(sql, model, alias, args(call['having'], 'having'))
  text += condition === '' ? '' : ` HAVING ${condition}`
  text += groupOrder(sql, model, alias, call['orderBy'])
  text += sql.page(whole(call['take'], 'take'), whole(call['skip'], 'skip'))
  return (await session.query(text, sql.values, true)).map((row) => {
    const record: { [name: string]: unknown } = {}
    keys.forEach((column, i) => (record[column.name] = column.read(row[i])))
    wanted.forEach(({ kind, name, aggregate: each }, i) => put(record, kind, name, each.read(row[keys.length + i])))
    return record
  })
}

function whole(value: unknown, name: string): number | undefined {
  if (value !== undefined && (typeof value !== 'number' || !Number.isInteger(value) || value < 0)) {
    throw new InvalidArguments(`${name} of groups takes 0 or more, but was given ${String(value)}.`)
  }
  return value
}

const OPERATORS: { readonly [name: string]: string } = { equals: 'EQ', not: 'NE', lt: 'LT', lte: 'LTE', gt: 'GT', gte: 'GTE' }

/** Conditions on groups: `{ visits: { _sum: { gt: 3 } } }`, `{ _count: { gt: 1 } }`, and on what they are grouped by. */
function having(sql: Sql, model: Model, alias: string, filter: Args): string {
  const all: string[] = []
  for (const name in filter) {
    const value = filter[name]
    if (value === undefined) {
      continue
    }
    if (name === 'AND' || name === 'OR' || name === 'NOT') {
      const parts = (Array.isArray(value) ? (value as unknown[]) : [value]).map((part) => having(sql, model, alias, args(part, name)))
      const joined = parts.filter((part) => part !== '').join(name === 'OR' ? ') OR (' : ') AND (')
      all.push(joined === '' ? '1 = 1' : name === 'NOT' ? `NOT ((${joined}))` : `((${joined}))`)
    } else if (name === '_count') {
      all.push(compared(sql, aggregateOf(model, '_count', '_all'), alias, value))
    } else if (isPlain(value) && KINDS.some((kind) => value[kind] !== undefined)) {
      for (const kind of KINDS) {
        if (value[kind] !== undefined) {
          all.push(compared(sql, aggregateOf(model, kind, name), alias, value[kind]))
        }
      }
    } else {
      const column = model.column(name)
      all.push(compared(sql, { text: (at) => column.in(at), read: column.read, write: (each) => column.write(each) }, alias, value))
    }
  }
  return all.join(' AND ')
}

function compared(sql: Sql, aggregate: Aggregate, alias: string, filter: unknown): string {
  const all: string[] = []
  const operators = isPlain(filter) ? filter : { equals: filter }
  for (const name in operators) {
    const value = operators[name]
    const left = aggregate.text(alias)
    if (value === undefined) {
      continue
    }
    if (value === null && (name === 'equals' || name === 'not')) {
      all.push(sql.dialect.fill(name === 'equals' ? 'IS_NULL' : 'IS_NOT_NULL', left))
    } else if (name === 'between' && Array.isArray(value)) {
      sql.values.push(aggregate.write(value[0]), aggregate.write(value[1]))
      all.push(sql.dialect.fill('BETWEEN', left))
    } else if ((name === 'in' || name === 'notIn') && Array.isArray(value)) {
      const operator = name === 'in' ? 'EQ' : 'NE'
      const parts = (value as unknown[]).map((each) => (sql.values.push(aggregate.write(each)), sql.dialect.fill(operator, left)))
      all.push(parts.length === 0 ? (name === 'in' ? '1 = 0' : '1 = 1') : `(${parts.join(name === 'in' ? ' OR ' : ' AND ')})`)
    } else {
      const fragment = OPERATORS[name]
      if (fragment === undefined) {
        throw new InvalidArguments(`having has no operator ${name}.`)
      }
      sql.values.push(aggregate.write(value))
      all.push(sql.dialect.fill(fragment, left))
    }
  }
  return all.join(' AND ')
}

/** By what groups have in common, or by their aggregates: `{ _sum: { visits: 'desc' } }`. */
function groupOrder(sql: Sql, model: Model, alias: string, orderBy: unknown): string {
  const all: string[] = []
  for (const part of orderBy === undefined ? [] : Array.isArray(orderBy) ? (orderBy as unknown[]) : [orderBy]) {
    const by = args(part, 'orderBy')
    for (const name in by) {
      const direction = by[name]
      if (direction === undefined) {
        continue
      }
      if (KINDS.includes(name)) {
        const fields = isPlain(direction) && direction['sort'] === undefined ? direction : { _all: direction }
        for (const [field, each] of Object.entries(fields)) {
          const isNullable = name !== '_count' && name !== '_distinct'
          all.push(sql.dialect.fill(fragmentOf(each, isNullable), aggregateOf(model, name, field).text(alias)))
        }
      } else {
        const column = model.column(name)
        all.push(column.piece(fragmentOf(direction, column.descriptor.isNullable ?? false), alias))
      }
    }
  }
  return all.length === 0 ? '' : ` ORDER BY ${all.join(', ')}`
}
