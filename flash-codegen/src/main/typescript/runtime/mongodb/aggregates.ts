import type { Document } from 'mongodb'
import { InvalidArguments } from '../errors.ts'
import type { Args } from '../records.ts'
import { isPlain } from '../values.ts'
import type { Collection } from './documents.ts'
import type { Field } from './values.ts'
import { filtersOf, numberOf, stagesOf } from './reads.ts'
import type { Session } from './session.ts'

const FUNCTIONS = ['_count', '_distinct', '_sum', '_avg', '_min', '_max'] as const
type Function = (typeof FUNCTIONS)[number]

interface Part {
  readonly of: Function
  /** Undefined for the number of all. */
  readonly field: Field | undefined
  readonly name: string
}

export async function count(session: Session, collection: Collection, args: Args): Promise<number | Record<string, number>> {
  const select = args['select']
  if (isPlain(select)) {
    const { select: _, ...rest } = args
    return (await aggregate(session, collection, { ...rest, _count: select }))['_count'] as Record<string, number>
  }
  if (args['take'] === 0) {
    return 0
  }
  const found = await session.aggregate(collection, [
    ...(await stagesOf(session, collection, args)),
    { $group: { _id: 1, n: { $sum: 1 } } },
  ])
  return Number(found[0]?.['n'] ?? 0)
}

export async function aggregate(session: Session, collection: Collection, args: Args): Promise<Record<string, unknown>> {
  const parts = partsOf(collection, args)
  const found =
    args['take'] === 0
      ? undefined
      : (await session.aggregate(collection, [...(await stagesOf(session, collection, args)), ...grouped(1, parts)]))[0]
  return resultOf(args, parts, found)
}

export async function groupBy(session: Session, collection: Collection, args: Args): Promise<Record<string, unknown>[]> {
  const by = (Array.isArray(args['by']) ? (args['by'] as unknown[]) : [args['by']]).map(name => collection.column(String(name)))
  const having = conditionsOf(collection, by, args['having'])
  const orders = groupOrders(collection, by, args['orderBy'])
  const parts = unique([...partsOf(collection, args), ...having.parts, ...orders.parts])
  const take = numberOf(args['take'], 'take')
  const skip = numberOf(args['skip'], 'skip') ?? 0
  if (take === 0) {
    return []
  }
  // A field without a value and one that is null are one group.
  const key = Object.fromEntries(by.map((field, index) => [`k${index}`, { $ifNull: [`$${field.path}`, null] }]))
  const groups = await session.aggregate(collection, [
    { $match: await filtersOf(session).of(collection, args['where']) },
    ...grouped(key, parts),
    ...(having.filters.length === 0 ? [] : [{ $match: { $and: having.filters } }]),
    ...(Object.keys(orders.sort).length === 0 ? [] : [{ $sort: orders.sort }]),
    ...(skip > 0 ? [{ $skip: skip }] : []),
    ...(take === undefined ? [] : [{ $limit: Math.abs(take) }]),
  ])
  return groups.map(group => {
    const record: Record<string, unknown> = {}
    by.forEach((field, index) => {
      record[field.name] = field.codec.read((group['_id'] as Document)[`k${index}`])
    })
    return { ...record, ...resultOf(args, partsOf(collection, args), group) }
  })
}

function unique(parts: readonly Part[]): Part[] {
  return [...new Map(parts.map(part => [part.name, part] as const)).values()]
}

function part(collection: Collection, of: Function, name: string): Part {
  return name === '_all' ? { of, field: undefined, name: '_count_all' } : { of, field: collection.column(name), name: `${of}_${name}` }
}

function partsOf(collection: Collection, args: Args): Part[] {
  return FUNCTIONS.flatMap(of => {
    const wanted = args[of]
    if (wanted === true && of === '_count') {
      return [part(collection, of, '_all')]
    }
    return isPlain(wanted)
      ? Object.keys(wanted).filter(name => wanted[name] === true).map(name => part(collection, of, name))
      : []
  })
}

/** The stages that make groups. */
function grouped(key: unknown, parts: readonly Part[]): Document[] {
  const distinct = parts.filter(({ of }) => of === '_distinct').map(({ name }) => [name, { $size: { $setDifference: [`$${name}`, [null]] } }])
  return [{ $group: { _id: key, ...accumulators(parts) } }, ...(distinct.length === 0 ? [] : [{ $addFields: Object.fromEntries(distinct) as Document }])]
}

function accumulators(parts: readonly Part[]): Document {
  const stages: Document = {}
  for (const { of, field, name } of parts) {
    if (field === undefined) {
      stages[name] = { $sum: 1 }
      continue
    }
    const path = `$${field.path}`
    // A sum of nothing is 0 here, and no value in SQL.
    const present = { $sum: { $cond: [{ $eq: [{ $ifNull: [path, null] }, null] }, 0, 1] } }
    switch (of) {
      case '_count':
        stages[name] = present
        break
      case '_distinct':
        stages[name] = { $addToSet: path }
        break
      case '_sum':
        stages[name] = { $sum: path }
        stages[`${name}_present`] = present
        break
      case '_avg':
        stages[name] = { $avg: path }
        break
      case '_min':
        stages[name] = { $min: path }
        break
      case '_max':
        stages[name] = { $max: path }
    }
  }
  return stages
}

