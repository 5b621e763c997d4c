import type { Row } from './descriptor.ts'
import { InvalidArguments } from './errors.ts'
import { isWide, type Args, type Column, type Model, type Relation } from './model.ts'
import type { Sql } from './sql.ts'
import { isPlain } from './values.ts'
import { args, countOf } from './where.ts'

type Record = { [name: string]: unknown }

/** The columns that a selection reads, and how a row of them becomes a record. Kept for each model by what is chosen. */
export class Columns {
  /** Those that the record has. */
  readonly chosen: readonly Column[]
  readonly map: (row: Row, at: number) => object
  readonly isWide: boolean
  private readonly lists = new Map<string, string>()

  constructor(model: Model, chosen: readonly Column[]) {
    this.chosen = chosen
    this.isWide = isWide(chosen)
    this.map = chosen.length === model.columns.length ? model.mapper : mapperOf(chosen)
  }

  /** `t0."id", t0."email"`. */
  list(alias: string): string {
    let text = this.lists.get(alias)
    if (text === undefined) {
      text = this.chosen.map((column) => column.in(alias)).join(', ')
      if (this.lists.size < 16) {
        this.lists.set(alias, text)
      }
    }
    return text
  }
}

function mapperOf(columns: readonly Column[]): (row: Row, at: number) => object {
  const names = columns.map((column) => column.name)
  const reads = columns.map((column) => column.read)
  return (row, at) => {
    const record: Record = {}
    for (let i = 0; i < names.length; i++) {
      record[names[i] as string] = (reads[i] as (value: unknown) => unknown)(row[at + i])
    }
    return record
  }
}

const MOST_COLUMNS = 200

function columnsOf(model: Model, key: string, chosen: () => readonly Column[]): Columns {
  let columns = model.columnSets.get(key)
  if (columns === undefined) {
    columns = new Columns(model, chosen())
    if (model.columnSets.size >= MOST_COLUMNS) {
      model.columnSets.clear()
    }
    model.columnSets.set(key, columns)
  }
  return columns
}

/** What is loaded with each record: related records, by a statement of their own. */
export interface Load {
  readonly relation: Relation
  readonly args: Args
  /** Where the row has the columns of this end. */
  readonly places: readonly number[]
}

/** A number of related records, which the record's own statement counts. */
interface Counted {
  readonly relation: Relation
  readonly filter: Args | undefined
  place: number
}

interface Joined {
  readonly name: string
  readonly relation: Relation
  readonly node: Selection
  /** Where a column stands that is null only if there is no record. */
  readonly presence: number
}

/** What a call wants of each row: columns, records to one joined with it, what is loaded afterwards. */
export class Selection {
  readonly model: Model
  readonly columns: Columns
  readonly joins: Joined[] = []
  readonly loads: Load[] = []
  /** Columns that are read, but are not part of the record, behind the chosen ones. */
  private readonly hidden: Column[] = []
  private readonly counted: Counted[] = []
  private at = 0
  isWide: boolean

  /** @param joins whether records to one come with the same statement */
  constructor(model: Model, call: Args | undefined, joins = true) {
    this.model = model
    const select = call?.['select']
    const include = call?.['include']
    const omit = call?.['omit']
    this.columns = chosenColumns(model, select, omit)
    this.isWide = this.columns.isWide
    const related = isPlain(select) ? select : isPlain(include) ? include : undefined
    if (isPlain(select) && isPlain(include)) {
      throw new InvalidArguments('A call takes select or include, not both.')
    }
    for (const name in related) {
      const wanted = related[name]
      if (wanted === undefined || wanted === false || model.byName.has(name)) {
        continue
      }
      if (name === '_count') {
        this.count(wanted)
      } else {
        this.relate(model.relation(name), wanted === true ? {} : args(wanted, name), joins)
      }
    }
  }

  /** Whether the row is the record. */
  get isPlain(): boolean {
    return this.joins.length === 0 && this.loads.length === 0 && this.counted.length === 0
  }

  private count(wanted: unknown): void {
    const select = isPlain(wanted) ? args(wanted['select'] ?? {}, '_count') : undefined
    for (const relation of this.model.relations.values()) {
      const each = select === undefined ? relation.isList : select[relation.name]
      if (each !== undefined && each !== false) {
        const filter = isPlain(each) ? (each['where'] as Args | undefined) : undefined
        this.counted.push({ relation, filter, place: -1 })
      }
    }
  }

