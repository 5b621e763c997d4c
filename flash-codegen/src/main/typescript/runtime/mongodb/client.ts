import { MongoClient, type ClientSession, type Db, type Document } from 'mongodb'
import { Call } from '../call.ts'
import type { Descriptor } from '../descriptor.ts'
import { FlashError, InvalidArguments, Timeout, TransactionsUnavailable } from '../errors.ts'
import { SchemaNames } from '../names.ts'
import type { FlashOptions, QueryEvent, TransactionOptions } from '../options.ts'
import type { Args } from '../records.ts'
import { aggregate, count, groupBy } from './aggregates.ts'
import { type Collection, Collections } from './documents.ts'
import { translate } from './failures.ts'
import { findFirst, findMany, findUnique, orThrow, stream } from './reads.ts'
import { Session, type Shared } from './session.ts'
import * as writes from './writes.ts'

type Method = (session: Session, collection: Collection, args: Args) => Promise<unknown>

const METHODS: { readonly [name: string]: Method } = {
  findUnique,
  findUniqueOrThrow: async (session, collection, args) => orThrow(collection, await findUnique(session, collection, args)),
  findFirst,
  findFirstOrThrow: async (session, collection, args) => orThrow(collection, await findFirst(session, collection, args)),
  findMany,
  exists: async (session, collection, args) => (await findMany(session, collection, args, 1)).length > 0,
  count,
  aggregate,
  groupBy,
  create: writes.create,
  createMany: writes.createMany,
  createManyAndReturn: writes.createManyAndReturn,
  update: writes.update,
  updateMany: writes.updateMany,
  updateManyAndReturn: writes.updateManyAndReturn,
  upsert: writes.upsert,
  upsertMany: writes.upsertMany,
  delete: writes.deleteOne,
  deleteMany: writes.deleteMany,
}

/** The calls of one model, as generated code types them. */
export interface Delegate {
  readonly [method: string]: (args?: object) => Promise<unknown>
}

function delegateOf(collection: Collection, session: Session): Delegate {
  const calls = Object.entries(METHODS).map(([method, work]) => [
    method,
    (args: object = {}) => new Call((given?: Session) => work(given ?? session, collection, args as Args)),
  ])
  return { ...Object.fromEntries(calls), stream: (args: object = {}) => stream(session, collection, args as Args) } as Delegate
}

const DEFAULT_CONNECTIONS = 10
const DEFAULT_WAIT = 10_000
const DEFAULT_TIMEOUT = 5_000

/** What every generated client of MongoDB can do. */
export class DocumentClient {
  readonly #connection: Connection
  readonly #session: Session
  readonly #delegates = new Map<string, Delegate>()

  constructor(schema: Descriptor, options: FlashOptions) {
    this.#connection = new Connection(schema, options)
    this.#session = new Session(this.#connection)
  }

