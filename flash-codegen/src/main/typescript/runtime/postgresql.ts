// @ts-ignore: the driver's types need not be installed
import pg from 'pg'
import type { Row } from './descriptor.ts'
import type { Driver, HeldConnection, Prepared, Provider, RawRows, Server, Written } from './driver.ts'
import * as errors from './errors.ts'
import type { SchemaNames } from './names.ts'
import { LEVELS, type FlashOptions, type IsolationLevel } from './options.ts'
import { Pool } from './pool.ts'
import { BY_TYPE, read, write } from './postgresql-values.ts'

/** What is used of the driver. */
interface Result {
  readonly rows: Row[]
  readonly rowCount: number | null
  readonly fields: readonly { readonly name: string; readonly dataTypeID: number }[]
}

interface Query {
  readonly name?: string
  readonly text: string
  readonly values: unknown[]
  readonly rowMode: 'array'
  readonly types: typeof TEXTS
}

interface PgClient {
  connect(): Promise<void>
  query(query: Query | string): Promise<Result>
  end(): Promise<void>
  on(event: 'error' | 'end', listener: () => void): void
}

const server: Server = { insertReturning: true, updateReturning: true, maxParameters: 65_535 }

/** Columns say how their values are read, so that the driver leaves them as they come. */
const TEXTS = { getTypeParser: () => (text: unknown): unknown => text }

/** Cursors of a connection differ by name. */
let streams = 0

async function send(client: PgClient, statement: Prepared, values: unknown[]): Promise<Result> {
  const { name, text } = statement
  return client.query(name === '' ? { text, values, rowMode: 'array', types: TEXTS } : { name, text, values, rowMode: 'array', types: TEXTS })
}

function rawRows(result: Result): RawRows {
  const { rows, fields } = result
  return { rows, names: fields.map((field) => field.name), decode: fields.map((field) => BY_TYPE.get(field.dataTypeID)) }
}

class PostgresqlDriver implements Driver {
  readonly server = server
  private readonly pool: Pool<PgClient>
  private readonly maxWait: number

  constructor(pool: Pool<PgClient>, maxWait: number) {
    this.pool = pool
    this.maxWait = maxWait
  }

  async query(statement: Prepared, values: unknown[]): Promise<readonly Row[]> {
    return (await this.send(statement, values)).rows
  }

  async execute(statement: Prepared, values: unknown[]): Promise<Written> {
    return { count: (await this.send(statement, values)).rowCount ?? 0, id: 0 }
  }

  async raw(statement: Prepared, values: unknown[]): Promise<RawRows> {
    return rawRows(await this.send(statement, values))
  }

  async insertSkipping(statement: Prepared, values: unknown[]): Promise<number> {
    return (await this.send(statement, values)).rowCount ?? 0
  }

  async *rows(statement: Prepared, values: unknown[], batch: number): AsyncGenerator<readonly Row[], void, undefined> {
    const held = await this.hold(this.maxWait)
    try {
      await held.begin(undefined)
      yield* held.rows(statement, values, batch)
    } finally {
      held.release(await held.control('ROLLBACK').then(() => false, () => true))
    }
  }

  private async send(statement: Prepared, values: unknown[]): Promise<Result> {
    const client = this.pool.takeIdle() ?? (await this.pool.take(this.maxWait))
    try {
      const result = await send(client, statement, values)
      this.pool.give(client, false)
      return result
    } catch (thrown) {
      this.pool.give(client, isLost(thrown))
      throw thrown
    }
  }

  async hold(maxWait: number): Promise<Held> {
    return new Held(await this.pool.take(maxWait), this.pool)
  }

  close(): Promise<void> {
    return this.pool.close()
  }
}

class Held implements HeldConnection {
  readonly isBusy = false
  /** Whether others may have the connection by now. */
  private isReleased = false
  private readonly client: PgClient
  private readonly pool: Pool<PgClient>

  constructor(client: PgClient, pool: Pool<PgClient>) {
    this.client = client
    this.pool = pool
  }

  async query(statement: Prepared, values: unknown[]): Promise<readonly Row[]> {
    return (await send(this.client, statement, values)).rows
  }

  async execute(statement: Prepared, values: unknown[]): Promise<Written> {
    return { count: (await send(this.client, statement, values)).rowCount ?? 0, id: 0 }
  }

  async raw(statement: Prepared, values: unknown[]): Promise<RawRows> {
    return rawRows(await send(this.client, statement, values))
  }

  async insertSkipping(statement: Prepared, values: unknown[]): Promise<number> {
    return (await send(this.client, statement, values)).rowCount ?? 0
  }

  /** By a cursor of the transaction. Its values come as those of other statements do: as texts. */
  async *rows(statement: Prepared, values: unknown[], batch: number): AsyncGenerator<readonly Row[], void, undefined> {
    const cursor = `flash_stream_${++streams}`
    await this.client.query({ text: `DECLARE ${cursor} NO SCROLL CURSOR FOR ${statement.text}`, values, rowMode: 'array', types: TEXTS })
    let isOpen = true
    try {
      while (isOpen && !this.isReleased) {
        const { rows } = await this.client.query({ text: `FETCH ${batch} FROM ${cursor}`, values: [], rowMode: 'array', types: TEXTS })
        isOpen = rows.length === batch
        if (rows.length > 0) {
          yield rows
        }
      }
    } finally {
      if (!this.isReleased) {
        // Where the transaction has failed, the cursor is gone.
        await this.client.query(`CLOSE ${cursor}`).catch(() => undefined)
      }
    }
  }