  private relate(relation: Relation, wanted: Args, joins: boolean): void {
    if (!joins || relation.isList || wanted['where'] !== undefined) {
      const places = relation.local.map((column) => this.placeOf(column))
      this.loads.push({ relation, args: wanted, places })
      return
    }
    const node = new Selection(relation.target, wanted)
    // A column that has a value in every row.
    const present = relation.target.keys[0]?.columns[0] ?? relation.remote[0]
    if (present === undefined) {
      throw new InvalidArguments(`${relation.name} has no columns.`)
    }
    this.joins.push({ name: relation.name, relation, node, presence: node.placeOf(present) })
    this.isWide ||= node.isWide
  }

  /** Where the row has this column, counted from where this selection begins; it is read if it is not yet. */
  placeOf(column: Column): number {
    const chosen = this.columns.chosen
    // All of a model's columns stand in their own order.
    const at = chosen.length === this.model.columns.length ? column.index : chosen.indexOf(column)
    if (at >= 0) {
      return at
    }
    let hidden = this.hidden.indexOf(column)
    if (hidden < 0) {
      hidden = this.hidden.push(column) - 1
    }
    return chosen.length + hidden
  }

  /** The columns, and what is joined to the table. @returns the list of what is selected, and the joins */
  write(sql: Sql, alias: string): { list: string; from: string } {
    return this.writeAt(sql, alias, { next: 0 })
  }

  private writeAt(sql: Sql, alias: string, place: { next: number }): { list: string; from: string } {
    this.at = place.next
    let list = this.columns.list(alias)
    for (const column of this.hidden) {
      list += (list === '' ? '' : ', ') + column.in(alias)
    }
    place.next += this.columns.chosen.length + this.hidden.length
    for (const counted of this.counted) {
      list += (list === '' ? '' : ', ') + `${countOf(sql, counted.relation, alias, counted.filter)} AS flash_count${place.next}`
      counted.place = place.next++
    }
    let from = ''
    for (const { relation, node } of this.joins) {
      const joined = sql.alias()
      const on = relation.local.map((column, i) => `${column.in(alias)} = ${relation.remote[i]?.in(joined)}`).join(' AND ')
      const inner = node.writeAt(sql, joined, place)
      list += (list === '' ? '' : ', ') + inner.list
      from += ` LEFT JOIN ${relation.target.descriptor.table} AS ${joined} ON ${on}${inner.from}`
    }
    return { list: list === '' ? '1' : list, from }
  }

  /** How many values a row has. */
  get width(): number {
    let width = this.columns.chosen.length + this.hidden.length + this.counted.length
    for (const { node } of this.joins) {
      width += node.width
    }
    return width
  }

  /** Makes the record of a row, and notes who is to get what is loaded afterwards. */
  read(row: Row, waiting: Waiting[] | undefined): object {
    const record = this.columns.map(row, this.at) as Record
    if (this.counted.length > 0) {
      const counts: Record = {}
      for (const counted of this.counted) {
        counts[counted.relation.name] = Number(row[counted.place])
      }
      record['_count'] = counts
    }
    for (const { name, node, presence } of this.joins) {
      record[name] = row[node.at + presence] === null ? null : node.read(row, waiting)
    }
    if (this.loads.length > 0) {
      waiting?.push({ selection: this, record, row })
    }
    return record
  }

  /** Where this selection begins in the rows of the statement that was written last. */
  get offset(): number {
    return this.at
  }

  /** Whether anything is loaded by statements of its own. */
  get hasLoads(): boolean {
    return this.loads.length > 0 || this.joins.some(({ node }) => node.hasLoads)
  }
}

/** A record that waits for its related ones. */
export interface Waiting {
  readonly selection: Selection
  readonly record: { [name: string]: unknown }
  readonly row: Row
}

function chosenColumns(model: Model, select: unknown, omit: unknown): Columns {
  if (isPlain(select)) {
    let key = '+'
    for (const name in select) {
      if (select[name] === true && model.byName.has(name)) {
        key += name + ','
      }
    }
    return columnsOf(model, key, () => model.columns.filter((column) => select[column.name] === true))
  }
  if (isPlain(omit)) {
    let key = '-'
    for (const name in omit) {
      if (omit[name] === true) {
        key += model.column(name).name + ','
      }
    }
    return columnsOf(model, key, () => model.columns.filter((column) => omit[column.name] !== true))
  }
  return columnsOf(model, '', () => model.columns)
}
