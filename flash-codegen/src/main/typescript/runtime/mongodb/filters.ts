import type { Document } from 'mongodb'
import { InvalidArguments, Unsupported } from '../errors.ts'
import { args } from '../records.ts'
import { DbNull, JsonNull, isPlain } from '../values.ts'
import type { Collection, Relation } from './documents.ts'
import type { Field } from './values.ts'
import { countedFilters } from './counted.ts'
import { jsonFilters } from './json-filter.ts'
import * as patterns from './patterns.ts'

export type Where = { readonly [name: string]: unknown }

/** What conditions on related documents ask for. */
export interface Find {
  /** The values of fields in the documents that a filter lets through. */
  values(collection: Collection, filter: Document, fields: readonly Field[]): Promise<unknown[][]>
  groups(collection: Collection, stages: Document[]): Promise<Document[]>
}

/** What no document is. */
export const NOTHING: Document = { _id: { $in: [] } }

export function not(filter: Document): Document {
  return { $nor: [filter] }
}

/**
 * Conditions as filters of MongoDB. A field that is missing and one that is null are the same: no value.
 *
 * The contrary of a condition is not MongoDB's `$nor`, for which a document without the value matches: as in SQL, what
 * compares with no value is neither true nor false. So negations go down to the comparisons, each of which knows its
 * contrary. Conditions on related documents find their keys by a command of their own.
 */
export class Filters {
  private readonly find: Find

  constructor(find: Find) {
    this.find = find
  }

  async of(collection: Collection, where: unknown, negated = false): Promise<Document> {
    if (where === undefined) {
      return negated ? NOTHING : {}
    }
    if (!isPlain(where)) {
      throw new InvalidArguments(`A condition on ${collection.name} is an object.`)
    }
    const parts: Document[] = []
    for (const [name, value] of Object.entries(where)) {
      if (value !== undefined) {
        parts.push(await this.member(collection, name, value, negated))
      }
    }
    return junction(parts, !negated, negated)
  }

  private async member(collection: Collection, name: string, value: unknown, negated: boolean): Promise<Document> {
    switch (name) {
      case 'AND':
        return junction(await this.each(collection, value, negated), !negated, negated)
      case 'OR':
        // None of no conditions is true.
        return junction(await this.each(collection, value, negated), negated, !negated)
      case 'NOT':
        return junction(await this.each(collection, value, !negated), !negated, negated)
      case '_count':
        return junction(await countedFilters(this.find, collection, args(value, name), negated), !negated, negated)
    }
    const relation = collection.relations.get(name)
    if (relation !== undefined) {
      return this.relation(collection, relation, value, negated)
    }
    const key = collection.keyNamed(name)
    if (key !== undefined) {
      return this.of(collection, value, negated)
    }
    return field(collection.column(name), value, '', negated)
  }

  private async each(collection: Collection, value: unknown, negated: boolean): Promise<Document[]> {
    const conditions = Array.isArray(value) ? (value as unknown[]) : [value]
    return Promise.all(conditions.map(condition => this.of(collection, condition, negated)))
  }

  private async relation(
    collection: Collection, relation: Relation, value: unknown, negated: boolean,
  ): Promise<Document> {
    if (value === null) {
      return this.related(relation, 'none', {}, negated)
    }
    if (!isPlain(value)) {
      throw new InvalidArguments(`A condition on ${collection.name}.${relation.name} is an object.`)
    }
    if (!relation.isList && !('is' in value) && !('isNot' in value)) {
      return this.related(relation, 'some', value, negated)
    }
    const parts: Document[] = []
    for (const [quantifier, condition] of Object.entries(value)) {
      if (condition === undefined) {
        continue
      }
      switch (quantifier) {
        case 'some':
        case 'none':
        case 'every':
          parts.push(await this.related(relation, quantifier, condition, negated))
          break
        case 'is':
        case 'isNot':
          parts.push(
            await this.related(
              relation, (quantifier === 'is') === (condition === null) ? 'none' : 'some', condition ?? {}, negated,
            ),
          )
          break
        default:
          throw new InvalidArguments(`There is no ${quantifier} of ${collection.name}.${relation.name}.`)
      }
    }
    return junction(parts, !negated, negated)
  }

  private async related(
    relation: Relation, quantifier: 'some' | 'none' | 'every', condition: unknown, negated: boolean,
  ): Promise<Document> {
    const target = relation.target
    const wanted = await this.of(target, condition)
    const found = await this.find.values(
      target, quantifier === 'every' ? not(wanted) : wanted, relation.remote,
    )
    const some = among(relation.local, found)
    return (quantifier === 'some') === negated ? not(some) : some
  }
}

