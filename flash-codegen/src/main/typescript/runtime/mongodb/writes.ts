import { type Document, MongoBulkWriteError } from 'mongodb'
import { FlashError, InvalidArguments, RecordNotFound, StaleRecord, Unsupported } from '../errors.ts'
import { DbNull, JsonNull, isPlain } from '../values.ts'
import { type Collection, type Field, fieldOf } from './documents.ts'
import { DUPLICATE_KEY, isDuplicate } from './failures.ts'
import { type Args, filtersOf, objectOf, recordsOf, uniqueFilter, wantedOf } from './reads.ts'
import type { Session } from './session.ts'
import { documentOf } from './values.ts'

type Data = { readonly [name: string]: unknown }

function dataOf(collection: Collection, data: unknown): Data {
  if (!isPlain(data)) {
    throw new InvalidArguments(`data of ${collection.model} is an object.`)
  }
  for (const name of collection.relations.keys()) {
    if (data[name] !== undefined) {
      throw new Unsupported(`On MongoDB a write is of one collection: write ${collection.model}.${name} by a call of its own.`)
    }
  }
  return data
}

function listOf(collection: Collection, data: unknown): Data[] {
  return (Array.isArray(data) ? (data as unknown[]) : [data]).map(item => dataOf(collection, item))
}

function newDocument(collection: Collection, data: Data): Document {
  return documentOf(collection.fields.values(), data, collection.model)
}

export async function create(session: Session, collection: Collection, args: Args): Promise<Record<string, unknown>> {
  const wanted = wantedOf(collection, args)
  const document = newDocument(collection, dataOf(collection, args['data'] ?? {}))
  await session.insertMany(collection, [document])
  return (await recordsOf(session, collection, [asRead(document)], wanted))[0] as Record<string, unknown>
}

/** What the server would give back of what was written: the driver's wrappers of numbers are its numbers. */
function asRead(value: Document): Document {
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, unwrapped(member)]))
}

function unwrapped(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(unwrapped)
  }
  if (isPlain(value)) {
    return asRead(value)
  }
  if (typeof value === 'object' && value !== null && '_bsontype' in value) {
    switch (value._bsontype) {
      case 'Int32':
      case 'Double':
        return value.valueOf()
      case 'Long':
        return (value as unknown as { toBigInt(): bigint }).toBigInt()
    }
  }
  return value
}

export async function createMany(session: Session, collection: Collection, args: Args): Promise<{ count: number }> {
  const documents = listOf(collection, args['data']).map(data => newDocument(collection, data))
  if (documents.length === 0) {
    return { count: 0 }
  }
  if (args['skipDuplicates'] === true) {
    return { count: await insertSkipping(session, collection, documents) }
  }
  return { count: await insertAll(session, collection, documents) }
}

export async function createManyAndReturn(session: Session, collection: Collection, args: Args): Promise<Record<string, unknown>[]> {
  if (args['skipDuplicates'] === true) {
    throw new Unsupported('On MongoDB createManyAndReturn does not skip duplicates; createMany does.')
  }
  const wanted = wantedOf(collection, args)
  const documents = listOf(collection, args['data']).map(data => newDocument(collection, data))
  if (documents.length > 0) {
    await insertAll(session, collection, documents)
  }
  return recordsOf(session, collection, documents.map(asRead), wanted)
}

/** All or none: by a transaction where the server has them, else what a failure leaves behind is deleted. */
async function insertAll(session: Session, collection: Collection, documents: Document[]): Promise<number> {
  if (documents.length === 1 || session.transaction !== undefined) {
    return session.insertMany(collection, documents)
  }
  if (await session.shared.hasTransactions()) {
    return session.atomically(inner => inner.insertMany(collection, documents))
  }
  try {
    return await session.insertMany(collection, documents)
  } catch (thrown) {
    // What stands before the refused one was written. By a wrong count a document that was there before would go.
    const inserted = documents.slice(0, refusalsIn(thrown)[0]?.index ?? 0)
    if (inserted.length > 0) {
      await session.deleteMany(collection, { _id: { $in: inserted.map(document => document['_id'] as unknown) } })
    }
    throw thrown
  }
}

