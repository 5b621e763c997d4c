/** Reading the suite's files, whose numbers may have more digits than a double. */

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json }
export type Fields = { [name: string]: Json }

/** How a number begins that is kept as a text. */
const EXACT = '\u0001'

/** JSON whose long numbers are kept as texts. */
export function parse(text: string): Json {
  return JSON.parse(text.replace(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g, (token) => {
    const isLong = !token.startsWith('"') && token.replace(/\D/g, '').length > 15
    return isLong ? JSON.stringify(EXACT + token) : token
  })) as Json
}

/** `{"repeat": "x", "times": 1000}` is a text that no file should hold. */
function expanded(value: Json): Json {
  if (Array.isArray(value)) {
    return value.map(expanded)
  }
  if (!isFields(value)) {
    return value
  }
  return typeof value['repeat'] === 'string' ? value['repeat'].repeat(Number(value['times'])) : Object.fromEntries(Object.entries(value).map(([name, each]) => [name, expanded(each)]))
}

/** The digits of a number, however it was kept; undefined if it is none. */
export function digitsOf(value: Json): string | undefined {
  if (typeof value === 'number') {
    return String(value)
  }
  return typeof value === 'string' && value.startsWith(EXACT) ? value.slice(EXACT.length) : undefined
}

/** Long numbers where doubles are wanted anyway. */
export function plain(value: Json): Json {
  if (Array.isArray(value)) {
    return value.map(plain)
  }
  if (isFields(value)) {
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, plain(each)]))
  }
  const digits = typeof value === 'string' ? digitsOf(value) : undefined
  return digits === undefined ? value : Number(digits)
}

export function isFields(value: Json | undefined): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function fields(value: Json | undefined): Fields {
  if (!isFields(value)) {
    throw new Error(`an object was expected: ${JSON.stringify(value)}`)
  }
  return value
}

export function list(value: Json | undefined): Json[] {
  if (!Array.isArray(value)) {
    throw new Error(`a list was expected: ${JSON.stringify(value)}`)
  }
  return value
}

export interface Step {
  readonly call: string
  readonly args: Json
  readonly expected: Json | undefined
}

export interface Case {
  readonly name: string
  readonly steps: readonly Step[]
  /** How many statements it takes, where that is said. */
  readonly statements: number | undefined
}

/** @param database whose number of statements is meant: `mariadb` */
export function casesOf(text: string, database: string): Case[] {
  return list(parse(text)).map((item) => {
    const [name, ...rest] = list(item)
    const last = rest[rest.length - 1]
    const counts = !Array.isArray(last)
    const steps = counts ? rest.slice(0, -1) : rest
    const statements = !counts ? undefined : Number(isFields(last) ? last[database] : last)
    return { name: String(name), steps: steps.map(stepOf), statements }
  })
}

export function stepOf(item: Json): Step {
  const [call, args, expected] = list(item)
  return { call: String(call), args: expanded(args ?? null), expected: expected === undefined ? undefined : expanded(expected) }
}