function resultOf(args: Args, parts: readonly Part[], found: Document | undefined): Record<string, unknown> {
  const result: Record<string, unknown> = {}
  for (const { of, field, name } of parts) {
    const value: unknown = found?.[name]
    if (of === '_count' && field === undefined && args['_count'] === true) {
      result[of] = Number(value ?? 0)
      continue
    }
    const members = (result[of] ??= {}) as Record<string, unknown>
    members[field?.name ?? '_all'] = valueOf(of, field, value, found?.[`${name}_present`])
  }
  return result
}

function valueOf(of: Function, field: Field | undefined, value: unknown, present: unknown): unknown {
  if (of === '_count' || of === '_distinct' || field === undefined) {
    return Number(value ?? 0)
  }
  if (value === undefined || value === null || (of === '_sum' && Number(present ?? 0) === 0)) {
    return null
  }
  if (of === '_avg') {
    return Number(value)
  }
  if (of === '_sum') {
    return field.descriptor.type === 'BIG_INT' ? BigInt(value as number | bigint) : Number(value)
  }
  return field.codec.read(value)
}

/** `{ visits: { _sum: { gt: 3 } }, role: 'ADMIN' }` */
function conditionsOf(collection: Collection, by: readonly Field[], having: unknown): { parts: Part[]; filters: Document[] } {
  const parts: Part[] = []
  const filters: Document[] = []
  if (having === undefined) {
    return { parts, filters }
  }
  if (!isPlain(having)) {
    throw new InvalidArguments('having is an object.')
  }
  for (const [name, condition] of Object.entries(having)) {
    const nested = name === 'AND' || name === 'OR' || name === 'NOT'
    if (nested) {
      const inner = (Array.isArray(condition) ? (condition as unknown[]) : [condition]).map(one => conditionsOf(collection, by, one))
      inner.forEach(one => parts.push(...one.parts))
      filters.push({ [{ AND: '$and', OR: '$or', NOT: '$nor' }[name]]: inner.map(one => ({ $and: [{}, ...one.filters] })) })
      continue
    }
    if (name === '_count') {
      const all = part(collection, '_count', '_all')
      parts.push(all)
      filters.push(compared(all.name, undefined, condition))
      continue
    }
    const field = collection.column(name)
    const functions = isPlain(condition) ? FUNCTIONS.filter(of => condition[of] !== undefined) : []
    if (functions.length === 0) {
      const index = by.indexOf(field)
      if (index < 0) {
        throw new InvalidArguments(`having of ${name} takes a function, such as _sum: groups are not by it.`)
      }
      filters.push(compared(`_id.k${index}`, field, condition))
    }
    for (const of of functions) {
      const wanted = part(collection, of, name)
      parts.push(wanted)
      filters.push(compared(wanted.name, undefined, (condition as { readonly [name: string]: unknown })[of]))
    }
  }
  return { parts, filters }
}

const COMPARISONS: { readonly [operator: string]: string } = {
  equals: '$eq', not: '$ne', lt: '$lt', lte: '$lte', gt: '$gt', gte: '$gte', in: '$in', notIn: '$nin',
}

function compared(path: string, field: Field | undefined, condition: unknown): Document {
  const operand = (value: unknown): unknown => (value === null || field === undefined ? value : field.codec.write(value))
  if (!isPlain(condition)) {
    return { [path]: { $eq: operand(condition) } }
  }
  const tests: Document[] = [{}]
  for (const [operator, value] of Object.entries(condition)) {
    if (value === undefined) {
      continue
    }
    const test = COMPARISONS[operator]
    if (operator === 'between' && Array.isArray(value)) {
      tests.push({ [path]: { $gte: operand(value[0]), $lte: operand(value[1]) } })
    } else if (test !== undefined) {
      tests.push({ [path]: { [test]: Array.isArray(value) ? (value as unknown[]).map(operand) : operand(value) } })
    } else {
      throw new InvalidArguments(`having has no ${operator}.`)
    }
  }
  return { $and: tests }
}

function groupOrders(collection: Collection, by: readonly Field[], orderBy: unknown): { parts: Part[]; sort: Document } {
  const parts: Part[] = []
  const sort: Document = {}
  const orders: unknown[] = orderBy === undefined ? [] : Array.isArray(orderBy) ? (orderBy as unknown[]) : [orderBy]
  for (const order of orders) {
    if (!isPlain(order)) {
      throw new InvalidArguments('orderBy takes an object, or a list of them.')
    }
    for (const [name, direction] of Object.entries(order)) {
      const of = FUNCTIONS.find(candidate => candidate === name)
      if (of !== undefined && isPlain(direction)) {
        for (const [field, way] of Object.entries(direction)) {
          const wanted = part(collection, of, field)
          parts.push(wanted)
          sort[wanted.name] = signOf(way)
        }
      } else if (of === '_count') {
        const all = part(collection, of, '_all')
        parts.push(all)
        sort[all.name] = signOf(direction)
      } else {
        sort[`_id.k${indexOf(by, name)}`] = signOf(isPlain(direction) ? direction['sort'] : direction)
      }
    }
  }
  return { parts, sort }
}

function indexOf(by: readonly Field[], name: string): number {
  const index = by.findIndex(field => field.name === name)
  if (index < 0) {
    throw new InvalidArguments(`Groups are sorted by what they are by, or by functions; not by ${name}.`)
  }
  return index
}

function signOf(direction: unknown): number {
  if (direction !== 'asc' && direction !== 'desc') {
    throw new InvalidArguments("An order is 'asc' or 'desc'.")
  }
  return direction === 'asc' ? 1 : -1
}
