import type { Document } from 'mongodb'
import { changesOf, stamp } from '../changes.ts'
import { type Args, type Change, sameAs, type Store } from '../records.ts'
import { deleteReferring, isReferredTo, updateReferring } from '../references.ts'
import type { Collection, Relation } from './documents.ts'
import { asRead, insertAll, newDocument } from './inserts.ts'
import { filtersOf } from './reads.ts'
import type { Session } from './session.ts'
import { updateOf } from './updates.ts'
import type { Field } from './values.ts'
import { update, updateMany } from './writes.ts'

/** As many keys as a command has room for, be they long. */
const MOST_KEYS = 10_000

/** The documents of a database. Many-to-many relations are lists of keys at both ends, which writes keep in step. */
export class Documents implements Store<Collection, Document> {
  private readonly session: Session

  constructor(session: Session) {
    this.session = session
  }

  get isAtomic(): boolean {
    return this.session.transaction !== undefined
  }

  async find(collection: Collection, filter: Args | undefined): Promise<readonly Document[]> {
    return this.session.find(collection, await this.filter(collection, filter))
  }

  async exists(collection: Collection, filter: Args): Promise<boolean> {
    return (await this.session.aggregate(collection, [{ $match: await this.filter(collection, filter) }, { $limit: 1 }])).length > 0
  }

  async insert(collection: Collection, all: readonly Args[]): Promise<readonly Document[]> {
    const documents = all.map(data => newDocument(collection, data))
    if (documents.length > 0) {
      await insertAll(this.session, collection, documents)
    }
    return documents.map(asRead)
  }

  async insertUnread(collection: Collection, all: readonly Args[]): Promise<void> {
    await this.insert(collection, all)
  }

  async change(collection: Collection, document: Document, data: Args): Promise<Document | undefined> {
    const changes = changesOf(collection, data)
    return changes.length === 0 ? document : this.changeOne(collection, { _id: document['_id'] as unknown }, stamp(collection, changes))
  }

  /** Changes the document of a filter, and gives it as it is then. */
  async changeOne(collection: Collection, filter: Document, changes: readonly Change<Field>[]): Promise<Document | undefined> {
    await this.follow(collection, filter, changes)
    return (await this.session.updateOne(collection, filter, updateOf(changes))) ?? undefined
  }

  async changeAll(collection: Collection, filter: Document, changes: readonly Change<Field>[]): Promise<number> {
    await this.follow(collection, filter, changes)
    return this.session.updateMany(collection, filter, updateOf(changes))
  }

  /** Takes those along that refer to documents. */
  private async follow(collection: Collection, filter: Document, changes: readonly Change<Field>[]): Promise<void> {
    if (isReferredTo(collection, changes)) {
      const documents = await this.session.find(collection, filter)
      if (documents.length > 0) {
        await updateReferring(this, collection, sameAs(this, collection, documents), changes)
      }
    }
  }

  async set(collection: Collection, filter: Args, values: Args): Promise<number> {
    const changes = Object.entries(values).map(([name, value]) => ({ column: collection.column(name), operation: 'SET', value }))
    return this.changeAll(collection, await this.filter(collection, filter), stamp(collection, changes))
  }

  async update(collection: Collection, document: Document, data: unknown): Promise<void> {
    const { name, columns } = collection.identity
    await update(this.session, collection, { where: { [name]: this.valuesOf(columns, document)[0] }, data })
  }

  async updateMany(collection: Collection, filter: Args, data: unknown): Promise<void> {
    await updateMany(this.session, collection, { where: filter, data })
  }

  async delete(collection: Collection, filter: Args | undefined): Promise<number> {
    return isReferredTo(collection, undefined) ? deleteReferring(this, collection, filter) : this.deleteAlone(collection, filter)
  }

  async deleteAlone(collection: Collection, filter: Args | undefined): Promise<number> {
    return this.session.deleteMany(collection, await this.filter(collection, filter))
  }

  valuesOf(columns: readonly Field[], document: Document): readonly unknown[] {
    return columns.map(field => field.codec.read(document[field.path]))
  }

  keysAtOnce(): number {
    return MOST_KEYS
  }

  async pair(relation: Relation, pairs: readonly (readonly [Document, Document])[]): Promise<void> {
    const others = new Map<Document, Document[]>()
    for (const [own, other] of pairs) {
      others.set(own, [...(others.get(own) ?? []), other])
    }
    for (const [own, found] of others) {
      await this.list(relation, '$addToSet', [own], found)
      await this.list(oppositeOf(relation), '$addToSet', found, [own])
      // A new document is given back without being read again.
      const keys = [...listIn(own, relation), ...found.map(other => other[keyOf(relation).path] as unknown)]
      own[listOf(relation).path] = [...new Map(keys.map(key => [String(key), key])).values()]
    }
  }

  async unpair(relation: Relation, document: Document, filter: Args | undefined): Promise<void> {
    const found = await this.paired(relation, document, filter)
    await this.list(relation, '$pullAll', [document], found)
    await this.list(oppositeOf(relation), '$pullAll', found, [document])
  }

  /** By the document's own list, as it is now. */
  async paired(relation: Relation, document: Document, filter: Args | undefined): Promise<readonly Document[]> {
    const own = (await this.session.find(relation.source, { _id: document['_id'] as unknown }))[0]
    const listed = { [keyOf(relation).path]: { $in: own === undefined ? [] : listIn(own, relation) } }
    return this.session.find(relation.target, { $and: [listed, await this.filter(relation.target, filter)] })
  }

  /** Adds the keys of documents to the lists of others, or takes them out. */
  private async list(
    relation: Relation | undefined, operator: '$addToSet' | '$pullAll', owners: readonly Document[], others: readonly Document[],
  ): Promise<void> {
    if (relation !== undefined && owners.length > 0 && others.length > 0) {
      const { path, codec } = listOf(relation)
      const keys = codec.write(others.map(other => this.valuesOf(relation.remote, other)[0]))
      const filter = { _id: { $in: owners.map(owner => owner['_id'] as unknown) } }
      await this.session.updateMany(relation.source, filter, { [operator]: { [path]: operator === '$addToSet' ? { $each: keys } : keys } })
    }
  }

  /** A key of a document that is gone stays in the lists of others, where it is not found any more. */
  unpairAll(): Promise<void> {
    return Promise.resolve()
  }

  /** What lists have is `_id`, which never changes. */
  pairAnew(): Promise<void> {
    return Promise.resolve()
  }

  private filter(collection: Collection, filter: Args | undefined): Promise<Document> {
    return filtersOf(this.session).of(collection, filter)
  }
}

/** The list of keys at this end of a many-to-many relation. */
function listOf(relation: Relation): Field {
  return relation.local[0] as Field
}

/** What it lists, of the documents at the other end. */
function keyOf(relation: Relation): Field {
  return relation.remote[0] as Field
}

function listIn(document: Document, relation: Relation): readonly unknown[] {
  return (document[listOf(relation).path] as unknown[] | null | undefined) ?? []
}

/** Undefined where code does not see the other end. */
function oppositeOf(relation: Relation): Relation | undefined {
  return relation.target.relations.get(relation.descriptor.opposite ?? '')
}
