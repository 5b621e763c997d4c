import { Binary, Decimal128, Double, type Document, Int32, Long, ObjectId, Timestamp } from 'mongodb'
import { defaultOf } from '../defaults.ts'
import type { ColumnDescriptor, Descriptor } from '../descriptor.ts'
import { InvalidArguments, NotNullViolation, StatementFailure, ValueOutOfRange } from '../errors.ts'
import type { Member } from '../records.ts'
import * as values from '../values.ts'

/** How the values of one field travel. What is not there, and null, is null in code; an empty list, where it is a list. */
export interface Codec {
  read(value: unknown): unknown
  /** Of a value that is not null. */
  write(value: unknown): unknown
  /** Of one element, where it is a list; else the same as `write`. */
  element(value: unknown): unknown
  /** Those of a composite type. */
  readonly members: (() => readonly Field[]) | undefined
}

interface Scalar {
  read(value: unknown): unknown
  write(value: unknown): unknown
  members?(): readonly Field[]
}

const MOST_SECONDS = 0xffff_ffff

/** The driver gives 64-bit numbers as `bigint`. */
function whole(value: unknown): bigint | undefined {
  return typeof value === 'bigint' ? value : typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : undefined
}

function int(value: unknown): number | undefined {
  const number = whole(value)
  return number !== undefined && BigInt.asIntN(32, number) === number ? Number(number) : undefined
}

function objectId(value: unknown): ObjectId {
  if (typeof value !== 'string' || !/^[0-9a-fA-F]{24}$/.test(value)) {
    throw values.wrong('An ObjectId of 24 hexadecimal digits', value)
  }
  return new ObjectId(value)
}

function seconds(value: unknown): Timestamp {
  const second = Math.floor(values.time(value).getTime() / 1000)
  if (second < 0 || second > MOST_SECONDS) {
    throw new ValueOutOfRange('A BSON timestamp reaches from 1970 to 2106.')
  }
  return new Timestamp({ t: second, i: 0 })
}

function binary(value: unknown): Uint8Array | undefined {
  return value instanceof Uint8Array ? Uint8Array.from(value) : value instanceof Binary ? Uint8Array.from(value.buffer.subarray(0, value.position)) : undefined
}

function twelveBytes(value: unknown): ObjectId {
  const bytes = values.bytes(value)
  if (bytes.length !== 12) {
    throw new InvalidArguments(`An ObjectId has 12 bytes, but was given ${bytes.length}.`)
  }
  return new ObjectId(bytes)
}

/** By encoding. `read` gives undefined for what the type does not have. */
const SCALARS: { readonly [encoding: string]: Scalar } = {
  TEXT: { read: v => (typeof v === 'string' ? v : undefined), write: values.text },
  OBJECT_ID: { read: v => (v instanceof ObjectId ? v.toHexString() : undefined), write: objectId },
  BOOLEAN: { read: v => (typeof v === 'boolean' ? v : undefined), write: values.boolean },
  INT: { read: int, write: v => new Int32(values.int(v)) },
  LONG_INT: { read: int, write: v => Long.fromNumber(values.int(v)) },
  BIG_INT: { read: whole, write: v => Long.fromBigInt(values.bigInt(v)) },
  FLOAT: {
    read: v => (typeof v === 'number' ? v : typeof v === 'bigint' ? Number(v) : undefined),
    write: v => new Double(values.float(v)),
  },
  DATE_TIME: { read: v => (v instanceof Date ? v : undefined), write: values.time },
  TIMESTAMP: {
    read: v => (v instanceof Timestamp ? new Date(v.getHighBitsUnsigned() * 1000) : undefined),
    write: seconds,
  },
  JSON: { read: jsonRead, write: v => jsonWrite(JSON.parse(values.json(v))) },
  BYTES: { read: binary, write: v => new Binary(values.bytes(v)) },
  OBJECT_ID_BYTES: { read: v => (v instanceof ObjectId ? Uint8Array.from(v.id) : undefined), write: twelveBytes },
}

function jsonRead(value: unknown): unknown {
  if (typeof value === 'bigint') {
    return Number(value)
  }
  if (value instanceof Decimal128) {
    return Number(value.toString())
  }
  if (Array.isArray(value)) {
    return value.map(jsonRead)
  }
  if (typeof value === 'object' && value !== null) {
    return values.isPlain(value)
      ? Object.fromEntries(Object.entries(value).map(([name, member]) => [name, jsonRead(member)]))
      : undefined
  }
  return value
}

/** Members in the order of their names: for MongoDB another order is another value, for JSON it is not. */
function jsonWrite(value: unknown): unknown {
  if (typeof value === 'number') {
    return !Number.isSafeInteger(value) ? new Double(value) : int(value) === undefined ? Long.fromNumber(value) : new Int32(value)
  }
  if (Array.isArray(value)) {
    return value.map(jsonWrite)
  }
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
    return Object.fromEntries(members.map(([name, member]) => [name, jsonWrite(member)]))
  }
  return value
}

