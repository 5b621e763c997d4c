import { FAIL, write as insertRows } from './bulk-insert.ts'
import { stamp, type Change } from './changes.ts'
import { insertNested } from './create.ts'
import type { Row } from './descriptor.ts'
import { RecordNotFound } from './errors.ts'
import { Insert } from './insert.ts'
import type { Args, Relation } from './model.ts'
import { belonging, createdOf, listOf, type Nested, type Placed } from './nested-writes.ts'
import type { Session } from './session.ts'
import { deleteRows, identityFilter, identityOf, rowsOf, update, updateMany, updateRows } from './update.ts'
import { isPlain } from './values.ts'
import { args } from './where.ts'

/** Writes of records that refer to those that are written: they come after. */
export class ChildWrites implements Nested {
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
    const created: Args[] = []
    for (const { index, write } of this.placed) {
      const row = rows[index]
      if (row !== undefined) {
        if (isUpdate) {
          await this.change(session, row, write)
        }
        await this.connect(session, row, write, isUpdate)
        created.push(...createdOf(write).map((data) => this.attached(data, row)))
      }
    }
    if (created.length > 0) {
      await this.insert(session, created)
    }
  }

  private async insert(session: Session, created: readonly Args[]): Promise<void> {
    const { target } = this.relation
    const hasNested = created.some((data) => Object.keys(data).some((name) => target.relations.has(name)))
    if (hasNested) {
      await insertNested(session, target, created)
    } else {
      const insert = Insert.into(target)
      await insertRows(session, insert, created.map((data) => insert.draft(data)), FAIL)
    }
  }

  private async change(session: Session, row: Row, write: Args): Promise<void> {
    const { target } = this.relation
    if (write['set'] !== undefined) {
      const kept = listOf(write['set'])
      const others = kept.length === 0 ? undefined : { NOT: { OR: kept } }
      await updateRows(session, target, belonging(this.relation, row, others), this.references(undefined))
      for (const filter of kept) {
        await this.adopt(session, row, filter)
      }
    }
    for (const filter of listOf(write['disconnect']).filter(isGiven)) {
      await updateRows(session, target, belonging(this.relation, row, filter), this.references(undefined))
    }
    for (const filter of listOf(write['delete']).filter(isGiven)) {
      if ((await deleteRows(session, target, belonging(this.relation, row, filter))) === 0) {
        throw new RecordNotFound(target.name)
      }
    }
    for (const filter of listOf(write['deleteMany'])) {
      await deleteRows(session, target, belonging(this.relation, row, filter))
    }
    for (const each of listOf(write['update'])) {
      await this.update(session, row, args(each, 'update'))
    }
    for (const each of listOf(write['updateMany'])) {
      const { where, data } = args(each, 'updateMany')
      await updateMany(session, target, { where: belonging(this.relation, row, where), data })
    }
    for (const each of listOf(write['upsert'])) {
      const { where, create, update: data } = args(each, 'upsert')
      const found = await this.find(session, row, where)
      if (found === undefined) {
        await insertNested(session, target, [this.attached(args(create, 'create'), row)])
      } else {
        await update(session, target, { where: identityFilter(target, identityOf(target, found)), data })
      }
    }
  }

  private async update(session: Session, row: Row, given: Args): Promise<void> {
    const { target, isList } = this.relation
    const isWrapped = isList || (isPlain(given['data']) && !target.byName.has('data'))
    const found = await this.find(session, row, isWrapped ? given['where'] : undefined)
    if (found === undefined) {
      throw new RecordNotFound(target.name)
    }
    await update(session, target, { where: identityFilter(target, identityOf(target, found)), data: isWrapped ? given['data'] : given })
  }

  private async find(session: Session, row: Row, filter: unknown): Promise<Row | undefined> {
    return (await rowsOf(session, this.relation.target, belonging(this.relation, row, filter)))[0]
  }

  private async connect(session: Session, row: Row, write: Args, isUpdate: boolean): Promise<void> {
    const { target, isList, remote } = this.relation
    const wanted = listOf(write['connect'])
    if (wanted.length > 0 && isUpdate && !isList && remote.every((column) => column.descriptor.isNullable)) {
      // There is one record at the other end at most.
      await updateRows(session, target, belonging(this.relation, row, { NOT: wanted[0] }), this.references(undefined))
    }
    for (const filter of wanted) {
      await this.adopt(session, row, filter)
    }
    for (const each of listOf(write['connectOrCreate'])) {
      const { where, create } = args(each, 'connectOrCreate')
      if ((await updateRows(session, target, args(where, 'where'), this.references(row))) === 0) {
        await insertNested(session, target, [this.attached(args(create, 'create'), row)])
      }
    }
  }

  private async adopt(session: Session, row: Row, filter: unknown): Promise<void> {
    const { target } = this.relation
    if ((await updateRows(session, target, args(filter, 'connect'), this.references(row))) === 0) {
      throw new RecordNotFound(target.name)
    }
  }

  /** Data that refers to a row. */
  private attached(data: Args, row: Row): Args {
    const { local, remote } = this.relation
    const references = remote.map((column, i) => [column.name, local[i]?.read(row[local[i]?.index ?? 0])])
    return { ...data, ...(Object.fromEntries(references) as Args) }
  }

  /** References to a row, or to none. */
  private references(row: Row | undefined): readonly Change[] {
    const { target, local, remote } = this.relation
    const changes = remote.map((column, i): Change => {
      const value = row === undefined ? null : local[i]?.read(row[local[i]?.index ?? 0])
      return { column, operation: 'SET', value }
    })
    return stamp(target, changes)
  }
}

function isGiven(value: unknown): boolean {
  return value !== false
}
