/**
 * Replays the conformance suite through the TypeScript runtime. Takes one argument, a file with what it needs; prints a
 * JSON object for each case: its name, `passed`, `failed` or `skipped`, and why.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from '../../main/typescript/runtime/client.ts'
import type { Descriptor } from '../../main/typescript/runtime/descriptor.ts'
import type { Provider } from '../../main/typescript/runtime/driver.ts'
import { casesOf, list, parse, stepOf, type Case, type Step } from './cases.ts'
import { Calls } from './calls.ts'
import { mappers } from './mappers.ts'
import { Skipped } from './translate.ts'

/** What it is told. */
interface Task {
  readonly schema: Descriptor
  /** `mariadb`. */
  readonly database: string
  readonly url: string
  /** The folder of the suite. */
  readonly suite: string
  /** Files of cases that leave the seed as it is, and of those before each of which it is sown anew. */
  readonly reads: readonly string[]
  readonly writes: readonly string[]
}

const task = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Task
const client = task.schema.isDocuments ? await ofDocuments() : await ofRows()
const calls = new Calls(client, task.schema)
let statements = 0
client.$on('query', () => statements++)

async function ofRows(): Promise<Client> {
  const { provider } = (await import(`../../main/typescript/runtime/${task.schema.provider}.js`)) as { provider: Provider }
  const { read } = (await import(`../../main/typescript/runtime/${task.schema.provider}-values.js`)) as { read: object }
  return new Client(task.schema, mappers(task.schema, read), provider, { url: task.url })
}

/** It has the calls of models and transactions, which are all that cases of documents need. */
async function ofDocuments(): Promise<Client> {
  const { DocumentClient } = await import('../../main/typescript/runtime/mongodb/client.ts')
  return new DocumentClient(task.schema, { url: task.url }) as unknown as Client
}

function text(name: string): string {
  return readFileSync(join(task.suite, name), 'utf8')
}

const seed = list(parse(text('seed.json'))).map(stepOf)
const quote = task.schema.provider === 'mysql' ? '`' : '"'

async function sow(): Promise<void> {
  if (task.schema.isDocuments) {
    for (const name of Object.keys(task.schema.models)) {
      await client.$model(name).deleteMany()
    }
    for (const step of seed) {
      await calls.call(step)
    }
    return
  }
  const reset = text(`reset/${task.schema.provider}.sql`).split(';\n').filter((each) => each.trim() !== '')
  await client.$transaction(async (tx) => {
    for (const statement of reset) {
      await tx.$executeRawUnsafe(statement)
    }
    if (task.schema.provider === 'mysql') {
      // It belongs to the connection, which others get after this.
      await tx.$executeRawUnsafe('SET FOREIGN_KEY_CHECKS = 1')
    }
  })
  // Of its own, for TRUNCATE ends a transaction of MySQL.
  await client.$transaction(async (tx) => {
    const own = new Calls(tx, task.schema)
    for (const step of seed) {
      await own.call(step)
    }
  })
  await client.$executeRawUnsafe(text('pairs.sql').trim().replace(/;$/, '').replaceAll('{q}', quote))
}

async function run(test: Case, isRead: boolean): Promise<void> {
  const line: { name: string; outcome: string; message?: string } = { name: test.name, outcome: 'passed' }
  try {
    if (!isRead) {
      await sow()
    }
    statements = 0
    for (const step of test.steps) {
      await calls.check(step)
    }
    if (test.statements !== undefined && test.statements !== statements && !test.steps.some((step: Step) => calls.countsOtherwise(step))) {
      throw new Error(`${statements} statements instead of ${test.statements}`)
    }
  } catch (thrown) {
    line.outcome = thrown instanceof Skipped ? 'skipped' : 'failed'
    line.message = thrown instanceof Error ? (thrown instanceof Skipped || thrown.message.length > 0 ? thrown.message : String(thrown.stack)) : String(thrown)
  }
  console.log(JSON.stringify(line))
}

await sow()
for (const file of task.reads) {
  for (const test of casesOf(text(file), task.database)) {
    await run(test, true)
  }
}
for (const file of task.writes) {
  for (const test of casesOf(text(file), task.database)) {
    await run(test, false)
  }
}
await client.$disconnect()
