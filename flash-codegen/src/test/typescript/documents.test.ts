/** Related documents of MongoDB, and those that refer to others: `schemas/Documents.flash`. */
import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { methodsOf, open } from './generated.ts'

type Row = { [name: string]: unknown }

const db = open()
after(() => db.$disconnect())

function call<T>(model: string, method: string, args?: object): Promise<T> {
  const methods = methodsOf(db, model)
  return (methods[method] as (args?: object) => Promise<unknown>).call(methods, args) as Promise<T>
}

async function values(model: string, field: string, orderBy = 'id'): Promise<unknown[]> {
  return (await call<Row[]>(model, 'findMany', { orderBy: { [orderBy]: 'asc' } })).map((row) => row[field])
}

async function lists(model: string, field: string, names: ReadonlyMap<unknown, unknown>): Promise<unknown[][]> {
  const found = (await values(model, field, model === 'Badge' ? 'name' : 'id')) as unknown[][]
  return found.map((list) => list.map((key) => names.get(key)).sort())
}

/** Two teams, each with two members, two pages of two lines. */
beforeEach(async () => {
  for (const model of ['Note', 'Log', 'Line', 'Page', 'Member', 'Badge', 'Team']) {
    await call(model, 'deleteMany')
  }
  await call('Team', 'createMany', { data: [{ id: 1, code: 'one' }, { id: 2, code: 'two' }] })
  await call('Member', 'createMany', { data: [1, 2, 3, 4].map((id) => ({ id, teamId: id <= 2 ? 1 : 2, updatedAt: new Date(0) })) })
  await call('Page', 'createMany', { data: [1, 2, 3, 4].map((id) => ({ id, teamCode: id <= 2 ? 'one' : 'two' })) })
  await call('Line', 'createMany', { data: [1, 2, 3, 4, 5, 6, 7, 8].map((id) => ({ id, pageId: Math.ceil(id / 2) })) })
})

test('a delete takes what refers with it', async () => {
  assert.deepEqual(await call('Team', 'delete', { where: { id: 1 }, select: { code: true, pages: { select: { id: true } } } }), {
    code: 'one', pages: [{ id: 1 }, { id: 2 }],
  })
  assert.deepEqual(await values('Page', 'teamCode'), ['two', 'two'])
  assert.deepEqual(await values('Line', 'pageId'), [3, 3, 4, 4])
  assert.deepEqual(await values('Member', 'teamId'), [null, null, 2, 2])
  const [changed, , kept] = (await values('Member', 'updatedAt')) as Date[]
  assert.ok(changed !== undefined && changed.getTime() > 0 && kept?.getTime() === 0)
  assert.deepEqual(await call('Team', 'deleteMany'), { count: 1 })
  assert.equal(await call('Line', 'count'), 0)
})

test('what forbids a delete is found before anything is written, however far away', async () => {
  await call('Note', 'create', { data: { id: 1, lineId: 3 } })
  await assert.rejects(call('Team', 'deleteMany', { where: { code: 'one' } }), { name: 'ForeignKeyViolation', model: 'Note', fields: ['lineId'] })
  await call('Log', 'create', { data: { id: 1, teamId: 2 } })
  await assert.rejects(call('Team', 'delete', { where: { id: 2 } }), { name: 'ForeignKeyViolation', model: 'Log', fields: ['teamId'], prismaCode: 'P2003' })
  assert.deepEqual(await values('Member', 'teamId'), [1, 1, 2, 2])
  assert.equal(await call('Line', 'count'), 8)
})

test('a change of what others refer to is followed', async () => {
  await call('Team', 'update', { where: { id: 1 }, data: { code: 'uno' } })
  assert.deepEqual(await values('Page', 'teamCode'), ['uno', 'uno', 'two', 'two'])
  await call('Team', 'updateMany', { where: { id: 2 }, data: { code: 'due' } })
  assert.deepEqual(await values('Page', 'teamCode'), ['uno', 'uno', 'due', 'due'])
  await call('Team', 'upsert', { where: { code: 'due' }, create: { id: 9, code: 'x' }, update: { code: 'dos' } })
  assert.deepEqual(await values('Page', 'teamCode'), ['uno', 'uno', 'dos', 'dos'])
})

test('related documents are changed, created or deleted with their owner', async () => {
  const team = await call<Row>('Team', 'update', {
    where: { id: 1 },
    data: {
      code: 'uno',
      members: { update: { where: { id: 1 }, data: { team: { disconnect: true } } }, upsert: { where: { id: 9 }, create: { id: 9 }, update: {} } },
      pages: { deleteMany: { id: 1 }, updateMany: { where: { id: 2 }, data: { teamCode: 'two' } } },
      log: { create: { id: 7 } },
    },
    include: { members: { orderBy: { id: 'asc' } }, pages: true, log: true },
  })
  assert.deepEqual([team['code'], (team['members'] as Row[]).map(({ id }) => id), team['pages'], team['log']], ['uno', [2, 9], [], { id: 7, teamId: 1 }])
  assert.deepEqual(await values('Line', 'pageId'), [2, 2, 3, 3, 4, 4])
  await assert.rejects(call('Team', 'update', { where: { id: 1 }, data: { members: { update: { where: { id: 3 }, data: {} } } } }), { name: 'RecordNotFound', model: 'Member' })
  await call('Team', 'update', { where: { id: 1 }, data: { members: { set: [{ id: 4 }] }, log: { delete: true } } })
  assert.deepEqual(await values('Member', 'teamId'), [null, null, 2, 1, null])
  const line = await call<Row>('Line', 'create', { data: { id: 20, page: { create: { id: 10, team: { connect: { code: 'two' } } } } }, include: { page: true } })
  assert.deepEqual(line, { id: 20, pageId: 10, page: { id: 10, teamCode: 'two' } })
})