/** @param all whether all of them have to be true, and no condition is true */
function junction(parts: Document[], all: boolean, emptyIsNothing: boolean): Document {
  if (parts.length === 0) {
    return emptyIsNothing ? NOTHING : {}
  }
  const only = parts.length === 1 ? parts[0] : undefined
  return only ?? { [all ? '$and' : '$or']: parts }
}

/** Whose fields are one of the keys, as the documents have them. */
export function among(fields: readonly Field[], keys: readonly unknown[][]): Document {
  const complete = keys.filter(key => key.every(value => value !== undefined && value !== null))
  const only = fields.length === 1 ? fields[0] : undefined
  if (only !== undefined) {
    return { [only.path]: { $in: complete.map(key => key[0]) } }
  }
  return complete.length === 0
    ? NOTHING
    : { $or: complete.map(key => Object.fromEntries(fields.map((one, index) => [one.path, key[index]]))) }
}

function field(one: Field, value: unknown, prefix: string, negated: boolean): Document {
  const path = prefix + one.path
  if (value === null || value === DbNull) {
    return { [path]: { [negated ? '$ne' : '$eq']: null } }
  }
  if (!isPlain(value)) {
    return compare(one, path, 'equals', value, negated, false)
  }
  if (one.descriptor.type === 'JSON' && !one.descriptor.isList && !isFilter(value)) {
    if (prefix === '' && one.name.includes('.')) {
      throw new Unsupported(`${one.name}: MongoDB has no conditions on parts of JSON inside of a list.`)
    }
    return junction(jsonFilters(one, path, value, negated), !negated, negated)
  }
  if (one.descriptor.composite !== undefined && !isFilter(value)) {
    return compare(one, path, 'equals', value, negated, false)
  }
  const insensitive = value['mode'] === 'insensitive'
  const parts: Document[] = []
  for (const [operator, operand] of Object.entries(value)) {
    if (operator === 'mode' || operand === undefined) {
      continue
    }
    parts.push(
      operator === 'not'
        ? isPlain(operand) && one.descriptor.composite === undefined && (one.descriptor.type !== 'JSON' || isFilter(operand))
          ? field(one, { ...operand, ...(insensitive ? { mode: 'insensitive' } : {}) }, prefix, !negated)
          : field(one, { equals: operand, ...(insensitive ? { mode: 'insensitive' } : {}) }, prefix, !negated)
        : compare(one, path, operator, operand, negated, insensitive),
    )
  }
  return junction(parts, !negated, negated)
}

const OPERATORS = new Set([
  'equals', 'not', 'in', 'notIn', 'lt', 'lte', 'gt', 'gte', 'between', 'contains', 'startsWith', 'endsWith', 'like', 'mode', 'isSet',
  'has', 'hasEvery', 'hasSome', 'isEmpty', 'is', 'isNot', 'some', 'every', 'none',
])

function isFilter(value: Where): boolean {
  const names = Object.keys(value)
  return names.length > 0 && names.every(name => OPERATORS.has(name))
}

const CONTRARY: { readonly [operator: string]: readonly [string, string] } = {
  lt: ['$lt', '$gte'],
  lte: ['$lte', '$gt'],
  gt: ['$gt', '$lte'],
  gte: ['$gte', '$lt'],
}

function compare(one: Field, path: string, operator: string, operand: unknown, negated: boolean, insensitive: boolean): Document {
  const list = one.descriptor.isList === true
  const contrary = CONTRARY[operator]
  if (contrary !== undefined) {
    return { [path]: { [contrary[negated ? 1 : 0]]: one.codec.element(operand) } }
  }
  switch (operator) {
    case 'equals':
      return equals(one, path, operand, negated, insensitive)
    case 'in':
    case 'notIn':
      return oneOf(one, path, operand, (operator === 'in') !== negated)
    case 'between':
      return between(one, path, operand, negated)
    case 'contains':
      return matching(path, patterns.part(true, textOf(operand), true, insensitive), negated)
    case 'startsWith':
      return matching(path, patterns.part(false, textOf(operand), true, insensitive), negated)
    case 'endsWith':
      return matching(path, patterns.part(true, textOf(operand), false, insensitive), negated)
    case 'like':
      return matching(path, patterns.like(textOf(operand), insensitive), negated)
    case 'isSet':
      return { [path]: { $exists: (operand === true) !== negated } }
    case 'has':
      return contraryIf(negated, { [path]: { $in: [one.codec.element(operand)] } })
    case 'hasSome':
      return contraryIf(negated, { [path]: { $in: one.codec.write(operand) } })
    case 'hasEvery': {
      const elements = one.codec.write(operand) as unknown[]
      return contraryIf(negated, elements.length === 0 ? {} : { [path]: { $all: elements } })
    }
    case 'isEmpty':
      return contraryIf(negated !== (operand === false), empty(path))
  }
  if (one.descriptor.composite !== undefined && one.codec.members !== undefined) {
    return composite(one, path, operator, operand, negated, list)
  }
  throw new Unsupported(`MongoDB has no ${operator} for ${one.name}.`)
}