/** The place and the server's code of each document that it refused. */
function refusalsIn(thrown: unknown): readonly { readonly index: number; readonly code: unknown }[] {
  const cause: unknown = thrown instanceof FlashError ? thrown.cause : undefined
  return cause instanceof MongoBulkWriteError && Array.isArray(cause.writeErrors)
    ? cause.writeErrors.map(({ index, code }) => ({ index, code }))
    : []
}

async function insertSkipping(session: Session, collection: Collection, documents: Document[]): Promise<number> {
  try {
    return await session.insertMany(collection, documents, false)
  } catch (thrown) {
    const refused = refusalsIn(thrown)
    if (refused.length === 0 || refused.some(({ code }) => code !== DUPLICATE_KEY)) {
      throw thrown
    }
    return documents.length - refused.length
  }
}

export async function update(session: Session, collection: Collection, args: Args): Promise<Record<string, unknown>> {
  const wanted = wantedOf(collection, args)
  const filter = await uniqueFilter(session, collection, args['where'], 'where')
  const document = await session.updateOne(collection, filter, changesOf(collection, args['data'], true))
  if (document === null) {
    throw missing(collection, args['where'])
  }
  return (await recordsOf(session, collection, [document], wanted))[0] as Record<string, unknown>
}

export async function updateMany(session: Session, collection: Collection, args: Args): Promise<{ count: number }> {
  const filter = await manyFilter(session, collection, args, 'updateMany')
  return { count: await session.updateMany(collection, filter, changesOf(collection, args['data'], true)) }
}

export async function updateManyAndReturn(session: Session, collection: Collection, args: Args): Promise<Record<string, unknown>[]> {
  const wanted = wantedOf(collection, args)
  const filter = await manyFilter(session, collection, args, 'updateManyAndReturn')
  const changes = changesOf(collection, args['data'], true)
  return session.atomically(async inner => {
    const keys = (await inner.find(collection, filter)).map(document => document['_id'] as unknown)
    const same = { _id: { $in: keys } }
    await inner.updateMany(collection, same, changes)
    return recordsOf(inner, collection, await inner.find(collection, same), wanted)
  })
}

/** A change, or an insert if nothing was there. Who inserts in between makes the insert fail, and the change is made after all. */
export async function upsert(session: Session, collection: Collection, args: Args): Promise<Record<string, unknown>> {
  const wanted = wantedOf(collection, args)
  const filter = await uniqueFilter(session, collection, args['where'], 'where')
  const changes = changesOf(collection, args['update'], true)
  const fresh = newDocument(collection, dataOf(collection, args['create']))
  let document = await session.updateOne(collection, filter, changes)
  if (document === null) {
    try {
      await session.insertMany(collection, [fresh])
      document = asRead(fresh)
    } catch (thrown) {
      document = isDuplicate(thrown) && session.transaction === undefined ? await session.updateOne(collection, filter, changes) : null
      if (document === null) {
        throw thrown
      }
    }
  }
  return (await recordsOf(session, collection, [document], wanted))[0] as Record<string, unknown>
}

