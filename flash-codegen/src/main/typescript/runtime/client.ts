import { Call } from './call.ts'
import { Delegate } from './delegate.ts'
import type { Descriptor, RowMappers } from './descriptor.ts'
import type { Provider } from './driver.ts'
import { InvalidArguments } from './errors.ts'
import type { FlashOptions, QueryEvent, TransactionOptions } from './options.ts'
import { RawSql, rawOf } from './raw.ts'
import { Runtime } from './runtime.ts'
import type { Session } from './session.ts'
import { rawValue } from './raw-values.ts'

export type { Delegate } from './delegate.ts'
export type { FlashOptions, IsolationLevel, QueryEvent, TransactionOptions } from './options.ts'

/**
 * What every generated client can do. Its members begin with `$`, for those of generated code are called like models.
 *
 * The client of a transaction is the same without `$connect`, `$disconnect` and `$on`; generated code types it as
 * `Omit<FlashClient, '$connect' | '$disconnect' | '$on'>`.
 */
export class Client {
  private readonly $runtime: Runtime
  /** That of a transaction; undefined for any connection. */
  private readonly $session: Session | undefined
  private readonly $delegates = new Map<string, Delegate>()

  constructor(schema: Descriptor, rows: RowMappers, provider: Provider, options: FlashOptions) {
    this.$runtime = new Runtime(schema, rows, provider, options)
    this.$session = undefined
  }

  $model(name: string): Delegate {
    let delegate = this.$delegates.get(name)
    if (delegate === undefined) {
      delegate = new Delegate(this.$runtime, this.$runtime.schema.model(name), this.$session)
      this.$delegates.set(name, delegate)
    }
    return delegate
  }

  /** Reaches the database now instead of with the first call. */
  async $connect(): Promise<void> {
    await this.$runtime.connect()
  }

  async $disconnect(): Promise<void> {
    await this.$runtime.disconnect()
  }

  $on(event: 'query', listener: (event: QueryEvent) => void): void {
    if (event !== 'query') {
      throw new InvalidArguments(`There is no event ${String(event)}; there is query.`)
    }
    this.$runtime.listeners.push(listener)
  }

  $transaction<T>(work: (tx: this) => Promise<T>, options?: TransactionOptions): Promise<T>
  $transaction<T extends readonly unknown[]>(calls: [...T], options?: TransactionOptions): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }>
  async $transaction(work: ((tx: this) => Promise<unknown>) | readonly unknown[], options: TransactionOptions = {}): Promise<unknown> {
    const inside = async (session: Session): Promise<unknown> => {
      if (typeof work === 'function') {
        return work(this.$in(session))
      }
      const results: unknown[] = []
      for (const call of work) {
        if (!(call instanceof Call)) {
          throw new InvalidArguments('$transaction takes calls that nobody has awaited, or a function.')
        }
        results.push(await call.in(session))
      }
      return results
    }
    return this.$session === undefined ? this.$runtime.transaction(options, inside) : this.$session.savepoint(inside)
  }

  private $in(session: Session): this {
    const inner = Object.create(this) as { $session: Session; $delegates: Map<string, Delegate> }
    inner.$session = session
    inner.$delegates = new Map()
    return inner as unknown as this
  }

  $queryRaw<T = unknown>(text: TemplateStringsArray | object, ...values: unknown[]): Promise<T> {
    const piece = rawOf(text, values)
    return this.$query<T>(this.$textOf(piece), piece.values)
  }

  $executeRaw(text: TemplateStringsArray | object, ...values: unknown[]): Promise<number> {
    const piece = rawOf(text, values)
    return this.$execute(this.$textOf(piece), piece.values)
  }

  /** @param text with the database's placeholders; part of the program, never of a request */
  $queryRawUnsafe<T = unknown>(text: string, ...values: unknown[]): Promise<T> {
    return this.$query<T>(text, values)
  }

  $executeRawUnsafe(text: string, ...values: unknown[]): Promise<number> {
    return this.$execute(text, values)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.$disconnect()
  }

  private $textOf(piece: RawSql): string {
    return piece.text((n) => this.$runtime.provider.placeholder(n))
  }

  private $query<T>(text: string, values: readonly unknown[]): Promise<T> {
    return this.$call(async (session) => {
      const { rows, names, decode } = await session.raw(text, values.map((value) => rawValue(this.$runtime.provider, value)))
      return rows.map((row) => {
        const record: { [name: string]: unknown } = {}
        names.forEach((name, i) => {
          const value = row[i]
          record[name] = value === null ? null : (decode[i]?.(value) ?? value)
        })
        return record
      }) as T
    })
  }

  private $execute(text: string, values: readonly unknown[]): Promise<number> {
    return this.$call(async (session) => (await session.rawExecute(text, values.map((value) => rawValue(this.$runtime.provider, value)))).count)
  }

  private $call<T>(work: (session: Session) => Promise<T>): Promise<T> {
    return new Call(async (given) => work(given ?? this.$session ?? (await this.$runtime.connect())))
  }
}
