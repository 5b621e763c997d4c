import type { ClientSession, Db, Document } from 'mongodb'
import type { QueryEvent } from '../options.ts'
import { TransactionUnusable } from '../errors.ts'
import type { SchemaNames } from '../names.ts'
import type { Collection, Collections } from './documents.ts'
import { translate } from './failures.ts'

/** What all sessions of a client share. */
export interface Shared {
  readonly collections: Collections
  readonly names: SchemaNames
  readonly listeners: ((event: QueryEvent) => void)[]
  database(): Promise<Db>
  transaction<T>(work: (session: Session) => Promise<T>): Promise<T>
  /** Whether the server has transactions. */
  hasTransactions(): Promise<boolean>
}

/** Where calls send their commands: with those of a transaction, or each for itself. */
export class Session {
  readonly shared: Shared
  readonly transaction: ClientSession | undefined
  private ended: string | undefined

  constructor(shared: Shared, transaction?: ClientSession) {
    this.shared = shared
    this.transaction = transaction
  }

  find(collection: Collection, filter: Document, fields?: readonly string[]): Promise<Document[]> {
    const projection = fields === undefined ? undefined : Object.fromEntries([['_id', 0], ...fields.map(field => [field, 1] as const)])
    return this.run(collection, 'find', filter, async (db, session) =>
      db
        .collection(collection.databaseName)
        .find(filter, { ...session, ...(projection === undefined ? {} : { projection }) })
        .toArray(),
    )
  }

  aggregate(collection: Collection, stages: Document[]): Promise<Document[]> {
    return this.run(collection, 'aggregate', stages, (db, session) =>
      db.collection(collection.databaseName).aggregate(stages, session).toArray(),
    )
  }

  /** Documents as they are asked for, so many at a time. */
  async *stream(collection: Collection, stages: Document[], batchSize: number): AsyncGenerator<Document, void, undefined> {
    const cursor = await this.run(collection, 'aggregate', stages, async (db, session) =>
      db.collection(collection.databaseName).aggregate(stages, { ...session, batchSize }),
    )
    try {
      for await (const document of cursor) {
        this.requireOpen()
        yield document
      }
    } catch (thrown) {
      this.requireOpen()
      throw translate(thrown, collection, this.shared.names)
    } finally {
      await cursor.close()
    }
  }

  insertMany(collection: Collection, documents: Document[], ordered = true): Promise<number> {
    return this.run(collection, 'insert', documents, async (db, session) => {
      const result = await db.collection(collection.databaseName).insertMany(documents, { ...session, ordered, ignoreUndefined: true })
      return result.insertedCount
    })
  }

  updateMany(collection: Collection, filter: Document, update: Document): Promise<number> {
    return this.run(collection, 'update', [filter, update], async (db, session) => {
      const result = await db.collection(collection.databaseName).updateMany(filter, update, session)
      return result.matchedCount
    })
  }

  /** The document as it is afterwards; null if there is none. */
  updateOne(collection: Collection, filter: Document, update: Document): Promise<Document | null> {
    return this.run(collection, 'findAndModify', [filter, update], (db, session) =>
      db.collection(collection.databaseName).findOneAndUpdate(filter, update, { ...session, returnDocument: 'after' }),
    )
  }

  deleteMany(collection: Collection, filter: Document): Promise<number> {
    return this.run(collection, 'delete', filter, async (db, session) => {
      const result = await db.collection(collection.databaseName).deleteMany(filter, session)
      return result.deletedCount
    })
  }

  /** The document as it was; null if there is none. */
  deleteOne(collection: Collection, filter: Document): Promise<Document | null> {
    return this.run(collection, 'findAndModify', filter, (db, session) =>
      db.collection(collection.databaseName).findOneAndDelete(filter, session),
    )
  }

  command(command: Document): Promise<Document> {
    return this.run(undefined, 'command', command, (db, session) => db.command(command, session))
  }

  async run<T>(
    collection: Collection | undefined, name: string, what: unknown, work: (db: Db, session: { session?: ClientSession }) => Promise<T>,
  ): Promise<T> {
    this.requireOpen()
    const started = performance.now()
    try {
      return await work(await this.shared.database(), this.transaction === undefined ? {} : { session: this.transaction })
    } catch (thrown) {
      throw translate(thrown, collection, this.shared.names)
    } finally {
      if (this.shared.listeners.length > 0) {
        const event = {
          timestamp: new Date(),
          query: collection === undefined ? name : `${collection.databaseName}.${name}`,
          params: JSON.stringify(what, shown),
          duration: performance.now() - started,
        }
        this.shared.listeners.forEach(listener => listener(event))
      }
    }
  }

  /** All or none, where the server can; inside of a transaction a part of it. */
  async atomically<T>(work: (session: Session) => Promise<T>): Promise<T> {
    return this.transaction === undefined && (await this.shared.hasTransactions()) ? this.shared.transaction(work) : work(this)
  }

  private requireOpen(): void {
    if (this.ended !== undefined) {
      throw new TransactionUnusable(this.ended)
    }
  }

  /** No command can be sent from now on. */
  end(why: string): void {
    this.ended = why
  }
}

function shown(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value
}
