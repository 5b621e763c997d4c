import type { Document } from 'mongodb'
import { changesOf, stamp } from '../changes.ts'
import { type FlashError, InvalidArguments, RecordNotFound, StaleRecord, Unsupported } from '../errors.ts'
import { hasNested, insertNested, updateNested } from '../nested-writes.ts'
import { args as objectOf, type Args, type Change } from '../records.ts'
import { isReferredTo } from '../references.ts'
import { isPlain } from '../values.ts'
import type { Collection } from './documents.ts'
import { isDuplicate } from './failures.ts'
import { asRead, insertAll, insertSkipping, newDocument } from './inserts.ts'
import { filtersOf, recordsOf, requireUnique, type Wanted, wantedOf } from './reads.ts'
import type { Session } from './session.ts'
import { Documents } from './store.ts'
import type { Field } from './values.ts'

function listOf(data: unknown): Args[] {
  return (Array.isArray(data) ? (data as unknown[]) : [data]).map(item => objectOf(item, 'data'))
}

export async function create(session: Session, collection: Collection, args: Args): Promise<Record<string, unknown>> {
  const wanted = wantedOf(collection, args)
  const documents = await inserted(session, collection, [objectOf(args['data'] ?? {}, 'data')])
  return (await recordsOf(session, collection, documents, wanted))[0] as Record<string, unknown>
}

/** New documents with those that belong to them: all or none, where the server can. */
async function inserted(session: Session, collection: Collection, all: readonly Args[]): Promise<readonly Document[]> {
  return all.some(data => hasNested(collection, data))
    ? session.atomically(inner => insertNested(new Documents(inner), collection, all))
    : new Documents(session).insert(collection, all)
}

export async function createMany(session: Session, collection: Collection, args: Args): Promise<{ count: number }> {
  const all = listOf(args['data'])
  if (all.some(data => hasNested(collection, data))) {
    throw new InvalidArguments('createMany writes no related records: use createManyAndReturn or create.')
  }
  const documents = all.map(data => newDocument(collection, data))
  if (documents.length === 0) {
    return { count: 0 }
  }
  const insert = args['skipDuplicates'] === true ? insertSkipping : insertAll
  return { count: await insert(session, collection, documents) }
}

export async function createManyAndReturn(session: Session, collection: Collection, args: Args): Promise<Record<string, unknown>[]> {
  if (args['skipDuplicates'] === true) {
    throw new Unsupported('On MongoDB createManyAndReturn does not skip duplicates; createMany does.')
  }
  const wanted = wantedOf(collection, args)
  return recordsOf(session, collection, await inserted(session, collection, listOf(args['data'])), wanted)
}

export async function update(session: Session, collection: Collection, args: Args): Promise<Record<string, unknown>> {
  const wanted = wantedOf(collection, args)
  const where = requireUnique(collection, args['where'], 'where')
  const data = objectOf(args['data'], 'data')
  const document = hasNested(collection, data)
    ? await session.atomically(inner => updateNested(new Documents(inner), collection, where, data))
    : await changed(session, collection, where, data)
  return recordOf(session, collection, document, where, wanted)
}

/** @throws RecordNotFound if there is no document */
async function recordOf(session: Session, collection: Collection, document: Document | undefined, where: Args, wanted: Wanted): Promise<Record<string, unknown>> {
  if (document === undefined) {
    throw missing(collection, where)
  }
  return (await recordsOf(session, collection, [document], wanted))[0] as Record<string, unknown>
}

/** The document of a unique filter as it is after a change; undefined if there is none. */
async function changed(session: Session, collection: Collection, where: Args, data: Args): Promise<Document | undefined> {
  const filter = await filtersOf(session).of(collection, where)
  const changes = stamped(collection, data, where)
  return all(session, collection, changes, inner => new Documents(inner).changeOne(collection, filter, changes))
}

/** A change of nothing is none, unless it goes by a version. */
function stamped(collection: Collection, data: Args, where: Args = {}): readonly Change<Field>[] {
  const changes = changesOf(collection, data)
  const { version } = collection
  return changes.length > 0 || (version !== undefined && where[version.name] !== undefined) ? stamp(collection, changes) : changes
}

/** Together with those that refer to what is changed: all or none, where the server can. */
function all<T>(session: Session, collection: Collection, changes: readonly Change<Field>[] | undefined, work: (session: Session) => Promise<T>): Promise<T> {
  return isReferredTo(collection, changes) ? session.atomically(work) : work(session)
}

export async function updateMany(session: Session, collection: Collection, args: Args): Promise<{ count: number }> {
  const filter = await manyFilter(session, collection, args, 'updateMany')
  const changes = stamped(collection, ownData(collection, args))
  return { count: await all(session, collection, changes, inner => new Documents(inner).changeAll(collection, filter, changes)) }
}

export async function updateManyAndReturn(session: Session, collection: Collection, args: Args): Promise<Record<string, unknown>[]> {
  const wanted = wantedOf(collection, args)
  const filter = await manyFilter(session, collection, args, 'updateManyAndReturn')
  const changes = stamped(collection, ownData(collection, args))
  return session.atomically(async inner => {
    const keys = (await inner.find(collection, filter)).map(document => document['_id'] as unknown)
    const same = { _id: { $in: keys } }
    await new Documents(inner).changeAll(collection, same, changes)
    return recordsOf(inner, collection, await inner.find(collection, same), wanted)
  })
}