test('nothing belongs to what has no key', async () => {
  await call('Fan', 'deleteMany')
  await call('Fan', 'createMany', { data: [{ id: 1 }, { id: 2, nick: 'duo' }] })
  for (const fans of [{ deleteMany: {} }, { set: [] }, { updateMany: { where: {}, data: { nick: 'x' } } }, { disconnect: [{ id: 2 }] }]) {
    await call('Team', 'update', { where: { id: 1 }, data: { fans } })
  }
  await assert.rejects(call('Team', 'update', { where: { id: 1 }, data: { fans: { delete: { id: 1 } } } }), { name: 'RecordNotFound' })
  assert.deepEqual(await values('Fan', 'nick'), [null, 'duo'])
  await call('Team', 'delete', { where: { id: 1 } })
  assert.equal(await call('Fan', 'count'), 2)
})

test('an upsert writes related documents', async () => {
  const args = (id: number): object => ({
    where: { id }, create: { id, code: `t${id}`, pages: { create: { id: 30 } } }, update: { pages: { create: { id: 31 } } }, include: { pages: { orderBy: { id: 'asc' } } },
  })
  assert.deepEqual(await call('Team', 'upsert', args(3)), { id: 3, code: 't3', nick: null, badgeIds: [], pages: [{ id: 30, teamCode: 't3' }] })
  assert.deepEqual(((await call<Row>('Team', 'upsert', args(3)))['pages'] as Row[]).map(({ id }) => id), [30, 31])
})

test('both ends of a many-to-many relation list each other', async () => {
  const made = await call<Row>('Team', 'create', { data: { id: 3, code: 'three', badges: { create: [{ name: 'a' }, { name: 'b' }] } }, include: { badges: { orderBy: { name: 'asc' } } } })
  const [a, b] = made['badges'] as [Row, Row]
  const names = new Map([[a['id'], 'a'], [b['id'], 'b']])
  assert.deepEqual(made['badgeIds'], [a['id'], b['id']])
  await call('Badge', 'update', { where: { name: 'a' }, data: { teams: { connect: [{ id: 1 }, { id: 3 }], connectOrCreate: { where: { id: 2 }, create: { id: 2, code: 'no' } } } } })
  assert.deepEqual(await values('Badge', 'teamIds', 'name'), [[3, 1, 2], [3]])
  assert.deepEqual(await lists('Team', 'badgeIds', names), [['a'], ['a'], ['a', 'b']])
  await call('Team', 'update', { where: { id: 3 }, data: { badges: { disconnect: { name: 'a' }, update: { where: { name: 'b' }, data: { name: 'c' } } } } })
  assert.deepEqual(await values('Badge', 'teamIds', 'name'), [[1, 2], [3]])
  await assert.rejects(call('Team', 'update', { where: { id: 3 }, data: { badges: { update: { where: { name: 'a' }, data: {} } } } }), { name: 'RecordNotFound', model: 'Badge' })
  await call('Badge', 'update', { where: { name: 'a' }, data: { teams: { set: [{ id: 3 }] } } })
  assert.deepEqual(await lists('Team', 'badgeIds', names), [[], [], ['a', 'b']])
  await call('Team', 'update', { where: { id: 3 }, data: { badges: { delete: { name: 'a' } } } })
  assert.deepEqual([await values('Badge', 'name', 'name'), await lists('Team', 'badgeIds', names)], [['c'], [[], [], ['b']]])
  assert.equal(await call('Team', 'count', { where: { badges: { some: { name: 'c' } } } }), 1)
})

test('a many-to-many relation to the same model has two ends', async () => {
  await call('Badge', 'create', { data: { name: 'low', aboves: { create: { name: 'high' } } } })
  const [high, low] = await call<[Row, Row]>('Badge', 'findMany', { orderBy: { name: 'asc' } })
  assert.deepEqual([low['above'], low['below'], high['above'], high['below']], [[high['id']], [], [], [low['id']]])
})

