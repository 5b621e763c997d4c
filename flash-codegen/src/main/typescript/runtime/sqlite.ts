import type { Row } from './descriptor.ts'
import type { Driver, HeldConnection, Prepared, Provider, RawRows, Server, Written } from './driver.ts'
import * as errors from './errors.ts'
import { Lock } from './lock.ts'
import type { FlashOptions } from './options.ts'
import { translate } from './sqlite-errors.ts'
import { read, write } from './sqlite-values.ts'

/** What `better-sqlite3` and `node:sqlite` have in common, after each is opened. */
interface Database {
  prepare(sql: string, bigInts: boolean): Statement
  exec(sql: string): void
  close(): void
}

interface Statement {
  all(values: unknown[]): Row[]
  run(values: unknown[]): Written
  iterate(values: unknown[]): IterableIterator<Row>
  columns(): { name: string; type: string | null }[]
  /** Whether it gives rows. */
  readonly reads: boolean
}

const server: Server = { insertReturning: true, updateReturning: true, maxParameters: 32_766 }

/** The one connection to a database; whoever wants it while a transaction has it waits. */
class SqliteDriver implements Driver {
  readonly server = server
  private readonly database: Database
  private readonly lock = new Lock()
  private readonly held: SqliteHeld
  private readonly maxWait: number
  /** Opens the database once more; undefined if it is only in this one's memory. */
  private readonly another: (() => Promise<Database>) | undefined

  constructor(database: Database, maxWait: number, another: (() => Promise<Database>) | undefined) {
    this.another = another
    this.database = database
    this.maxWait = maxWait
    this.held = new SqliteHeld(database, () => this.lock.release())
  }

  query(statement: Prepared, values: unknown[]): Promise<readonly Row[]> {
    return this.lock.isFree ? this.held.query(statement, values) : this.wait((held) => held.query(statement, values))
  }

  execute(statement: Prepared, values: unknown[]): Promise<Written> {
    return this.lock.isFree ? this.held.execute(statement, values) : this.wait((held) => held.execute(statement, values))
  }

  raw(statement: Prepared, values: unknown[]): Promise<RawRows> {
    return this.lock.isFree ? this.held.raw(statement, values) : this.wait((held) => held.raw(statement, values))
  }

  insertSkipping(statement: Prepared, values: unknown[]): Promise<number> {
    return this.execute(statement, values).then((written) => written.count)
  }

  /** By a connection of its own, for a loop over the rows may well write. */
  async *rows(statement: Prepared, values: unknown[], batch: number): AsyncGenerator<readonly Row[], void, undefined> {
    if (this.another === undefined) {
      const held = await this.hold(this.maxWait)
      try {
        yield* held.rows(statement, values, batch)
      } finally {
        held.release(false)
      }
      return
    }
    const own = await this.another()
    try {
      yield* new SqliteHeld(own, () => undefined).rows(statement, values, batch)
    } finally {
      own.close()
    }
  }

  async hold(maxWait: number): Promise<HeldConnection> {
    await this.lock.take(maxWait)
    return this.held
  }

  async close(): Promise<void> {
    await this.lock.take(this.maxWait)
    this.database.close()
  }

  private async wait<T>(work: (held: SqliteHeld) => Promise<T>): Promise<T> {
    await this.lock.take(this.maxWait)
    try {
      return await work(this.held)
    } finally {
      this.lock.release()
    }
  }
}

class SqliteHeld implements HeldConnection {
  readonly isBusy = false
  private readonly database: Database
  /** What is still being stepped through, which a transaction cannot end with. */
  private readonly open = new Set<IterableIterator<Row>>()
  readonly release: () => void

  constructor(database: Database, release: () => void) {
    this.database = database
    this.release = release
  }

  async query(statement: Prepared, values: unknown[]): Promise<readonly Row[]> {
    return this.prepared(statement).all(values)
  }

  async execute(statement: Prepared, values: unknown[]): Promise<Written> {
    return this.prepared(statement).run(values)
  }

