import type { ColumnDescriptor, Descriptor, Fragments, KeyDescriptor, ModelDescriptor, RelationDescriptor, RowMapper, RowMappers } from './descriptor.ts'
import { namesOf } from './descriptor.ts'
import type { Provider, Read, Server, Write } from './driver.ts'
import { InvalidArguments, Unsupported } from './errors.ts'
import type { Args } from './records.ts'
import type { Columns } from './select.ts'
import { DbNull, isPlain } from './values.ts'

/** How the database at hand writes what calls leave open. */
export class Dialect {
  readonly patterns: 'LIKE' | 'GLOB'
  readonly hasArrays: boolean
  private fragments: Fragments
  private readonly variants: { readonly [name: string]: Fragments }
  server: Server = { insertReturning: false, updateReturning: false, maxParameters: 1000 }

  constructor(schema: Descriptor) {
    this.patterns = schema.dialect.patterns
    this.hasArrays = schema.dialect.hasArrays ?? false
    this.fragments = schema.dialect.fragments
    this.variants = schema.dialect.variants ?? {}
  }

  /** Before the first statement is written. */
  adapt(server: Server): void {
    this.server = server
    if (server.variant !== undefined) {
      this.fragments = { ...this.fragments, ...this.variants[server.variant] }
    }
  }

  has(name: string): boolean {
    return this.fragments[name] !== undefined
  }

  fragment(name: string): string {
    const text = this.fragments[name]
    if (text === undefined) {
      throw new Unsupported(`This database has no ${name}.`)
    }
    return text
  }

  /** A fragment with a column in it. */
  fill(name: string, column: string): string {
    return this.fragment(name).replaceAll('{}', () => column)
  }
}

/** A column, with its pieces of SQL. */
export class Column {
  readonly name: string
  readonly sql: string
  readonly descriptor: ColumnDescriptor
  /** Its place among its model's columns. */
  readonly index: number
  /** Encodes a value, or an element if it is a list; not null. */
  readonly writeOne: Write
  /** Decodes a value, or a list. */
  readonly read: Read
  readonly dialect: Dialect
  /** The values of its enum, in their order. */
  readonly enumValues: readonly string[]
  private readonly pieces = new Map<string, string>()

  constructor(descriptor: ColumnDescriptor, index: number, dialect: Dialect, provider: Provider, enums: Enums) {
    this.descriptor = descriptor
    this.name = descriptor.name
    this.sql = descriptor.sql
    this.index = index
    this.dialect = dialect
    this.enumValues = descriptor.enum === undefined ? [] : enums.values(descriptor.enum)
    this.writeOne = descriptor.enum === undefined ? writerOf(provider, descriptor) : enums.writer(descriptor.enum)
    const one = descriptor.enum === undefined ? readerOf(provider, descriptor.encoding) : enums.reader(descriptor.enum)
    const list = (provider.read as { list?: (value: unknown, element: Read) => unknown }).list
    this.read = descriptor.isList && list !== undefined ? (value) => list(value, one) : one
  }

  /** A value as the statement takes it. */
  write(value: unknown): unknown {
    if (value === null || value === DbNull) {
      return null
    }
    try {
      return this.descriptor.isList ? this.list(value) : this.writeOne(value)
    } catch (thrown) {
      if (thrown instanceof InvalidArguments) {
        throw new InvalidArguments(`${this.name}: ${thrown.message}`)
      }
      throw thrown
    }
  }

  private list(value: unknown): unknown {
    if (!Array.isArray(value)) {
      throw new InvalidArguments('A list was expected.')
    }
    return value.map((element: unknown) => {
      if (element === null || element === undefined) {
        throw new InvalidArguments('A list has no null.')
      }
      return this.writeOne(element)
    })
  }

  in(alias: string): string {
    return alias === '' ? this.sql : `${alias}.${this.sql}`
  }

  /** A fragment with this column in it. */
  piece(fragment: string, alias: string): string {
    const key = alias + fragment
    let text = this.pieces.get(key)
    if (text === undefined) {
      text = this.dialect.fill(fragment, this.in(alias))
      if (this.pieces.size < 200) {
        this.pieces.set(key, text)
      }
    }
    return text
  }

  /** A change of it: `SET`, `INCREMENT`. @param row what stands before its name where its present value is meant */
  change(operation: string, row: string): string {
    const text = this.piece(operation, '')
    return operation === 'SET' ? text : text.replaceAll('{current}', () => row + this.sql)
  }
}

function writerOf(provider: Provider, column: ColumnDescriptor): Write {
  const write = provider.write[column.encoding]
  if (write === undefined) {
    throw new Unsupported(`This runtime has no encoding ${column.encoding} for ${column.name}.`)
  }
  return write
}

function readerOf(provider: Provider, encoding: string): Read {
  return (provider.read as { [name: string]: Read })[encoding] ?? ((value) => value)
}

export class Enums {
  private readonly schema: Descriptor
  private readonly names: { readonly [name: string]: ReadonlyMap<unknown, string> }
  private readonly provider: Provider

  constructor(schema: Descriptor, provider: Provider) {
    this.schema = schema
    this.provider = provider
    this.names = namesOf(schema)
  }

  values(name: string): readonly string[] {
    return Object.keys(this.schema.enums?.[name] ?? {})
  }

