import type { Client } from '../../main/typescript/runtime/client.ts'
import type { Descriptor, ModelDescriptor } from '../../main/typescript/runtime/descriptor.ts'
import type { RecordNotFound } from '../../main/typescript/runtime/errors.ts'
import { fields, isFields, list, stepOf, type Fields, type Json, type Step } from './cases.ts'
import { methodsOf, Prisma, type Methods } from './generated.ts'
import { matches } from './matches.ts'
import { Skipped, Translator } from './translate.ts'

type Args = { [name: string]: unknown }

/** The Java client's errors by the names that they have here. */
const ERRORS: { readonly [name: string]: string } = {
  RecordNotFoundException: 'RecordNotFound',
  StaleRecordException: 'StaleRecord',
  IllegalStateException: 'InvalidArguments',
  IllegalArgumentException: 'InvalidArguments',
  UnsupportedOperationException: 'Unsupported',
}

export class Calls {
  private readonly client: Client
  private readonly schema: Descriptor
  private readonly translator: Translator

  constructor(client: Client, schema: Descriptor) {
    this.client = client
    this.schema = schema
    this.translator = new Translator(schema)
  }

  /** Whether the client gives more than is counted: an update gives its record, which MySQL must read. */
  countsOtherwise(step: Step): boolean {
    return this.schema.provider === 'mysql' && /\.(update|delete|updateAsRead|deleteAsRead)$/.test(step.call)
  }

  async check(step: Step): Promise<void> {
    const expected = step.expected
    const error = isFields(expected) && typeof expected['error'] === 'string' ? expected : undefined
    let result: unknown
    try {
      result = await this.call(step)
    } catch (thrown) {
      if (thrown instanceof Error && thrown.message.includes('node:sqlite')) {
        throw new Skipped(thrown.message)
      }
      if (thrown instanceof Skipped || error === undefined || !(thrown instanceof Error)) {
        throw thrown
      }
      const name = String(error['error'])
      const wanted = ERRORS[name] ?? name
      if (thrown.name !== wanted || (error['message'] !== undefined && thrown.message !== error['message'])) {
        throw new Error(`${step.call}: ${thrown.name} (${thrown.message}) instead of ${wanted} ${String(error['message'] ?? '')}`)
      }
      return
    }
    if (error !== undefined) {
      throw new Error(`${step.call}: no ${String(error['error'])}, but ${show(result)}`)
    }
    if (expected !== undefined && !matches(expected, result)) {
      throw new Error(`${step.call} ${JSON.stringify(step.args).slice(0, 300)}: ${show(result)} instead of ${JSON.stringify(expected).slice(0, 1000)}`)
    }
  }

  async call(step: Step): Promise<unknown> {
    if (step.call === 'transaction') {
      await this.client.$transaction(async (tx) => {
        const inside = new Calls(tx, this.schema)
        for (const item of list(step.args)) {
          await inside.call(stepOf(item))
        }
      })
      return null
    }
    if (step.call === 'savepoint') {
      try {
        return await this.call({ ...step, call: 'transaction' })
      } catch (thrown) {
        if (thrown instanceof Skipped) {
          throw thrown
        }
        return null
      }
    }
    if (step.call === 'sql') {
      return this.sql(fields(step.args))
    }
    const [name = '', method = ''] = step.call.split('.')
    const methods = methodsOf(this.client, name)
    return this.method(methods, this.translator.model(name), method, step)
  }