/** @param where the field is, for errors */
function codecOf(schema: Descriptor, column: ColumnDescriptor, where: string): Codec {
  const scalar = scalarOf(schema, column, where)
  const one = (value: unknown): unknown => {
    const read = scalar.read(value)
    if (read === undefined) {
      throw new StatementFailure(undefined, new Error(`a document has a value in ${where} that is no ${column.type}: ${String(value)}`))
    }
    return read
  }
  if (column.isList) {
    return {
      read: value => (value === undefined || value === null ? [] : list(value, where).map(one)),
      write: value => list(value, where).map(scalar.write),
      element: scalar.write,
      members: scalar.members,
    }
  }
  return {
    read(value) {
      if (value === undefined || (value === null && column.encoding !== 'JSON')) {
        if (!column.isNullable) {
          throw new StatementFailure(undefined, new Error(`a document has no value in ${where}, which is required`))
        }
        return null
      }
      return one(value)
    },
    write: scalar.write,
    element: scalar.write,
    members: scalar.members,
  }
}

function list(value: unknown, where: string): unknown[] {
  if (!Array.isArray(value)) {
    throw values.wrong(`A list for ${where}`, value)
  }
  return value
}

function scalarOf(schema: Descriptor, column: ColumnDescriptor, where: string): Scalar {
  if (column.composite !== undefined) {
    return composite(schema, column.composite, where)
  }
  if (column.enum !== undefined) {
    return enumeration(column.enum, schema.enums?.[column.enum] ?? {})
  }
  const scalar = SCALARS[column.encoding]
  if (scalar === undefined) {
    throw new InvalidArguments(`${where} has an encoding that is not known: ${column.encoding}`)
  }
  return scalar
}

function enumeration(type: string, kept: { readonly [value: string]: string }): Scalar {
  const names = new Map<unknown, string>(Object.entries(kept).map(([name, value]) => [value, name]))
  return {
    read: value => names.get(value),
    write(value) {
      if (typeof value !== 'string' || !Object.hasOwn(kept, value)) {
        throw values.wrong(`A value of ${type}`, value)
      }
      return kept[value]
    },
  }
}

/** Types may be inside themselves, so codecs of members are made when they are first used. */
function composite(schema: Descriptor, type: string, where: string): Scalar {
  let known: Field[] | undefined
  const members = (): Field[] => (known ??= (schema.composites?.[type]?.columns ?? []).map(column => fieldFor(schema, column, where)))
  return {
    members,
    read(value) {
      if (!values.isPlain(value)) {
        return undefined
      }
      const record: Record<string, unknown> = {}
      for (const { name, path, codec } of members()) {
        record[name] = codec.read(value[path])
      }
      return record
    },
    write(value) {
      if (!values.isPlain(value)) {
        throw values.wrong(`An object of ${type}`, value)
      }
      return documentOf(members(), value, type)
    },
  }
}

/** A field of a document: its name there, and how its values are read and written. */
export interface Field extends Member {
  readonly path: string
  readonly codec: Codec
}

/** @param of the model or type that has it, for errors */
export function fieldFor(schema: Descriptor, descriptor: ColumnDescriptor, of: string): Field {
  return { name: descriptor.name, path: descriptor.databaseName, descriptor, codec: codecOf(schema, descriptor, `${of}.${descriptor.name}`) }
}

/** A new document: what was given, and what stands for what was not. A field without a value is not in it. */
export function documentOf(members: Iterable<Field>, given: { readonly [name: string]: unknown }, type: string): Document {
  const document: Document = {}
  const names = new Set<string>()
  for (const { name, path, descriptor, codec } of members) {
    names.add(name)
    const value = given[name] === undefined ? standIn(descriptor) : given[name]
    if (value === values.JsonNull) {
      document[path] = null
    } else if (value !== undefined && value !== null && value !== values.DbNull) {
      document[path] = codec.write(descriptor.isList && values.isPlain(value) && 'set' in value ? value['set'] : value)
    } else if (!descriptor.isNullable && !descriptor.isList) {
      throw new NotNullViolation({ model: type, fields: [name] })
    }
  }
  for (const name of Object.keys(given)) {
    if (!names.has(name) && given[name] !== undefined) {
      throw new InvalidArguments(`${type} has no field ${name} that can be written here.`)
    }
  }
  return document
}

function standIn(column: ColumnDescriptor): unknown {
  return column.default?.maker === 'OBJECT_ID' ? new ObjectId().toHexString() : (defaultOf(column) ?? undefined)
}
