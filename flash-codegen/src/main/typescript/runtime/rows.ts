import { FAIL, insertAll, write } from './bulk-insert.ts'
import { stamp } from './changes.ts'
import type { Row } from './descriptor.ts'
import { exists } from './find.ts'
import { Insert } from './insert.ts'
import type { Args, Column, Model, Relation } from './model.ts'
import type { Store } from './records.ts'
import type { Session } from './session.ts'
import { chunkOf, Sql } from './sql.ts'
import { changeRow, deleteAlone, deleteRows, identityFilter, identityOf, rowsOf, update, updateMany, updateRows } from './update.ts'
import { where } from './where.ts'

const MOST_PAIRS = 64

/** The rows of a database with SQL. Pairs have a table of their own. */
export class Rows implements Store<Model, Row> {
  readonly isAtomic = true
  private readonly session: Session

  constructor(session: Session) {
    this.session = session
  }

  find(model: Model, filter: Args | undefined, isLocked = false): Promise<readonly Row[]> {
    return rowsOf(this.session, model, filter, isLocked ? this.session.dialect.fill('FOR_UPDATE', 't0') : '')
  }

  exists(model: Model, filter: Args): Promise<boolean> {
    return exists(this.session, model, { where: filter })
  }

  insert(model: Model, all: readonly Args[]): Promise<readonly Row[]> {
    const insert = Insert.into(model)
    return insertAll(this.session, insert, all.map((data) => insert.draft(data)))
  }

  async insertUnread(model: Model, all: readonly Args[]): Promise<void> {
    const insert = Insert.into(model)
    await write(this.session, insert, all.map((data) => insert.draft(data)), FAIL)
  }

  change(model: Model, row: Row, data: Args): Promise<Row | undefined> {
    return changeRow(this.session, model, row, data)
  }

  set(model: Model, filter: Args, values: Args): Promise<number> {
    const changes = Object.entries(values).map(([name, value]) => ({ column: model.column(name), operation: 'SET', value }))
    return updateRows(this.session, model, filter, stamp(model, changes))
  }

  async update(model: Model, row: Row, data: unknown): Promise<void> {
    await update(this.session, model, { where: identityFilter(model, identityOf(model, row)), data })
  }

  async updateMany(model: Model, filter: Args, data: unknown): Promise<void> {
    await updateMany(this.session, model, { where: filter, data })
  }

  delete(model: Model, filter: Args | undefined): Promise<number> {
    return deleteRows(this.session, model, filter)
  }

  deleteAlone(model: Model, filter: Args): Promise<number> {
    return deleteAlone(this.session, model, filter)
  }

  valuesOf(columns: readonly Column[], row: Row): readonly unknown[] {
    return columns.map((column) => column.read(row[column.index]))
  }

  keysAtOnce(width: number): number {
    return chunkOf(this.session.dialect, width)
  }

  async pair(relation: Relation, pairs: readonly (readonly [Row, Row])[]): Promise<void> {
    const { table, local, remote } = tableOf(relation)
    const values = pairs.flatMap(([own, other]) => [written(relation.local, own), written(relation.remote, other)])
    for (let from = 0; from < values.length; from += 2 * MOST_PAIRS) {
      const some = values.slice(from, from + 2 * MOST_PAIRS)
      const rows = `${table} (${local}, ${remote}) VALUES (?, ?)${', (?, ?)'.repeat(some.length / 2 - 1)}`
      await this.session.insertSkipping(this.session.dialect.fill('INSERT_SKIPPING', rows), some)
    }
  }

  async unpair(relation: Relation, row: Row, filter: Args | undefined): Promise<void> {
    const { table, local, remote } = tableOf(relation)
    const { target } = relation
    const sql = new Sql(this.session.dialect)
    sql.values.push(written(relation.local, row))
    let text = `DELETE FROM ${table} WHERE ${local} = ?`
    const alias = sql.alias()
    const condition = where(sql, target, alias, filter)
    if (condition !== '') {
      text += ` AND ${remote} IN (SELECT ${relation.remote[0]?.in(alias)} FROM ${target.descriptor.table} AS ${alias} WHERE ${condition})`
    }
    await this.session.execute(text, sql.values)
  }

  async paired(relation: Relation, row: Row, filter: Args | undefined): Promise<readonly Row[]> {
    const { table, local, remote } = tableOf(relation)
    const { target } = relation
    const sql = new Sql(this.session.dialect)
    const alias = sql.alias()
    const pairs = sql.alias()
    const list = target.columns.map((column) => column.in(alias)).join(', ')
    sql.values.push(written(relation.local, row))
    const condition = where(sql, target, alias, filter)
    const text =
      `SELECT ${list} FROM ${target.descriptor.table} AS ${alias} INNER JOIN ${table} AS ${pairs}` +
      ` ON ${pairs}.${remote} = ${relation.remote[0]?.in(alias)} WHERE ${pairs}.${local} = ?${condition === '' ? '' : ` AND ${condition}`}`
    return this.session.query(text, sql.values, target.isWide)
  }

  unpairAll(relation: Relation, rows: readonly Row[]): Promise<void> {
    return this.ofPairs(relation, `DELETE FROM ${tableOf(relation).table}`, [], rows)
  }

  pairAnew(relation: Relation, rows: readonly Row[], key: unknown): Promise<void> {
    const { table, local } = tableOf(relation)
    return this.ofPairs(relation, `UPDATE ${table} SET ${local} = ?`, [relation.local[0]?.write(key)], rows)
  }

  private async ofPairs(relation: Relation, statement: string, before: readonly unknown[], rows: readonly Row[]): Promise<void> {
    const keys = rows.map((row) => this.valuesOf(relation.local, row))
    const chunk = this.keysAtOnce(1)
    for (let from = 0; from < keys.length; from += chunk) {
      const sql = new Sql(this.session.dialect)
      sql.values.push(...before)
      const condition = sql.keys(relation.local, () => tableOf(relation).local, keys.slice(from, from + chunk))
      await this.session.execute(`${statement} WHERE ${condition}`, sql.values)
    }
  }
}

/** The key of a row, as its table of pairs has it. */
function written(columns: readonly Column[], row: Row): unknown {
  const column = columns[0] as Column
  return column.write(column.read(row[column.index]))
}

function tableOf(relation: Relation): { readonly table: string; readonly local: string; readonly remote: string } {
  return relation.descriptor.through ?? { table: '', local: '', remote: '' }
}
