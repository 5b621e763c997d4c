/** Reading times as databases with SQL write them: `2026-01-31 09:30:00.123456`, in UTC. */
import { ValueOutOfRange } from './errors.ts'

/** The milliseconds of the last `Date` that there is, which stands for `infinity`; the first one for `-infinity`. */
export const END = 8.64e15

/** @throws ValueOutOfRange if the database's text has become no `Date` */
export function known(date: Date, text: string): Date {
  if (Number.isNaN(date.getTime())) {
    throw new ValueOutOfRange(`The database has ${JSON.stringify(text)}, which is no Date.`)
  }
  return date
}

function two(text: string, at: number): number {
  return (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48
}

/** @throws ValueOutOfRange for what is none */
export function time(text: string): Date {
  const length = text.length
  if (length >= 19 && text.charCodeAt(4) === 45 && text.charCodeAt(13) === 58) {
    const year = two(text, 0) * 100 + two(text, 2)
    let millis = 0
    let at = 19
    if (text.charCodeAt(19) === 46) {
      let weight = 100
      for (at = 20; at < length; at++) {
        const digit = text.charCodeAt(at) - 48
        if (digit < 0 || digit > 9) {
          break
        }
        millis += digit * weight
        weight = Math.floor(weight / 10)
      }
    }
    const zone = text.slice(at)
    if ((zone === '' || zone === '+00' || zone === 'Z') && year >= 100) {
      return new Date(Date.UTC(year, two(text, 5) - 1, two(text, 8), two(text, 11), two(text, 14), two(text, 17), millis))
    }
  }
  return rare(text)
}

/** Years before 100, of five digits or before Christ, other zones, `infinity`. */
function rare(text: string): Date {
  if (text === 'infinity' || text === '-infinity') {
    return new Date(text === 'infinity' ? END : -END)
  }
  const match = /^(\d{4,})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d):(\d\d)(?:\.(\d+))?)?(?:Z|([+-])(\d\d)(?::?(\d\d))?(?::?(\d\d))?)?( BC)?$/.exec(text)
  if (match === null) {
    return known(new Date(NaN), text)
  }
  const [, year, month, day, hour, minute, second, fraction, sign, zoneHour, zoneMinute, zoneSecond, bc] = match
  const date = new Date(0)
  date.setUTCFullYear(bc === undefined ? Number(year) : 1 - Number(year), Number(month) - 1, Number(day))
  date.setUTCHours(Number(hour ?? 0), Number(minute ?? 0), Number(second ?? 0), Number((fraction ?? '0').padEnd(3, '0').slice(0, 3)))
  const offset = (Number(zoneHour ?? 0) * 60 + Number(zoneMinute ?? 0)) * 60_000 + Number(zoneSecond ?? 0) * 1000
  return known(new Date(date.getTime() - (sign === '-' ? -offset : offset)), text)
}

/** A day, as its midnight in UTC. */
export function date(text: string): Date {
  return /^\d/.test(text) && text.length === 10 ? time(`${text} 00:00:00`) : rare(text)
}

/** The time of a day, as a time on 1970-01-01 in UTC. */
export function clock(text: string): Date {
  return time(`1970-01-01 ${text}`)
}