/** Creates each, or changes the one that is there by these fields: all or none, where the server has transactions. */
export async function upsertMany(session: Session, collection: Collection, args: Args): Promise<Record<string, unknown>[]> {
  const by = (Array.isArray(args['by']) ? (args['by'] as unknown[]) : [args['by']]).map(String)
  const all = listOf(collection, args['create'])
  return session.atomically(async inner => {
    const records: Record<string, unknown>[] = []
    for (const create of all) {
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
    throw new InvalidArguments(`${collection.model} has no unique key of ${by.join(', ')}.`)
  }
  return key.name
}

export async function deleteOne(session: Session, collection: Collection, args: Args): Promise<Record<string, unknown>> {
  const wanted = wantedOf(collection, args)
  const filter = await uniqueFilter(session, collection, args['where'], 'where')
  const document = await session.deleteOne(collection, filter)
  if (document === null) {
    throw missing(collection, args['where'])
  }
  return (await recordsOf(session, collection, [document], wanted))[0] as Record<string, unknown>
}

export async function deleteMany(session: Session, collection: Collection, args: Args): Promise<{ count: number }> {
  return { count: await session.deleteMany(collection, await manyFilter(session, collection, args, 'deleteMany')) }
}

/** Who names a version wants the record as it was read. */
function missing(collection: Collection, where: unknown): FlashError {
  const given = isPlain(where) ? where : {}
  const version = [...collection.fields.values()].find(field => field.column.isVersion)
  if (version === undefined || given[version.name] === undefined) {
    return new RecordNotFound(collection.model)
  }
  const key = Object.entries(given).filter(([name, value]) => name !== version.name && value !== undefined)
  return new StaleRecord(collection.model, key.map(([name, value]) => `${name} = ${String(value)}`).join(', '))
}

/** A condition of which nothing is left would be one on everything: a forgotten value must not change all documents. */
async function manyFilter(session: Session, collection: Collection, args: Args, what: string): Promise<Document> {
  const where = objectOf(args['where'], 'where')
  if (where !== undefined && Object.values(where).every(value => value === undefined)) {
    throw new InvalidArguments(`The condition of ${what} is empty; leave \`where\` out to mean all ${collection.model} records.`)
  }
  return filtersOf(session).of(collection, where)
}

/** An update of MongoDB. A field without a value is removed. */
function changesOf(collection: Collection, given: unknown, counts: boolean): Document {
  const data = dataOf(collection, given)
  const update: { [operator: string]: Document } = {}
  const set = (operator: string, path: string, value: unknown): void => {
    ;(update[operator] ??= {})[path] = value
  }
  for (const [name, value] of Object.entries(data)) {
    if (value !== undefined) {
      change(set, fieldOf(collection, name), value)
    }
  }
  for (const field of collection.fields.values()) {
    if (field.column.isUpdatedAt && data[field.name] === undefined) {
      set('$set', field.path, field.codec.write(new Date()))
    }
    if (field.column.isVersion && counts && data[field.name] === undefined) {
      set('$inc', field.path, field.codec.write(1))
    }
  }
  // An update of nothing is refused; this one finds the document and leaves it as it is.
  return Object.keys(update).length === 0 ? { $unset: { flash_nothing: '' } } : update
}

type Set = (operator: string, path: string, value: unknown) => void

function change(set: Set, field: Field, value: unknown): void {
  const { column, codec, path } = field
  if (value === null || value === DbNull) {
    if (!column.isNullable && !column.isList) {
      throw new InvalidArguments(`${field.name} is required, and cannot be null.`)
    }
    set('$unset', path, '')
    return
  }
  if (value === JsonNull) {
    set('$set', path, null)
    return
  }
  const operators = isPlain(value) && column.type !== 'JSON' ? Object.entries(value).filter(([, operand]) => operand !== undefined) : []
  const only = operators.length === 1 ? operators[0] : undefined
  const operator = only?.[0] ?? ''
  if (only === undefined || !CHANGES.has(operator)) {
    set('$set', path, codec.write(value))
    return
  }
  const operand = only[1]
  switch (operator) {
    case 'set':
      change(set, field, operand === null ? null : operand)
      return
    case 'increment':
      set('$inc', path, codec.write(operand))
      return
    case 'decrement':
      set('$inc', path, codec.write(typeof operand === 'bigint' ? -operand : -Number(operand)))
      return
    case 'multiply':
      set('$mul', path, codec.write(operand))
      return
    case 'push':
      set('$push', path, { $each: Array.isArray(operand) ? codec.write(operand) : [codec.element(operand)] })
      return
    case 'unset':
      set('$unset', path, '')
      return
    default:
      throw new Unsupported(`MongoDB has no ${operator} for ${field.name}.`)
  }
}

const CHANGES = new Set(['set', 'increment', 'decrement', 'multiply', 'divide', 'push', 'unset'])