  private async method(methods: Methods, model: ModelDescriptor, method: string, step: Step): Promise<unknown> {
    const name = step.call.split('.')[0] ?? ''
    const t = this.translator
    const given = isFields(step.args) ? step.args : {}
    const call = (each: string, args?: Args): Promise<unknown> => (methods[each] as (args?: Args) => Promise<unknown>).call(methods, args)
    switch (method) {
      case 'findUnique':
      case 'get': {
        const where = t.unique(model, given['where'] ?? {}, given['key'] as string | undefined)
        return call(method === 'get' ? 'findUniqueOrThrow' : 'findUnique', { ...t.read(model, without(given, 'key', 'where')), where })
      }
      case 'findMany':
      case 'findFirst':
      case 'exists':
      case 'count': {
        return call(method, t.read(model, given))
      }
      case 'stream': {
        const { fetchSize, ...rest } = given
        const records: unknown[] = []
        const args = { ...t.read(model, rest), batch: fetchSize }
        for await (const record of (methods['stream'] as unknown as (args: Args) => AsyncIterable<unknown>)(args)) {
          records.push(record)
        }
        return records
      }
      case 'aggregate':
        return call(method, t.read(model, given))
      case 'groupBy':
        return call(method, { ...t.read(model, without(given, 'having')), ...(given['having'] === undefined ? {} : { having: t.having(given['having']) }) })
      case 'create':
        return call('create', { data: t.data(model, step.args) })
      case 'createMany':
        return call('createManyAndReturn', { data: list(step.args).map((each) => t.data(model, each)) })
      case 'createManySkippingDuplicates':
      case 'copyIn': {
        const data = list(step.args).map((each) => t.data(model, each))
        return countOf(await call('createMany', method === 'copyIn' ? { data } : { data, skipDuplicates: true }))
      }
      case 'update':
        return found(call('update', { where: t.unique(model, given['where'] ?? {}), data: t.data(model, given['data'] ?? {}) }), name)
      case 'delete':
        return found(call('delete', { where: t.unique(model, given['where'] ?? {}) }), name)
      case 'updateAsRead':
      case 'deleteAsRead': {
        const { id, edits } = fields(given['row'])
        const where = { id, edits }
        return found(method === 'deleteAsRead' ? call('delete', { where }) : call('update', { where, data: t.data(model, given['data'] ?? {}) }), name)
      }
      case 'updateMany':
        return countOf(await call('updateMany', { where: t.convert(model, given['where'] ?? {}), data: t.data(model, given['data'] ?? {}) }))
      case 'updateAll':
        return countOf(await call('updateMany', { data: t.data(model, given['data'] ?? {}) }))
      case 'deleteMany':
        return countOf(await call('deleteMany', { where: t.convert(model, given['where'] ?? {}) }))
      case 'deleteAll':
        return countOf(await call('deleteMany'))
      case 'upsert':
        return call('upsert', this.upsert(model, given))
      case 'upsertMany':
        return call('upsertMany', { by: given['by'], create: list(given['create']).map((each) => t.data(model, each)), update: t.data(model, given['update'] ?? {}) })
      default:
        throw new Error(`unknown call ${step.call}`)
    }
  }

  private upsert(model: ModelDescriptor, given: Fields): Args {
    const by = list(given['by']).map(String)
    const create = fields(given['create'])
    const update = fields(given['update'])
    const where = this.translator.unique(model, Object.fromEntries(by.map((name) => [name, create[name] ?? null])))
    return { where, create: this.translator.data(model, create), update: this.translator.data(model, update) }
  }

  private async sql(given: Fields): Promise<unknown> {
    const values = list(given['parameters'] ?? []).map((value) => {
      const [name, kept] = isFields(value) ? (Object.entries(value)[0] ?? ['', null]) : ['', value]
      const [model = '', field = ''] = name.split('.')
      const column = name === '' ? undefined : this.translator.column(this.translator.model(model), field)
      return column === undefined ? kept : this.translator.value(column, kept)
    })
    const piece = new Prisma.Sql(String(given['text']).split('?'), values)
    if (given['rows'] === undefined) {
      return this.client.$executeRaw(piece)
    }
    const rows = await this.client.$queryRaw<object[]>(piece)
    const names = Object.keys(fields(given['rows']))
    const records = rows.map((row) => Object.fromEntries(Object.values(row).map((value: unknown, i) => [names[i] ?? '', value])))
    if (given['take'] === 'one') {
      if (records.length !== 1) {
        throw new Error(`${records.length} rows instead of one`)
      }
      return records[0]
    }
    return records
  }
}

function without(given: Fields, ...names: string[]): Fields {
  return Object.fromEntries(Object.entries(given).filter(([name]) => !names.includes(name))) as { [name: string]: Json }
}

function countOf(result: unknown): number {
  return (result as { count: number }).count
}

/** Whether there was a record. */
async function found(call: Promise<unknown>, model: string): Promise<boolean> {
  try {
    return (await call) !== null
  } catch (thrown) {
    // One of another model is a related record that was not found.
    if ((thrown as RecordNotFound).name === 'RecordNotFound' && (thrown as RecordNotFound).model === model) {
      return false
    }
    throw thrown
  }
}

function show(value: unknown): string {
  return (JSON.stringify(value, (_, each: unknown) => (typeof each === 'bigint' ? each.toString() : each)) ?? String(value)).slice(0, 500)
}
