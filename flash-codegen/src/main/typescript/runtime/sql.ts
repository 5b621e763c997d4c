import { InvalidArguments } from './errors.ts'
import type { Column, Dialect, Relation } from './model.ts'
import type { Change } from './records.ts'

/** How many keys one statement asks for at most. */
const MOST_KEYS = 8192

/** The values of a statement in the making, in the order of its placeholders, and the aliases it has used. */
export class Sql {
  readonly dialect: Dialect
  readonly values: unknown[] = []
  private aliases = 0

  constructor(dialect: Dialect) {
    this.dialect = dialect
  }

  alias(): string {
    return `t${this.aliases++}`
  }

  add(column: Column, value: unknown): void {
    this.values.push(column.write(value))
  }

  /** `IN` or `NOT_IN` a list: one parameter, or as many as a few lengths have, so that lengths share statements. */
  among(column: Column, fragment: 'IN' | 'NOT_IN', text: string, list: readonly unknown[]): string {
    if (this.dialect.hasArrays) {
      this.values.push(list.map((value) => column.writeOne(value)))
      return this.dialect.fill(fragment, text)
    }
    if (list.length === 0) {
      return fragment === 'IN' ? '1 = 0' : '1 = 1'
    }
    const room = roomFor(list.length)
    if (this.values.length + room > this.dialect.server.maxParameters) {
      throw new InvalidArguments(
        `${column.name}: this database takes ${this.dialect.server.maxParameters} values in a statement, so a list of ${list.length} is too long.`,
      )
    }
    for (let i = 0; i < room; i++) {
      this.values.push(column.writeOne(list[Math.min(i, list.length - 1)]))
    }
    return this.dialect.fill(fragment, text).replace('{list}', () => parameters(room))
  }

  /** Rows whose columns equal one of the keys. */
  keys(columns: readonly Column[], text: (column: Column) => string, keys: readonly (readonly unknown[])[]): string {
    const first = columns[0]
    if (columns.length === 1 && first !== undefined) {
      if (keys.length === 1) {
        this.add(first, keys[0]?.[0])
        return this.dialect.fill('EQ', text(first))
      }
      return this.among(first, 'IN', text(first), keys.map((key) => key[0]))
    }
    const room = roomFor(keys.length)
    for (let i = 0; i < room; i++) {
      const key = keys[Math.min(i, keys.length - 1)] ?? []
      columns.forEach((column, part) => this.add(column, key[part]))
    }
    const row = `(${parameters(columns.length)})`
    return this.dialect
      .fill('KEYS_IN', `(${columns.map(text).join(', ')})`)
      .replace('{list}', () => row + `, ${row}`.repeat(room - 1))
  }

  /** ` LIMIT ? OFFSET ?`, as much of it as there is. */
  page(take: number | undefined, skip: number | undefined): string {
    const skips = skip !== undefined && skip > 0
    if (take !== undefined) {
      this.values.push(take)
    }
    if (skips) {
      this.values.push(skip)
    }
    return skips ? this.dialect.fragment(take === undefined ? 'OFFSET' : 'LIMIT_OFFSET') : take === undefined ? '' : this.dialect.fragment('LIMIT')
  }

  /** ` FROM … WHERE …` of the rows at the other end of a relation. */
  related(relation: Relation, alias: string, related: string): string {
    const { target, local, remote } = relation
    const through = relation.descriptor.through
    if (through === undefined) {
      const on = remote.map((column, i) => `${column.in(related)} = ${local[i]?.in(alias)}`).join(' AND ')
      return ` FROM ${target.descriptor.table} AS ${related} WHERE ${on}`
    }
    const pairs = this.alias()
    return (
      ` FROM ${through.table} AS ${pairs} INNER JOIN ${target.descriptor.table} AS ${related}` +
      ` ON ${remote[0]?.in(related)} = ${pairs}.${through.remote} WHERE ${pairs}.${through.local} = ${local[0]?.in(alias)}`
    )
  }
}

/** `"a" = ?, "b" = "b" + ?`. @param row what stands before a column whose present value is meant */
export function changesText(sql: Sql, changes: readonly Change<Column>[], row: string): string {
  let text = ''
  for (const { column, operation, value } of changes) {
    sql.add(column, value)
    const part = column.change(operation, row)
    text = text === '' ? part : `${text}, ${part}`
  }
  return text
}

/** How many keys of so many columns fit into a statement. */
export function chunkOf(dialect: Dialect, columns: number): number {
  if (columns === 1 && dialect.hasArrays) {
    return Number.MAX_SAFE_INTEGER
  }
  const room = Math.max(1, Math.floor(dialect.server.maxParameters / columns / 2))
  return Math.min(MOST_KEYS, 2 ** Math.floor(Math.log2(room)))
}

/** The next power of two. */
function roomFor(values: number): number {
  return values <= 2 ? values : 2 ** Math.ceil(Math.log2(values))
}

export function parameters(count: number): string {
  return count === 0 ? '' : '?' + ', ?'.repeat(count - 1)
}

/** A pattern that finds a text as it is. */
export function pattern(style: 'LIKE' | 'GLOB', before: boolean, part: string, after: boolean): string {
  const any = style === 'GLOB' ? '*' : '%'
  const escaped = style === 'GLOB' ? part.replace(/[*?[]/g, '[$&]') : part.replace(/[%_!]/g, '!$&')
  return (before ? any : '') + escaped + (after ? any : '')
}
