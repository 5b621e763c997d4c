import { InvalidArguments } from './errors.ts'
import { jsonFilter } from './json-filter.ts'
import type { Args, Column, Model, Relation } from './model.ts'
import { args } from './records.ts'
import { pattern, type Sql } from './sql.ts'
import { isPlain, text } from './values.ts'

/** Operators that a fragment of the same meaning stands for. */
const COMPARISONS: { readonly [operator: string]: string } = { lt: 'LT', lte: 'LTE', gt: 'GT', gte: 'GTE' }
const PATTERNS: { readonly [operator: string]: readonly [string, boolean, boolean] } = {
  contains: ['CONTAINS', true, true],
  startsWith: ['STARTS_WITH', false, true],
  endsWith: ['ENDS_WITH', true, false],
}

/** What the rows of a model satisfy; empty if nothing is asked of them. */
export function where(sql: Sql, model: Model, alias: string, filter: Args | undefined): string {
  let all = ''
  for (const name in filter) {
    const value = filter[name]
    if (value === undefined) {
      continue
    }
    const one = member(sql, model, alias, name, value)
    if (one !== '') {
      all = all === '' ? one : `${all} AND ${one}`
    }
  }
  return all
}

function member(sql: Sql, model: Model, alias: string, name: string, value: unknown): string {
  const column = model.byName.get(name)
  if (column !== undefined) {
    return ofColumn(sql, column, alias, value)
  }
  const relation = model.relations.get(name)
  if (relation !== undefined) {
    return ofRelation(sql, relation, alias, value)
  }
  switch (name) {
    case 'AND':
      return group(parts(sql, model, alias, value), ' AND ')
    case 'OR': {
      const parted = parts(sql, model, alias, value)
      return parted.length === 0 ? '1 = 0' : group(parted, ' OR ')
    }
    case 'NOT': {
      const negated = parts(sql, model, alias, value).map((part) => `NOT (${part})`)
      return group(negated, ' AND ')
    }
    case '_count':
      return counts(sql, model, alias, args(value, name))
    default: {
      const key = model.keyByName.get(name)
      if (key === undefined) {
        throw new InvalidArguments(`${model.name} has no field ${name}.`)
      }
      const values = args(value, name)
      return key.columns
        .map((each) => {
          const part = values[each.name]
          if (part === undefined || part === null) {
            throw new InvalidArguments(`The key ${name} of ${model.name} needs a value for ${each.name}.`)
          }
          return ofColumn(sql, each, alias, part)
        })
        .join(' AND ')
    }
  }
}

function parts(sql: Sql, model: Model, alias: string, value: unknown): string[] {
  const filters = Array.isArray(value) ? (value as unknown[]) : [value]
  return filters.map((filter) => where(sql, model, alias, args(filter, 'A filter'))).filter((part) => part !== '')
}

function group(all: readonly string[], operator: string): string {
  return all.length > 1 ? `(${all.join(operator)})` : (all[0] ?? '')
}

export { args }

function ofColumn(sql: Sql, column: Column, alias: string, value: unknown): string {
  if (value === null) {
    return column.piece('IS_NULL', alias)
  }
  const type = column.descriptor.type
  if (type === 'JSON' && !column.descriptor.isList) {
    return jsonFilter(sql, column, alias, value)
  }
  if (isPlain(value)) {
    return ofFilter(sql, column, alias, value)
  }
  sql.add(column, value)
  return column.piece(column.descriptor.isList ? 'LIST_EQ' : 'EQ', alias)
}

function ofFilter(sql: Sql, column: Column, alias: string, filter: Args): string {
  const ignoresCase = filter['mode'] === 'insensitive'
  let all = ''
  for (const operator in filter) {
    const value = filter[operator]
    if (value === undefined || operator === 'mode') {
      continue
    }
    const one = ofOperator(sql, column, alias, operator, value, ignoresCase)
    all = all === '' ? one : one === '' ? all : `${all} AND ${one}`
  }
  return all
}

