import { Decimal } from './decimal.ts'
import { ValueOutOfRange } from './errors.ts'
import { known } from './times.ts'
import * as values from './values.ts'

const UTC = '+00:00'
/** What a double keeps of a decimal number, and what 64 bits keep of a whole one. */
const EXACT_DIGITS = 15
const MOST_EXACT = 999_999_999_999_999_999n

function time(value: unknown): Date {
  if (typeof value === 'number' || typeof value === 'bigint') {
    return known(new Date(Number(value)), String(value))
  }
  const text = String(value)
  const iso = text.length > 10 && text.charCodeAt(10) === 32 ? `${text.slice(0, 10)}T${text.slice(11)}` : text
  return known(new Date(iso.length > 10 && !/[Zz]$|[+-]\d\d:?\d\d$/.test(iso) ? `${iso}Z` : iso), text)
}

/** Values as SQLite gives them; each gives null for null. */
export const read = {
  INT: (v: unknown): unknown => (typeof v === 'bigint' ? Number(v) : v),
  BIG_INT: (v: unknown): unknown => (v === null ? null : BigInt(v as number)),
  FLOAT: (v: unknown): unknown => (typeof v === 'bigint' ? Number(v) : v),
  DECIMAL: (v: unknown): unknown => (v === null ? null : new Decimal(v as number)),
  BOOLEAN: (v: unknown): unknown => (v === null ? null : v === 1 || v === 1n),
  TEXT: (v: unknown): unknown => v,
  BYTES: (v: unknown): unknown => values.ownBytes(v),
  DATE_TIME: (v: unknown): unknown => (v === null ? null : time(v)),
  JSON: (v: unknown): unknown => (v === null ? null : typeof v === 'string' ? JSON.parse(v) : v),
  ENUM: (v: unknown, names: ReadonlyMap<unknown, string> | undefined): unknown => (v === null ? null : (names?.get(v) ?? v)),
  list: (v: unknown, element: (v: unknown) => unknown): unknown =>
    v === null ? [] : (JSON.parse(v as string) as unknown[]).map(element),
}

function decimal(value: unknown): unknown {
  const number = values.decimal(value)
  const text = number.toString()
  if (!text.includes('.')) {
    const whole = BigInt(text)
    if (whole <= MOST_EXACT && whole >= -MOST_EXACT) {
      return whole
    }
  }
  const significant = text.replace(/^-?0?\.?0*/, '').replace('.', '').replace(/0+$/, '').length
  if (significant > EXACT_DIGITS) {
    throw new ValueOutOfRange(`SQLite keeps 15 significant digits of a Decimal, but this value has ${significant}.`)
  }
  return number.toNumber()
}

export const write = {
  INT: values.int,
  BIG_INT: values.bigInt,
  FLOAT: values.float,
  DECIMAL: decimal,
  BOOLEAN: (v: unknown): unknown => (values.boolean(v) ? 1 : 0),
  TEXT: values.text,
  BYTES: values.bytes,
  DATE_TIME: (v: unknown): unknown => values.isoTime(v).slice(0, -1) + UTC,
  JSON: values.json,
  ENUM: values.text,
}
