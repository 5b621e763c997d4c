/** Creates, reads, changes and deletes a record of each model of an application. Prints how many models that were. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { ColumnDescriptor, ModelDescriptor, RelationDescriptor } from '../../main/typescript/runtime/descriptor.ts'
import { methodsOf, open, task } from './generated.ts'

type Row = { [name: string]: unknown }

const db = open()
/** The record of each model, in the order in which they were made: those that refer to others behind them. */
const made = new Map<string, Row>()
const inProgress = new Set<string>()

function call(model: string, method: string, args?: object): Promise<unknown> {
  return (methodsOf(db, model)[method] as (args?: object) => Promise<unknown>).call(methodsOf(db, model), args)
}

/** @param turn another one gives another value, where the type has more than one */
function valueOf(column: ColumnDescriptor, turn: number): unknown {
  if (column.isList) {
    return []
  }
  switch (column.type) {
    case 'STRING':
      return column.arrayType === 'uuid[]' ? randomUUID() : `t${turn}`
    case 'UUID':
      return randomUUID()
    case 'BOOLEAN':
      return turn % 2 === 0
    case 'BIG_INT':
      return BigInt(turn)
    case 'DECIMAL':
      return `${turn}.5`
    case 'TIME':
      return new Date(turn * 3_600_000)
    case 'DATE_TIME':
    case 'DATE':
      return new Date(turn * 86_400_000)
    case 'JSON':
      return { turn }
    case 'BYTES':
      return Uint8Array.of(turn)
    case 'ENUM':
      return Object.keys(task.schema.enums?.[column.enum ?? ''] ?? {}).at(turn % 2) ?? valueOf(column, 0)
    default:
      return turn
  }
}

function isRequired(column: ColumnDescriptor): boolean {
  return !column.isNullable && !column.isList && column.default === undefined && !column.isGenerated && !column.isUpdatedAt && !column.isVersion
}

function references(model: ModelDescriptor): readonly RelationDescriptor[] {
  const required = model.columns.filter(isRequired).map((column) => column.name)
  return (model.relations ?? []).filter((relation) => relation.isOwning && relation.local.some((name) => required.includes(name)))
}

/** The record of a model, made with those that it needs. */
async function recordOf(name: string): Promise<Row> {
  const known = made.get(name)
  if (known !== undefined) {
    return known
  }
  assert.ok(!inProgress.has(name), `${name} needs itself`)
  inProgress.add(name)
  const model = task.schema.models[name] as ModelDescriptor
  const data: Row = {}
  for (const column of model.columns.filter(isRequired)) {
    data[column.name] = valueOf(column, 1)
  }
  for (const relation of references(model)) {
    const parent = await recordOf(relation.target)
    relation.local.forEach((local, i) => (data[local] = parent[relation.remote[i] ?? '']))
  }
  const row = (await call(name, 'create', { data })) as Row
  requireAll(name, row, data)
  made.set(name, row)
  return row
}

function requireAll(name: string, row: Row, data: Row): void {
  for (const [field, value] of Object.entries(data)) {
    assert.equal(shown(row[field]), shown(value), `${name}.${field}`)
  }
}

/** Texts of a fixed length are filled up. */
function shown(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) => (typeof each === 'bigint' ? String(each) : typeof each === 'string' ? each.trimEnd() : each))
}

function whereOf(name: string, row: Row): object {
  const key = task.schema.models[name]?.keys?.[0]
  assert.ok(key !== undefined, `${name} has no key`)
  const values = Object.fromEntries(key.columns.map((column) => [column, row[column]]))
  return key.columns.length === 1 ? values : { [key.name]: values }
}

async function read(name: string, row: Row): Promise<void> {
  const model = task.schema.models[name] as ModelDescriptor
  const where = whereOf(name, row)
  assert.deepEqual(await call(name, 'findUnique', { where }), row)
  const parents = references(model)
  const related = (await call(name, 'findFirst', { where, include: Object.fromEntries((model.relations ?? []).map((relation) => [relation.name, true])) })) as Row
  for (const parent of parents) {
    assert.deepEqual(related[parent.name], made.get(parent.target), `${name}.${parent.name}`)
  }
}

async function change(name: string, row: Row): Promise<Row> {
  const model = task.schema.models[name] as ModelDescriptor
  const kept = new Set([...(model.keys ?? []).flatMap((key) => key.columns), ...(model.relations ?? []).flatMap((relation) => relation.local)])
  const data: Row = {}
  for (const column of model.columns.filter((each) => !kept.has(each.name) && !each.isGenerated && !each.isVersion)) {
    data[column.name] = valueOf(column, 2)
  }
  const changed = (await call(name, 'update', { where: whereOf(name, row), data })) as Row
  requireAll(name, changed, data)
  return changed
}

for (const [name, model] of Object.entries(task.schema.models)) {
  // Rows of views are none of the client's making, nor those with a required column of a type that it does not know.
  if (model.insert !== undefined) {
    await recordOf(name)
  }
}
for (const [name, row] of made) {
  await read(name, row)
  made.set(name, await change(name, row))
}
for (const [name, row] of [...made].reverse()) {
  assert.deepEqual(await call(name, 'delete', { where: whereOf(name, row) }), row)
  assert.equal(await call(name, 'findUnique', { where: whereOf(name, row) }), null)
}
await db.$disconnect()
console.log(`${made.size} models`)
