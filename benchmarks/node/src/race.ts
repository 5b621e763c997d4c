import { writeFileSync } from 'node:fs'
import { type Contestant, isToBeAwaited } from './contestant.ts'
import { NAMES, type Name, open } from './contestants/index.ts'
import { requireEqual } from './equality.ts'
import { type Scene, postgresqlScene, sqliteScene } from './scene.ts'
import { TASKS, type Task } from './tasks.ts'

/*
 * Runs everybody in every task, in rounds of one turn for each contestant: those of a round are compared with each other.
 * Arguments: the file for the samples, how many rounds, milliseconds of a turn; then, if not all, the databases, tasks and
 * contestants to run.
 */
const [file, rounds, milliseconds, ...only] = process.argv.slice(2) as [string, string, string, ...string[]]
const LEAST_WARMUP = 3
const samples: string[] = []

function isWanted(name: string, sort: readonly string[]): boolean {
  return only.includes(name) || !only.some(other => sort.includes(other))
}

/** Microseconds and processor microseconds of one operation. */
async function turn(task: Task, contestant: Contestant): Promise<[number, number]> {
  const end = Number(milliseconds) * 1e6
  let calls = 0
  const cpu = process.cpuUsage()
  const start = process.hrtime.bigint()
  let passed: number
  do {
    const result = task.run(contestant)
    if (isToBeAwaited(result)) {
      await result
    }
    calls++
    passed = Number(process.hrtime.bigint() - start)
  } while (passed < end)
  const { user, system } = process.cpuUsage(cpu)
  const operations = calls * task.operations
  return [passed / 1000 / operations, (user + system) / operations]
}

async function race(scene: Scene, task: Task, names: readonly Name[]): Promise<void> {
  const contestants = names.map(name => open(name, scene))
  const warmup = Math.max(LEAST_WARMUP, Math.floor(Number(rounds) / 2))
  for (let round = -warmup; round < Number(rounds); round++) {
    for (const [index, contestant] of contestants.entries()) {
      await scene.reset()
      const [micros, cpu] = await turn(task, contestant)
      if (round >= 0) {
        samples.push([scene.database, task.name, names[index], micros, cpu].join('\t'))
      }
    }
  }
  for (const contestant of contestants) {
    await contestant.close()
  }
  writeFileSync(file, samples.join('\n') + '\n')
  console.log(`${scene.database} ${task.name}`)
}

const databases: Record<string, () => Promise<Scene>> = { sqlite: sqliteScene }
const server = process.env['FLASH_TEST_POSTGRESQL_URL']
if (server !== undefined) {
  databases['postgresql'] = () => postgresqlScene(server)
} else {
  console.log('postgresql is left out: FLASH_TEST_POSTGRESQL_URL names no server')
}
const names = NAMES.filter((name, index) => index === 0 || isWanted(name, NAMES))
for (const [database, create] of Object.entries(databases)) {
  if (isWanted(database, ['sqlite', 'postgresql'])) {
    const scene = await create()
    try {
      await requireEqual(scene, names)
      for (const task of TASKS) {
        if (isWanted(task.name, TASKS.map(other => other.name))) {
          await race(scene, task, names)
        }
      }
    } finally {
      await scene.close()
    }
  }
}
