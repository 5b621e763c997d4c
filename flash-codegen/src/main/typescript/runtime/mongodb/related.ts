import type { Document } from 'mongodb'
import type { Args } from '../records.ts'
import { keyOf } from '../values.ts'
import type { Collection, Relation } from './documents.ts'
import type { Field } from './values.ts'
import { among } from './filters.ts'
import { ordersOf, sortStages } from './order.ts'
import { documentsOf, filtersOf, numberOf, recordsOf, wantedOf } from './reads.ts'
import type { Session } from './session.ts'

const ROWS = 'flash_rows'

/**
 * The related records of each document, in one command: those whose keys are in the list of all keys. Where each has a
 * page of its own the server makes it, by a `$lookup` for each; for many-to-many relations, whose keys are lists, the page
 * is cut here.
 */
export async function loadRelations(
  session: Session, collection: Collection, target: Collection, relation: Relation, documents: readonly Document[], args: Args,
): Promise<Record<string, unknown>[][]> {
  const local = relation.local
  const remote = relation.remote
  const ownerKeys = documents.map(document => keysIn(document, local))
  const keys = new Map(ownerKeys.flat().map(key => [textOf(key), key] as const))
  const take = numberOf(args['take'], 'take')
  const skip = numberOf(args['skip'], 'skip') ?? 0
  if (keys.size === 0 || take === 0) {
    return documents.map(() => [])
  }
  const lists = local.some(field => field.descriptor.isList) || remote.some(field => field.descriptor.isList)
  const paged = take !== undefined || skip > 0 || args['cursor'] !== undefined
  if (paged && !lists && args['cursor'] === undefined && args['distinct'] === undefined && (take ?? 0) >= 0) {
    return pages(session, collection, target, local, remote, [...keys.values()], ownerKeys, args)
  }
  const { take: _, skip: __, ...rest } = args
  const found = await documentsOf(session, target, rest, undefined, among(remote, [...keys.values()]))
  const records = await recordsOf(session, target, found, wantedOf(target, args))
  const groups = new Map<string, number[]>()
  found.forEach((document, index) => {
    for (const key of keysIn(document, remote)) {
      const text = textOf(key)
      const group = groups.get(text)
      if (group === undefined) {
        groups.set(text, [index])
      } else {
        group.push(index)
      }
    }
  })
  return ownerKeys.map(own => {
    // In the order in which they were found, whatever order the list of keys has.
    const indexes = [...new Set(own.flatMap(key => groups.get(textOf(key)) ?? []))].sort((a, b) => a - b)
    const page = take !== undefined && take < 0 ? indexes.slice(Math.max(0, indexes.length - skip + take), indexes.length - skip) : indexes.slice(skip, take === undefined ? undefined : skip + take)
    return page.map(index => records[index] as Record<string, unknown>)
  })
}

async function pages(
  session: Session, collection: Collection, target: Collection, local: readonly Field[], remote: readonly Field[],
  keys: readonly unknown[][], ownerKeys: readonly unknown[][][], args: Args,
): Promise<Record<string, unknown>[][]> {
  const take = numberOf(args['take'], 'take')
  const skip = numberOf(args['skip'], 'skip') ?? 0
  const variables = Object.fromEntries(local.map((field, index) => [`k${index}`, `$${field.path}`]))
  const equal = remote.map((field, index) => ({ $eq: [`$${field.path}`, `$$k${index}`] }))
  const owners = await session.aggregate(collection, [
    { $match: among(local, keys) },
    {
      $lookup: {
        from: target.databaseName,
        let: variables,
        pipeline: [
          { $match: { $expr: { $and: equal } } },
          { $match: await filtersOf(session).of(target, args['where']) },
          ...sortStages(ordersOf(target, args['orderBy'])),
          ...(skip > 0 ? [{ $skip: skip }] : []),
          ...(take === undefined ? [] : [{ $limit: take }]),
        ],
        as: ROWS,
      },
    },
  ])
  const rowsOf = new Map<string, Document[]>()
  for (const owner of owners) {
    for (const key of keysIn(owner, local)) {
      rowsOf.set(textOf(key), owner[ROWS] as Document[])
    }
  }
  const found = ownerKeys.map(own => own.flatMap(key => rowsOf.get(textOf(key)) ?? []))
  const records = await recordsOf(session, target, found.flat(), wantedOf(target, args))
  let at = 0
  return found.map(rows => records.slice(at, (at += rows.length)))
}

/** The keys by which a document is related: one, several if they are a list, none if a part has no value. */
function keysIn(document: Document, fields: readonly Field[]): unknown[][] {
  const only = fields.length === 1 ? fields[0] : undefined
  if (only?.descriptor.isList === true) {
    return ((document[only.path] as unknown[] | null | undefined) ?? []).map(value => [value])
  }
  const key = fields.map(field => document[field.path] as unknown)
  return key.every(value => value !== undefined && value !== null) ? [key] : []
}

/** The same for the same key. */
function textOf(key: readonly unknown[]): string {
  return JSON.stringify(key.map(value => `${typeof value}:${String(keyOf(value))}`))
}