function composite(one: Field, path: string, operator: string, operand: unknown, negated: boolean, list: boolean): Document {
  switch (operator) {
    case 'is':
    case 'isNot':
      if (!list) {
        return operand === null
          ? field(one, null, path.slice(0, path.length - one.path.length), negated !== (operator === 'isNot'))
          : members(one, operand, `${path}.`, negated !== (operator === 'isNot'))
      }
      break
    case 'some':
    case 'none':
      if (list) {
        return contraryIf(negated !== (operator === 'none'), { [path]: { $elemMatch: members(one, operand, '', false) } })
      }
      break
    case 'every':
      if (list) {
        return contraryIf(!negated, { [path]: { $elemMatch: not(members(one, operand, '', false)) } })
      }
  }
  throw new InvalidArguments(`There is no ${operator} of ${one.name}.`)
}

/** Conditions on the members of a composite type. */
function members(one: Field, where: unknown, prefix: string, negated: boolean): Document {
  if (!isPlain(where)) {
    throw new InvalidArguments(`A condition on ${one.name} is an object.`)
  }
  const parts: Document[] = []
  for (const [name, value] of Object.entries(where)) {
    if (value === undefined) {
      continue
    }
    if (name === 'AND' || name === 'OR' || name === 'NOT') {
      const conditions = Array.isArray(value) ? (value as unknown[]) : [value]
      const contrary = name === 'NOT' ? !negated : negated
      parts.push(
        junction(
          conditions.map(condition => members(one, condition, prefix, contrary)),
          (name === 'OR') === negated,
          name === 'OR' ? !negated : negated,
        ),
      )
      continue
    }
    const member = one.codec.members?.().find(candidate => candidate.name === name)
    if (member === undefined) {
      throw new InvalidArguments(`${one.name} has no member ${name}.`)
    }
    parts.push(field({ ...member, name: `${one.name}.${name}` }, value, prefix, negated))
  }
  return junction(parts, !negated, negated)
}

function equals(one: Field, path: string, operand: unknown, negated: boolean, insensitive: boolean): Document {
  if (operand === null || operand === DbNull) {
    return { [path]: { [negated ? '$ne' : '$eq']: null } }
  }
  if (insensitive) {
    return matching(path, patterns.part(false, textOf(operand), false, true), negated)
  }
  if (one.descriptor.isList) {
    const elements = one.codec.write(operand) as unknown[]
    return contraryIf(negated, elements.length === 0 ? empty(path) : { [path]: { $eq: elements } })
  }
  const value = operand === JsonNull ? null : one.codec.write(operand)
  return negated ? { [path]: { $nin: [value, null] } } : { [path]: { $eq: value } }
}

function oneOf(one: Field, path: string, operand: unknown, positive: boolean): Document {
  if (!Array.isArray(operand)) {
    throw new InvalidArguments(`A list of values is expected for ${one.name}.`)
  }
  const values = (operand as unknown[]).map(value => one.codec.element(value))
  if (positive) {
    return { [path]: { $in: values } }
  }
  return values.length === 0 ? {} : { [path]: { $nin: [...values, null] } }
}

function between(one: Field, path: string, operand: unknown, negated: boolean): Document {
  if (!Array.isArray(operand) || operand.length !== 2) {
    throw new InvalidArguments(`Two values are expected for between of ${one.name}.`)
  }
  const [low, high] = (operand as unknown[]).map(value => one.codec.element(value))
  return negated ? { $or: [{ [path]: { $lt: low } }, { [path]: { $gt: high } }] } : { [path]: { $gte: low, $lte: high } }
}

function matching(path: string, pattern: unknown, negated: boolean): Document {
  return negated ? { [path]: { $not: pattern, $ne: null } } : { [path]: pattern }
}

/** A list is never without a value: what is not there is empty. So its contrary is all the others. */
function contraryIf(negated: boolean, filter: Document): Document {
  return negated ? not(filter) : filter
}

function empty(path: string): Document {
  return { [`${path}.0`]: { $exists: false } }
}

function textOf(value: unknown): string {
  if (typeof value !== 'string') {
    throw new InvalidArguments('A text is expected.')
  }
  return value
}
