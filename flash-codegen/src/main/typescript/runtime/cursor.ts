import type { Column, Model } from './model.ts'
import { byColumn, hasNullsFirst, isDescending, type Order } from './order.ts'
import { InvalidArguments } from './errors.ts'
import type { Sql } from './sql.ts'

/** An order in which each row has a place of its own. */
export function totalOrder(model: Model, orders: readonly Order[]): readonly Order[] {
  const sorted = orders.map((order) => order.column)
  const isTotal = model.keys.some((key) => key.columns.every((column) => sorted.includes(column) && !column.descriptor.isNullable))
  const key = model.keys[0]
  if (isTotal || key === undefined) {
    return orders
  }
  return [...orders, ...key.columns.filter((column) => !sorted.includes(column)).map((column) => byColumn(column, 'asc'))]
}

/** That rows are the one at which they begin, or come after it in this order. */
export function cursorCondition(sql: Sql, alias: string, orders: readonly Order[], start: object): string {
  const columns = orders.map((order) => {
    if (order.column === undefined) {
      throw new InvalidArguments('A cursor takes an order by columns of the row itself only.')
    }
    return order.column
  })
  const choices: string[] = []
  for (let last = 0; last <= orders.length; last++) {
    const values: unknown[] = []
    const parts = columns.slice(0, last).map((column) => same(values, column, alias, start))
    const order = orders[last]
    const column = columns[last]
    if (order !== undefined && column !== undefined) {
      const further = after(values, order, column, alias, start)
      if (further === undefined) {
        continue
      }
      parts.push(further)
    }
    sql.values.push(...values)
    choices.push(parts.join(' AND '))
  }
  return choices.length === 1 ? (choices[0] ?? '') : `((${choices.join(') OR (')}))`
}

function valueOf(start: object, column: Column): unknown {
  return (start as { [name: string]: unknown })[column.name] ?? null
}

function same(values: unknown[], column: Column, alias: string, start: object): string {
  const value = valueOf(start, column)
  if (value === null) {
    return column.piece('IS_NULL', alias)
  }
  values.push(column.write(value))
  return column.piece('EQ', alias)
}

/** @returns undefined if nothing comes after it */
function after(values: unknown[], order: Order, column: Column, alias: string, start: object): string | undefined {
  const value = valueOf(start, column)
  const nullsAfter = (column.descriptor.isNullable ?? false) && !hasNullsFirst(order)
  if (value === null) {
    return nullsAfter ? undefined : column.piece('IS_NOT_NULL', alias)
  }
  const operator = isDescending(order) ? 'LT' : 'GT'
  const compared = comparison(values, operator, column, alias, value)
  return nullsAfter ? `(${compared} OR ${column.piece('IS_NULL', alias)})` : compared
}

/** Where values of an enum compare as texts but are sorted by their places, the places are compared. */
function comparison(values: unknown[], operator: string, column: Column, alias: string, value: unknown): string {
  const dialect = column.dialect
  if (column.descriptor.enum !== undefined && dialect.has('ENUM_PLACE')) {
    values.push(column.enumValues.indexOf(String(value)) + 1)
    return dialect.fill(operator, dialect.fill('ENUM_PLACE', column.in(alias)))
  }
  values.push(column.write(value))
  return column.piece(operator, alias)
}
