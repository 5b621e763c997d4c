import { Timeout } from './errors.ts'

/** What only one may have at a time; those who wait get it in the order in which they came. */
export class Lock {
  private isTaken = false
  private readonly waiting: (() => void)[] = []

  get isFree(): boolean {
    return !this.isTaken
  }

  /** @throws Timeout after so many milliseconds */
  take(maxWait: number): Promise<void> {
    if (!this.isTaken) {
      this.isTaken = true
      return Promise.resolve()
    }
    return new Promise((resolve, reject) => {
      const granted = (): void => {
        clearTimeout(timer)
        resolve()
      }
      const timer = setTimeout(() => {
        this.waiting.splice(this.waiting.indexOf(granted), 1)
        reject(new Timeout(`No connection was free within ${maxWait} ms. Inside of a transaction, use its own client.`))
      }, maxWait)
      this.waiting.push(granted)
    })
  }

  release(): void {
    const next = this.waiting.shift()
    if (next === undefined) {
      this.isTaken = false
    } else {
      next()
    }
  }
}
