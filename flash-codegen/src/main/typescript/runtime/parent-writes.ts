import { InvalidArguments, RecordNotFound } from './errors.ts'
import { createdOf, existing, existingOrNew, insertNested, listOf, type Nested, type Placed } from './nested-writes.ts'
import { args, keysOf, sameAs, type Args, type End, type Entity, type Store } from './records.ts'
import { isPlain } from './values.ts'

/** Writes of the record to which records refer: it must be there before they are. */
export class ParentWrites<M extends Entity<M>, R> implements Nested<R> {
  private readonly store: Store<M, R>
  private readonly relation: End<M>
  private readonly placed: readonly Placed[]
  private orphan: R | undefined

  constructor(store: Store<M, R>, relation: End<M>, placed: readonly Placed[]) {
    this.store = store
    this.relation = relation
    this.placed = placed
  }

  async beforeCreate(all: { [name: string]: unknown }[]): Promise<void> {
    for (const { index, write } of this.placed) {
      const own = all[index]
      const parent = await this.parent(write)
      if (own !== undefined && parent !== undefined) {
        this.refer(own, this.store.valuesOf(this.relation.remote, parent))
      }
    }
  }

  async beforeUpdate(own: { [name: string]: unknown }, record: R): Promise<void> {
    const write = this.placed[0]?.write ?? {}
    const parent = await this.parent(write)
    if (parent !== undefined) {
      this.refer(own, this.store.valuesOf(this.relation.remote, parent))
    }
    if (isGiven(write['disconnect']) || isGiven(write['delete'])) {
      const current = await this.current(record, write['disconnect'] ?? write['delete'])
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
      const current = await this.current(record, isWrapped ? given['where'] : undefined)
      if (current === undefined) {
        throw new RecordNotFound(this.relation.target.name)
      }
      await this.change(current, isWrapped ? given['data'] : given)
    }
    if (write['upsert'] !== undefined) {
      const given = args(write['upsert'], 'upsert')
      const current = await this.current(record, given['where'])
      if (current === undefined) {
        const created = (await insertNested(this.store, this.relation.target, [args(given['create'], 'create')]))[0] as R
        this.refer(own, this.store.valuesOf(this.relation.remote, created))
      } else {
        await this.change(current, given['update'])
      }
    }
  }

  async after(): Promise<void> {
    if (this.orphan !== undefined) {
      const { target } = this.relation
      await this.store.delete(target, sameAs(this.store, target, [this.orphan]))
    }
  }

  private change(current: R, data: unknown): Promise<void> {
    return this.store.update(this.relation.target, current, data)
  }

  /** The parent that a write makes or finds; undefined if it does neither. */
  private async parent(write: Args): Promise<R | undefined> {
    const { target, name } = this.relation
    const found: R[] = []
    const created = createdOf(write)
    if (created.length > 0) {
      found.push(...(await insertNested(this.store, target, created)))
    }
    for (const filter of listOf(write['connect'])) {
      found.push(...(await existing(this.store, target, filter)))
    }
    for (const either of listOf(write['connectOrCreate'])) {
      found.push(await existingOrNew(this.store, target, either))
    }
    if (found.length > 1) {
      throw new InvalidArguments(`${name} is one ${target.name}, but several were given.`)
    }
    return found[0]
  }

  /** The parent that there is now. */
  private async current(record: R, filter: unknown): Promise<R | undefined> {
    const values = this.store.valuesOf(this.relation.local, record)
    if (values.some((value) => value === null)) {
      return undefined
    }
    const own = keysOf(this.relation.remote, [values])
    return (await this.store.find(this.relation.target, isPlain(filter) ? { AND: [own, filter] } : own))[0]
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
