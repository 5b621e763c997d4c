import { InvalidArguments } from './errors.ts'
import type { Args, Column, Model } from './model.ts'
import type { Sql } from './sql.ts'
import { isPlain } from './values.ts'

/** How a column changes. */
export interface Change {
  readonly column: Column
  /** `SET`, `INCREMENT`… */
  readonly operation: string
  readonly value: unknown
}

const OPERATIONS: { readonly [name: string]: string } = {
  set: 'SET',
  increment: 'INCREMENT',
  decrement: 'DECREMENT',
  multiply: 'MULTIPLY',
  divide: 'DIVIDE',
  push: 'PUSH',
}

/** What `data` changes of a row's own columns. What every change changes too comes with the first. */
export function changesOf(model: Model, data: Args): Change[] {
  const changes: Change[] = []
  for (const name in data) {
    const value = data[name]
    if (value === undefined || model.relations.has(name)) {
      continue
    }
    const change = changeOf(model.column(name), value)
    if (change !== undefined) {
      changes.push(change)
    }
  }
  return changes
}

function changeOf(column: Column, value: unknown): Change | undefined {
  const { type, isList, isGenerated } = column.descriptor
  if (isGenerated) {
    throw new InvalidArguments(`${column.name} is made by the database and cannot be changed.`)
  }
  if (isPlain(value) && (type !== 'JSON' || isList)) {
    const names = Object.keys(value).filter((name) => value[name] !== undefined)
    const name = names[0]
    if (name === undefined) {
      return undefined
    }
    const operation = OPERATIONS[name]
    if (operation === undefined || names.length > 1) {
      throw new InvalidArguments(`${column.name} changes by one of ${Object.keys(OPERATIONS).join(', ')}.`)
    }
    const operand = value[name]
    return { column, operation, value: operation === 'PUSH' && !Array.isArray(operand) ? [operand] : operand }
  }
  return { column, operation: 'SET', value }
}

/** What every change of a row changes too: times of change, and versions. */
export function stamp(model: Model, changes: Change[]): readonly Change[] {
  for (const column of model.stamped) {
    if (!changes.some((change) => change.column === column)) {
      changes.push(column.descriptor.isVersion ? { column, operation: 'INCREMENT', value: 1 } : { column, operation: 'SET', value: new Date() })
    }
  }
  return changes
}

/** `"a" = ?, "b" = "b" + ?`. @param row what stands before a column whose present value is meant */
export function changesText(sql: Sql, changes: readonly Change[], row: string): string {
  let text = ''
  for (const { column, operation, value } of changes) {
    sql.add(column, value)
    const part = column.change(operation, row)
    text = text === '' ? part : `${text}, ${part}`
  }
  return text
}
