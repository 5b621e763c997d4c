import { insertNested } from './create.ts'
import type { Row } from './descriptor.ts'
import { RecordNotFound } from './errors.ts'
import type { Args, Column, Relation } from './model.ts'
import { createdOf, existing, existingOrNew, listOf, valuesOf, type Nested, type Placed } from './nested-writes.ts'
import type { Session } from './session.ts'
import { Sql } from './sql.ts'
import { deleteRows, identityFilter, identityOf, keysFilter, update, updateMany } from './update.ts'
import { args, where } from './where.ts'

const MOST_PAIRS = 64

/** Writes of a relation whose pairs have a table of their own. */
export class PairWrites implements Nested {
  private readonly relation: Relation
  private readonly placed: readonly Placed[]

  constructor(relation: Relation, placed: readonly Placed[]) {
    this.relation = relation
    this.placed = placed
  }

  get indexes(): readonly number[] {
    return this.placed.map(({ index }) => index)
  }

  beforeCreate(): Promise<void> {
    return Promise.resolve()
  }

  beforeUpdate(): Promise<void> {
    return Promise.resolve()
  }

  async after(session: Session, rows: readonly Row[], _indexes: readonly number[], isUpdate: boolean): Promise<void> {
    const { target } = this.relation
    const created = await insertNested(session, target, this.placed.flatMap(({ write }) => createdOf(write)))
    let next = 0
    const pairs: unknown[] = []
    for (const { index, write } of this.placed) {
      const own = this.keyOf(this.local, rows[index] ?? [])
      if (isUpdate) {
        await this.change(session, own, write)
      }
      const targets = created.slice(next, (next += createdOf(write).length))
      for (const filter of [...listOf(write['connect']), ...listOf(write['set'])]) {
        targets.push(...(await existing(session, target, filter)))
      }
      for (const either of listOf(write['connectOrCreate'])) {
        targets.push(await existingOrNew(session, target, either))
      }
      for (const row of targets) {
        pairs.push(this.local.write(own), this.remote.write(this.keyOf(this.remote, row)))
      }
    }
    for (let from = 0; from < pairs.length; from += 2 * MOST_PAIRS) {
      await this.pair(session, pairs.slice(from, from + 2 * MOST_PAIRS))
    }
  }

  private get local(): Column {
    return this.relation.local[0] as Column
  }

  private get remote(): Column {
    return this.relation.remote[0] as Column
  }

  private keyOf(column: Column, row: Row): unknown {
    return valuesOf([column], row)[0]
  }

  private async change(session: Session, own: unknown, write: Args): Promise<void> {
    const { target } = this.relation
    if (write['set'] !== undefined) {
      await this.unpair(session, own, undefined)
    }
    for (const filter of listOf(write['disconnect'])) {
      await this.unpair(session, own, filter === true ? undefined : args(filter, 'disconnect'))
    }
    for (const filter of listOf(write['delete'])) {
      if ((await this.delete(session, own, args(filter, 'delete'))) === 0) {
        throw new RecordNotFound(target.name)
      }
    }
    for (const filter of listOf(write['deleteMany'])) {
      await this.delete(session, own, args(filter, 'deleteMany'))
    }
    for (const each of listOf(write['update'])) {
      const { where: filter, data } = args(each, 'update')
      const row = (await this.related(session, own, args(filter, 'where')))[0]
      if (row === undefined) {
        throw new RecordNotFound(target.name)
      }
      await update(session, target, { where: identityFilter(target, identityOf(target, row)), data })
    }
    for (const each of listOf(write['updateMany'])) {
      const { where: filter, data } = args(each, 'updateMany')
      const rows = await this.related(session, own, filter === undefined ? undefined : args(filter, 'where'))
      if (rows.length > 0) {
        await updateMany(session, target, { where: keysFilter(target, rows.map((row) => identityOf(target, row))), data })
      }
    }
    for (const each of listOf(write['upsert'])) {
      const { where: filter, create, update: data } = args(each, 'upsert')
      const row = (await this.related(session, own, args(filter, 'where')))[0]
      if (row === undefined) {
        const made = (await insertNested(session, target, [args(create, 'create')]))[0] ?? []
        await this.pair(session, [this.local.write(own), this.remote.write(this.keyOf(this.remote, made))])
      } else {
        await update(session, target, { where: identityFilter(target, identityOf(target, row)), data })
      }
    }
  }

  private get table(): { readonly table: string; readonly local: string; readonly remote: string } {
    return this.relation.descriptor.through ?? { table: '', local: '', remote: '' }
  }

  private async pair(session: Session, values: unknown[]): Promise<void> {
    const { table, local, remote } = this.table
    const rows = `${table} (${local}, ${remote}) VALUES (?, ?)${', (?, ?)'.repeat(values.length / 2 - 1)}`
    await session.insertSkipping(session.dialect.fill('INSERT_SKIPPING', rows), values)
  }

  private async unpair(session: Session, own: unknown, filter: Args | undefined): Promise<void> {
    const { table, local, remote } = this.table
    const { target } = this.relation
    const sql = new Sql(session.dialect)
    sql.add(this.local, own)
    let text = `DELETE FROM ${table} WHERE ${local} = ?`
    const alias = sql.alias()
    const condition = where(sql, target, alias, filter)
    if (condition !== '') {
      text += ` AND ${remote} IN (SELECT ${this.remote.in(alias)} FROM ${target.descriptor.table} AS ${alias} WHERE ${condition})`
    }
    await session.execute(text, sql.values)
  }

  /** Whole rows at the other end. */
  private async related(session: Session, own: unknown, filter: Args | undefined): Promise<readonly Row[]> {
    const { table, local, remote } = this.table
    const { target } = this.relation
    const sql = new Sql(session.dialect)
    const alias = sql.alias()
    const pairs = sql.alias()
    const list = target.columns.map((column) => column.in(alias)).join(', ')
    sql.add(this.local, own)
    const condition = where(sql, target, alias, filter)
    const text =
      `SELECT ${list} FROM ${target.descriptor.table} AS ${alias} INNER JOIN ${table} AS ${pairs}` +
      ` ON ${pairs}.${remote} = ${this.remote.in(alias)} WHERE ${pairs}.${local} = ?${condition === '' ? '' : ` AND ${condition}`}`
    return session.query(text, sql.values, target.isWide)
  }

  private async delete(session: Session, own: unknown, filter: Args): Promise<number> {
    const { target } = this.relation
    const rows = await this.related(session, own, filter)
    await this.unpair(session, own, filter)
    return rows.length === 0 ? 0 : deleteRows(session, target, keysFilter(target, rows.map((row) => identityOf(target, row))))
  }
}
