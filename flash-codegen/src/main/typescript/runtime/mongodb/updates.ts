import type { Document } from 'mongodb'
import { InvalidArguments, Unsupported } from '../errors.ts'
import type { Change } from '../records.ts'
import { DbNull, JsonNull } from '../values.ts'
import type { Field } from './values.ts'

/** An update of MongoDB. A field without a value is removed. */
export function updateOf(changes: readonly Change<Field>[]): Document {
  const update: { [operator: string]: Document } = {}
  for (const { column, operation, value } of changes) {
    const [operator, operand] = partOf(column, operation, value)
    ;(update[operator] ??= {})[column.path] = operand
  }
  // An update of nothing is refused; this one finds the document and leaves it as it is.
  return changes.length === 0 ? { $unset: { flash_nothing: '' } } : update
}

function partOf(field: Field, operation: string, value: unknown): readonly [string, unknown] {
  const { codec, descriptor } = field
  switch (operation) {
    case 'SET':
      if (value === null || value === DbNull) {
        if (!descriptor.isNullable && !descriptor.isList) {
          throw new InvalidArguments(`${field.name} is required, and cannot be null.`)
        }
        return ['$unset', '']
      }
      return ['$set', value === JsonNull ? null : codec.write(value)]
    case 'INCREMENT':
      return ['$inc', codec.write(value)]
    case 'DECREMENT':
      return ['$inc', codec.write(typeof value === 'bigint' ? -value : -Number(value))]
    case 'MULTIPLY':
      return ['$mul', codec.write(value)]
    case 'PUSH':
      return ['$push', { $each: codec.write(value) }]
    case 'UNSET':
      return ['$unset', '']
    default:
      throw new Unsupported(`MongoDB has no ${operation.toLowerCase()} for ${field.name}.`)
  }
}
