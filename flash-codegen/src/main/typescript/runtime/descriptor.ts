/*
 * What the generator knows of a schema, as the literal in `schema.ts` says it. Whatever is false, none or empty is left
 * out. SQL in it writes `?` for a parameter, whatever the database calls one.
 *
 * The contract with generated code:
 *
 * ```ts
 * // schema.ts
 * import { namesOf, type Descriptor, type Row } from './runtime/descriptor.ts'
 * import { read } from './runtime/sqlite-values.ts'     // the provider's file of values, beside the one of its driver
 * export const schema: Descriptor = { … }
 * const names = namesOf(schema)                         // only if a model has an enum
 * export const rows = {                                 // one mapper for each model: its columns in their order, from `at`
 *   User: (r: Row, at: number) => ({
 *     id: read.INT(r[at]),                              // read.<encoding>, which gives null for null
 *     role: read.ENUM(r[at + 1], names['Role']),        // enums need their values' names
 *     tags: read.list(r[at + 2], read.TEXT),            // lists; of enums: read.list(r[at + 2], (v) => read.ENUM(v, names['Role']))
 *   }) }
 *
 * // client.ts
 * import { Client, type FlashOptions } from './runtime/client.ts'
 * import { provider } from './runtime/sqlite.ts'
 * export class FlashClient extends Client {
 *   constructor(options: FlashOptions) { super(schema, rows, provider, options) }
 *   get user(): UserDelegate { return this.$model('User') as unknown as UserDelegate } }
 * ```
 */
export interface Descriptor {
  readonly provider: string
  readonly isDocuments?: boolean
  readonly dialect: DialectDescriptor
  /** By the enum's name: the database's value of each of its values. */
  readonly enums?: { readonly [name: string]: { readonly [value: string]: string } }
  readonly composites?: { readonly [name: string]: { readonly columns: readonly ColumnDescriptor[] } }
  readonly models: { readonly [name: string]: ModelDescriptor }
}

export interface DialectDescriptor {
  /** How `contains` and its like write their value: `%_` escaped by `!`, or `*?[` in brackets. */
  readonly patterns: 'LIKE' | 'GLOB'
  /** Whether a list of values is one parameter. */
  readonly hasArrays?: boolean
  readonly fragments: Fragments
  /** By the name of a relative of the database: the fragments in which it differs. */
  readonly variants?: { readonly [name: string]: Fragments }
}

/** Pieces of SQL by their names; `{}` stands for the column, the rest as each says. */
export interface Fragments {
  readonly [name: string]: string
}

export interface ModelDescriptor {
  readonly table: string
  readonly databaseName: string
  readonly isView?: boolean
  readonly columns: readonly ColumnDescriptor[]
  readonly keys?: readonly KeyDescriptor[]
  readonly relations?: readonly RelationDescriptor[]
  readonly constraints?: readonly ConstraintDescriptor[]
  readonly insert?: InsertDescriptor
}

export type ValueType =
  | 'STRING' | 'BOOLEAN' | 'INT' | 'BIG_INT' | 'FLOAT' | 'DECIMAL' | 'DATE_TIME' | 'DATE' | 'TIME' | 'JSON' | 'BYTES' | 'UUID'
  | 'ENUM' | 'COMPOSITE'

export interface ColumnDescriptor {
  readonly name: string
  readonly databaseName: string
  /** Its quoted name. */
  readonly sql: string
  readonly type: ValueType
  /** How its values travel: a member of the provider's `read` and `write`. */
  readonly encoding: string
  /** The database's type of an array of its values, where arrays can carry them. */
  readonly arrayType?: string
  readonly enum?: string
  readonly composite?: string
  readonly isList?: boolean
  readonly isNullable?: boolean
  readonly isUpdatedAt?: boolean
  readonly isVersion?: boolean
  readonly isGenerated?: boolean
  readonly default?: DefaultDescriptor
}

export type Maker = 'NOW' | 'UUID4' | 'UUID7' | 'CUID' | 'CUID2' | 'ULID' | 'NANOID' | 'OBJECT_ID'

/** What a new row has that is given nothing: a value as text, a list of them, one that the client or the database makes. */
export interface DefaultDescriptor {
  readonly literal?: string
  readonly items?: readonly string[]
  readonly maker?: Maker
  readonly length?: number
  readonly database?: boolean
  /** Whether the database counts it up. */
  readonly numbered?: boolean
}

export interface KeyDescriptor {
  /** As `where` names it: the field, the key's name, or its fields joined by `_`. */
  readonly name: string
  readonly columns: readonly string[]
  readonly isPrimary?: boolean
  readonly select: string
  readonly delete?: string
}

export type Action = 'CASCADE' | 'SET_NULL' | 'RESTRICT' | 'NO_ACTION'

export interface RelationDescriptor {
  readonly name: string
  readonly target: string
  readonly isList?: boolean
  readonly isNullable?: boolean
  /** Whether the columns of this end refer to those of the other. */
  readonly isOwning?: boolean
  readonly local: readonly string[]
  readonly remote: readonly string[]
  /** The table of pairs of a many-to-many relation, and its columns. */
  readonly through?: { readonly table: string; readonly local: string; readonly remote: string }
  /** The other end of a many-to-many relation by lists of keys. */
  readonly opposite?: string
  /** What the client does with the records at the other end. */
  readonly kept?: { readonly onDelete: Action; readonly onUpdate: Action }
}

export interface ConstraintDescriptor {
  readonly name: string
  readonly fields: readonly string[]
}

export interface InsertDescriptor {
  /** Columns that every insert writes. */
  readonly always?: readonly string[]
  /** Columns that the database fills unless they are given. */
  readonly given?: readonly string[]
  /** Inserts a row of which nothing is given. */
  readonly sql: string
  /** What makes an insert return its row; empty where nothing does. */
  readonly returning?: string
  readonly numbered?: { readonly column: string; readonly select: string }
  /** Whether there are uniques that code cannot read or that are not columns alone. */
  readonly hasHiddenKeys?: boolean
}

/** A row as the driver gives it: values in the order of the columns asked for. */
export type Row = readonly unknown[]

/** Makes a model's record of the columns that begin at a place in a row. */
export type RowMapper = (row: Row, at: number) => object

export interface RowMappers {
  readonly [model: string]: RowMapper
}

/** By enum: the name of each of the database's values. */
export interface EnumNames {
  readonly [name: string]: ReadonlyMap<unknown, string>
}

export function namesOf(schema: Descriptor): EnumNames {
  const names: { [name: string]: ReadonlyMap<unknown, string> } = {}
  for (const [name, values] of Object.entries(schema.enums ?? {})) {
    names[name] = new Map(Object.entries(values).map(([value, kept]) => [kept, value]))
  }
  return names
}
