/** Deletes and changes of keys where the database has no foreign keys: `schemas/References.flash`. */
import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { methodsOf, open } from './generated.ts'

type Row = { [name: string]: unknown }

const db = open()
after(() => db.$disconnect())
let statements = 0
db.$on('query', () => statements++)

function call<T>(model: string, method: string, args?: object): Promise<T> {
  const methods = methodsOf(db, model)
  return (methods[method] as (args?: object) => Promise<unknown>).call(methods, args) as Promise<T>
}

async function counted(work: Promise<unknown>): Promise<number> {
  const before = statements
  await work
  return statements - before
}

async function values(model: string, field: string): Promise<unknown[]> {
  return (await call<Row[]>(model, 'findMany', { orderBy: { id: 'asc' } })).map((row) => row[field])
}

/** Two teams, each with two members, two pages of two lines, and a badge that both have. */
beforeEach(async () => {
  for (const model of ['Log', 'Line', 'Page', 'Member', 'Badge', 'Team']) {
    await call(model, 'deleteMany')
  }
  await call('Team', 'createMany', { data: [{ id: 1, code: 'one' }, { id: 2, code: 'two' }] })
  await call('Member', 'createMany', { data: [1, 2, 3, 4].map((id) => ({ id, teamId: id <= 2 ? 1 : 2, updatedAt: new Date(0) })) })
  await call('Page', 'createMany', { data: [1, 2, 3, 4].map((id) => ({ id, teamCode: id <= 2 ? 'one' : 'two' })) })
  await call('Line', 'createMany', { data: [1, 2, 3, 4, 5, 6, 7, 8].map((id) => ({ id, pageId: Math.ceil(id / 2) })) })
  await call('Badge', 'create', { data: { id: 1, teams: { connect: [{ id: 1 }, { id: 2 }] } } })
})

test('a delete takes what refers with it', async () => {
  // The team itself, which delete gives back; teams, their pages, lines, members, logs and pairs.
  assert.ok((await counted(call('Team', 'delete', { where: { id: 1 } }))) <= 9)
  assert.deepEqual(await values('Page', 'teamCode'), ['two', 'two'])
  assert.deepEqual(await values('Line', 'pageId'), [3, 3, 4, 4])
  assert.deepEqual(await values('Member', 'teamId'), [null, null, 2, 2])
  const [changed, , kept] = (await values('Member', 'updatedAt')) as Date[]
  assert.ok(changed !== undefined && changed.getTime() > 0 && kept?.getTime() === 0)
  assert.equal(await call('Badge', 'count', { where: { teams: { some: { id: { gt: 0 } } } } }), 1)
})

test('the number of statements is that of the relations', async () => {
  assert.equal(await counted(call('Team', 'deleteMany')), 8)
  assert.deepEqual([await call('Page', 'count'), await call('Line', 'count'), await call('Member', 'count')], [0, 0, 4])
})

test('what may not be left alone forbids the delete', async () => {
  await call('Log', 'create', { data: { id: 1, teamId: 1 } })
  await assert.rejects(call('Team', 'deleteMany', { where: { code: 'one' } }), { name: 'ForeignKeyViolation', model: 'Log', fields: ['teamId'] })
  assert.equal(await call('Line', 'count'), 8)
  await call('Team', 'delete', { where: { id: 2 } })
})

test('a change of a key is followed', async () => {
  await call('Team', 'update', { where: { id: 1 }, data: { code: 'uno' } })
  assert.deepEqual(await values('Page', 'teamCode'), ['uno', 'uno', 'two', 'two'])
  await call('Team', 'update', { where: { id: 2 }, data: { id: 20 } })
  assert.deepEqual(await values('Member', 'teamId'), [1, 1, null, null])
  assert.equal(await call('Badge', 'count', { where: { teams: { some: { id: 20 } } } }), 1)
  await call('Log', 'create', { data: { id: 1, teamId: 1 } })
  await assert.rejects(call('Team', 'update', { where: { id: 1 }, data: { id: 10 } }), { name: 'ForeignKeyViolation' })
  assert.deepEqual(await call('Team', 'update', { where: { id: 1 }, data: { id: 1, code: 'one' } }), { id: 1, code: 'one' })
})

test('a key that an upsert changes is followed', async () => {
  await call('Team', 'upsert', { where: { id: 1 }, create: { id: 1, code: 'x' }, update: { code: 'uno' } })
  assert.deepEqual(await values('Page', 'teamCode'), ['uno', 'uno', 'two', 'two'])
  await call('Log', 'create', { data: { id: 1, teamId: 1 } })
  await assert.rejects(call('Team', 'upsert', { where: { code: 'uno' }, create: { id: 9, code: 'uno' }, update: { id: 10 } }), { name: 'ForeignKeyViolation' })
})

test('related records take theirs with them', async () => {
  await call('Team', 'update', { where: { id: 1 }, data: { pages: { delete: { id: 1 } } } })
  assert.deepEqual(await values('Line', 'pageId'), [2, 2, 3, 3, 4, 4])
  await call('Team', 'update', { where: { id: 1 }, data: { pages: { deleteMany: {} } } })
  assert.deepEqual(await values('Line', 'pageId'), [3, 3, 4, 4])
})
