import { type Document, MongoBulkWriteError } from 'mongodb'
import { FlashError } from '../errors.ts'
import { isPlain } from '../values.ts'
import type { Collection } from './documents.ts'
import { DUPLICATE_KEY } from './failures.ts'
import type { Session } from './session.ts'
import { documentOf } from './values.ts'

/** A new document of a record's own fields. */
export function newDocument(collection: Collection, data: { readonly [name: string]: unknown }): Document {
  const own = Object.entries(data).filter(([name]) => !collection.relations.has(name))
  return documentOf(collection.byName.values(), Object.fromEntries(own), collection.name)
}

/** What the server would give back of what was written: the driver's wrappers of numbers are its numbers. */
export function asRead(value: Document): Document {
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

/** All or none: by a transaction where the server has them, else what a failure leaves behind is deleted. */
export async function insertAll(session: Session, collection: Collection, documents: Document[]): Promise<number> {
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

export async function insertSkipping(session: Session, collection: Collection, documents: Document[]): Promise<number> {
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
