import { RecordNotFound } from './errors.ts'
import { belonging, createdOf, hasNested, insertNested, listOf, type Nested, type Placed } from './nested-writes.ts'
import { args, type Args, type End, type Entity, type Store } from './records.ts'
import { isPlain } from './values.ts'

/** Writes of records that refer to those that are written: they come after. */
export class ChildWrites<M extends Entity<M>, R> implements Nested<R> {
  private readonly store: Store<M, R>
  private readonly relation: End<M>
  private readonly placed: readonly Placed[]

  constructor(store: Store<M, R>, relation: End<M>, placed: readonly Placed[]) {
    this.store = store
    this.relation = relation
    this.placed = placed
  }

  beforeCreate(): Promise<void> {
    return Promise.resolve()
  }

  beforeUpdate(): Promise<void> {
    return Promise.resolve()
  }

  async after(records: readonly R[], isUpdate: boolean): Promise<void> {
    const created: Args[] = []
    for (const { index, write } of this.placed) {
      const record = records[index]
      if (record !== undefined) {
        if (isUpdate) {
          await this.change(record, write)
        }
        await this.connect(record, write, isUpdate)
        created.push(...createdOf(write).map((data) => this.attached(data, record)))
      }
    }
    if (created.length > 0) {
      await this.insert(created)
    }
  }

  private async insert(created: readonly Args[]): Promise<void> {
    const { target } = this.relation
    if (created.some((data) => hasNested(target, data))) {
      await insertNested(this.store, target, created)
    } else {
      await this.store.insertUnread(target, created)
    }
  }

  private async change(record: R, write: Args): Promise<void> {
    const { target } = this.relation
    if (write['set'] !== undefined) {
      const kept = listOf(write['set'])
      const others = kept.length === 0 ? undefined : { NOT: { OR: kept } }
      await this.store.set(target, this.own(record, others), this.references(undefined))
      for (const filter of kept) {
        await this.adopt(record, filter)
      }
    }
    for (const filter of listOf(write['disconnect']).filter(isGiven)) {
      await this.store.set(target, this.own(record, filter), this.references(undefined))
    }
    for (const filter of listOf(write['delete']).filter(isGiven)) {
      if ((await this.store.delete(target, this.own(record, filter))) === 0) {
        throw new RecordNotFound(target.name)
      }
    }
    for (const filter of listOf(write['deleteMany'])) {
      await this.store.delete(target, this.own(record, filter))
    }
    for (const each of listOf(write['update'])) {
      await this.update(record, args(each, 'update'))
    }
    for (const each of listOf(write['updateMany'])) {
      const { where, data } = args(each, 'updateMany')
      await this.store.updateMany(target, this.own(record, where), data)
    }
    for (const each of listOf(write['upsert'])) {
      const { where, create, update: data } = args(each, 'upsert')
      const found = await this.find(record, where)
      if (found === undefined) {
        await insertNested(this.store, target, [this.attached(args(create, 'create'), record)])
      } else {
        await this.store.update(target, found, data)
      }
    }
  }

  private async update(record: R, given: Args): Promise<void> {
    const { target, isList } = this.relation
    const isWrapped = isList || (isPlain(given['data']) && !target.byName.has('data'))
    const found = await this.find(record, isWrapped ? given['where'] : undefined)
    if (found === undefined) {
      throw new RecordNotFound(target.name)
    }
    await this.store.update(target, found, isWrapped ? given['data'] : given)
  }

  private async find(record: R, filter: unknown): Promise<R | undefined> {
    return (await this.store.find(this.relation.target, this.own(record, filter)))[0]
  }

  private own(record: R, filter: unknown): Args {
    return belonging(this.store, this.relation, record, filter)
  }

  private async connect(record: R, write: Args, isUpdate: boolean): Promise<void> {
    const { target, isList, remote } = this.relation
    const wanted = listOf(write['connect'])
    if (wanted.length > 0 && isUpdate && !isList && remote.every((column) => column.descriptor.isNullable)) {
      // There is one record at the other end at most.
      await this.store.set(target, this.own(record, { NOT: wanted[0] }), this.references(undefined))
    }
    for (const filter of wanted) {
      await this.adopt(record, filter)
    }
    for (const each of listOf(write['connectOrCreate'])) {
      const { where, create } = args(each, 'connectOrCreate')
      if ((await this.store.set(target, args(where, 'where'), this.references(record))) === 0) {
        await insertNested(this.store, target, [this.attached(args(create, 'create'), record)])
      }
    }
  }

  private async adopt(record: R, filter: unknown): Promise<void> {
    const { target } = this.relation
    if ((await this.store.set(target, args(filter, 'connect'), this.references(record))) === 0) {
      throw new RecordNotFound(target.name)
    }
  }

  /** Data that refers to a record. */
  private attached(data: Args, record: R): Args {
    return { ...data, ...this.references(record) }
  }

  /** References to a record, or to none. */
  private references(record: R | undefined): Args {
    const { local, remote } = this.relation
    const values = record === undefined ? [] : this.store.valuesOf(local, record)
    return Object.fromEntries(remote.map((column, i) => [column.name, values[i] ?? null]))
  }
}

function isGiven(value: unknown): boolean {
  return value !== false
}
