import type { Descriptor, RowMappers } from './descriptor.ts'

/** Where the database is, and how it is reached. */
export interface FlashOptions {
  /** `postgresql://…`, `mysql://…`, `file:…`. */
  readonly url: string
  /** How many connections there may be at once; 10 unless said. */
  readonly connections?: number
  /** Milliseconds that a call waits for a connection; 10 000 unless said. */
  readonly connectTimeout?: number
  /** What transactions have that say nothing else. */
  readonly transactionOptions?: TransactionOptions
}

export type IsolationLevel = 'ReadUncommitted' | 'ReadCommitted' | 'RepeatableRead' | 'Serializable'

export interface TransactionOptions {
  readonly isolationLevel?: IsolationLevel
  /** Milliseconds to wait for a connection. */
  readonly maxWait?: number
  /** Milliseconds after which it is rolled back. */
  readonly timeout?: number
}

/** A statement that was sent. */
export interface QueryEvent {
  readonly timestamp: Date
  readonly query: string
  /** The values as they were sent, as JSON. */
  readonly params: string
  /** Milliseconds. */
  readonly duration: number
}

/** The calls of one model, as generated code types them. Each gives a promise of a record, records, or a number. */
export interface Delegate {
  readonly [method: string]: (args?: object) => Promise<unknown>
}

/**
 * What every generated client can do. To be written; the signatures stand.
 *
 * The interface of a transaction is the same without `$connect`, `$disconnect` and `$on`; generated code types it as
 * `Omit<FlashClient, '$connect' | '$disconnect' | '$on'>`.
 */
export declare class Client {
  constructor(schema: Descriptor, rows: RowMappers, provider: object, options: FlashOptions)
  $model(name: string): Delegate
  $connect(): Promise<void>
  $disconnect(): Promise<void>
  $on(event: 'query', listener: (event: QueryEvent) => void): void
  $transaction<T>(work: (tx: this) => Promise<T>, options?: TransactionOptions): Promise<T>
  $transaction<T extends readonly unknown[]>(calls: [...T], options?: TransactionOptions): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }>
  $queryRaw<T = unknown>(text: TemplateStringsArray | object, ...values: unknown[]): Promise<T>
  $executeRaw(text: TemplateStringsArray | object, ...values: unknown[]): Promise<number>
  $queryRawUnsafe<T = unknown>(text: string, ...values: unknown[]): Promise<T>
  $executeRawUnsafe(text: string, ...values: unknown[]): Promise<number>
  /** Ends it as `$disconnect` does: `await using`. */
  [Symbol.asyncDispose](): Promise<void>
}
