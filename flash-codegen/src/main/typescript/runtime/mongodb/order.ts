import type { Document } from 'mongodb'
import { InvalidArguments, Unsupported } from '../errors.ts'
import { isPlain } from '../values.ts'
import type { Collection } from './documents.ts'
import type { Field } from './values.ts'

export interface Order {
  readonly field: Field
  readonly descending: boolean
  /** Whether the place of what has no value is not the one that MongoDB gives it: the least. */
  readonly contrary: boolean
}

const EMPTY = 'flash_empty'

export function ordersOf(collection: Collection, orderBy: unknown): Order[] {
  const list: unknown[] = orderBy === undefined ? [] : Array.isArray(orderBy) ? (orderBy as unknown[]) : [orderBy]
  return list.flatMap(one => {
    if (!isPlain(one)) {
      throw new InvalidArguments('orderBy takes an object, or a list of them.')
    }
    return Object.entries(one)
      .filter(([, direction]) => direction !== undefined)
      .map(([name, direction]) => order(collection, name, direction))
  })
}

function order(collection: Collection, name: string, direction: unknown): Order {
  if (collection.relations.has(name)) {
    throw new Unsupported(`MongoDB cannot sort ${collection.name} by ${name}, which is another collection's.`)
  }
  const field = collection.column(name)
  const sort = isPlain(direction) ? direction['sort'] : direction
  const nulls = isPlain(direction) ? direction['nulls'] : undefined
  if (sort !== 'asc' && sort !== 'desc') {
    throw new InvalidArguments(`The order of ${name} is 'asc' or 'desc'.`)
  }
  const descending = sort === 'desc'
  return { field, descending, contrary: nulls !== undefined && (nulls === 'first') === descending }
}

export function reversed(orders: readonly Order[]): Order[] {
  return orders.map(one => ({ ...one, descending: !one.descending }))
}

/** The stages of a pipeline. Where no value is to be more than any, a field that says so is computed and sorted by first. */
export function sortStages(orders: readonly Order[]): Document[] {
  const computed: Document = {}
  const sort: Document = {}
  for (const { field, descending, contrary } of orders) {
    const direction = descending ? -1 : 1
    if (contrary) {
      const empty = `${EMPTY}${Object.keys(computed).length}`
      computed[empty] = { $eq: [{ $ifNull: [`$${field.path}`, null] }, null] }
      sort[empty] = direction
    }
    // The first of two orders by one field decides.
    sort[field.path] ??= direction
  }
  return [
    ...(Object.keys(computed).length === 0 ? [] : [{ $addFields: computed }]),
    ...(Object.keys(sort).length === 0 ? [] : [{ $sort: sort }]),
  ]
}

/** The key's fields behind the others, so that each document has a place of its own. */
export function totalOrder(collection: Collection, orders: readonly Order[]): Order[] {
  const sorted = new Set(orders.map(one => one.field.name))
  return [
    ...orders,
    ...collection.identity.columns.filter(field => !sorted.has(field.name)).map(field => ({ field, descending: false, contrary: false })),
  ]
}

/** The filter of the documents from one on, itself included. */
export function fromHereOn(orders: readonly Order[], start: Document): Document {
  const choices: Document[] = []
  const same: Document[] = []
  for (const { field, descending, contrary } of orders) {
    const value = (start[field.path] as unknown) ?? null
    const nullsAfter = descending !== contrary
    const further =
      value === null
        ? nullsAfter ? undefined : { [field.path]: { $ne: null } }
        : nullsAfter
          ? { $or: [{ [field.path]: { [descending ? '$lt' : '$gt']: value } }, { [field.path]: null }] }
          : { [field.path]: { [descending ? '$lt' : '$gt']: value } }
    if (further !== undefined) {
      choices.push({ $and: [...same, further] })
    }
    same.push({ [field.path]: value })
  }
  choices.push({ $and: same })
  return { $or: choices }
}
