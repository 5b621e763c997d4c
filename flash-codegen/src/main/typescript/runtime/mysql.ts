// @ts-ignore: the driver's types need not be installed
import mysql from 'mysql2'
import type { Readable } from 'node:stream'
import type { Row } from './descriptor.ts'
import type { Driver, HeldConnection, Prepared, Provider, RawRows, Server, Written } from './driver.ts'
import { read, write } from './mysql-values.ts'
import { translate } from './mysql-errors.ts'
import { LEVELS, type FlashOptions, type IsolationLevel } from './options.ts'
import { Pool } from './pool.ts'

/** What is used of the driver. */
interface Header {
  readonly affectedRows: number
  readonly insertId: number | string
  readonly warningStatus?: number
}

interface Field {
  readonly name: string
  readonly columnType: number
  readonly columnLength: number
  readonly characterSet: number
}

type Answer = (thrown: unknown, result: Row[] | Header, fields?: readonly Field[]) => void

interface MysqlConnection {
  execute(query: { sql: string; rowsAsArray: true; values: unknown[] }, answer: Answer): void
  execute(query: { sql: string; rowsAsArray: true; values: unknown[] }): { stream(options: { highWaterMark: number }): Readable }
  query(query: { sql: string; rowsAsArray: true }, answer: Answer): void
  connect(answer: (thrown: unknown) => void): void
  end(answer: () => void): void
  on(event: 'error' | 'end', listener: () => void): void
}

/** How the driver gives values: without rounding them, and times as they are written. */
const SETTINGS = {
  supportBigNumbers: true,
  bigNumberStrings: true,
  dateStrings: true,
  jsonStrings: true,
  charset: 'utf8mb4',
  // More would only fill the server's memory.
  maxPreparedStatements: 1000,
}

function execute(connection: MysqlConnection, sql: string, values: unknown[]): Promise<{ result: Row[] | Header; fields: readonly Field[] }> {
  return new Promise((resolve, reject) => {
    connection.execute({ sql, rowsAsArray: true, values }, (thrown, result, fields) => {
      if (thrown === null || thrown === undefined) {
        resolve({ result, fields: fields ?? [] })
      } else {
        reject(thrown as Error)
      }
    })
  })
}

function control(connection: MysqlConnection, sql: string): Promise<Row[] | Header> {
  return new Promise((resolve, reject) => {
    connection.query({ sql, rowsAsArray: true }, (thrown, result) => {
      if (thrown === null || thrown === undefined) {
        resolve(result)
      } else {
        reject(thrown as Error)
      }
    })
  })
}

function written(result: Row[] | Header): Written {
  return Array.isArray(result) ? { count: result.length, id: 0 } : { count: result.affectedRows, id: Number.isSafeInteger(Number(result.insertId)) ? Number(result.insertId) : BigInt(result.insertId) }
}

/** Types of the protocol, by which statements of a program's own are read. */
const BINARY = 63
const DECODE: ReadonlyMap<number, (value: unknown) => unknown> = new Map([
  [7, read.DATE_TIME],
  [8, read.BIG_INT],
  [10, read.DATE],
  [11, read.TIME],
  [12, read.DATE_TIME],
  [245, read.JSON],
  [246, read.DECIMAL],
])

function decoder(field: Field): ((value: unknown) => unknown) | undefined {
  // `BOOLEAN` is a number of one digit.
  if (field.columnType === 1 && field.columnLength === 1) {
    return read.BOOLEAN
  }
  return field.columnType >= 249 && field.columnType <= 252 && field.characterSet === BINARY ? read.BYTES : DECODE.get(field.columnType)
}

class Held implements HeldConnection {
  readonly connection: MysqlConnection
  private readonly pool: Pool<MysqlConnection>
  /** The rows that are still being asked for. */
  private stream: Readable | undefined

  constructor(connection: MysqlConnection, pool: Pool<MysqlConnection>) {
    this.connection = connection
    this.pool = pool
  }

  async query(statement: Prepared, values: unknown[]): Promise<readonly Row[]> {
    const { result } = await execute(this.connection, statement.text, values)
    return Array.isArray(result) ? result : []
  }

  async execute(statement: Prepared, values: unknown[]): Promise<Written> {
    return written((await execute(this.connection, statement.text, values)).result)
  }

  async raw(statement: Prepared, values: unknown[]): Promise<RawRows> {
    const { result, fields } = await execute(this.connection, statement.text, values)
    return { rows: Array.isArray(result) ? result : [], names: fields.map((field) => field.name), decode: fields.map(decoder) }
  }

  /** `INSERT IGNORE` forgives more than rows that are there: the rest of its warnings are errors. */
  async insertSkipping(statement: Prepared, values: unknown[]): Promise<number> {
    const { result } = await execute(this.connection, statement.text, values)
    if (!Array.isArray(result) && (result.warningStatus ?? 0) > 0) {
      const warnings = await control(this.connection, 'SHOW WARNINGS')
      for (const [, code, message] of Array.isArray(warnings) ? warnings : []) {
        if (Number(code) !== 1062 && Number(code) !== 1586) {
          throw Object.assign(new Error(String(message)), { errno: Number(code), sqlState: 'HY000' })
        }
      }
    }
    return written(result).count
  }

  get isBusy(): boolean {
    return this.stream !== undefined
  }

