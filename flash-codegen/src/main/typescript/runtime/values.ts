import { Decimal } from './decimal.ts'
import { InvalidArguments, ValueOutOfRange } from './errors.ts'

/** Stands for SQL's NULL where a JSON value is meant otherwise. */
export const DbNull: unique symbol = Symbol('DbNull')
/** Stands for JSON's null. */
export const JsonNull: unique symbol = Symbol('JsonNull')

/** A text that says what a value is, for errors. */
function shown(value: unknown): string {
  return typeof value === 'string' ? JSON.stringify(value.slice(0, 40)) : String(value).slice(0, 40)
}

export function wrong(expected: string, value: unknown): InvalidArguments {
  return new InvalidArguments(`${expected} was expected, but was given ${shown(value)}.`)
}

export function text(value: unknown): string {
  if (typeof value !== 'string') {
    throw wrong('A text', value)
  }
  return value
}

export function boolean(value: unknown): boolean {
  if (typeof value !== 'boolean') {
    throw wrong('true or false', value)
  }
  return value
}

export function int(value: unknown): number {
  const number = typeof value === 'bigint' ? Number(value) : value
  if (typeof number !== 'number' || !Number.isInteger(number)) {
    throw wrong('A whole number', value)
  }
  if (number < -2147483648 || number > 2147483647) {
    throw new ValueOutOfRange(`An Int has 32 bits, but was given ${shown(value)}.`)
  }
  return number
}

const LEAST = -(2n ** 63n)
const MOST = 2n ** 63n - 1n

export function bigInt(value: unknown): bigint {
  if (typeof value !== 'bigint' && !(typeof value === 'number' && Number.isInteger(value))) {
    throw wrong('A whole number', value)
  }
  const number = BigInt(value)
  if (number < LEAST || number > MOST) {
    throw new ValueOutOfRange(`A BigInt has 64 bits, but was given ${shown(value)}.`)
  }
  return number
}

export function float(value: unknown): number {
  if (typeof value !== 'number') {
    throw wrong('A number', value)
  }
  return value
}

export function decimal(value: unknown): Decimal {
  if (typeof value !== 'number' && typeof value !== 'string' && typeof value !== 'bigint' && !(value instanceof Decimal)) {
    throw wrong('A decimal number', value)
  }
  return new Decimal(value)
}

/** A day, or a time with its zone, as ISO 8601 writes them. */
const ISO = /^(?:[+-]\d\d)?\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?$/

/** A `Date`, or a text of ISO 8601. */
export function time(value: unknown): Date {
  const time = typeof value === 'string' && ISO.test(value) ? new Date(value) : value
  if (!(time instanceof Date) || Number.isNaN(time.getTime())) {
    throw wrong('A Date, or a time of ISO 8601 with its zone,', value)
  }
  return time
}

/** A time as ISO 8601 in UTC; a text may have more digits than a `Date`. */
export function longTime(value: unknown): string {
  const iso = time(value).toISOString()
  const more = typeof value === 'string' ? /\.\d{3}(\d+)/.exec(value)?.[1] : undefined
  return more === undefined ? iso : `${iso.slice(0, -1)}${more}Z`
}

/** The same with a year of four digits. */
export function isoTime(value: unknown): string {
  const year = time(value).getUTCFullYear()
  if (year < 0 || year > 9999) {
    throw new ValueOutOfRange(`This database keeps years from 0 to 9999, but was given ${year}.`)
  }
  return longTime(value)
}

/** The date of a day: a `Date` at its midnight in UTC, or a text. */
export function isoDate(value: unknown): string {
  return isoTime(value).slice(0, 10)
}

/** The time of a day: a `Date` on 1970-01-01 in UTC, or a text. */
export function isoClock(value: unknown): string {
  return typeof value === 'string' && value.indexOf('T') < 0 ? value : isoTime(value).slice(11, -1)
}

export function bytes(value: unknown): Uint8Array {
  if (!(value instanceof Uint8Array)) {
    throw wrong('A Uint8Array', value)
  }
  return Buffer.isBuffer(value) ? value : Buffer.from(value.buffer, value.byteOffset, value.byteLength)
}

export function json(value: unknown): string {
  const written = value === JsonNull ? 'null' : JSON.stringify(value)
  if (written === undefined) {
    throw wrong('A JSON value', value)
  }
  return written
}

/** Buffers of drivers may share memory with others. */
export function ownBytes(value: unknown): unknown {
  return value === null ? null : Uint8Array.from(value as Uint8Array)
}

/** Whether an object is written as `{…}`, and no value of a column. */
export function isPlain(value: unknown): value is { readonly [name: string]: unknown } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return false
  }
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/** A text that is the same for the same value: what a `Map` can find rows by. */
export function keyOf(value: unknown): unknown {
  if (value instanceof Date) {
    return value.getTime()
  }
  if (value instanceof Uint8Array) {
    return Buffer.from(value).toString('hex')
  }
  return value instanceof Decimal ? value.toString() : value
}

export function keyOfAll(values: readonly unknown[]): unknown {
  if (values.length === 1) {
    return keyOf(values[0])
  }
  let key = ''
  for (const value of values) {
    const part = String(keyOf(value))
    key += `${part.length}:${part}`
  }
  return key
}
