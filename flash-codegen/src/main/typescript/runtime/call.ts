import type { Session } from './session.ts'

/** A call that is sent when somebody awaits it: a list of them can so become one transaction, whose session is an `S`. */
export class Call<T, S = Session> implements Promise<T> {
  readonly [Symbol.toStringTag] = 'Promise'
  private readonly start: (session?: S) => Promise<T>
  private promise: Promise<T> | undefined

  constructor(start: (session?: S) => Promise<T>) {
    this.start = start
  }

  /** Sends it in a transaction. */
  in(session: S): Promise<T> {
    return (this.promise ??= this.start(session))
  }

  then<A = T, B = never>(fulfilled?: ((value: T) => A | PromiseLike<A>) | null, rejected?: ((reason: unknown) => B | PromiseLike<B>) | null): Promise<A | B> {
    return (this.promise ??= this.start()).then(fulfilled, rejected)
  }

  catch<B = never>(rejected?: ((reason: unknown) => B | PromiseLike<B>) | null): Promise<T | B> {
    return (this.promise ??= this.start()).catch(rejected)
  }

  finally(settled?: (() => void) | null): Promise<T> {
    return (this.promise ??= this.start()).finally(settled)
  }
}
