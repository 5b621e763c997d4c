import type { Document } from 'mongodb'
import { InvalidArguments, RecordNotFound, Unsupported } from '../errors.ts'
import type { Args } from '../records.ts'
import { isPlain, keyOf } from '../values.ts'
import type { Collection, Relation } from './documents.ts'
import { Filters, type Where } from './filters.ts'
import { fromHereOn, ordersOf, reversed, sortStages, totalOrder } from './order.ts'
import { loadRelations } from './related.ts'
import type { Session } from './session.ts'

/** What is wanted of each record. */
export interface Wanted {
  /** The fields of the record; undefined for all. */
  readonly chosen: ReadonlySet<string> | undefined
  /** With the arguments of each. */
  readonly relations: readonly (readonly [Relation, Args])[]
  /** The relations whose records are counted, with a condition on them. */
  readonly counts: readonly (readonly [Relation, unknown])[]
}

export function filtersOf(session: Session): Filters {
  return new Filters({
    async values(collection, filter, fields) {
      const paths = fields.map(field => field.path)
      const found = await session.find(collection, filter, paths)
      return found.map(document => paths.map(path => document[path] as unknown))
    },
    groups: (collection, stages) => session.aggregate(collection, stages),
  })
}

export function wantedOf(collection: Collection, args: Args): Wanted {
  const select = objectOf(args['select'], 'select')
  const include = objectOf(args['include'], 'include')
  const omit = objectOf(args['omit'], 'omit')
  if (select !== undefined && (include !== undefined || omit !== undefined)) {
    throw new InvalidArguments('select goes with neither include nor omit.')
  }
  const chosen = select === undefined && omit === undefined ? undefined : new Set<string>()
  const relations: (readonly [Relation, Args])[] = []
  let counts: (readonly [Relation, unknown])[] = []
  for (const [name, value] of Object.entries(select ?? include ?? {})) {
    if (value === undefined || value === false) {
      continue
    }
    const relation = collection.relations.get(name)
    if (name === '_count') {
      counts = countsOf(collection, value)
    } else if (relation !== undefined) {
      relations.push([relation, isPlain(value) ? value : {}])
    } else if (select !== undefined && collection.byName.has(name)) {
      chosen?.add(name)
    } else {
      throw new InvalidArguments(`${collection.name} has no ${select === undefined ? 'relation' : 'field'} ${name}.`)
    }
  }
  if (omit !== undefined) {
    for (const name of collection.byName.keys()) {
      if (omit[name] !== true) {
        chosen?.add(name)
      }
    }
  }
  return { chosen, relations, counts }
}

function countsOf(collection: Collection, value: unknown): (readonly [Relation, unknown])[] {
  const lists = [...collection.relations.values()].filter(relation => relation.isList)
  const select = isPlain(value) ? objectOf(value['select'], 'select') : undefined
  if (select === undefined) {
    return lists.map(relation => [relation, undefined] as const)
  }
  return lists
    .filter(relation => select[relation.name] !== undefined && select[relation.name] !== false)
    .map(relation => {
      const how = select[relation.name]
      return [relation, isPlain(how) ? how['where'] : undefined] as const
    })
}

/** The records of documents, with what is loaded for them: one command for each relation. */
export async function recordsOf(
  session: Session, collection: Collection, documents: readonly Document[], wanted: Wanted,
): Promise<Record<string, unknown>[]> {
  const records = documents.map(document => collection.record(document, wanted.chosen))
  for (const [relation, args] of wanted.relations) {
    const target = relation.target
    const loaded = await loadRelations(session, collection, target, relation, documents, args)
    records.forEach((record, index) => {
      const found = loaded[index] ?? []
      record[relation.name] = relation.isList ? found : (found[0] ?? null)
    })
  }
  for (const [relation, where] of wanted.counts) {
    const target = relation.target
    const args: Args = { where, select: Object.fromEntries(relation.remote.map(field => [field.name, true])) }
    const loaded = await loadRelations(session, collection, target, relation, documents, args)
    records.forEach((record, index) => {
      const counts = (record['_count'] ??= {}) as Record<string, number>
      counts[relation.name] = (loaded[index] ?? []).length
    })
  }
  return records
}

/** The stages that give the documents of a page. */
export async function stagesOf(
  session: Session, collection: Collection, args: Args, most?: number, beside?: Document,
): Promise<Document[]> {
  const take = numberOf(args['take'], 'take')
  const skip = numberOf(args['skip'], 'skip') ?? 0
  if (skip < 0) {
    throw new InvalidArguments('skip is not negative.')
  }
  if (args['lock'] !== undefined) {
    throw new Unsupported('MongoDB locks no documents that are only read.')
  }
  const backwards = take !== undefined && take < 0
  let orders = ordersOf(collection, args['orderBy'])
  const filters = [...(beside === undefined ? [] : [beside]), await filtersOf(session).of(collection, args['where'])]
  if (backwards || args['cursor'] !== undefined) {
    orders = totalOrder(collection, orders)
  }
  if (backwards) {
    orders = reversed(orders)
  }
  if (args['cursor'] !== undefined) {
    const start = await oneOf(session, collection, args['cursor'], 'cursor')
    if (start === undefined) {
      return [{ $match: { _id: { $in: [] } } }]
    }
    filters.push(fromHereOn(orders, start))
  }
  const limit = Math.min(take === undefined ? Infinity : Math.abs(take), most ?? Infinity)
  return [
    { $match: filters.length === 1 ? filters[0] : { $and: filters } },
    ...sortStages(orders),
    ...(skip > 0 ? [{ $skip: skip }] : []),
    ...(limit === Infinity ? [] : [{ $limit: limit }]),
  ]
}

