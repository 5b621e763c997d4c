import type { Prepared } from './driver.ts'

/**
 * The statements that were written before. Their text is the shape of a call: it is put together from pieces that are
 * ready, which costs no more than any other key would. What was not used for long is dropped.
 */
export class ShapeCache {
  private recent = new Map<string, Prepared>()
  private older = new Map<string, Prepared>()
  private readonly room: number
  private readonly placeholder: (n: number) => string
  private readonly prefix: string
  private count = 0

  /** @param room how many are kept at least, and are prepared at most; no more than twice as many are kept */
  constructor(room: number, placeholder: (n: number) => string, prefix: string) {
    this.prefix = prefix
    this.room = room
    this.placeholder = placeholder
  }

  get(text: string, isWide: boolean): Prepared {
    return this.recent.get(text) ?? this.found(text, isWide)
  }

  private found(text: string, isWide: boolean): Prepared {
    const statement = this.older.get(text) ?? { text: this.numbered(text), name: ++this.count > this.room ? '' : `${this.prefix}${this.count}`, isWide, handle: undefined }
    if (this.recent.size >= this.room) {
      this.older = this.recent
      this.recent = new Map()
    }
    this.recent.set(text, statement)
    return statement
  }

  /** Writes the placeholders as the database has them. */
  private numbered(text: string): string {
    if (this.placeholder(1) === '?') {
      return text
    }
    let result = ''
    let from = 0
    let count = 0
    let quote = ''
    for (let at = 0; at < text.length; at++) {
      const c = text.charAt(at)
      if (quote !== '') {
        quote = c === quote ? '' : quote
      } else if (c === '"' || c === "'" || c === '`') {
        quote = c
      } else if (c === '?') {
        result += text.slice(from, at) + this.placeholder(++count)
        from = at + 1
      }
    }
    return result + text.slice(from)
  }
}
