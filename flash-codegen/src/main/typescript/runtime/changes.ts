import { InvalidArguments } from './errors.ts'
import type { Args, Change, Member } from './records.ts'
import { isPlain } from './values.ts'

/** A model whose records change. */
interface Changeable<C extends Member> {
  readonly relations: { has(name: string): boolean }
  /** What every change of a record changes too. */
  readonly stamped: readonly C[]
  column(name: string): C
}

const OPERATIONS: { readonly [name: string]: string } = {
  set: 'SET',
  increment: 'INCREMENT',
  decrement: 'DECREMENT',
  multiply: 'MULTIPLY',
  divide: 'DIVIDE',
  push: 'PUSH',
  unset: 'UNSET',
}

/** What `data` changes of a record's own fields. What every change changes too comes with the first. */
export function changesOf<C extends Member>(model: Changeable<C>, data: Args): Change<C>[] {
  const changes: Change<C>[] = []
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

function changeOf<C extends Member>(column: C, value: unknown): Change<C> | undefined {
  const { isList, isGenerated } = column.descriptor
  if (isGenerated) {
    throw new InvalidArguments(`${column.name} is made by the database and cannot be changed.`)
  }
  if (isPlain(value) && !isValue(column, value)) {
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
    return { column, operation, value: operation === 'PUSH' && isList && !Array.isArray(operand) ? [operand] : operand }
  }
  return { column, operation: 'SET', value }
}

/** Whether an object is a value of the field, and no operation on it. */
function isValue({ descriptor }: Member, value: Args): boolean {
  if (descriptor.isList) {
    return false
  }
  return descriptor.type === 'JSON' || (descriptor.type === 'COMPOSITE' && !Object.keys(value).every((name) => name in OPERATIONS))
}

/** What every change of a record changes too: times of change, and versions. */
export function stamp<C extends Member>(model: Changeable<C>, changes: Change<C>[]): readonly Change<C>[] {
  for (const column of model.stamped) {
    if (!changes.some((change) => change.column === column)) {
      changes.push(column.descriptor.isVersion ? { column, operation: 'INCREMENT', value: 1 } : { column, operation: 'SET', value: new Date() })
    }
  }
  return changes
}