test('composite types have conditions on their members', async () => {
  await call('Member', 'update', { where: { id: 1 }, data: { home: { city: 'Bern', zip: 3000, more: { a: [1] } }, places: { push: { city: 'Basel' } } } })
  await call('Member', 'update', { where: { id: 2 }, data: { home: { set: { city: 'Basel' } }, places: [{ city: 'Bern', zip: 1 }, { city: 'Biel' }] } })
  const found = async (where: object): Promise<unknown[]> => (await call<Row[]>('Member', 'findMany', { where, orderBy: { id: 'asc' } })).map(({ id }) => id)
  assert.deepEqual(await found({ home: { is: { city: { startsWith: 'Be' } } } }), [1])
  assert.deepEqual(await found({ home: { isNot: { city: 'Bern' } } }), [2])
  assert.deepEqual(await found({ home: { is: { OR: [{ zip: null }, { zip: 3000 }], NOT: { city: 'Bern' } } } }), [2])
  assert.deepEqual(await found({ home: { isNot: null } }), [1, 2])
  assert.deepEqual(await found({ NOT: { home: { is: { city: 'Bern' } } } }), [2])
  assert.deepEqual(await found({ home: { equals: { city: 'Basel' } } }), [2])
  assert.deepEqual(await found({ places: { some: { city: 'Bern' } } }), [2])
  assert.deepEqual(await found({ places: { every: { city: { startsWith: 'B' } }, isEmpty: false } }), [1, 2])
  assert.deepEqual(await found({ places: { none: { zip: 1 } } }), [1, 3, 4])
  assert.deepEqual(await found({ home: { is: { more: { path: ['a', 0], equals: 1 } } } }), [1])
  await assert.rejects(found({ places: { some: { more: { path: ['a'], equals: 1 } } } }), { name: 'Unsupported' })
  await call('Member', 'update', { where: { id: 1 }, data: { home: null, places: { set: [] } } })
  assert.deepEqual(await found({ home: null, places: { isEmpty: true } }), [1, 3, 4])
})

test('parts of JSON hold single values, lists and members', async () => {
  await call('Member', 'update', { where: { id: 1 }, data: { extra: { tags: ['x', 'y'], 'a.b': { c: 1 }, n: 2 } } })
  await call('Member', 'update', { where: { id: 2 }, data: { extra: ['x', { n: 3 }] } })
  const found = async (extra: object): Promise<unknown[]> => (await call<Row[]>('Member', 'findMany', { where: { extra }, orderBy: { id: 'asc' } })).map(({ id }) => id)
  assert.deepEqual(await found({ path: ['tags'], array_contains: ['y', 'x'] }), [1])
  assert.deepEqual(await found({ array_starts_with: 'x' }), [2])
  assert.deepEqual(await found({ json_contains: { n: 2 } }), [1])
  assert.deepEqual(await found({ json_contains: [{ n: 3 }] }), [2])
  assert.deepEqual(await found({ json_contains: 'x' }), [2])
  assert.deepEqual(await found({ path: '$.tags[1]', equals: 'y' }), [1])
  assert.deepEqual(await found({ path: ['a.b'], exists: true }), [1])
  assert.deepEqual(await found({ path: ['1'], exists: true }), [])
  await assert.rejects(found({ path: ['n'], starts: 1 }), { name: 'InvalidArguments' })
})

test('orders go by related documents and their number', async () => {
  const ids = async (model: string, args: object): Promise<unknown[]> => (await call<Row[]>(model, 'findMany', args)).map(({ id }) => id)
  await call('Page', 'delete', { where: { id: 4 } })
  assert.deepEqual(await ids('Team', { orderBy: { pages: { _count: 'asc' } } }), [2, 1])
  assert.deepEqual(await ids('Line', { orderBy: [{ page: { team: { code: 'desc' } } }, { id: 'desc' }], take: 3 }), [6, 5, 4])
  assert.deepEqual(await ids('Team', { where: { _count: { pages: { gt: 1 }, badges: 0 } } }), [1])
  await assert.rejects(ids('Line', { orderBy: { page: { id: 'asc' } }, cursor: { id: 2 } }), { name: 'InvalidArguments' })
})

test('groups have numbers of different values', async () => {
  const groups = await call<Row[]>('Line', 'groupBy', {
    by: ['pageId'], _distinct: { id: true }, having: { pageId: { not: 4 }, id: { _distinct: { gt: 1 } } }, orderBy: [{ _distinct: { id: 'asc' } }, { pageId: 'desc' }],
  })
  assert.deepEqual(groups, [3, 2, 1].map((pageId) => ({ pageId, _distinct: { id: 2 } })))
})

test('listeners hear of every command', async () => {
  const events: { query: string; params: string; duration: number; timestamp: Date }[] = []
  const own = open()
  own.$on('query', (event) => events.push(event))
  await methodsOf(own, 'Team')['findMany']?.({ where: { id: 1 }, include: { pages: true } })
  await methodsOf(own, 'Team')['updateMany']?.({ where: { pages: { some: { id: 1 } } }, data: {} })
  await own.$disconnect()
  assert.deepEqual(events.map(({ query }) => query), ['teams.aggregate', 'Page.aggregate', 'Page.find', 'teams.update'])
  assert.ok(events.every(({ params, duration, timestamp }) => params.length > 2 && duration >= 0 && timestamp.getTime() > 0))
})