function ownData(collection: Collection, args: Args): Args {
  const data = objectOf(args['data'], 'data')
  if (hasNested(collection, data)) {
    throw new InvalidArguments('Only update of one record writes related records.')
  }
  return data
}

/** A change, or an insert if nothing was there. Who inserts in between makes the insert fail, and the change is made after all. */
export async function upsert(session: Session, collection: Collection, args: Args): Promise<Record<string, unknown>> {
  const wanted = wantedOf(collection, args)
  const where = requireUnique(collection, args['where'], 'where')
  const create = objectOf(args['create'], 'create')
  const data = objectOf(args['update'], 'update')
  const isNested = hasNested(collection, create) || hasNested(collection, data)
  const document = isNested
    ? await session.atomically(async inner => {
        const store = new Documents(inner)
        return (await updateNested(store, collection, where, data)) ?? (await insertNested(store, collection, [create]))[0]
      })
    : await changedOrInserted(session, collection, where, create, data)
  return (await recordsOf(session, collection, document === undefined ? [] : [document], wanted))[0] as Record<string, unknown>
}

async function changedOrInserted(session: Session, collection: Collection, where: Args, create: Args, data: Args): Promise<Document | undefined> {
  const fresh = newDocument(collection, create)
  const document = await changed(session, collection, where, data)
  if (document !== undefined) {
    return document
  }
  try {
    await session.insertMany(collection, [fresh])
    return asRead(fresh)
  } catch (thrown) {
    const there = isDuplicate(thrown) && session.transaction === undefined ? await changed(session, collection, where, data) : undefined
    if (there === undefined) {
      throw thrown
    }
    return there
  }
}

/** Creates each, or changes the one that is there by these fields: all or none, where the server has transactions. */
export async function upsertMany(session: Session, collection: Collection, args: Args): Promise<Record<string, unknown>[]> {
  const by = (Array.isArray(args['by']) ? (args['by'] as unknown[]) : [args['by']]).map(String)
  const wanted = listOf(args['create'])
  if (wanted.some(data => hasNested(collection, data)) || hasNested(collection, objectOf(args['update'], 'update'))) {
    throw new InvalidArguments('upsertMany writes no related records.')
  }
  return session.atomically(async inner => {
    const records: Record<string, unknown>[] = []
    for (const create of wanted) {
      const key = Object.fromEntries(by.map(name => [name, create[name]]))
      const where = by.length === 1 ? key : { [keyOf(collection, by)]: key }
      records.push(await upsert(inner, collection, { where, create, update: args['update'] }))
    }
    return records
  })
}

function keyOf(collection: Collection, by: readonly string[]): string {
  const key = (collection.descriptor.keys ?? []).find(one => one.columns.length === by.length && by.every(name => one.columns.includes(name)))
  if (key === undefined) {
    throw new InvalidArguments(`${collection.name} has no unique key of ${by.join(', ')}.`)
  }
  return key.name
}

export async function deleteOne(session: Session, collection: Collection, args: Args): Promise<Record<string, unknown>> {
  const wanted = wantedOf(collection, args)
  const where = requireUnique(collection, args['where'], 'where')
  const filter = await filtersOf(session).of(collection, where)
  if (!isReferredTo(collection, undefined)) {
    const document = await session.deleteOne(collection, filter)
    return recordOf(session, collection, document ?? undefined, where, wanted)
  }
  return session.atomically(async inner => {
    const document = (await inner.find(collection, filter))[0]
    // With what belonged to it.
    const record = await recordOf(inner, collection, document, where, wanted)
    if ((await new Documents(inner).delete(collection, where)) === 0) {
      throw missing(collection, where)
    }
    return record
  })
}

export async function deleteMany(session: Session, collection: Collection, args: Args): Promise<{ count: number }> {
  requireCondition(collection, args, 'deleteMany')
  const filter = args['where'] as Args | undefined
  return { count: await all(session, collection, undefined, inner => new Documents(inner).delete(collection, filter)) }
}

/** Who names a version wants the record as it was read. */
function missing(collection: Collection, where: unknown): FlashError {
  const given = isPlain(where) ? where : {}
  const { version } = collection
  if (version === undefined || given[version.name] === undefined) {
    return new RecordNotFound(collection.name)
  }
  const key = Object.entries(given).filter(([name, value]) => name !== version.name && value !== undefined)
  return new StaleRecord(collection.name, key.map(([name, value]) => `${name} = ${String(value)}`).join(', '))
}

/** A condition of which nothing is left would be one on everything: a forgotten value must not change all documents. */
function requireCondition(collection: Collection, args: Args, what: string): void {
  const where = args['where']
  if (where !== undefined && Object.values(objectOf(where, 'where')).every(value => value === undefined)) {
    throw new InvalidArguments(`The condition of ${what} is empty; leave \`where\` out to mean all ${collection.name} records.`)
  }
}

function manyFilter(session: Session, collection: Collection, args: Args, what: string): Promise<Document> {
  requireCondition(collection, args, what)
  return filtersOf(session).of(collection, args['where'])
}
