import type { Document } from 'mongodb'
import { InvalidArguments } from '../errors.ts'
import { isPlain } from '../values.ts'
import type { Collection, Relation } from './documents.ts'
import { lookup, VALUE } from './lookups.ts'
import type { Field } from './values.ts'

export interface Order {
  /** What is sorted by: a field of the document, or what stages put into one of this name. */
  readonly by: Field | ((name: string) => Document[])
  readonly descending: boolean
  /** Whether the place of what has no value is not the one that MongoDB gives it: the least. */
  readonly contrary: boolean
}

const EMPTY = 'flash_empty'
const COMPUTED = 'flash_order'

export function ordersOf(collection: Collection, orderBy: unknown): Order[] {
  const list: unknown[] = orderBy === undefined ? [] : Array.isArray(orderBy) ? (orderBy as unknown[]) : [orderBy]
  return list.flatMap(one => {
    if (!isPlain(one)) {
      throw new InvalidArguments('orderBy takes an object, or a list of them.')
    }
    return Object.entries(one)
      .filter(([, direction]) => direction !== undefined)
      .map(([name, direction]) => orderOf(collection, name, direction))
  })
}

function orderOf(collection: Collection, name: string, direction: unknown): Order {
  if (name === '_count') {
    const [related, way] = only(direction, name)
    return counted(relationOf(collection, related), way)
  }
  const relation = collection.relations.get(name)
  if (relation === undefined) {
    return order(collection.column(name), name, direction)
  }
  const [inner, way] = only(direction, name)
  if (relation.isList) {
    if (inner !== '_count') {
      throw new InvalidArguments(`${name} sorts by its _count only: it has many records.`)
    }
    return counted(relation, way)
  }
  const further = orderOf(relation.target, inner, way)
  return {
    ...further,
    by: into => lookup(relation, [{ $limit: 1 }, ...valueStages(further)], into, null),
  }
}

/** Stages that leave the value to sort by. */
function valueStages({ by }: Order): Document[] {
  return typeof by === 'function'
    ? [...by(COMPUTED), { $project: { _id: 0, [VALUE]: `$${COMPUTED}` } }]
    : [{ $project: { _id: 0, [VALUE]: `$${by.path}` } }]
}

function relationOf(collection: Collection, name: string): Relation {
  const relation = collection.relations.get(name)
  if (relation === undefined) {
    throw new InvalidArguments(`${collection.name} has no relation ${name}.`)
  }
  return relation
}

function counted(relation: Relation, direction: unknown): Order {
  return order(into => lookup(relation, [{ $group: { _id: 1, [VALUE]: { $sum: 1 } } }], into, 0), relation.name, direction)
}

function only(value: unknown, name: string): [string, unknown] {
  const entries = isPlain(value) ? Object.entries(value).filter(([, way]) => way !== undefined) : []
  const entry = entries[0]
  if (entry === undefined || entries.length > 1) {
    throw new InvalidArguments(`orderBy of ${name} takes one field.`)
  }
  return entry
}

function order(by: Order['by'], name: string, direction: unknown): Order {
  const sort = isPlain(direction) ? direction['sort'] : direction
  const nulls = isPlain(direction) ? direction['nulls'] : undefined
  if (sort !== 'asc' && sort !== 'desc') {
    throw new InvalidArguments(`The order of ${name} is 'asc' or 'desc'.`)
  }
  const descending = sort === 'desc'
  return { by, descending, contrary: nulls !== undefined && (nulls === 'first') === descending }
}

export function reversed(orders: readonly Order[]): Order[] {
  return orders.map(one => ({ ...one, descending: !one.descending }))
}

/** The stages of a pipeline. Where no value is to be more than any, a field that says so is computed and sorted by first. */
export function sortStages(orders: readonly Order[]): Document[] {
  const lookups: Document[] = []
  const computed: Document = {}
  const sort: Document = {}
  orders.forEach(({ by, descending, contrary }, index) => {
    const direction = descending ? -1 : 1
    const path = typeof by === 'function' ? `${COMPUTED}${index}` : by.path
    lookups.push(...(typeof by === 'function' ? by(path) : []))
    if (contrary) {
      const empty = `${EMPTY}${index}`
      computed[empty] = { $eq: [{ $ifNull: [`$${path}`, null] }, null] }
      sort[empty] = direction
    }
    // The first of two orders by one field decides.
    sort[path] ??= direction
  })
  return [
    ...lookups,
    ...(Object.keys(computed).length === 0 ? [] : [{ $addFields: computed }]),
    ...(Object.keys(sort).length === 0 ? [] : [{ $sort: sort }]),
  ]
}

/** The key's fields behind the others, so that each document has a place of its own. */
export function totalOrder(collection: Collection, orders: readonly Order[]): Order[] {
  const sorted = new Set(orders.map(one => one.by))
  return [
    ...orders,
    ...collection.identity.columns.filter(field => !sorted.has(field)).map(field => ({ by: field, descending: false, contrary: false })),
  ]
}

/** The filter of the documents from one on, itself included. */
export function fromHereOn(orders: readonly Order[], start: Document): Document {
  const choices: Document[] = []
  const same: Document[] = []
  for (const { by: field, descending, contrary } of orders) {
    if (typeof field === 'function') {
      throw new InvalidArguments('A cursor goes by fields of the record itself: orderBy has no related ones then.')
    }
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
