import type { ColumnDescriptor, DefaultDescriptor, Maker, ValueType } from './descriptor.ts'
import { Decimal } from './decimal.ts'
import { Unsupported } from './errors.ts'
import * as ids from './ids.ts'

/** What a new row has in a column that it is given no value for; null if nothing. */
export function defaultOf(column: ColumnDescriptor): unknown {
  if (column.isUpdatedAt) {
    return new Date()
  }
  const made = column.default
  if (made === undefined) {
    return column.isVersion ? (column.type === 'BIG_INT' ? 0n : 0) : column.isList ? [] : null
  }
  if (made.literal !== undefined) {
    return literal(column.type, made.literal)
  }
  if (made.items !== undefined) {
    return made.items.map((item) => literal(column.type, item))
  }
  return made.maker === undefined ? null : make(made.maker, made)
}

function literal(type: ValueType, text: string): unknown {
  switch (type) {
    case 'INT':
    case 'FLOAT':
      return Number(text)
    case 'BIG_INT':
      return BigInt(text)
    case 'DECIMAL':
      return new Decimal(text)
    case 'BOOLEAN':
      return text === 'true'
    case 'DATE_TIME':
      return new Date(text)
    case 'JSON':
      return JSON.parse(text) as unknown
    case 'BYTES':
      return Buffer.from(text, 'base64')
    default:
      return text
  }
}

function make(maker: Maker, made: DefaultDescriptor): unknown {
  switch (maker) {
    case 'NOW':
      return new Date()
    case 'UUID4':
      return ids.uuid4()
    case 'UUID7':
      return ids.uuid7()
    case 'CUID':
      return ids.cuid()
    case 'CUID2':
      return ids.cuid2(made.length ?? 24)
    case 'ULID':
      return ids.ulid()
    case 'NANOID':
      return ids.nanoid(made.length ?? 21)
    case 'OBJECT_ID':
      throw new Unsupported('Only MongoDB has object ids.')
  }
}