  writer(name: string): Write {
    const values = new Map(Object.entries(this.schema.enums?.[name] ?? {}))
    return (value) => {
      const kept = values.get(value as string)
      if (kept === undefined) {
        throw new InvalidArguments(`${name} has no value ${String(value)}; it has ${[...values.keys()].join(', ')}.`)
      }
      return kept
    }
  }

  reader(name: string): Read {
    const read = (this.provider.read as { ENUM: (value: unknown, names: ReadonlyMap<unknown, string> | undefined) => unknown }).ENUM
    const names = this.names[name]
    return (value) => read(value, names)
  }
}

export interface Key {
  readonly name: string
  readonly columns: readonly Column[]
  readonly isPrimary: boolean
  readonly select: string
  readonly delete: string
}

/** One end of a relation. */
export interface Relation {
  readonly name: string
  readonly descriptor: RelationDescriptor
  readonly isList: boolean
  readonly local: readonly Column[]
  readonly target: Model
  readonly remote: readonly Column[]
}

export class Model {
  readonly name: string
  readonly descriptor: ModelDescriptor
  readonly dialect: Dialect
  readonly columns: readonly Column[]
  readonly byName: Map<string, Column> = new Map()
  readonly keys: readonly Key[]
  readonly keyByName: Map<string, Key> = new Map()
  readonly relations: Map<string, Relation> = new Map()
  /** Makes a record of all columns. */
  readonly mapper: RowMapper
  readonly isWide: boolean
  /** The columns that every change of a row changes too. */
  readonly stamped: readonly Column[]
  /** The relations over which the client looks after the records at the other end. */
  readonly kept: Relation[] = []
  /** What calls have chosen of the columns. */
  readonly columnSets: Map<string, Columns> = new Map()

  constructor(name: string, descriptor: ModelDescriptor, dialect: Dialect, provider: Provider, enums: Enums, mapper: RowMapper) {
    this.name = name
    this.descriptor = descriptor
    this.dialect = dialect
    this.mapper = mapper
    this.columns = descriptor.columns.map((column, index) => new Column(column, index, dialect, provider, enums))
    for (const column of this.columns) {
      this.byName.set(column.name, column)
    }
    this.isWide = isWide(this.columns)
    this.stamped = this.columns.filter((column) => column.descriptor.isUpdatedAt || column.descriptor.isVersion)
    this.keys = (descriptor.keys ?? []).map((key) => this.key(key))
    for (const key of this.keys) {
      this.keyByName.set(key.name, key)
    }
  }

  private key(key: KeyDescriptor): Key {
    const columns = key.columns.map((name) => this.column(name))
    return { name: key.name, columns, isPrimary: key.isPrimary ?? false, select: key.select, delete: key.delete ?? '' }
  }

  column(name: string): Column {
    const column = this.byName.get(name)
    if (column === undefined) {
      throw new InvalidArguments(`${this.name} has no field ${name}.`)
    }
    return column
  }

  relation(name: string): Relation {
    const relation = this.relations.get(name)
    if (relation === undefined) {
      throw new InvalidArguments(`${this.name} has no field ${name}.`)
    }
    return relation
  }

  /** The key by which its rows are told apart. @throws InvalidArguments if there is none */
  get identity(): Key {
    const key = this.keys[0]
    if (key === undefined) {
      throw new InvalidArguments(`${this.name} has no key.`)
    }
    return key
  }

  get version(): Column | undefined {
    return this.columns.find((column) => column.descriptor.isVersion)
  }

  /** The unique key that a `where` names, if it names one. */
  keyOf(where: Args): Key | undefined {
    for (const name in where) {
      const key = this.keyByName.get(name)
      const value = where[name]
      if (key !== undefined && value !== undefined && value !== null) {
        const isFilter = key.columns.length === 1 && isPlain(value) && key.columns[0]?.descriptor.type !== 'JSON'
        if (!isFilter || ('equals' in value && Object.keys(value).length === 1)) {
          return key
        }
      }
    }
    return undefined
  }
}

/** Whether whole numbers among these have more digits than a double keeps. */
export function isWide(columns: readonly Column[]): boolean {
  return columns.some(({ descriptor }) => descriptor.type === 'BIG_INT' || descriptor.type === 'DECIMAL')
}

export type { Args }

export class Schema {
  readonly dialect: Dialect
  private readonly models = new Map<string, Model>()

  constructor(descriptor: Descriptor, rows: RowMappers, provider: Provider) {
    this.dialect = new Dialect(descriptor)
    const enums = new Enums(descriptor, provider)
    for (const [name, model] of Object.entries(descriptor.models)) {
      const mapper = rows[name]
      if (mapper === undefined) {
        throw new InvalidArguments(`There is no mapper for the rows of ${name}.`)
      }
      this.models.set(name, new Model(name, model, this.dialect, provider, enums, mapper))
    }
    for (const model of this.models.values()) {
      for (const relation of model.descriptor.relations ?? []) {
        const target = this.model(relation.target)
        const end: Relation = {
          name: relation.name,
          descriptor: relation,
          isList: relation.isList ?? false,
          local: relation.local.map((name) => model.column(name)),
          target,
          remote: relation.remote.map((name) => target.column(name)),
        }
        model.relations.set(relation.name, end)
        if (relation.kept !== undefined) {
          model.kept.push(end)
        }
      }
    }
  }

  model(name: string): Model {
    const model = this.models.get(name)
    if (model === undefined) {
      throw new InvalidArguments(`There is no model ${name}.`)
    }
    return model
  }
}
