import type { Document } from 'mongodb'
import { InvalidArguments } from '../errors.ts'
import type { Args } from '../records.ts'
import { isPlain } from '../values.ts'
import type { Collection, Relation } from './documents.ts'
import { among, type Find, not } from './filters.ts'

/** What an operator is called, what its contrary is, and whether no related document satisfies it. */
interface Comparison {
  readonly name: string
  readonly contrary: string
  holds(number: number): boolean
}

const COMPARISONS: { readonly [operator: string]: Comparison } = {
  equals: { name: '$eq', contrary: '$ne', holds: number => number === 0 },
  not: { name: '$ne', contrary: '$eq', holds: number => number !== 0 },
  lt: { name: '$lt', contrary: '$gte', holds: number => number > 0 },
  lte: { name: '$lte', contrary: '$gt', holds: number => number >= 0 },
  gt: { name: '$gt', contrary: '$lte', holds: number => number < 0 },
  gte: { name: '$gte', contrary: '$lt', holds: number => number <= 0 },
}

/** `{ posts: { gt: 2 } }`: whose numbers of related documents compare so. */
export async function countedFilters(find: Find, collection: Collection, filter: Args, negated: boolean): Promise<Document[]> {
  const all: Document[] = []
  for (const [name, wanted] of Object.entries(filter)) {
    const relation = collection.relations.get(name)
    if (relation === undefined) {
      throw new InvalidArguments(`${collection.name} has no relation ${name}.`)
    }
    for (const [operator, number] of Object.entries(isPlain(wanted) ? wanted : { equals: wanted })) {
      const comparison = COMPARISONS[operator]
      if (number === undefined) {
        continue
      }
      if (comparison === undefined || typeof number !== 'number') {
        throw new InvalidArguments(`_count.${name} compares with a number.`)
      }
      const one = await counted(find, relation, comparison, number)
      all.push(negated ? not(one) : one)
    }
  }
  return all
}

async function counted(find: Find, relation: Relation, comparison: Comparison, number: number): Promise<Document> {
  const list = relation.local.find(field => field.descriptor.isList)
  if (list !== undefined) {
    const keys = await find.values(relation.target, {}, relation.remote)
    const there = { $setIntersection: [{ $ifNull: [`$${list.path}`, []] }, { $literal: keys.map(key => key[0]) }] }
    return { $expr: { [comparison.name]: [{ $size: there }, number] } }
  }
  // Who has none is in no group.
  const ofNone = comparison.holds(number)
  const groups = await find.groups(relation.target, [
    { $match: { $and: relation.remote.map(field => ({ [field.path]: { $ne: null } })) } },
    { $group: { _id: Object.fromEntries(relation.remote.map((field, index) => [`k${index}`, `$${field.path}`])), n: { $sum: 1 } } },
    { $match: { n: { [ofNone ? comparison.contrary : comparison.name]: number } } },
  ])
  const found = among(relation.local, groups.map(group => Object.values(group['_id'] as Document) as unknown[]))
  return ofNone ? not(found) : found
}
