import { Decimal } from './decimal.ts'
import { InvalidArguments } from './errors.ts'
import * as times from './times.ts'
import * as values from './values.ts'

type Reader = (v: unknown) => unknown

function decimal(v: unknown): unknown {
  return v === null ? null : new Decimal(v as string)
}

/** `$1,234.50`, `-$5.00`: what is no digit is the currency's or groups digits. */
function money(v: unknown): unknown {
  if (v === null) {
    return null
  }
  const text = String(v)
  const number = text.replace(/[^\d.]/g, '')
  return new Decimal(text.includes('-') || text.startsWith('(') ? `-${number}` : number)
}

function bytes(v: unknown): unknown {
  return v === null ? null : typeof v === 'string' ? Uint8Array.from(Buffer.from(v.slice(2), 'hex')) : Uint8Array.from(v as Uint8Array)
}

/** Values as PostgreSQL writes them in text; each gives null for null. */
export const read = {
  INT: (v: unknown): unknown => (v === null ? null : Number(v)),
  BIG_INT: (v: unknown): unknown => (v === null ? null : BigInt(v as string)),
  FLOAT: (v: unknown): unknown => (v === null ? null : Number(v)),
  DECIMAL: decimal,
  MONEY: money,
  BOOLEAN: (v: unknown): unknown => (v === null ? null : v === 't' || v === true),
  TEXT: (v: unknown): unknown => v,
  UNTYPED_TEXT: (v: unknown): unknown => v,
  UUID: (v: unknown): unknown => v,
  BYTES: bytes,
  TIMESTAMP: (v: unknown): unknown => (v === null ? null : times.time(v as string)),
  TIMESTAMPTZ: (v: unknown): unknown => (v === null ? null : times.time(v as string)),
  DATE: (v: unknown): unknown => (v === null ? null : times.date(v as string)),
  TIME: (v: unknown): unknown => (v === null ? null : times.clock(v as string)),
  TIMETZ: (v: unknown): unknown => (v === null ? null : times.clock(v as string)),
  JSON: (v: unknown): unknown => (v === null ? null : JSON.parse(v as string)),
  ENUM: (v: unknown, names: ReadonlyMap<unknown, string> | undefined): unknown => (v === null ? null : (names?.get(v) ?? v)),
  list: (v: unknown, element: Reader): unknown => (v === null ? [] : array(v as string).map(element)),
}

/** The elements of an array as text: `{1,NULL,"a b"}`. */
export function array(text: string): unknown[] {
  const elements: unknown[] = []
  let at = 1
  while (at < text.length && text.charAt(at) !== '}') {
    if (text.charAt(at) === ',') {
      at++
    } else if (text.charAt(at) === '"') {
      let element = ''
      for (at++; text.charAt(at) !== '"'; at++) {
        at += text.charAt(at) === '\\' ? 1 : 0
        element += text.charAt(at)
      }
      elements.push(element)
      at++
    } else if (text.charAt(at) === '{') {
      throw new InvalidArguments('A list of lists cannot be read.')
    } else {
      let end = at
      while (end < text.length && text.charAt(end) !== ',' && text.charAt(end) !== '}') {
        end++
      }
      const element = text.slice(at, end)
      elements.push(element === 'NULL' ? null : element)
      at = end
    }
  }
  return elements
}

/** Years after 9999 have no sign, those before the year 1 end with `BC`; the ends of all that `Date` has are infinite. */
function time(v: unknown): string {
  const date = values.time(v)
  if (Math.abs(date.getTime()) === times.END) {
    return date.getTime() > 0 ? 'infinity' : '-infinity'
  }
  const text = values.longTime(v)
  const rest = text.slice(text.indexOf('-', 1))
  const year = date.getUTCFullYear()
  return year > 0 ? String(year).padStart(4, '0') + rest : `${String(1 - year).padStart(4, '0')}${rest} BC`
}

function date(v: unknown): string {
  return time(v).replace(/T[^ ]*/, '')
}

export const write = {
  INT: values.int,
  BIG_INT: (v: unknown): unknown => values.bigInt(v).toString(),
  FLOAT: values.float,
  DECIMAL: (v: unknown): unknown => values.decimal(v).toString(),
  MONEY: (v: unknown): unknown => values.decimal(v).toString(),
  BOOLEAN: values.boolean,
  TEXT: values.text,
  UNTYPED_TEXT: values.text,
  UUID: values.text,
  BYTES: values.bytes,
  TIMESTAMP: time,
  TIMESTAMPTZ: time,
  DATE: date,
  TIME: values.isoClock,
  TIMETZ: (v: unknown): unknown => `${values.isoClock(v)}+00`,
  JSON: values.json,
  ENUM: values.text,
}

/** By the number of a type in `pg_type`: how statements of a program's own read it. */
export const BY_TYPE: ReadonlyMap<number, Reader> = new Map([
  [16, read.BOOLEAN],
  [17, read.BYTES],
  [20, read.BIG_INT],
  [21, read.INT],
  [23, read.INT],
  [26, read.INT],
  [114, read.JSON],
  [700, read.FLOAT],
  [701, read.FLOAT],
  [1082, read.DATE],
  [1083, read.TIME],
  [1114, read.TIMESTAMP],
  [1184, read.TIMESTAMPTZ],
  [1266, read.TIMETZ],
  [1700, read.DECIMAL],
  [3802, read.JSON],
  ...(
    [
      [1000, read.BOOLEAN],
      [1005, read.INT],
      [1007, read.INT],
      [1009, read.TEXT],
      [1015, read.TEXT],
      [1016, read.BIG_INT],
      [1021, read.FLOAT],
      [1022, read.FLOAT],
      [1115, read.TIMESTAMP],
      [1185, read.TIMESTAMPTZ],
      [1231, read.DECIMAL],
      [2951, read.UUID],
      [3807, read.JSON],
    ] as const
  ).map(([type, element]): [number, Reader] => [type, (v) => read.list(v, element)]),
])