  async raw(statement: Prepared, values: unknown[]): Promise<RawRows> {
    const prepared = this.prepared(statement)
    if (!prepared.reads) {
      prepared.run(values)
      return { rows: [], names: [], decode: [] }
    }
    const columns = prepared.columns()
    return { rows: prepared.all(values), names: columns.map((column) => column.name), decode: columns.map((column) => decoder(column.type)) }
  }

  async insertSkipping(statement: Prepared, values: unknown[]): Promise<number> {
    return this.prepared(statement).run(values).count
  }

  async *rows(statement: Prepared, values: unknown[], batch: number): AsyncGenerator<readonly Row[], void, undefined> {
    // One of its own: a prepared statement steps through one result at a time.
    const iterator = this.database.prepare(statement.text, statement.isWide).iterate(values)
    this.open.add(iterator)
    try {
      let rows: Row[] = []
      for (const row of iterator) {
        if (rows.push(row) === batch) {
          yield rows
          rows = []
        }
      }
      if (rows.length > 0) {
        yield rows
      }
    } finally {
      iterator.return?.()
      this.open.delete(iterator)
    }
  }

  async begin(): Promise<void> {
    this.database.exec('BEGIN IMMEDIATE')
  }

  async control(sql: string): Promise<void> {
    if (sql === 'COMMIT' || sql === 'ROLLBACK') {
      this.open.forEach((iterator) => iterator.return?.())
    }
    try {
      this.database.exec(sql)
    } catch (thrown) {
      // A full disk, an interrupt and some more make SQLite roll back by itself.
      if (sql !== 'ROLLBACK' || !errors.messageOf(thrown).includes('no transaction is active')) {
        throw thrown
      }
    }
  }

  private prepared(statement: Prepared): Statement {
    return (statement.handle ??= this.database.prepare(statement.text, statement.isWide)) as Statement
  }
}

/** By the type that the column was declared with. */
function decoder(declared: string | null): ((value: unknown) => unknown) | undefined {
  switch (declared?.toUpperCase()) {
    case 'BOOLEAN':
      return read.BOOLEAN
    case 'DATETIME':
      return read.DATE_TIME
    case 'BIGINT':
      return undefined
    case 'DECIMAL':
      return read.DECIMAL
    case 'JSON':
    case 'JSONB':
      return read.JSON
    default:
      return narrowed
  }
}

function narrowed(value: unknown): unknown {
  if (typeof value !== 'bigint') {
    return value instanceof Uint8Array ? Uint8Array.from(value) : value
  }
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : value
}

/** As `DATABASE_URL` has it: `file:./dev.db`, `:memory:`, with `?mode=ro` and `busy_timeout`. */
export function fileOf(url: string): { path: string; parameters: URLSearchParams } {
  const mark = url.indexOf('?')
  const rest = mark < 0 ? url : url.slice(0, mark)
  const parameters = new URLSearchParams(mark < 0 ? '' : url.slice(mark + 1))
  const scheme = /^(jdbc:)?(sqlite:|file:)?(\/\/)?/.exec(rest)?.[0] ?? ''
  const path = rest.slice(scheme.length)
  const isMemory = path === '' || path === ':memory:' || parameters.get('mode') === 'memory'
  return { path: isMemory ? ':memory:' : scheme.includes('file:') ? decodeURIComponent(path) : path, parameters }
}

async function open(path: string, readOnly: boolean, timeout: number): Promise<Database> {
  try {
    // @ts-ignore: the driver's types need not be installed
    const { default: Driver } = await import('better-sqlite3')
    return ofBetterSqlite(new Driver(path, { readonly: readOnly, timeout }) as BetterSqlite)
  } catch (thrown) {
    if (!isMissing(thrown)) {
      throw thrown
    }
  }
  try {
    // @ts-ignore: Node has it since 22
    const { DatabaseSync } = await import('node:sqlite')
    return ofNode(new DatabaseSync(path, { readOnly, timeout }) as NodeSqlite)
  } catch (thrown) {
    throw isMissing(thrown) ? new errors.ConnectionFailure('SQLite needs a driver: install better-sqlite3, or use Node 22 or newer.', thrown) : thrown
  }
}

function isMissing(thrown: unknown): boolean {
  const code = (thrown as { code?: unknown } | null)?.code
  return code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND' || code === 'ERR_UNKNOWN_BUILTIN_MODULE'
}

