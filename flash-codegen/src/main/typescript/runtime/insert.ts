import { defaultOf } from './defaults.ts'
import { InvalidArguments, Unsupported } from './errors.ts'
import type { Args, Column, Key, Model } from './model.ts'
import type { Session } from './session.ts'
import { parameters } from './sql.ts'

/** A new row: a value for each column that it is given, or that the client gives it. */
export type Draft = ReadonlyMap<Column, unknown>

/** How rows of a model are inserted. */
export class Insert {
  readonly model: Model
  readonly returning: string
  readonly numbered: { readonly column: Column; readonly select: string } | undefined
  private readonly sql: string
  private readonly always: readonly Column[]
  private readonly given: readonly Column[]
  private readonly sqlReturning: string
  private readonly texts = new Map<string, string>()

  private constructor(model: Model) {
    const insert = model.descriptor.insert
    if (insert === undefined) {
      throw new Unsupported(`${model.name} is a view: nothing can be written into it.`)
    }
    this.model = model
    this.sql = insert.sql
    this.returning = insert.returning ?? ''
    this.sqlReturning = this.sql + this.returning
    this.always = (insert.always ?? []).map((name) => model.column(name))
    this.given = (insert.given ?? []).map((name) => model.column(name))
    this.numbered = insert.numbered === undefined ? undefined : { column: model.column(insert.numbered.column), select: insert.numbered.select }
  }

  private static readonly ofModel = new WeakMap<Model, Insert>()

  static into(model: Model): Insert {
    let insert = Insert.ofModel.get(model)
    if (insert === undefined) {
      insert = new Insert(model)
      Insert.ofModel.set(model, insert)
    }
    return insert
  }

  /** Fills in what the client makes. @throws InvalidArguments for what is no column, or none that is written */
  draft(data: Args): Draft {
    const draft = new Map<Column, unknown>()
    for (const column of this.always) {
      const value = data[column.name]
      const list = column.descriptor.isList ? listOf(value) : value
      draft.set(column, list === undefined ? defaultOf(column.descriptor) : list)
    }
    for (const column of this.given) {
      const value = data[column.name]
      if (value !== undefined && value !== null) {
        draft.set(column, value)
      }
    }
    for (const name in data) {
      if (data[name] !== undefined && !this.model.byName.has(name) && !this.model.relations.has(name)) {
        throw new InvalidArguments(`${this.model.name} has no field ${name}.`)
      }
    }
    return draft
  }

  columns(draft: Draft): readonly Column[] {
    return draft.size === this.always.length ? this.always : [...this.always, ...this.given.filter((column) => draft.has(column))]
  }

  values(draft: Draft, columns: readonly Column[]): unknown[] {
    const values = new Array<unknown>(columns.length)
    for (let i = 0; i < columns.length; i++) {
      const column = columns[i] as Column
      values[i] = column.write(draft.get(column) ?? null)
    }
    return values
  }

  /** `INSERT INTO …` of one row. */
  single(columns: readonly Column[]): string {
    if (columns.length === this.always.length) {
      return this.sql
    }
    const key = columns.map((column) => column.index).join(',')
    let text = this.texts.get(key)
    if (text === undefined) {
      text = `INSERT INTO ${this.model.descriptor.table} ${this.rows(columns, 1)}`
      if (this.texts.size < 100) {
        this.texts.set(key, text)
      }
    }
    return text
  }

  /** Columns and values, as they follow the table's name. */
  rows(columns: readonly Column[], rows: number): string {
    if (columns.length === 0) {
      return this.model.dialect.fragment('DEFAULT_ROW')
    }
    const row = `(${parameters(columns.length)})`
    return `(${columns.map((column) => column.sql).join(', ')}) VALUES ${row}${`, ${row}`.repeat(rows - 1)}`
  }

  /** The same with one array for each column: numbers are given in their order, so that they tell the rows apart. */
  arrays(columns: readonly Column[]): string {
    const values = columns.map((_, i) => `c${i}`).join(', ')
    const arrays = columns.map((column) => `?::${column.descriptor.arrayType}`).join(', ')
    return (
      `(${columns.map((column) => column.sql).join(', ')}) SELECT ${values} FROM unnest(${arrays})` +
      ` WITH ORDINALITY AS flash_rows (${values}, flash_row) ORDER BY flash_row`
    )
  }

  /** Whether each of these columns can travel as an array. */
  hasArrays(columns: readonly Column[]): boolean {
    return columns.length > 0 && this.model.dialect.hasArrays && columns.every((column) => column.descriptor.arrayType !== undefined && !column.descriptor.isList)
  }

  /** Whether the database gives the row its number. */
  isNumbered(draft: Draft): boolean {
    return this.numbered !== undefined && !draft.has(this.numbered.column)
  }

  /** A key whose value all of these have. */
  keyOf(drafts: readonly Draft[]): Key | undefined {
    return this.model.keys.find((key) => drafts.every((draft) => isKnown(key, draft)))
  }

  /** Inserts a row of data without related ones. @returns its columns */
  async ofData(session: Session, data: Args): Promise<readonly unknown[]> {
    return session.dialect.server.insertReturning && this.isPlain(data)
      ? first(await session.query(this.sqlReturning, this.alwaysValues(data), this.model.isWide))
      : this.one(session, this.draft(data))
  }

  /** Whether the row gives nothing that the database would fill. */
  private isPlain(data: Args): boolean {
    for (const column of this.given) {
      if (data[column.name] !== undefined) {
        return false
      }
    }
    for (const name in data) {
      if (data[name] !== undefined && !this.model.byName.has(name)) {
        return false
      }
    }
    return true
  }

  private alwaysValues(data: Args): unknown[] {
    const { always } = this
    const values = new Array<unknown>(always.length)
    for (let i = 0; i < always.length; i++) {
      const column = always[i] as Column
      const value = data[column.name]
      const given = column.descriptor.isList ? listOf(value) : value
      values[i] = column.write(given === undefined ? defaultOf(column.descriptor) : given)
    }
    return values
  }

  /** Inserts one row. @returns its columns */
  async one(session: Session, draft: Draft): Promise<readonly unknown[]> {
    const columns = this.columns(draft)
    const text = this.single(columns)
    const values = this.values(draft, columns)
    if (session.dialect.server.insertReturning) {
      return first(await session.query(text + this.returning, values, this.model.isWide))
    }
    const { id } = await session.execute(text, values)
    return this.numbered !== undefined && !draft.has(this.numbered.column)
      ? first(await session.query(this.numbered.select, [id], this.model.isWide))
      : this.find(session, draft)
  }

  /** Reads the row of a draft by one of its keys. */
  private async find(session: Session, draft: Draft): Promise<readonly unknown[]> {
    const key = this.keyOf([draft])
    if (key === undefined) {
      throw new Unsupported(`This database does not give back the new row of ${this.model.name}, which has no key that the client knows.`)
    }
    const values = key.columns.map((column) => column.write(draft.get(column)))
    return first(await session.query(key.select, values, this.model.isWide))
  }
}

function listOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && 'set' in value ? value.set : value
}

export function isKnown(key: Key, draft: Draft): boolean {
  return key.columns.every((column) => (draft.get(column) ?? null) !== null)
}

function first(rows: readonly (readonly unknown[])[]): readonly unknown[] {
  const row = rows[0]
  if (row === undefined) {
    throw new Unsupported('The database gave no row back: a trigger or a rule has taken it.')
  }
  return row
}
