import { type Document, Double } from 'mongodb'
import { InvalidArguments, Unsupported } from '../errors.ts'
import { pathOf, type Step } from '../json-path.ts'
import { type Args } from '../records.ts'
import { JsonNull, text } from '../values.ts'
import { type Expression, JsonPart } from './json-parts.ts'
import type { Field } from './values.ts'

const COMPARISONS: { readonly [operator: string]: string } = { lt: '$lt', lte: '$lte', gt: '$gt', gte: '$gte' }
const TEXTS: { readonly [operator: string]: readonly [boolean, boolean] } = {
  string_contains: [true, true],
  string_starts_with: [false, true],
  string_ends_with: [true, false],
}

/** The conditions of a filter on the part of a JSON value at its `path`, or on its members. @param path of the field */
export function jsonFilters(field: Field, path: string, value: Args, negated: boolean): Document[] {
  const steps = value['path'] === undefined ? [] : pathOf(field.name, value['path'])
  if (value['mode'] === 'insensitive') {
    throw new Unsupported(`${field.name}: on MongoDB upper and lower case differ in parts of JSON.`)
  }
  return Object.entries(value)
    .filter(([operator, operand]) => operand !== undefined && operator !== 'path' && operator !== 'mode')
    .map(([operator, operand]) => ofOperator(field, path, steps, operator, operand, negated))
}

function ofOperator(field: Field, path: string, steps: readonly Step[], operator: string, operand: unknown, negated: boolean): Document {
  const part = JsonPart.of(path, steps)
  const comparison = COMPARISONS[operator]
  if (comparison !== undefined) {
    if (typeof operand !== 'number' && typeof operand !== 'string') {
      throw new InvalidArguments(`${field.name}: ${operator} compares with a number or a text.`)
    }
    const kind = typeof operand === 'number' ? 'number' : 'string'
    return of(part.has(kind), part.compares(kind, comparison, typeof operand === 'number' ? new Double(operand) : operand), negated)
  }
  const match = TEXTS[operator]
  if (match !== undefined) {
    return of(part.has('string'), part.matches(match[0], text(operand), match[1]), negated)
  }
  switch (operator) {
    case 'equals':
    case 'not':
      return of(part.exists(), part.equals(bson(field, operand)), negated !== (operator === 'not'))
    case 'json_contains':
    case 'array_contains':
      return of(part.exists(), part.contains(bson(field, operand)), negated)
    case 'array_starts_with':
      return ofOperator(field, path, [...steps, 0], 'equals', operand, negated)
    case 'exists':
      return expression(part.exists(), negated !== (operand !== true))
    case 'hasKey':
      return ofOperator(field, path, [...steps, text(operand)], 'exists', true, negated)
    default:
      throw new InvalidArguments(`${field.name} has no operator ${operator}.`)
  }
}

/** The contrary of a condition on a part is that there is one, which is otherwise. */
function of(there: Expression, condition: Expression, negated: boolean): Document {
  return negated ? { $and: [expression(there, false), expression(condition, true)] } : expression(condition, false)
}

function expression(condition: Expression, negated: boolean): Document {
  return negated ? { $nor: [{ $expr: condition }] } : { $expr: condition }
}

function bson(field: Field, value: unknown): unknown {
  return value === JsonNull ? null : field.codec.element(value)
}