  /** As they come from the network. What nobody asks for any more is read and forgotten before the next statement. */
  async *rows(statement: Prepared, values: unknown[], batch: number): AsyncGenerator<readonly Row[], void, undefined> {
    const stream = this.connection.execute({ sql: statement.text, rowsAsArray: true, values }).stream({ highWaterMark: batch })
    this.stream = stream
    try {
      let rows: Row[] = []
      for await (const row of stream) {
        if (rows.push(row as Row) === batch) {
          yield rows
          rows = []
        }
      }
      if (rows.length > 0) {
        yield rows
      }
    } finally {
      stream.destroy()
      this.stream = undefined
    }
  }

  async begin(isolation: IsolationLevel | undefined): Promise<void> {
    if (isolation !== undefined) {
      // Without SESSION it holds for the next transaction only.
      await control(this.connection, `SET TRANSACTION ISOLATION LEVEL ${LEVELS[isolation]}`)
    }
    await control(this.connection, 'START TRANSACTION')
  }

  async control(sql: string): Promise<void> {
    this.stream?.destroy()
    await control(this.connection, sql)
  }

  release(broken: boolean): void {
    this.pool.give(this.connection, broken)
  }
}

/** Whether the connection is of no use any more. */
function isFatal(thrown: unknown): boolean {
  return (thrown as { fatal?: unknown } | null)?.fatal === true
}

class MysqlDriver implements Driver {
  readonly server: Server
  private readonly pool: Pool<MysqlConnection>
  private readonly maxWait: number

  constructor(pool: Pool<MysqlConnection>, server: Server, maxWait: number) {
    this.pool = pool
    this.server = server
    this.maxWait = maxWait
  }

  query(statement: Prepared, values: unknown[]): Promise<readonly Row[]> {
    return this.with((held) => held.query(statement, values))
  }

  execute(statement: Prepared, values: unknown[]): Promise<Written> {
    return this.with((held) => held.execute(statement, values))
  }

  raw(statement: Prepared, values: unknown[]): Promise<RawRows> {
    return this.with((held) => held.raw(statement, values))
  }

  insertSkipping(statement: Prepared, values: unknown[]): Promise<number> {
    return this.with(async (held) => {
      await held.begin(undefined)
      try {
        const count = await held.insertSkipping(statement, values)
        await held.control('COMMIT')
        return count
      } catch (thrown) {
        await held.control('ROLLBACK')
        throw thrown
      }
    })
  }

  async *rows(statement: Prepared, values: unknown[], batch: number): AsyncGenerator<readonly Row[], void, undefined> {
    const held = new Held(await this.pool.take(this.maxWait), this.pool)
    let isBroken = false
    try {
      yield* held.rows(statement, values, batch)
    } catch (thrown) {
      isBroken = isFatal(thrown)
      throw thrown
    } finally {
      held.release(isBroken)
    }
  }

  private async with<T>(work: (held: Held) => Promise<T>): Promise<T> {
    const connection = this.pool.takeIdle() ?? (await this.pool.take(this.maxWait))
    try {
      const result = await work(new Held(connection, this.pool))
      this.pool.give(connection, false)
      return result
    } catch (thrown) {
      this.pool.give(connection, isFatal(thrown))
      throw thrown
    }
  }

  async hold(maxWait: number): Promise<HeldConnection> {
    return new Held(await this.pool.take(maxWait), this.pool)
  }

  close(): Promise<void> {
    return this.pool.close()
  }
}

/** The address without what Prisma's URLs say besides. */
function settings(url: string): { config: object; limit: number | undefined } {
  const parsed = new URL(url)
  const limit = parsed.searchParams.get('connection_limit')
  const config = {
    host: parsed.hostname,
    port: parsed.port === '' ? 3306 : Number(parsed.port),
    user: decodeURIComponent(parsed.username),
    password: decodeURIComponent(parsed.password),
    database: decodeURIComponent(parsed.pathname.slice(1)),
    ...(parsed.searchParams.has('sslaccept') || parsed.searchParams.has('ssl') ? { ssl: {} } : {}),
  }
  return { config, limit: limit === null ? undefined : Number(limit) }
}

async function connect(options: FlashOptions): Promise<Driver> {
  const { config, limit } = settings(options.url)
  const maxWait = options.connectTimeout ?? 10_000
  const driver = mysql as unknown as { createConnection(config: object): MysqlConnection }
  const pool: Pool<MysqlConnection> = new Pool(
    options.connections ?? limit ?? 10,
    async () => {
      const connection = driver.createConnection({ ...config, ...SETTINGS, connectTimeout: maxWait })
      // Without a listener a lost connection would end the process.
      connection.on('error', () => pool.lost(connection))
      connection.on('end', () => pool.lost(connection))
      await new Promise<void>((resolve, reject) => {
        connection.connect((thrown) => (thrown === null || thrown === undefined ? resolve() : reject(thrown as Error)))
      })
      await control(connection, "SET time_zone = '+00:00'")
      return connection
    },
    (connection) => new Promise((resolve) => connection.end(() => resolve())),
  )
  const connection = await pool.take(maxWait)
  const [row] = (await control(connection, 'SELECT VERSION()')) as Row[]
  pool.give(connection, false)
  const version = String(row?.[0])
  const isMariadb = version.includes('MariaDB')
  const server = { ...(isMariadb ? { variant: 'mariadb' } : {}), insertReturning: isMariadb, updateReturning: false, maxParameters: 65_535 }
  return new MysqlDriver(pool, server, maxWait)
}

/** MySQL and MariaDB, by `mysql2`. */
export const provider: Provider = { read, write, placeholder: () => '?', connect, translate }
