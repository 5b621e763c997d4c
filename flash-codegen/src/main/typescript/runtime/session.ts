import type { Row } from './descriptor.ts'
import type { Connection, HeldConnection, RawRows, Written } from './driver.ts'
import { InvalidArguments, TransactionUnusable } from './errors.ts'
import type { IsolationLevel } from './options.ts'
import type { Runtime } from './runtime.ts'
import type { Dialect } from './model.ts'

/** Where calls send their statements: to any connection, or to that of a transaction. */
export class Session {
  readonly runtime: Runtime
  readonly held: HeldConnection | undefined
  /** The level that was asked for. */
  readonly isolation: IsolationLevel | undefined
  private readonly connection: Connection
  /** How many savepoints this is inside of. */
  private depth = 0
  private ended: string | undefined
  /** What statements of a transaction wait for: one after another. */
  private last: Promise<unknown> = Promise.resolve()

  constructor(runtime: Runtime, connection: Connection, held?: HeldConnection, isolation?: IsolationLevel) {
    this.isolation = isolation
    this.runtime = runtime
    this.connection = connection
    this.held = held
  }

  get dialect(): Dialect {
    return this.runtime.schema.dialect
  }

  query(text: string, values: unknown[], isWide: boolean): Promise<readonly Row[]> {
    const statement = this.runtime.statements.get(text, isWide)
    return this.send(text, values, () => this.connection.query(statement, values))
  }

  execute(text: string, values: unknown[]): Promise<Written> {
    const statement = this.runtime.statements.get(text, false)
    return this.send(text, values, () => this.connection.execute(statement, values))
  }

  insertSkipping(text: string, values: unknown[]): Promise<number> {
    const statement = this.runtime.statements.get(text, false)
    return this.send(text, values, () => this.connection.insertSkipping(statement, values))
  }

  /** @param text with the database's own placeholders */
  raw(text: string, values: unknown[]): Promise<RawRows> {
    const statement = this.runtime.rawStatement(text)
    return this.send(text, values, () => this.connection.raw(statement, values))
  }

  rawExecute(text: string, values: unknown[]): Promise<Written> {
    const statement = this.runtime.rawStatement(text)
    return this.send(text, values, () => this.connection.execute(statement, values))
  }

  /** Rows so many at a time, as they are asked for. */
  async *rows(text: string, values: unknown[], isWide: boolean, batch: number): AsyncGenerator<readonly Row[], void, undefined> {
    this.requireFree()
    const statement = this.runtime.statements.get(text, isWide)
    const started = performance.now()
    try {
      for await (const rows of this.connection.rows(statement, values, batch)) {
        this.requireOpen()
        yield rows
      }
      this.requireOpen()
    } catch (thrown) {
      this.requireOpen()
      throw this.runtime.provider.translate(thrown, text, this.runtime.names)
    } finally {
      if (this.runtime.listeners.length > 0) {
        this.runtime.tell(text, values, performance.now() - started)
      }
    }
  }

  private requireOpen(): void {
    if (this.ended !== undefined) {
      throw new TransactionUnusable(this.ended)
    }
  }

  private requireFree(): void {
    this.requireOpen()
    if (this.held?.isBusy === true) {
      throw new InvalidArguments('A stream of this transaction is still being read, and this database takes no other statement meanwhile.')
    }
  }

  private async send<T>(text: string, values: unknown[], work: () => Promise<T>): Promise<T> {
    this.requireFree()
    const listeners = this.runtime.listeners
    const started = listeners.length > 0 ? performance.now() : 0
    try {
      return await work()
    } catch (thrown) {
      throw this.runtime.provider.translate(thrown, text, this.runtime.names)
    } finally {
      if (listeners.length > 0) {
        this.runtime.tell(text, values, performance.now() - started)
      }
    }
  }

  /** No statement can be sent from now on. */
  end(why: string): void {
    this.ended = why
  }

  /** Does several statements, all or none. Inside of a transaction they are part of it. */
  async atomically<T>(work: (session: Session) => Promise<T>): Promise<T> {
    return this.held === undefined ? this.runtime.transaction({}, work) : work(this)
  }

  /** The same as a savepoint: what fails inside is undone, and the transaction goes on. */
  async savepoint<T>(work: (session: Session) => Promise<T>): Promise<T> {
    const held = this.held
    if (held === undefined) {
      return this.runtime.transaction({}, work)
    }
    const turn = this.last
    let done = (): void => undefined
    this.last = new Promise<void>((resolve) => {
      done = resolve
    })
    await turn
    const name = `flash_${++this.depth}`
    const inner = new Session(this.runtime, this.connection, held, this.isolation)
    inner.depth = this.depth
    try {
      await this.control(held, `SAVEPOINT ${name}`)
      try {
        const result = await work(inner)
        await this.control(held, `RELEASE SAVEPOINT ${name}`)
        return result
      } catch (thrown) {
        // Where that fails too, the first error says more.
        await this.control(held, `ROLLBACK TO SAVEPOINT ${name}`).catch(() => undefined)
        throw thrown
      }
    } finally {
      inner.end('The nested transaction has ended.')
      done()
    }
  }

  private async control(held: HeldConnection, sql: string): Promise<void> {
    this.requireFree()
    try {
      await held.control(sql)
    } catch (thrown) {
      throw this.runtime.provider.translate(thrown, sql, this.runtime.names)
    }
  }

  requireTransaction(what: string): void {
    if (this.held === undefined) {
      throw new InvalidArguments(`${what} is for transactions: use it in $transaction(async (tx) => …), with tx.`)
    }
  }
}
