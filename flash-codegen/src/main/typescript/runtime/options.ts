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
  /** Milliseconds to wait for a connection; 2000 unless said. */
  readonly maxWait?: number
  /** Milliseconds after which it is rolled back; 5000 unless said. */
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

/** The levels as SQL calls them. */
export const LEVELS: { readonly [level in IsolationLevel]: string } = {
  ReadUncommitted: 'READ UNCOMMITTED',
  ReadCommitted: 'READ COMMITTED',
  RepeatableRead: 'REPEATABLE READ',
  Serializable: 'SERIALIZABLE',
}
