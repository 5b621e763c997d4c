import type { ColumnDescriptor, RelationDescriptor } from './descriptor.ts'
import { InvalidArguments } from './errors.ts'
import { isPlain } from './values.ts'

/** What a call is given. */
export type Args = { readonly [name: string]: unknown }

/** An object of a call's arguments. */
export function args(value: unknown, what: string): Args {
  if (!isPlain(value)) {
    throw new InvalidArguments(`${what} takes an object.`)
  }
  return value
}

/** A field that has values. */
export interface Member {
  readonly name: string
  readonly descriptor: ColumnDescriptor
}

/** One end of a relation. */
export interface End<M> {
  readonly name: string
  readonly descriptor: RelationDescriptor
  readonly isList: boolean
  readonly local: readonly Member[]
  readonly target: M
  readonly remote: readonly Member[]
}

/** A model of any database. */
export interface Entity<M> {
  readonly name: string
  readonly byName: ReadonlyMap<string, Member>
  readonly relations: ReadonlyMap<string, End<M>>
  /** The relations over which the client looks after the records at the other end. */
  readonly kept: readonly End<M>[]
  /** The key by which its records are told apart. */
  readonly identity: { readonly name: string; readonly columns: readonly Member[] }
}

/** How a field changes. */
export interface Change<C extends Member = Member> {
  readonly column: C
  /** `SET`, `INCREMENT`… */
  readonly operation: string
  readonly value: unknown
}

/**
 * Whole records of a database: what writes of related records are made of, and the care for those that refer to others. R is
 * a record as the database gives it.
 */
export interface Store<M extends Entity<M>, R> {
  /** @param isLocked whether nobody else may change them until the transaction ends, where the database has locks */
  find(model: M, filter: Args | undefined, isLocked?: boolean): Promise<readonly R[]>
  exists(model: M, filter: Args): Promise<boolean>
  /** New records of their own fields, in this order. */
  insert(model: M, all: readonly Args[]): Promise<readonly R[]>
  /** The same, where nobody asks for what was written. */
  insertUnread(model: M, all: readonly Args[]): Promise<void>
  /** Changes a record's own fields, and gives it as it is then; undefined if it is gone. */
  change(model: M, record: R, data: Args): Promise<R | undefined>
  /** Gives fields of records a value and tells how many there are. Those that refer to them follow. */
  set(model: M, filter: Args, values: Args): Promise<number>
  /** Changes a record with its related ones. */
  update(model: M, record: R, data: unknown): Promise<void>
  updateMany(model: M, filter: Args, data: unknown): Promise<void>
  /** Deletes records, with what the schema says of those that refer to them, and tells how many there were. */
  delete(model: M, filter: Args | undefined): Promise<number>
  /** The same without those that refer to them. */
  deleteAlone(model: M, filter: Args): Promise<number>
  valuesOf(columns: readonly Member[], record: R): readonly unknown[]
  /** How many keys of so many fields a filter takes. */
  keysAtOnce(width: number): number
  /** Whether a failure takes back what was written before it. */
  readonly isAtomic: boolean
  /** Of a many-to-many relation: makes records of its two ends belong together. */
  pair(relation: End<M>, pairs: readonly (readonly [R, R])[]): Promise<void>
  /** What belongs to a record does so no more: all of it, or what satisfies a filter. */
  unpair(relation: End<M>, record: R, filter: Args | undefined): Promise<void>
  /** What belongs to a record. */
  paired(relation: End<M>, record: R, filter: Args | undefined): Promise<readonly R[]>
  /** The same as `unpair` for records that are deleted. */
  unpairAll(relation: End<M>, records: readonly R[]): Promise<void>
  /** What belongs to records belongs to their new key. */
  pairAnew(relation: End<M>, records: readonly R[], key: unknown): Promise<void>
}

export function keysOf(columns: readonly Member[], keys: readonly (readonly unknown[])[]): Args {
  const first = columns[0]
  if (columns.length === 1 && first !== undefined) {
    return { [first.name]: keys.length === 1 ? equal(keys[0]?.[0]) : { in: keys.map((key) => key[0]) } }
  }
  return { OR: keys.map((key) => Object.fromEntries(columns.map((column, i) => [column.name, equal(key[i])]))) }
}

function equal(value: unknown): unknown {
  return { equals: value }
}

/** A filter that finds these records. */
export function sameAs<M extends Entity<M>, R>(store: Store<M, R>, model: M, records: readonly R[]): Args {
  const { columns } = model.identity
  return keysOf(columns, records.map((record) => store.valuesOf(columns, record)))
}
