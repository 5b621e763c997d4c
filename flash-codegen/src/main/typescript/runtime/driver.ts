import type { Row } from './descriptor.ts'
import type { FlashError } from './errors.ts'
import type { FlashOptions, IsolationLevel } from './options.ts'
import type { SchemaNames } from './names.ts'

/** A statement as it is sent again and again. */
export interface Prepared {
  /** With the database's placeholders. */
  readonly text: string
  /** What the server calls it: short, and different for each text; empty if it is not to keep it. */
  readonly name: string
  /** Whether whole numbers in its rows may have more digits than a double keeps. */
  readonly isWide: boolean
  /** What the driver keeps with it. */
  handle?: unknown
}

/** What a write did: how many rows, and the number that the database gave to a new one. */
export interface Written {
  readonly count: number
  readonly id: number | bigint
}

export interface RawRows {
  readonly rows: readonly Row[]
  readonly names: readonly string[]
  /** Makes a value of each column what a program expects of its type. */
  readonly decode: readonly (((value: unknown) => unknown) | undefined)[]
}

/** Where statements can be sent: one connection, or any of a pool. Errors are thrown as the driver throws them. */
export interface Connection {
  query(statement: Prepared, values: unknown[]): Promise<readonly Row[]>
  execute(statement: Prepared, values: unknown[]): Promise<Written>
  /** Statements of a program's own, with names and types of what they give. */
  raw(statement: Prepared, values: unknown[]): Promise<RawRows>
  /** An insert that leaves out rows that are there already, but forgives nothing else. */
  insertSkipping(statement: Prepared, values: unknown[]): Promise<number>
  /** Rows as they are asked for, so many at a time. Whoever stops asking ends it with `return()`, as `for await` does. */
  rows(statement: Prepared, values: unknown[], batch: number): AsyncGenerator<readonly Row[], void, undefined>
}

/** A connection that nobody else uses meanwhile. */
export interface HeldConnection extends Connection {
  /** Whether it takes no other statement, since rows of it are still being asked for. */
  readonly isBusy: boolean
  begin(isolation: IsolationLevel | undefined): Promise<void>
  /** `COMMIT`, `ROLLBACK`, and what savepoints need. */
  control(sql: string): Promise<void>
  /** Gives it back. @param broken whether nobody can use it any more */
  release(broken: boolean): void
}

/** A database that was reached. */
export interface Driver extends Connection {
  readonly server: Server
  /** @throws Timeout if there is none in time */
  hold(maxWait: number): Promise<HeldConnection>
  close(): Promise<void>
}

/** What differs between servers that the same driver reaches. */
export interface Server {
  /** `mariadb`, or nothing special. */
  readonly variant?: string
  readonly insertReturning: boolean
  readonly updateReturning: boolean
  /** How many parameters a statement may have. */
  readonly maxParameters: number
}

/** Encodes a value that is not null. @throws ValueOutOfRange if the column cannot keep it */
export type Write = (value: unknown) => unknown
export type Read = (value: unknown) => unknown

/** What the runtime needs of a kind of database; generated code hands it over. */
export interface Provider {
  readonly write: { readonly [encoding: string]: Write }
  readonly read: object
  /** The n-th placeholder, from 1. */
  placeholder(n: number): string
  connect(options: FlashOptions): Promise<Driver>
  translate(thrown: unknown, sql: string | undefined, names: SchemaNames): FlashError
}
