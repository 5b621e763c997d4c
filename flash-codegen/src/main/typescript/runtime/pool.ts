import { ConnectionFailure, Timeout } from './errors.ts'

interface Waiting<C> {
  readonly resolve: (connection: C) => void
  readonly reject: (thrown: unknown) => void
}

/** Connections that are kept open. Those who wait for one get it in the order in which they came. */
export class Pool<C> {
  private readonly size: number
  private readonly create: () => Promise<C>
  private readonly destroy: (connection: C) => Promise<void>
  private readonly idle: C[] = []
  private readonly waiting: Waiting<C>[] = []
  private open = 0
  private isClosed = false

  constructor(size: number, create: () => Promise<C>, destroy: (connection: C) => Promise<void>) {
    this.size = size
    this.create = create
    this.destroy = destroy
  }

  /** One that is free right now. */
  takeIdle(): C | undefined {
    return this.idle.pop()
  }

  /** @throws Timeout if there is none within so many milliseconds */
  take(maxWait: number): Promise<C> {
    if (this.isClosed) {
      return Promise.reject(new ConnectionFailure('The client is disconnected.'))
    }
    const free = this.idle.pop()
    if (free !== undefined) {
      return Promise.resolve(free)
    }
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        const at = this.waiting.indexOf(entry)
        if (at >= 0) {
          this.waiting.splice(at, 1)
        }
        reject(new Timeout(`No connection was free within ${maxWait} ms: all ${this.size} are in use.`))
      }, maxWait)
      const entry: Waiting<C> = {
        resolve: (connection) => {
          clearTimeout(timer)
          resolve(connection)
        },
        reject: (thrown) => {
          clearTimeout(timer)
          reject(thrown)
        },
      }
      this.waiting.push(entry)
      if (this.open < this.size) {
        void this.grow()
      }
    })
  }

  /** Opens one more for whoever waits longest. */
  private async grow(): Promise<void> {
    this.open++
    try {
      const connection = await this.create()
      this.give(connection, false)
    } catch (thrown) {
      this.open--
      this.waiting.shift()?.reject(thrown)
    }
  }

  /** @param broken whether it is of no use any more */
  give(connection: C, broken: boolean): void {
    if (broken || this.isClosed) {
      this.open--
      void this.destroy(connection)
      if (this.waiting.length > 0 && this.open < this.size) {
        void this.grow()
      }
      return
    }
    const next = this.waiting.shift()
    if (next === undefined) {
      this.idle.push(connection)
    } else {
      next.resolve(connection)
    }
  }

  /** The other side has closed it. */
  lost(connection: C): void {
    const at = this.idle.indexOf(connection)
    if (at >= 0) {
      this.idle.splice(at, 1)
      this.open--
    }
  }

  /** Closes those that are free now, and the others when they are given back. */
  async close(): Promise<void> {
    this.isClosed = true
    for (const waiting of this.waiting.splice(0)) {
      waiting.reject(new ConnectionFailure('The client was disconnected.'))
    }
    const idle = this.idle.splice(0)
    this.open -= idle.length
    await Promise.all(idle.map((connection) => this.destroy(connection)))
  }
}
