/**
 * Replays cases of the conformance suite through a generated client. Prints a JSON object for each: its name, `passed`,
 * `failed` or `skipped`, and why.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Calls } from './calls.ts'
import { casesOf, list, parse, stepOf, type Case, type Step } from './cases.ts'
import { methodsOf, open, task } from './generated.ts'
import { Skipped } from './translate.ts'

const client = open()
const calls = new Calls(client, task.schema)
let statements = 0
client.$on('query', () => statements++)

function text(name: string): string {
  return readFileSync(join(task.suite, name), 'utf8')
}

const seed = task.isSown ? list(parse(text('seed.json'))).map(stepOf) : []
const quote = task.schema.provider === 'mysql' ? '`' : '"'

async function sow(): Promise<void> {
  if (!task.isSown) {
    return
  }
  if (task.schema.isDocuments) {
    for (const name of Object.keys(task.schema.models).reverse()) {
      await methodsOf(client, name)['deleteMany']?.()
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
