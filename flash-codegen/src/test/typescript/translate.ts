import type { ColumnDescriptor, Descriptor, ModelDescriptor } from '../../main/typescript/runtime/descriptor.ts'
import { digitsOf, fields, isFields, list, plain, type Fields, type Json } from './cases.ts'
import { timeOf } from './times.ts'

type Args = { [name: string]: unknown }

/** What no call of the client has, and why. */
export class Skipped extends Error {}

/** Writes the suite's neutral arguments as the client's own, and its values as those of columns. */
export class Translator {
  private readonly schema: Descriptor

  constructor(schema: Descriptor) {
    this.schema = schema
  }

  model(name: string): ModelDescriptor {
    const model = this.schema.models[name]
    if (model === undefined) {
      throw new Error(`no model ${name}`)
    }
    return model
  }

  column(model: ModelDescriptor, name: string): ColumnDescriptor | undefined {
    return model.columns.find((column) => column.name === name)
  }

  private target(model: ModelDescriptor, name: string): ModelDescriptor | undefined {
    const relation = model.relations?.find((each) => each.name === name)
    return relation === undefined ? undefined : this.model(relation.target)
  }

  value(column: ColumnDescriptor, value: Json): unknown {
    if (value === null) {
      return null
    }
    switch (column.type) {
      case 'BIG_INT':
        return BigInt(digitsOf(value) ?? String(value))
      case 'DECIMAL':
        return digitsOf(value) ?? String(value)
      case 'FLOAT':
        return Number(digitsOf(value) ?? value)
      case 'DATE_TIME':
      case 'DATE':
      case 'TIME':
        return timeOf(String(value))
      case 'BYTES':
        return new Uint8Array(Buffer.from(String(value), 'base64'))
      default:
        return plain(value)
    }
  }

  /** A filter, or data: values by their columns, all the way down. */
  convert(model: ModelDescriptor, given: Json): unknown {
    if (Array.isArray(given)) {
      return given.map((each) => this.convert(model, each))
    }
    if (!isFields(given)) {
      return plain(given)
    }
    const result: Args = {}
    for (const [name, value] of Object.entries(given)) {
      const column = this.column(model, name)
      result[name] = column === undefined ? this.convert(this.target(model, name) ?? model, value) : this.ofColumn(column, value)
    }
    return result
  }

