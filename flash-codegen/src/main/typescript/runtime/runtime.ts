import type { Descriptor, RowMappers } from './descriptor.ts'
import type { Driver, HeldConnection, Prepared, Provider } from './driver.ts'
import { FlashError, ConnectionFailure, Timeout } from './errors.ts'
import { Schema } from './model.ts'
import { SchemaNames } from './names.ts'
import type { FlashOptions, QueryEvent, TransactionOptions } from './options.ts'
import { Session } from './session.ts'
import { ShapeCache } from './shape-cache.ts'

const STATEMENTS = 1000

function written(provider: Provider): ShapeCache {
  return new ShapeCache(STATEMENTS, (n) => provider.placeholder(n), 'flash_')
}

/** They have the database's placeholders already. */
function raw(): ShapeCache {
  return new ShapeCache(STATEMENTS, () => '?', 'flash_raw_')
}

/** What a client and its transactions share: the schema, the connections, the statements. */
export class Runtime {
  readonly schema: Schema
  readonly names: SchemaNames
  readonly provider: Provider
  statements: ShapeCache
  readonly listeners: ((event: QueryEvent) => void)[] = []
  private readonly options: FlashOptions
  private rawStatements: ShapeCache
  private connecting: Promise<Driver> | undefined
  /** Where calls outside of transactions go; undefined until the database was reached. */
  session: Session | undefined

  constructor(schema: Descriptor, rows: RowMappers, provider: Provider, options: FlashOptions) {
    this.schema = new Schema(schema, rows, provider)
    this.names = new SchemaNames(schema)
    this.provider = provider
    this.options = options
    this.statements = written(provider)
    this.rawStatements = raw()
  }

  rawStatement(text: string): Prepared {
    return this.rawStatements.get(text, true)
  }

  async connect(): Promise<Session> {
    const driver = await (this.connecting ??= this.open())
    return (this.session ??= new Session(this, driver))
  }

  private async open(): Promise<Driver> {
    try {
      const driver = await this.provider.connect(this.options)
      this.schema.dialect.adapt(driver.server)
      return driver
    } catch (thrown) {
      this.connecting = undefined
      const known = this.provider.translate(thrown, undefined, this.names)
      throw thrown instanceof FlashError || known.code === 'F8012' ? known : new ConnectionFailure(`The database cannot be reached: ${known.message}`, thrown)
    }
  }

  async disconnect(): Promise<void> {
    const connecting = this.connecting
    this.connecting = undefined
    this.session = undefined
    if (connecting !== undefined) {
      await (await connecting).close()
      // What drivers keep with them belongs to the connection that was.
      this.statements = written(this.provider)
      this.rawStatements = raw()
    }
  }

  tell(query: string, values: readonly unknown[], duration: number): void {
    const params = JSON.stringify(values, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value))
    const event = { timestamp: new Date(), query, params, duration }
    for (const listener of this.listeners) {
      listener(event)
    }
  }

  async transaction<T>(options: TransactionOptions, work: (session: Session) => Promise<T>): Promise<T> {
    await this.connect()
    const driver = await (this.connecting as Promise<Driver>)
    const chosen = { ...this.options.transactionOptions, ...options }
    const held = await this.translated(() => driver.hold(chosen.maxWait ?? 2000))
    const session = new Session(this, held, held, chosen.isolationLevel)
    let isBroken = false
    try {
      await this.translated(() => held.begin(chosen.isolationLevel))
      const result = await this.inTime(session, work(session), chosen.timeout ?? 5000)
      session.end('The transaction has ended.')
      await this.translated(() => held.control('COMMIT'))
      return result
    } catch (thrown) {
      session.end('The transaction was rolled back.')
      isBroken = await this.isBroken(held)
      throw thrown
    } finally {
      held.release(isBroken)
    }
  }

  /** Rolls back; where that fails too, the connection is of no use any more. */
  private async isBroken(held: HeldConnection): Promise<boolean> {
    try {
      await held.control('ROLLBACK')
      return false
    } catch {
      return true
    }
  }

  private async inTime<T>(session: Session, work: Promise<T>, timeout: number): Promise<T> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        session.end(`The transaction took longer than ${timeout} ms and was rolled back.`)
        reject(new Timeout(`The transaction took longer than ${timeout} ms and was rolled back.`))
      }, timeout)
    })
    try {
      return await Promise.race([work, late])
    } finally {
      clearTimeout(timer)
    }
  }

  private async translated<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (thrown) {
      throw this.provider.translate(thrown, undefined, this.names)
    }
  }
}
