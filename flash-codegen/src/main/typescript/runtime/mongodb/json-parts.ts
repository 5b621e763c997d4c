import type { Step } from '../json-path.ts'
import { isPlain } from '../values.ts'

/** An expression of an aggregation. */
export type Expression = unknown

const THIS = '$$this'
const NO_MEMBERS = { $literal: {} }

/** What a type has, by the order in which types of BSON compare: numbers, strings, documents, lists. */
const TYPES = {
  number: [{ $literal: -Infinity }, { $literal: '' }],
  string: [{ $literal: '' }, NO_MEMBERS],
  object: [NO_MEMBERS, []],
} as const

export type Kind = 'number' | 'string'

/**
 * A part of a JSON value as an expression: a list that has the part, or nothing where there is none, so that JSON's null is
 * told from what is missing. A path of MongoDB would not do: it goes through lists, takes a number for a member as well as
 * for an element, and has no way to a member with a dot in its name.
 */
export class JsonPart {
  private readonly part: Expression

  private constructor(part: Expression) {
    this.part = part
  }

  /** @param path of the field, with the composite types around it */
  static of(path: string, steps: readonly Step[]): JsonPart {
    const field = path.split('.').reduce((part, name) => part.member(name), new JsonPart(['$$ROOT']))
    return steps.reduce((part: JsonPart, step) => (typeof step === 'number' ? part.element(step) : part.member(step)), field)
  }

  private member(name: string): JsonPart {
    const members = { $objectToArray: { $cond: [is('object', THIS), THIS, NO_MEMBERS] } }
    const found = filter(members, 'm', { $eq: ['$$m.k', { $literal: name }] })
    return new JsonPart(this.reduce({ $map: { input: found, as: 'm', in: '$$m.v' } }))
  }

  private element(index: number): JsonPart {
    return new JsonPart(this.reduce({ $slice: [listOf(THIS), index, 1] }))
  }

  /** The list that becomes of the part, if there is one. */
  private reduce(list: Expression): Expression {
    return { $reduce: { input: this.part, initialValue: [], in: list } }
  }

  exists(): Expression {
    return isFound(this.part)
  }

  /** @param value as BSON */
  equals(value: unknown): Expression {
    return isFound(filter(this.part, 'p', { $eq: ['$$p', { $literal: value }] }))
  }

  /** There is a part, and it is otherwise. */
  butNot(condition: Expression): Expression {
    return { $and: [this.exists(), { $not: [condition] }] }
  }

  /** A list has a single value also as its element. */
  contains(value: unknown): Expression {
    const contained = this.containing(value, 0)
    const isSingle = !Array.isArray(value) && !isPlain(value)
    return isSingle ? { $or: [contained, { $in: [{ $literal: value }, this.reduce(listOf(THIS))] }] } : contained
  }

  private containing(value: unknown, depth: number): Expression {
    if (Array.isArray(value)) {
      const name = `e${depth}`
      const element = new JsonPart([`$$${name}`])
      const all = (value as unknown[]).map(wanted => isFound(filter(this.reduce(listOf(THIS)), name, element.containing(wanted, depth + 1))))
      return { $and: [isFound(filter(this.part, 'p', { $isArray: ['$$p'] })), ...all] }
    }
    if (isPlain(value)) {
      const all = Object.entries(value).map(([name, wanted]) => this.member(name).containing(wanted, depth))
      return { $and: [isFound(filter(this.part, 'p', is('object', '$$p'))), ...all] }
    }
    return this.equals(value)
  }

  /** There is a string or number. */
  has(kind: Kind): Expression {
    return isFound(this.only(kind))
  }

  /** The string or number here compares so. @param comparison `$lt` */
  compares(kind: Kind, comparison: string, value: unknown): Expression {
    return isFound(filter(this.only(kind), 'p', { [comparison]: ['$$p', { $literal: value }] }))
  }

  /** The string here has another in it; upper and lower case differ. */
  matches(before: boolean, text: string, after: boolean): Expression {
    const wanted = { $literal: text }
    const last = { $subtract: [{ $strLenCP: '$$p' }, [...text].length] }
    const condition = after
      ? { [before ? '$gte' : '$eq']: [{ $indexOfCP: ['$$p', wanted] }, 0] }
      : { $and: [{ $gte: [last, 0] }, { $eq: [last, { $indexOfCP: ['$$p', wanted, { $max: [last, 0] }] }] }] }
    return isFound(filter(this.only('string'), 'p', condition))
  }

  private only(kind: Kind): Expression {
    return filter(this.part, 'p', is(kind, '$$p'))
  }
}

function isFound(list: Expression): Expression {
  return { $gt: [{ $size: list }, 0] }
}

/** What is no list has no elements. */
function listOf(value: Expression): Expression {
  return { $cond: [{ $isArray: [value] }, value, []] }
}

function filter(list: Expression, name: string, condition: Expression): Expression {
  return { $filter: { input: list, as: name, cond: condition } }
}

function is(type: keyof typeof TYPES, value: Expression): Expression {
  const [least, next] = TYPES[type]
  return { $and: [{ $gte: [value, least] }, { $lt: [value, next] }] }
}
