import { insertNested } from './create.ts'
import type { Row } from './descriptor.ts'
import { InvalidArguments, RecordNotFound } from './errors.ts'
import type { Args, Relation } from './model.ts'
import { createdOf, existing, existingOrNew, listOf, valuesOf, type Nested, type Placed } from './nested-writes.ts'
import type { Session } from './session.ts'
import { deleteRows, identityFilter, identityOf, keysFilter, keysOf, rowsOf, update } from './update.ts'
import { isPlain } from './values.ts'
import { args } from './where.ts'

/** Writes of the record to which records refer: it must be there before they are. */
export class ParentWrites implements Nested {
  private readonly relation: Relation
  private readonly placed: readonly Placed[]
  private orphan: Row | undefined

  constructor(relation: Relation, placed: readonly Placed[]) {
    this.relation = relation
    this.placed = placed
  }

  get indexes(): readonly number[] {
    return this.placed.map(({ index }) => index)
  }

  async beforeCreate(session: Session, all: { [name: string]: unknown }[]): Promise<void> {
    for (const { index, write } of this.placed) {
      const own = all[index]
      const parent = await this.parent(session, write)
      if (own !== undefined && parent !== undefined) {
        this.refer(own, valuesOf(this.relation.remote, parent))
      }
    }
  }

  async beforeUpdate(session: Session, own: { [name: string]: unknown }, row: Row): Promise<void> {
    const write = this.placed[0]?.write ?? {}
    const parent = await this.parent(session, write)
    if (parent !== undefined) {
      this.refer(own, valuesOf(this.relation.remote, parent))
    }
    if (isGiven(write['disconnect']) || isGiven(write['delete'])) {
      const current = await this.current(session, row, write['disconnect'] ?? write['delete'])
      if (current !== undefined) {
        this.refer(own, this.relation.local.map(() => null))
        this.orphan = isGiven(write['delete']) ? current : undefined
      } else if (isGiven(write['delete'])) {
        throw new RecordNotFound(this.relation.target.name)
      }
    }
    if (write['update'] !== undefined) {
      const given = args(write['update'], 'update')
      const isWrapped = isPlain(given['data']) && !this.relation.target.byName.has('data')
      const current = await this.current(session, row, isWrapped ? given['where'] : undefined)
      if (current === undefined) {
        throw new RecordNotFound(this.relation.target.name)
      }
      await this.change(session, current, isWrapped ? given['data'] : given)
    }
    if (write['upsert'] !== undefined) {
      const given = args(write['upsert'], 'upsert')
      const current = await this.current(session, row, given['where'])
      if (current === undefined) {
        const created = (await insertNested(session, this.relation.target, [args(given['create'], 'create')]))[0]
        this.refer(own, valuesOf(this.relation.remote, created ?? []))
      } else {
        await this.change(session, current, given['update'])
      }
    }
  }

  async after(session: Session): Promise<void> {
    if (this.orphan !== undefined) {
      const { target } = this.relation
      await deleteRows(session, target, keysFilter(target, [identityOf(target, this.orphan)]))
    }
  }

  private async change(session: Session, current: Row, data: unknown): Promise<void> {
    const { target } = this.relation
    await update(session, target, { where: identityFilter(target, identityOf(target, current)), data })
  }

  /** The parent that a write makes or finds; undefined if it does neither. */
  private async parent(session: Session, write: Args): Promise<Row | undefined> {
    const { target, name } = this.relation
    const found: Row[] = []
    const created = createdOf(write)
    if (created.length > 0) {
      found.push(...(await insertNested(session, target, created)))
    }
    for (const filter of listOf(write['connect'])) {
      found.push(...(await existing(session, target, filter)))
    }
    for (const either of listOf(write['connectOrCreate'])) {
      found.push(await existingOrNew(session, target, either))
    }
    if (found.length > 1) {
      throw new InvalidArguments(`${name} is one ${target.name}, but several were given.`)
    }
    return found[0]
  }

  /** The parent that there is now. */
  private async current(session: Session, row: Row, filter: unknown): Promise<Row | undefined> {
    const values = valuesOf(this.relation.local, row)
    if (values.some((value) => value === null)) {
      return undefined
    }
    const own = keysOf(this.relation.remote, [values])
    return (await rowsOf(session, this.relation.target, isPlain(filter) ? { AND: [own, filter] } : own))[0]
  }

  private refer(own: { [name: string]: unknown }, values: readonly unknown[]): void {
    this.relation.local.forEach((column, i) => {
      own[column.name] = values[i]
    })
  }
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== false
}