export async function findMany(session: Session, collection: Collection, args: Args, most?: number): Promise<Record<string, unknown>[]> {
  const wanted = wantedOf(collection, args)
  const documents = await documentsOf(session, collection, args, most)
  return recordsOf(session, collection, documents, wanted)
}

const BATCH = 500

/** Records as they are asked for: no more than a batch of documents is in memory. */
export async function* stream(session: Session, collection: Collection, args: Args): AsyncGenerator<object, void, undefined> {
  const batch = numberOf(args['batch'], 'batch') ?? BATCH
  if (batch < 1) {
    throw new InvalidArguments(`batch takes 1 or more, but was given ${batch}.`)
  }
  const wanted = wantedOf(collection, args)
  if (wanted.relations.length > 0 || wanted.counts.length > 0) {
    throw new InvalidArguments('stream gives records without related ones.')
  }
  const take = numberOf(args['take'], 'take')
  const stages = await stagesOf(session, collection, args)
  if ((take !== undefined && take < 0) || args['distinct'] !== undefined) {
    throw new InvalidArguments('stream takes neither a negative take nor distinct.')
  }
  if (take === 0) {
    return
  }
  for await (const document of session.stream(collection, stages, batch)) {
    yield collection.record(document, wanted.chosen)
  }
}

/** @param beside a condition more */
export async function documentsOf(
  session: Session, collection: Collection, args: Args, most?: number, beside?: Document,
): Promise<Document[]> {
  if (args['take'] === 0 || most === 0) {
    return []
  }
  const take = numberOf(args['take'], 'take')
  const distinct = args['distinct']
  let documents: Document[]
  if (distinct === undefined) {
    documents = await session.aggregate(collection, await stagesOf(session, collection, args, most, beside))
  } else {
    const { take: _, skip, ...rest } = args
    const all = await session.aggregate(collection, await stagesOf(session, collection, rest, undefined, beside))
    const different = differentOnes(collection, all, distinct)
    if (take !== undefined && take < 0) {
      different.reverse()
    }
    const from = numberOf(skip, 'skip') ?? 0
    documents = different.slice(from, Math.min(take === undefined ? Infinity : from + Math.abs(take), from + (most ?? Infinity)))
  }
  return take !== undefined && take < 0 ? documents.reverse() : documents
}

function differentOnes(collection: Collection, documents: Document[], distinct: unknown): Document[] {
  const fields = (Array.isArray(distinct) ? (distinct as unknown[]) : [distinct]).map(name => collection.column(String(name)))
  const seen = new Set<string>()
  return documents.filter(document => {
    const key = JSON.stringify(fields.map(field => String(keyOf(document[field.path] ?? null))))
    return seen.has(key) ? false : seen.add(key) !== undefined
  })
}

/** A unique key, and conditions beside it. */
export async function uniqueFilter(session: Session, collection: Collection, where: unknown, what: string): Promise<Document> {
  return filtersOf(session).of(collection, requireUnique(collection, where, what))
}

export function requireUnique(collection: Collection, where: unknown, what: string): Args {
  if (!isPlain(where) || !hasUnique(collection, where)) {
    throw new InvalidArguments(`${what} of ${collection.name} takes a value for ${uniques(collection)}.`)
  }
  return where
}

function hasUnique(collection: Collection, where: Where): boolean {
  return (collection.descriptor.keys ?? []).some(key => {
    const value = where[key.name]
    return key.columns.length === 1
      ? value !== undefined && value !== null && (!isPlain(value) || collection.byName.get(key.name)?.descriptor.composite !== undefined)
      : isPlain(value) && collection.keyNamed(key.name) !== undefined && key.columns.every(column => value[column] !== undefined)
  })
}

function uniques(collection: Collection): string {
  return (collection.descriptor.keys ?? []).map(key => key.name).join(' or ')
}

async function oneOf(session: Session, collection: Collection, where: unknown, what: string): Promise<Document | undefined> {
  const filter = await uniqueFilter(session, collection, where, what)
  return (await session.aggregate(collection, [{ $match: filter }, { $limit: 1 }]))[0]
}

export async function findUnique(session: Session, collection: Collection, args: Args): Promise<Record<string, unknown> | null> {
  const wanted = wantedOf(collection, args)
  const document = await oneOf(session, collection, args['where'], 'where')
  return document === undefined ? null : ((await recordsOf(session, collection, [document], wanted))[0] ?? null)
}

export async function findFirst(session: Session, collection: Collection, args: Args): Promise<Record<string, unknown> | null> {
  const take = numberOf(args['take'], 'take')
  // The first of a page that is counted from its end is known when the whole page is.
  const found = await findMany(session, collection, args, take !== undefined && take < 0 ? undefined : 1)
  return found[0] ?? null
}

export function orThrow(collection: Collection, record: Record<string, unknown> | null): Record<string, unknown> {
  if (record === null) {
    throw new RecordNotFound(collection.name)
  }
  return record
}

export function numberOf(value: unknown, what: string): number | undefined {
  if (value !== undefined && (typeof value !== 'number' || !Number.isSafeInteger(value))) {
    throw new InvalidArguments(`${what} is a whole number.`)
  }
  return value
}

export function objectOf(value: unknown, what: string): Where | undefined {
  if (value !== undefined && !isPlain(value)) {
    throw new InvalidArguments(`${what} is an object.`)
  }
  return value
}
