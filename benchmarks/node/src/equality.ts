import type { Contestant, Result } from './contestant.ts'
import { type Name, open } from './contestants/index.ts'
import type { Scene } from './scene.ts'
import { entries, entry } from './tasks.ts'

const CALLS: Record<string, (contestant: Contestant) => Result> = {
  getById: contestant => contestant.getById(77),
  page: contestant => contestant.page('name 3', 40),
  thousandRows: contestant => contestant.thousandRows(),
  usersWithPosts: contestant => contestant.usersWithPosts(),
  threeLevels: contestant => contestant.threeLevels(),
  aggregate: contestant => contestant.aggregate(),
  insertOne: contestant => contestant.insertOne(entry(5)),
  insertMany: contestant => contestant.insertMany(entries(100, 1000)),
  update: contestant => contestant.update(7001, 'name 8', 'street'),
  'getById after update': contestant => contestant.getById(7001),
  'upsert of a new one': contestant => contestant.upsert('visits'),
  'upsert of an old one': contestant => contestant.upsert('visits'),
  complexQuery: contestant => contestant.complexQuery(),
  topUsers: contestant => contestant.topUsers(),
  emailById: contestant => contestant.emailById(77),
  isAdminById: contestant => contestant.isAdminById(80),
  insertComment: contestant => contestant.insertComment(3, 4, 'well said'),
}

/** Nobody is timed who does not give the same results; throws, naming the contestant and the call that differ. */
export async function requireEqual(scene: Scene, names: readonly Name[]): Promise<void> {
  const expected = await results(names[0]!, scene)
  for (const name of names.slice(1)) {
    const actual = await results(name, scene)
    for (const [call, result] of expected) {
      if (actual.get(call) !== result) {
        throw new Error(`${name} differs in ${call} on ${scene.database}\n${difference(result, actual.get(call) ?? '')}`)
      }
    }
  }
}

async function results(name: Name, scene: Scene): Promise<Map<string, string>> {
  await scene.reset()
  const contestant = open(name, scene)
  const found = new Map<string, string>()
  for (const [call, run] of Object.entries(CALLS)) {
    found.set(call, JSON.stringify(neutral(await run(contestant), '')))
  }
  await contestant.close()
  return found
}

/** Of these a text, a number and a number of more digits are one value: each library has its own class for them. */
const NUMBERS = new Set(['big', 'amount', 'count', 'small', 'posts', 'comments'])
const TIMES = new Set(['createdAt', 'takenAt', 'endedAt', 'lastPost'])

function neutral(value: unknown, name: string): unknown {
  if (value === null || value === undefined) {
    return null
  }
  if (Array.isArray(value)) {
    return value.map(item => neutral(item, ''))
  }
  if (TIMES.has(name)) {
    return time(value)
  }
  if (NUMBERS.has(name)) {
    return Number(value)
  }
  if (typeof value === 'object') {
    const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
    return Object.fromEntries(members.map(([member, of]) => [member, neutral(of, member)]))
  }
  return value
}

function time(value: unknown): string {
  const text = value instanceof Date ? value.toISOString() : String(value)
  return new Date(/[Zz]|[+-]\d\d(:?\d\d)?$/.test(text) ? text : text.replace(' ', 'T') + 'Z').toISOString()
}

/** Both texts around the first place in which they differ. */
function difference(expected: string, actual: string): string {
  let at = 0
  while (at < Math.min(expected.length, actual.length) && expected[at] === actual[at]) {
    at++
  }
  const around = (text: string) => `…${text.slice(Math.max(0, at - 150), at + 150)}…`
  return `  expected ${around(expected)}\n  but was  ${around(actual)}`
}
