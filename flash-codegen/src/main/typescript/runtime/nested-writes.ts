import { ChildWrites } from './child-writes.ts'
import type { Row } from './descriptor.ts'
import { InvalidArguments, RecordNotFound } from './errors.ts'
import { hasNested, insertNested } from './create.ts'
import type { Args, Column, Model, Relation } from './model.ts'
import { PairWrites } from './pair-writes.ts'
import { ParentWrites } from './parent-writes.ts'
import type { Session } from './session.ts'
import { rowsOf } from './update.ts'
import { args } from './where.ts'

/** What is written of one relation together with records. */
export interface Nested {
  /** Which of the records have it. */
  readonly indexes: readonly number[]
  /** Writes what the new records refer to, and fills in their references. */
  beforeCreate(session: Session, all: { [name: string]: unknown }[]): Promise<void>
  /** The same for a record that is there. @param own gets the changes of its references */
  beforeUpdate(session: Session, own: { [name: string]: unknown }, row: Row): Promise<void>
  /** Writes what refers to the records. @param isUpdate whether they were there before */
  after(session: Session, rows: readonly Row[], indexes: readonly number[], isUpdate: boolean): Promise<void>
}

/** What is written of related records with one of the records. */
export interface Placed {
  readonly index: number
  readonly write: Args
}

const OPERATIONS = ['create', 'createMany', 'connect', 'connectOrCreate', 'set', 'disconnect', 'delete', 'deleteMany', 'update', 'updateMany', 'upsert']

const NONE: readonly Nested[] = []

/** The writes of related records in these records' data: parents first. */
export function writesOf(model: Model, all: readonly Args[]): readonly Nested[] {
  const parents: Nested[] = []
  const others: Nested[] = []
  for (const relation of model.relations.values()) {
    const placed: Placed[] = []
    all.forEach((data, index) => {
      const given = data[relation.name]
      if (given !== undefined) {
        const write = args(given, relation.name)
        for (const name in write) {
          if (!OPERATIONS.includes(name)) {
            throw new InvalidArguments(`${relation.name} is written by ${OPERATIONS.join(', ')}, but was given ${name}.`)
          }
        }
        placed.push({ index, write })
      }
    })
    if (placed.length > 0) {
      if (relation.descriptor.through !== undefined) {
        others.push(new PairWrites(relation, placed))
      } else if (relation.descriptor.isOwning) {
        parents.push(new ParentWrites(relation, placed))
      } else {
        others.push(new ChildWrites(relation, placed))
      }
    }
  }
  return [...parents, ...others]
}

export function nestedOf(model: Model, data: Args): readonly Nested[] {
  return hasNested(model, data) ? writesOf(model, [data]) : NONE
}

/** A member that may be one or a list. */
export function listOf(value: unknown): readonly unknown[] {
  return value === undefined ? [] : Array.isArray(value) ? (value as unknown[]) : [value]
}

/** The data of `create` and `createMany`. */
export function createdOf(write: Args): readonly Args[] {
  const many = write['createMany']
  return [...listOf(write['create']), ...(many === undefined ? [] : listOf(args(many, 'createMany')['data']))].map((data) => args(data, 'create'))
}

/** The rows that a condition of `connect` finds. @throws RecordNotFound if there are none */
export async function existing(session: Session, target: Model, filter: unknown): Promise<readonly Row[]> {
  const rows = await rowsOf(session, target, args(filter, 'connect'))
  if (rows.length === 0) {
    throw new RecordNotFound(target.name)
  }
  return rows
}

/** The row of `connectOrCreate`, which may be new. */
export async function existingOrNew(session: Session, target: Model, either: unknown): Promise<Row> {
  const { where, create } = args(either, 'connectOrCreate')
  const found = await rowsOf(session, target, args(where, 'where'))
  return found[0] ?? ((await insertNested(session, target, [args(create, 'create')]))[0] as Row)
}

/** The values of columns in a whole row. */
export function valuesOf(columns: readonly Column[], row: Row): readonly unknown[] {
  return columns.map((column) => column.read(row[column.index]))
}

/** That records at the other end of a relation belong to a row, and satisfy a filter. */
export function belonging(relation: Relation, row: Row, filter: unknown): Args {
  const own: { [name: string]: unknown } = {}
  relation.remote.forEach((column, i) => {
    own[column.name] = { equals: relation.local[i]?.read(row[relation.local[i]?.index ?? 0]) }
  })
  return filter === true || filter === undefined ? own : { AND: [own, args(filter, relation.name)] }
}