interface BetterStatement {
  readonly reader: boolean
  raw(): BetterStatement
  safeIntegers(): BetterStatement
  all(...values: unknown[]): Row[]
  run(...values: unknown[]): { changes: number; lastInsertRowid: number | bigint }
  iterate(...values: unknown[]): IterableIterator<Row>
  columns(): { name: string; type: string | null }[]
}

interface BetterSqlite {
  prepare(sql: string): BetterStatement
  exec(sql: string): void
  close(): void
}

function ofBetterSqlite(database: BetterSqlite): Database {
  return {
    prepare(sql, bigInts) {
      const statement = database.prepare(sql)
      if (bigInts) {
        statement.safeIntegers()
      }
      const reads = statement.reader
      if (reads) {
        statement.raw()
      }
      return {
        reads,
        all: (values) => (reads ? statement.all(values) : (statement.run(values), [])),
        run: (values) => {
          if (reads) {
            return { count: statement.all(values).length, id: 0 }
          }
          const { changes, lastInsertRowid } = statement.run(values)
          return { count: changes, id: lastInsertRowid }
        },
        iterate: (values) => statement.iterate(values),
        columns: () => statement.columns(),
      }
    },
    exec: (sql) => database.exec(sql),
    close: () => database.close(),
  }
}

interface NodeStatement {
  setReadBigInts(on: boolean): void
  setReturnArrays?(on: boolean): void
  all(...values: unknown[]): unknown[]
  run(...values: unknown[]): { changes: number | bigint; lastInsertRowid: number | bigint }
  iterate(...values: unknown[]): IterableIterator<unknown>
  columns(): { name: string; type: string | null }[]
}

interface NodeSqlite {
  prepare(sql: string): NodeStatement
  exec(sql: string): void
  close(): void
}

function ofNode(database: NodeSqlite): Database {
  return {
    prepare(sql, bigInts) {
      const statement = database.prepare(sql)
      statement.setReadBigInts(bigInts)
      if (statement.setReturnArrays === undefined) {
        throw new errors.ConnectionFailure('This node:sqlite gives no rows as arrays: install better-sqlite3, or a newer Node.')
      }
      statement.setReturnArrays(true)
      const reads = statement.columns().length > 0
      return {
        reads,
        all: (values) => statement.all(...values.map(bindable)) as Row[],
        run: (values) => {
          const { changes, lastInsertRowid } = statement.run(...values.map(bindable))
          return { count: Number(changes), id: lastInsertRowid }
        },
        iterate: (values) => statement.iterate(...values.map(bindable)) as IterableIterator<Row>,
        columns: () => statement.columns(),
      }
    },
    exec: (sql) => database.exec(sql),
    close: () => database.close(),
  }
}

/**
 * It binds NULL for bytes without a place in memory, as those are that an empty buffer backs; and of a text it reads
 * what is before a character 0.
 */
function bindable(value: unknown): unknown {
  if (typeof value === 'string' && value.includes('\0')) {
    throw new errors.ValueOutOfRange('node:sqlite would cut a text at its character 0: take that out, or install better-sqlite3.')
  }
  return value instanceof Uint8Array && value.length === 0 ? NO_BYTES : value
}

const NO_BYTES = new Uint8Array(new ArrayBuffer(1), 0, 0)

async function connect(options: FlashOptions): Promise<Driver> {
  const { path, parameters } = fileOf(options.url)
  const readOnly = parameters.get('mode') === 'ro'
  const another = (): Promise<Database> => open(path, readOnly, Number(parameters.get('busy_timeout') ?? 5000))
  const database = await another()
  database.exec('PRAGMA foreign_keys = ON')
  if (!readOnly && path !== ':memory:') {
    database.exec('PRAGMA journal_mode = WAL')
    database.exec('PRAGMA synchronous = NORMAL')
  }
  return new SqliteDriver(database, options.connectTimeout ?? 10_000, path === ':memory:' ? undefined : another)
}

/** SQLite, by `better-sqlite3` or what Node brings along. */
export const provider: Provider = { read, write, placeholder: () => '?', connect, translate }
