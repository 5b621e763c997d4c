import { Decimal } from './decimal.ts'
import * as times from './times.ts'
import * as values from './values.ts'

/** Values as MySQL and MariaDB give them to prepared statements; each gives null for null. */
export const read = {
  INT: (v: unknown): unknown => (v === null ? null : Number(v)),
  BIG_INT: (v: unknown): unknown => (v === null ? null : BigInt(v as string)),
  FLOAT: (v: unknown): unknown => v,
  DECIMAL: (v: unknown): unknown => (v === null ? null : new Decimal(v as string)),
  BOOLEAN: (v: unknown): unknown => (v === null ? null : v instanceof Uint8Array ? v[0] === 1 : Number(v) !== 0),
  TEXT: (v: unknown): unknown => v,
  BYTES: (v: unknown): unknown => values.ownBytes(v),
  DATE_TIME: (v: unknown): unknown => (v === null ? null : times.time(v as string)),
  DATE: (v: unknown): unknown => (v === null ? null : times.date(v as string)),
  TIME: (v: unknown): unknown => (v === null ? null : times.clock(v as string)),
  JSON: (v: unknown): unknown => (v === null ? null : JSON.parse(v as string)),
  ENUM: (v: unknown, names: ReadonlyMap<unknown, string> | undefined): unknown => (v === null ? null : (names?.get(v) ?? v)),
}

export const write = {
  INT: values.int,
  // A double would round it.
  BIG_INT: (v: unknown): unknown => values.bigInt(v).toString(),
  FLOAT: values.float,
  DECIMAL: (v: unknown): unknown => values.decimal(v).toString(),
  BOOLEAN: (v: unknown): unknown => (values.boolean(v) ? 1 : 0),
  TEXT: values.text,
  BYTES: values.bytes,
  DATE_TIME: (v: unknown): unknown => values.isoTime(v).slice(0, -1).replace('T', ' '),
  DATE: values.isoDate,
  TIME: values.isoClock,
  JSON: values.json,
  ENUM: values.text,
}