function ofOperator(sql: Sql, column: Column, alias: string, operator: string, value: unknown, ignoresCase: boolean): string {
  const comparison = COMPARISONS[operator]
  if (comparison !== undefined) {
    sql.add(column, required(column, operator, value))
    return column.piece(comparison, alias)
  }
  const match = PATTERNS[operator]
  if (match !== undefined) {
    const [fragment, before, after] = match
    const style = ignoresCase ? 'LIKE' : sql.dialect.patterns
    sql.values.push(pattern(style, before, text(value), after))
    return column.piece(ignoresCase ? 'LIKE_IGNORE_CASE' : fragment, alias)
  }
  const isList = column.descriptor.isList
  switch (operator) {
    case 'equals':
      if (value === null) {
        return column.piece('IS_NULL', alias)
      }
      sql.add(column, value)
      return column.piece(isList ? 'LIST_EQ' : ignoresCase ? 'EQ_IGNORE_CASE' : 'EQ', alias)
    case 'not':
      if (value === null) {
        return column.piece('IS_NOT_NULL', alias)
      }
      if (isPlain(value)) {
        const inner = ofFilter(sql, column, alias, ignoresCase ? { ...value, mode: 'insensitive' } : value)
        return inner === '' ? '' : `NOT (${inner})`
      }
      sql.add(column, value)
      return ignoresCase ? `NOT (${column.piece('EQ_IGNORE_CASE', alias)})` : column.piece(isList ? 'LIST_NE' : 'NE', alias)
    case 'in':
      return sql.among(column, 'IN', column.in(alias), list(column, operator, value))
    case 'notIn':
      return sql.among(column, 'NOT_IN', column.in(alias), list(column, operator, value))
    case 'like':
      sql.values.push(text(value))
      return column.piece(ignoresCase ? 'LIKE_IGNORE_CASE' : 'LIKE', alias)
    case 'between': {
      const bounds = list(column, operator, value)
      sql.add(column, required(column, operator, bounds[0]))
      sql.add(column, required(column, operator, bounds[1]))
      return column.piece('BETWEEN', alias)
    }
    case 'has':
      sql.values.push(column.writeOne(required(column, operator, value)))
      return column.piece('HAS', alias)
    case 'hasEvery':
    case 'hasSome':
      sql.add(column, value)
      return column.piece(operator === 'hasEvery' ? 'HAS_EVERY' : 'HAS_SOME', alias)
    case 'isEmpty': {
      const empty = column.piece('IS_EMPTY', alias)
      return value === true ? empty : `NOT (${empty})`
    }
    default:
      throw new InvalidArguments(`${column.name} has no operator ${operator}.`)
  }
}

function required(column: Column, operator: string, value: unknown): unknown {
  if (value === null || value === undefined) {
    throw new InvalidArguments(`${column.name}: ${operator} needs a value; use equals: null for none.`)
  }
  return value
}

function list(column: Column, operator: string, value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) {
    throw new InvalidArguments(`${column.name}: ${operator} takes a list.`)
  }
  return (value as unknown[]).filter((each) => each !== undefined && each !== null)
}

function ofRelation(sql: Sql, relation: Relation, alias: string, value: unknown): string {
  if (value === null) {
    return exists(sql, relation, alias, undefined, 'none')
  }
  const filter = args(value, relation.name)
  const known = relation.isList ? ['some', 'every', 'none'] : ['is', 'isNot']
  const names = Object.keys(filter)
  if (!relation.isList && !names.some((name) => known.includes(name))) {
    return exists(sql, relation, alias, filter, 'some')
  }
  const all: string[] = []
  for (const name of names) {
    const inner = filter[name]
    if (inner === undefined) {
      continue
    }
    if (!known.includes(name)) {
      throw new InvalidArguments(`${relation.name} has no operator ${name}; it has ${known.join(', ')}.`)
    }
    const wanted = inner === null ? undefined : args(inner, name)
    switch (name) {
      case 'some':
      case 'every':
      case 'none':
        all.push(exists(sql, relation, alias, wanted, name))
        break
      default:
        // `is: null` says that there is none.
        all.push(exists(sql, relation, alias, wanted, (name === 'is') === (inner !== null) ? 'some' : 'none'))
    }
  }
  return group(all, ' AND ')
}

function exists(sql: Sql, relation: Relation, alias: string, filter: Args | undefined, quantifier: 'some' | 'every' | 'none'): string {
  const related = sql.alias()
  const from = sql.related(relation, alias, related)
  const inner = where(sql, relation.target, related, filter)
  const start = quantifier === 'some' ? 'EXISTS (SELECT 1' : 'NOT EXISTS (SELECT 1'
  if (quantifier === 'every') {
    // A related row for which the condition is unknown does not satisfy it either.
    return `${start}${from} AND ${inner === '' ? '1 = 0' : `(${inner}) IS NOT TRUE`})`
  }
  return `${start}${from}${inner === '' ? '' : ` AND ${inner}`})`
}

const COUNTED: { readonly [operator: string]: string } = { ...COMPARISONS, equals: 'EQ', not: 'NE' }

/** Conditions on numbers of related rows. */
function counts(sql: Sql, model: Model, alias: string, filter: Args): string {
  const all: string[] = []
  for (const [name, wanted] of Object.entries(filter)) {
    const operators = isPlain(wanted) ? wanted : { equals: wanted }
    for (const [operator, value] of Object.entries(operators)) {
      const fragment = COUNTED[operator]
      if (value === undefined) {
        continue
      }
      if (fragment === undefined || typeof value !== 'number') {
        throw new InvalidArguments(`_count.${name} compares with a number.`)
      }
      all.push(sql.dialect.fill(fragment, countOf(sql, model.relation(name), alias, undefined)))
      sql.values.push(value)
    }
  }
  return group(all, ' AND ')
}

/** How many related rows there are, as an expression. */
export function countOf(sql: Sql, relation: Relation, alias: string, filter: Args | undefined): string {
  const related = sql.alias()
  const from = sql.related(relation, alias, related)
  const inner = where(sql, relation.target, related, filter)
  return `(SELECT COUNT(*)${from}${inner === '' ? '' : ` AND ${inner}`})`
}