  private ofColumn(column: ColumnDescriptor, value: Json): unknown {
    if (column.type === 'JSON') {
      return plain(value)
    }
    if (Array.isArray(value)) {
      return value.map((each) => this.value(column, each))
    }
    if (isFields(value)) {
      return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, name === 'mode' ? each : this.ofColumn(column, each)]))
    }
    return this.value(column, value)
  }

  /** `where` of one record: a key of several columns has a name. */
  unique(model: ModelDescriptor, where: Json, name?: string): Args {
    const given = this.convert(model, where) as Args
    const names = Object.keys(given)
    const key = (model.keys ?? []).find((each) => each.columns.length === names.length && names.every((column) => each.columns.includes(column)))
    if (key === undefined || key.columns.length === 1) {
      return given
    }
    return { [name ?? key.name]: given }
  }

  orderBy(orders: Json): unknown {
    return list(orders).map((order) => this.order(fields(order)))
  }

  private order(order: Fields): unknown {
    const result: Args = {}
    for (const [name, value] of Object.entries(order)) {
      if (name === '_count' && isFields(value)) {
        for (const [relation, direction] of Object.entries(value)) {
          result[relation] = { _count: direction }
        }
      } else if (isFields(value)) {
        result[name] = this.order(value)
      } else {
        const [sort, nulls, where] = String(value).split(' ')
        result[name] = nulls === 'nulls' ? { sort, nulls: where } : sort
      }
    }
    return result
  }

  /** What reads have in common. */
  read(model: ModelDescriptor, given: Fields): Args {
    const call: Args = {}
    for (const [name, value] of Object.entries(given)) {
      switch (name) {
        case 'where':
          call['where'] = this.convert(model, value)
          break
        case 'orderBy':
          call['orderBy'] = this.orderBy(value)
          break
        case 'include':
          call['include'] = this.include(model, fields(value))
          break
        case 'select':
          call['select'] = this.select(fields(value))
          break
        case 'distinct':
          call['distinct'] = Object.keys(fields(given['select']))
          break
        case 'lock': {
          const [mode, more] = String(value).split(' ')
          call['lock'] = more === undefined ? mode : { mode, [more]: true }
          break
        }
        case 'after':
        case 'before':
          call['cursor'] = this.unique(model, value)
          call['skip'] = Number(given['skip'] ?? 0) + 1
          if (name === 'before') {
            call['take'] = -Number(given['take'] ?? 1_000_000)
          }
          break
        default:
          call[name] ??= value
      }
    }
    return call
  }

  private include(model: ModelDescriptor, include: Fields): unknown {
    return Object.fromEntries(
      Object.entries(include).map(([name, wanted]) => {
        const target = this.target(model, name)
        return [name, target === undefined || !isFields(wanted) ? wanted : this.read(target, wanted)]
      }),
    )
  }

  private select(select: Fields): unknown {
    return Object.fromEntries(
      Object.entries(select).map(([name, wanted]) => [name, name === '_count' ? { select: wanted } : isFields(wanted) ? { select: this.select(wanted) } : wanted]),
    )
  }

  having(having: Json): unknown {
    const result: { [name: string]: Args } = {}
    for (const [kind, value] of Object.entries(fields(having))) {
      if (kind === '_count') {
        result[kind] = fields(value)
      } else {
        for (const [name, condition] of Object.entries(fields(value))) {
          ;(result[name] ??= {})[kind] = condition
        }
      }
    }
    return result
  }

  /** `data` with what is written of related records. */
  data(model: ModelDescriptor, given: Json): Args {
    const result: Args = {}
    for (const [name, value] of Object.entries(fields(given))) {
      const target = this.target(model, name)
      const column = this.column(model, name)
      if (target === undefined) {
        result[name] = column === undefined ? value : this.ofColumn(column, value)
      } else {
        const isList = model.relations?.find((each) => each.name === name)?.isList ?? false
        result[name] = this.related(target, fields(value), isList)
      }
    }
    return result
  }

  private related(target: ModelDescriptor, writes: Fields, isList: boolean): Args {
    const result: Args = {}
    for (const [operation, value] of Object.entries(writes)) {
      switch (operation) {
        case 'create':
          result['create'] = list(value).map((each) => this.data(target, each))
          break
        case 'connectOrCreate': {
          const { by, create } = fields(value)
          result['connectOrCreate'] = list(create).map((each) => {
            const data = this.data(target, each)
            return { where: Object.fromEntries(list(by).map((name) => [String(name), data[String(name)]])), create: data }
          })
          break
        }
        case 'set':
          result['set'] = this.uniques(target, fields(value))
          break
        case 'disconnect':
          if (value === true && isList) {
            result['set'] = []
          } else {
            result['disconnect'] = value === true ? true : [this.convert(target, value)]
          }
          break
        case 'delete':
          if (value === true) {
            result['delete'] = true
          } else {
            result['deleteMany'] = this.convert(target, value)
          }
          break
        default:
          result[operation] = this.keyed(target, value)
      }
    }
    return result
  }

  private keyed(target: ModelDescriptor, value: Json): unknown {
    const isScalar = Object.values(fields(value)).every((each) => !isFields(each))
    return isScalar ? this.unique(target, value) : this.convert(target, value)
  }

  /** `{ id: { in: [1, 2] } }` as a list. */
  private uniques(target: ModelDescriptor, given: Fields): unknown[] {
    const [name, value] = Object.entries(given)[0] ?? ['', null]
    const values = isFields(value) ? list(value['in']) : [value]
    return values.map((each) => this.convert(target, { [name]: each }))
  }
}
