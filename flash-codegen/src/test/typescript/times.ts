import { Skipped } from './translate.ts'

/** The ends of all time, as the suite writes them: later and earlier than all that `Date` has. */
const ENDS: ReadonlyMap<string, number> = new Map([
  ['+1000000000-12-31T23:59:59.999999999Z', 8.64e15],
  ['-1000000000-01-01T00:00:00Z', -8.64e15],
  ['+999999999-12-31', 8.64e15],
  ['-999999999-01-01', -8.64e15],
])

/** A time of the suite, as `Date` keeps it; undefined for one that it cannot have. */
export function dateOf(text: string): Date | undefined {
  const end = ENDS.get(text)
  // Years of other than four digits have six.
  const iso = text.replace(/^([+-])(\d+)-/, (_, sign: string, year: string) => `${sign}${year.padStart(6, '0')}-`)
  const date = end !== undefined ? new Date(end) : new Date(/^\d\d:/.test(text) ? `1970-01-01T${text}Z` : iso)
  return Number.isNaN(date.getTime()) ? undefined : date
}

/** A time as a call is given it: a text where `Date` would lose digits. */
export function timeOf(text: string): Date | string {
  const date = dateOf(text)
  if (date === undefined) {
    throw new Skipped('Date has years from -271821 to 275760')
  }
  return /\.\d{4}/.test(text) && !text.startsWith('+') && !text.startsWith('-') ? text : date
}