  $model(name: string): Delegate {
    let delegate = this.#delegates.get(name)
    if (delegate === undefined) {
      delegate = delegateOf(this.#connection.collections.get(name), this.#session)
      this.#delegates.set(name, delegate)
    }
    return delegate
  }

  async $connect(): Promise<void> {
    await this.#connection.database()
  }

  async $disconnect(): Promise<void> {
    await this.#connection.close()
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.$disconnect()
  }

  $on(event: 'query', listener: (event: QueryEvent) => void): void {
    if (event !== 'query') {
      throw new InvalidArguments(`There is no event ${String(event)}; there is query.`)
    }
    this.#connection.listeners.push(listener)
  }

  /** A transaction, which needs a replica set. One inside of another is part of it. */
  $transaction<T>(work: (tx: this) => Promise<T>, options?: TransactionOptions): Promise<T>
  $transaction<T extends readonly unknown[]>(
    calls: [...T], options?: TransactionOptions,
  ): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }>
  async $transaction(work: ((tx: this) => Promise<unknown>) | readonly unknown[], options: TransactionOptions = {}): Promise<unknown> {
    return this.#connection.transaction(
      session => (typeof work === 'function' ? work(this.#at(session)) : oneByOne(work, session)), options,
    )
  }

  /** This client with its calls in a transaction. */
  #at(session: Session): this {
    const inner = Object.create(this, {
      $model: { value: (name: string) => delegateOf(this.#connection.collections.get(name), session) },
      $transaction: {
        value: (work: ((tx: unknown) => Promise<unknown>) | readonly unknown[]) =>
          typeof work === 'function' ? work(inner) : oneByOne(work, session),
      },
      $runCommandRaw: { value: (command: Document) => new Call((given?: Session) => (given ?? session).command(command)) },
    }) as this
    return inner
  }

  /** A command of one's own: `{ ping: 1 }`. */
  $runCommandRaw(command: Document): Promise<Document> {
    return new Call((given?: Session) => (given ?? this.#session).command(command))
  }
}

async function oneByOne(calls: readonly unknown[], session: Session): Promise<unknown[]> {
  const results: unknown[] = []
  for (const call of calls) {
    results.push(call instanceof Call ? await (call as Call<unknown, Session>).in(session) : await (call as PromiseLike<unknown>))
  }
  return results
}

/** One `MongoClient`, and what it is asked through. */
class Connection implements Shared {
  readonly schema: Descriptor
  readonly options: FlashOptions
  readonly collections: Collections
  readonly names: SchemaNames
  readonly listeners: ((event: QueryEvent) => void)[] = []
  private readonly client: MongoClient
  private connected: Promise<Db> | undefined
  private transactions: Promise<boolean> | undefined

  constructor(schema: Descriptor, options: FlashOptions) {
    this.schema = schema
    this.options = options
    this.collections = new Collections(schema)
    this.names = new SchemaNames(schema)
    this.client = new MongoClient(options.url, {
      maxPoolSize: options.connections ?? DEFAULT_CONNECTIONS,
      serverSelectionTimeoutMS: options.connectTimeout ?? DEFAULT_WAIT,
      waitQueueTimeoutMS: options.connectTimeout ?? DEFAULT_WAIT,
      // 64-bit numbers stay exact.
      useBigInt64: true,
    })
  }

  database(): Promise<Db> {
    // A failure is not kept: the server may be there the next time.
    this.connected ??= this.connect().catch((thrown: unknown) => {
      this.connected = undefined
      throw thrown
    })
    return this.connected
  }

  private async connect(): Promise<Db> {
    try {
      await this.client.connect()
    } catch (thrown) {
      throw translate(thrown, undefined, this.names)
    }
    return this.client.db()
  }

  hasTransactions(): Promise<boolean> {
    this.transactions ??= this.database().then(async db => {
      const hello = await db.admin().command({ hello: 1 }).catch(() => db.admin().command({ isMaster: 1 }))
      return hello['setName'] !== undefined || hello['msg'] === 'isdbgrid'
    })
    return this.transactions
  }

  async transaction<T>(work: (session: Session) => Promise<T>, options: TransactionOptions = {}): Promise<T> {
    const wanted = { ...this.options.transactionOptions, ...options }
    if (wanted.isolationLevel === 'Serializable') {
      throw new InvalidArguments('A transaction of MongoDB is a snapshot: Serializable is not to be had.')
    }
    if (!(await this.hasTransactions())) {
      throw new TransactionsUnavailable()
    }
    const transaction = this.client.startSession()
    const session = new Session(this, transaction)
    try {
      transaction.startTransaction({ readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority' } })
      const result = await inTime(work(session), wanted.timeout ?? DEFAULT_TIMEOUT)
      await transaction.commitTransaction()
      return result
    } catch (thrown) {
      await abort(transaction)
      throw thrown instanceof FlashError || !isDriversOwn(thrown) ? thrown : translate(thrown, undefined, this.names)
    } finally {
      session.end('The transaction has ended.')
      await transaction.endSession()
    }
  }

  async close(): Promise<void> {
    this.connected = undefined
    await this.client.close()
  }
}

function isDriversOwn(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.name.startsWith('Mongo')
}

/** Nothing that goes wrong in it matters more than what went wrong before. */
async function abort(transaction: ClientSession): Promise<void> {
  if (transaction.inTransaction()) {
    await transaction.abortTransaction().catch(() => undefined)
  }
}

async function inTime<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Timeout(`The transaction took longer than ${milliseconds} ms, and was rolled back.`))
    }, milliseconds)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