  async begin(isolation: IsolationLevel | undefined): Promise<void> {
    await this.client.query(isolation === undefined ? 'BEGIN' : `BEGIN ISOLATION LEVEL ${LEVELS[isolation]}`)
  }

  async control(sql: string): Promise<void> {
    await this.client.query(sql)
  }

  release(broken: boolean): void {
    this.isReleased = true
    this.pool.give(this.client, broken)
  }
}

/** An error of the server has a state of five letters; others come of the connection. */
function isLost(thrown: unknown): boolean {
  const code = stateOf(thrown)
  return code === undefined || code.length !== 5 || code.startsWith('08') || code.startsWith('57P')
}

function stateOf(thrown: unknown): string | undefined {
  const code = (thrown as { code?: unknown } | null)?.code
  return typeof code === 'string' ? code : undefined
}

/** The URL as the driver has it, with what Prisma's URLs say besides. */
function settings(url: string): { config: object; limit: number | undefined; isPooled: boolean } {
  const parsed = new URL(url)
  const take = (name: string): string | null => {
    const value = parsed.searchParams.get(name)
    parsed.searchParams.delete(name)
    return value
  }
  const schema = take('schema')
  const limit = take('connection_limit')
  const isPooled = take('pgbouncer') === 'true'
  const choices = `-c TimeZone=UTC${schema === null ? '' : ` -c search_path="${schema.replaceAll('"', '""').replaceAll(/[\\ ]/g, '\\$&')}"`}`
  const options = parsed.searchParams.get('options') ?? choices
  return {
    config: { connectionString: parsed.toString(), application_name: 'flash', keepAlive: true, options },
    limit: limit === null ? undefined : Number(limit),
    isPooled,
  }
}

async function connect(options: FlashOptions): Promise<Driver> {
  const { config, limit } = settings(options.url)
  const maxWait = options.connectTimeout ?? 10_000
  const pool: Pool<PgClient> = new Pool(
    options.connections ?? limit ?? 10,
    async () => {
      const client = new (pg as unknown as { Client: new (config: object) => PgClient }).Client({ ...config, connectionTimeoutMillis: maxWait })
      // Without a listener a lost connection would end the process.
      client.on('error', () => pool.lost(client))
      client.on('end', () => pool.lost(client))
      await client.connect()
      return client
    },
    async (client) => {
      await client.end().catch(() => undefined)
    },
  )
  pool.give(await pool.take(maxWait), false)
  return new PostgresqlDriver(pool, maxWait)
}

/** What the driver says of an error besides its message. */
interface PgError {
  readonly table?: string
  readonly column?: string
  readonly constraint?: string
  readonly detail?: string
}

function place(thrown: unknown, names: SchemaNames): errors.Place {
  const { table, column, constraint, detail } = thrown as PgError
  const listed = detail === undefined ? undefined : /^Key \(([^)]*)\)=/.exec(detail)?.[1]
  const columns = column !== undefined ? [column] : listed === undefined ? [] : listed.split(', ').map((name) => name.replace(/^"(.*)"$/, '$1'))
  return names.place(table, constraint, columns)
}

function translate(thrown: unknown, sql: string | undefined, names: SchemaNames): errors.FlashError {
  if (thrown instanceof errors.FlashError) {
    return thrown
  }
  const message = errors.messageOf(thrown)
  const state = stateOf(thrown)
  switch (state) {
    case '23505':
      return new errors.UniqueViolation(place(thrown, names), thrown)
    case '23503':
    case '23001':
      return new errors.ForeignKeyViolation(place(thrown, names), thrown)
    case '23502':
      return new errors.NotNullViolation(place(thrown, names), thrown)
    case '23514':
      return new errors.CheckViolation(place(thrown, names), thrown)
    case '40001':
    case '40P01':
      return new errors.SerializationConflict(thrown)
    case '55P03':
      return new errors.Timeout(`A lock was not to be had in time: ${message}`, thrown)
    case '57014':
    case '25P03':
    case '25P04':
      return new errors.Timeout(`The database stopped the statement: ${message}`, thrown)
    case '25P02':
      return new errors.TransactionUnusable('An earlier statement of this transaction has failed, so it can only roll back.', thrown)
    case '28P01':
    case '28000':
      return new errors.ConnectionFailure(`The server refuses the log-in; check user and password. ${message}`, thrown)
    case '3D000':
      return new errors.ConnectionFailure(`There is no such database. ${message}`, thrown)
    case '53300':
      return new errors.ConnectionFailure(`The server has no connection left. ${message}`, thrown)
    default:
      if (message.startsWith('timeout expired')) {
        return new errors.Timeout(`The server did not answer in time: ${message}`, thrown)
      }
      return isLost(thrown) ? new errors.ConnectionFailure(`The connection failed: ${message}`, thrown) : new errors.StatementFailure(sql, thrown)
  }
}

/** PostgreSQL, by `pg`. */
export const provider: Provider = { read, write, placeholder: (n) => `$${n}`, connect, translate }
