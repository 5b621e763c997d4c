import { Decimal } from './decimal.ts'
import type { Provider } from './driver.ts'
import { InvalidArguments } from './errors.ts'
import { isPlain } from './values.ts'

/** A value of a statement of the program's own, as the database takes it: by what it is, for there is no column. */
export function rawValue(provider: Provider, value: unknown): unknown {
  switch (typeof value) {
    case 'string':
    case 'bigint':
    case 'number':
      return value
    case 'boolean':
      return write(provider, ['BOOLEAN'], value)
  }
  if (value === null || value === undefined) {
    return null
  }
  if (value instanceof Date) {
    return write(provider, ['TIMESTAMPTZ', 'DATE_TIME'], value)
  }
  if (value instanceof Decimal) {
    return write(provider, ['DECIMAL'], value)
  }
  if (value instanceof Uint8Array) {
    return write(provider, ['BYTES'], value)
  }
  if (Array.isArray(value)) {
    return (value as unknown[]).map((each) => rawValue(provider, each))
  }
  if (isPlain(value)) {
    return write(provider, ['JSON'], value)
  }
  throw new InvalidArguments(`A statement takes no ${typeof value}.`)
}

function write(provider: Provider, encodings: readonly string[], value: unknown): unknown {
  for (const encoding of encodings) {
    const encode = provider.write[encoding]
    if (encode !== undefined) {
      return encode(value)
    }
  }
  return value
}
