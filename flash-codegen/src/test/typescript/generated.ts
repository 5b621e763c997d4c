/** The client that a task has generated for it. */
import { readFileSync } from 'node:fs'
import type { Client } from '../../main/typescript/runtime/client.ts'
import type { Decimal } from '../../main/typescript/runtime/decimal.ts'
import type { Descriptor } from '../../main/typescript/runtime/descriptor.ts'
import type { FlashOptions } from '../../main/typescript/runtime/options.ts'
import type { join, RawSql, sql } from '../../main/typescript/runtime/raw.ts'

/** What a test in Java writes into the file that is the first argument. */
export interface Task {
  /** Where its main module is. */
  readonly client: string
  /** The members of the client, by their models. */
  readonly accessors: { readonly [model: string]: string }
  readonly schema: Descriptor
  /** `mariadb`. */
  readonly database: string
  readonly url: string
  /** The folder of the suite. */
  readonly suite: string
  /** Whether the suite has a seed. */
  readonly isSown: boolean
  /** Files of cases that leave the seed as it is, and of those before each of which it is sown anew. */
  readonly reads: readonly string[]
  readonly writes: readonly string[]
}

/** What generated modules have that tests use; those without SQL have no pieces of it. */
interface Generated {
  readonly FlashClient: new (options: FlashOptions) => Client
  readonly Prisma: { readonly Decimal: typeof Decimal; readonly Sql: typeof RawSql; readonly sql: typeof sql; readonly join: typeof join }
}

export type Methods = { readonly [method: string]: (args?: object) => Promise<unknown> }

export const task = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Task
const generated = (await import(task.client)) as Generated
export const { Prisma } = generated

export function open(options: Partial<FlashOptions> = {}): Client {
  return new generated.FlashClient({ url: task.url, ...options })
}

/** The calls of a model. */
export function methodsOf(client: Client, model: string): Methods {
  return (client as unknown as { readonly [name: string]: Methods })[task.accessors[model] ?? ''] as Methods
}
