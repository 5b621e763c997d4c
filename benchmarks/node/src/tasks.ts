import { type Contestant, type NewEntry, type Result, isToBeAwaited } from './contestant.ts'
import { POSTS, USERS } from './scene.ts'

export interface Task {
  readonly name: string
  /** How many operations a call is, whose time is what is told. */
  readonly operations: number
  run(contestant: Contestant): Result
}

let counter = 0

/** An id of a user: all of them, in an order that no cache likes best. */
function next(): number {
  counter = (counter + 7919) % USERS
  return counter + 1
}

/** The one with this number, the same for everybody. */
export function entry(number: number): NewEntry {
  return {
    name: `name ${number}`,
    email: `mail${number}@x.io`,
    address: number % 2 === 0 ? null : `street ${number}`,
    flagged: number % 3 === 0,
    createdAt: new Date(1_767_225_600_000 + number * 1000),
  }
}

export function entries(first: number, count: number): NewEntry[] {
  return Array.from({ length: count }, (_, index) => entry(first + index))
}

function task(name: string, run: (contestant: Contestant) => Result, operations = 1): Task {
  return { name, run, operations }
}

export const TASKS: readonly Task[] = [
  task('getById', contestant => contestant.getById(next())),
  task('page', contestant => contestant.page('name 3', 40)),
  task('thousandRows', contestant => contestant.thousandRows()),
  task('insertOne', contestant => contestant.insertOne(entry(next()))),
  task('insertThousand', contestant => contestant.insertMany(entries(next(), 1000))),
  task('update', contestant => {
    const id = next()
    return contestant.update(id, `name ${id % 997}`, 'another street')
  }),
  task('upsert', contestant => contestant.upsert(`tally ${next() % 500}`)),
  task('usersWithPosts', contestant => contestant.usersWithPosts()),
  task('threeLevels', contestant => contestant.threeLevels()),
  task('aggregate', contestant => contestant.aggregate()),
  task('complexQuery', contestant => contestant.complexQuery()),
  task('mixed', mixed, 12),
]

/** Twelve operations, after which the pattern of the seed figures' mixed workload repeats. */
async function mixed(contestant: Contestant): Promise<void> {
  for (let i = 0; i < 12; i++) {
    const id = next()
    const result =
      i % 4 === 0
        ? contestant.insertComment((id % POSTS) + 1, id, 'a comment')
        : i % 3 === 0
          ? contestant.topUsers()
          : i % 3 === 1
            ? contestant.emailById(id)
            : contestant.isAdminById(id)
    if (isToBeAwaited(result)) {
      await result
    }
  }
}
