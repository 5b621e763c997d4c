import { digitsOf, isFields, type Json } from './cases.ts'
import { Prisma } from './generated.ts'
import { dateOf } from './times.ts'

/** Whether a value has all that is expected of it; it may have more fields. */
export function matches(expected: Json, actual: unknown): boolean {
  const digits = digitsOf(expected)
  if (typeof actual === 'bigint' || Prisma.Decimal.isDecimal(actual)) {
    return digits !== undefined && new Prisma.Decimal(digits).equals(actual)
  }
  if (typeof actual === 'number' && typeof expected === 'string') {
    return Object.is(actual, Number(digits ?? expected))
  }
  if (digits !== undefined) {
    return typeof actual === 'number' && actual === Number(digits)
  }
  if (actual instanceof Date) {
    return typeof expected === 'string' && dateOf(expected)?.getTime() === actual.getTime()
  }
  if (actual instanceof Uint8Array) {
    return expected === Buffer.from(actual).toString('base64')
  }
  if (Array.isArray(expected)) {
    return Array.isArray(actual) && actual.length === expected.length && expected.every((each, i) => matches(each, actual[i]))
  }
  if (isFields(expected)) {
    if (actual === null) {
      // A related record that is not there has no values.
      return Object.values(expected).every((each) => each === null || matches(each, null))
    }
    const record = actual as { [name: string]: unknown }
    return typeof actual === 'object' && Object.entries(expected).every(([name, each]) => matches(each, record[name]))
  }
  return actual === expected
}
