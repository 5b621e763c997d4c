import { InvalidArguments } from './errors.ts'
import { pathOf, type Step } from './json-path.ts'
import type { Args, Column } from './model.ts'
import { pattern, type Sql } from './sql.ts'
import { DbNull, isPlain, json, text } from './values.ts'

const COMPARISONS: { readonly [operator: string]: string } = { lt: 'LT', lte: 'LTE', gt: 'GT', gte: 'GTE' }
const TEXTS: { readonly [operator: string]: readonly [string, boolean, boolean] } = {
  string_contains: ['CONTAINS', true, true],
  string_starts_with: ['STARTS_WITH', false, true],
  string_ends_with: ['ENDS_WITH', true, false],
}

/** Conditions on a JSON value, or on the part of it at `path`. */
export function jsonFilter(sql: Sql, column: Column, alias: string, value: unknown): string {
  if (value === DbNull) {
    return column.piece('IS_NULL', alias)
  }
  if (!isPlain(value)) {
    throw new InvalidArguments(`${column.name}: a JSON value is compared by { equals: … }.`)
  }
  const path = value['path']
  const at = path === undefined ? undefined : pathOf(column.name, path)
  const all: string[] = []
  for (const operator in value) {
    const operand = value[operator]
    if (operand !== undefined && operator !== 'path' && operator !== 'mode') {
      all.push(ofOperator(sql, column, alias, at, operator, operand, value))
    }
  }
  return all.join(' AND ')
}

function ofOperator(
  sql: Sql,
  column: Column,
  alias: string,
  path: readonly Step[] | undefined,
  operator: string,
  operand: unknown,
  filter: Args,
): string {
  const comparison = COMPARISONS[operator]
  if (comparison !== undefined) {
    if (typeof operand !== 'number' && typeof operand !== 'string') {
      throw new InvalidArguments(`${column.name}: ${operator} compares with a number or a text.`)
    }
    const part = piece(sql, column, alias, typeof operand === 'number' ? 'JSON_NUMBER' : 'JSON_TEXT', path ?? [])
    sql.values.push(operand)
    return sql.dialect.fill(comparison, part)
  }
  const match = TEXTS[operator]
  if (match !== undefined) {
    const ignoresCase = filter['mode'] === 'insensitive'
    const part = piece(sql, column, alias, 'JSON_TEXT', path ?? [])
    sql.values.push(pattern(ignoresCase ? 'LIKE' : sql.dialect.patterns, match[1], text(operand), match[2]))
    return sql.dialect.fill(ignoresCase ? 'LIKE_IGNORE_CASE' : match[0], part)
  }
  switch (operator) {
    case 'equals':
    case 'not':
      return compare(sql, column, alias, path, operator === 'equals', operand)
    case 'json_contains':
    case 'array_contains':
      return compared(sql, column, alias, 'JSON_CONTAINS', path ?? [], operand)
    case 'array_starts_with':
      return compared(sql, column, alias, 'JSON_PATH_EQ', [...(path ?? []), 0], operand)
    case 'exists': {
      const exists = piece(sql, column, alias, 'JSON_PATH_EXISTS', path ?? [])
      return operand === true ? exists : `NOT (${exists})`
    }
    case 'hasKey':
      return piece(sql, column, alias, 'JSON_PATH_EXISTS', [...(path ?? []), text(operand)])
    default:
      throw new InvalidArguments(`${column.name} has no operator ${operator}.`)
  }
}

function compare(sql: Sql, column: Column, alias: string, path: readonly Step[] | undefined, equal: boolean, operand: unknown): string {
  if (path !== undefined) {
    return compared(sql, column, alias, equal ? 'JSON_PATH_EQ' : 'JSON_PATH_NE', path, operand)
  }
  if (operand === DbNull || (operand === null && column.descriptor.isNullable)) {
    return column.piece(equal ? 'IS_NULL' : 'IS_NOT_NULL', alias)
  }
  sql.values.push(json(operand))
  return column.piece(equal ? 'JSON_EQ' : 'JSON_NE', alias)
}

function compared(sql: Sql, column: Column, alias: string, fragment: string, path: readonly Step[], operand: unknown): string {
  const part = piece(sql, column, alias, fragment, path)
  sql.values.push(json(operand))
  return part
}

/** A fragment with the column and its path in it. */
function piece(sql: Sql, column: Column, alias: string, fragment: string, path: readonly Step[]): string {
  const template = sql.dialect.fragment(fragment)
  const places = template.split('{path}').length - 1
  const written = sql.dialect.hasArrays ? arrayPath(path) : textPath(path)
  for (let i = 0; i < places; i++) {
    sql.values.push(written)
  }
  // The path goes first: a column may be called like it.
  return template.replaceAll('{path}', '?').replaceAll('{}', () => column.in(alias))
}

function textPath(path: readonly Step[]): string {
  return '$' + path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${JSON.stringify(step)}`)).join('')
}

function arrayPath(path: readonly Step[]): string {
  const steps = path.map((step) => (typeof step === 'number' ? String(step) : `"${step.replace(/[\\"]/g, '\\$&')}"`))
  return `{${steps.join(',')}}`
}
