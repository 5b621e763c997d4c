import type { IncomingMessage } from 'node:http'

/** A request that can't be done, and why; a transaction that throws it is rolled back. */
export class Refusal extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

/** A status and what becomes JSON. */
export interface Answer {
  status: number
  body: unknown
}

const LARGEST_INTEGER = 2 ** 31 - 1

/** A request with the parameters of its query and its form. */
export class Request {
  readonly method: string
  readonly collection: string
  /** What follows the collection in the path. */
  readonly id: number | undefined
  private readonly parameters: URLSearchParams

  private constructor(method: string, url: URL, form: string) {
    const [, collection = '', id] = url.pathname.split('/')
    this.method = method
    this.collection = collection
    this.id = id ? integer('id', id) : undefined
    this.parameters = new URLSearchParams([...url.searchParams, ...new URLSearchParams(form)])
  }

  static async of(message: IncomingMessage): Promise<Request> {
    let form = ''
    for await (const part of message.setEncoding('utf8')) {
      form += part
      if (form.length > 10_000) throw new Refusal(413, 'the form is too long')
    }
    return new Request(message.method ?? 'GET', new URL(message.url ?? '/', 'http://localhost'), form)
  }

  text(name: string): string {
    const value = this.optional(name)
    if (value === null) throw new Refusal(400, `${name} is missing`)
    return value
  }

  optional(name: string): string | null {
    return this.parameters.get(name)?.trim() || null
  }

  number(name: string, otherwise?: number): number {
    const value = this.optional(name)
    return value === null && otherwise !== undefined ? otherwise : integer(name, this.text(name))
  }
}

function integer(name: string, text: string): number {
  const value = Number(text)
  if (!/^-?\d+$/.test(text) || Math.abs(value) > LARGEST_INTEGER) throw new Refusal(400, `${name} is not a number`)
  return value
}
