import { RecordNotFound } from './errors.ts'
import { createdOf, existing, existingOrNew, insertNested, listOf, type Nested, type Placed } from './nested-writes.ts'
import { args, sameAs, type Args, type End, type Entity, type Store } from './records.ts'

/** Writes of a many-to-many relation. */
export class PairWrites<M extends Entity<M>, R> implements Nested<R> {
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
    const { target } = this.relation
    const created = await insertNested(this.store, target, this.placed.flatMap(({ write }) => createdOf(write)))
    let next = 0
    const pairs: (readonly [R, R])[] = []
    for (const { index, write } of this.placed) {
      const own = records[index] as R
      if (isUpdate) {
        await this.change(own, write)
      }
      const targets = created.slice(next, (next += createdOf(write).length))
      for (const filter of [...listOf(write['connect']), ...listOf(write['set'])]) {
        targets.push(...(await existing(this.store, target, filter)))
      }
      for (const either of listOf(write['connectOrCreate'])) {
        targets.push(await existingOrNew(this.store, target, either))
      }
      pairs.push(...targets.map((other) => [own, other] as const))
    }
    await this.store.pair(this.relation, pairs)
  }

  private async change(own: R, write: Args): Promise<void> {
    const { store, relation } = this
    const { target } = relation
    if (write['set'] !== undefined) {
      await store.unpair(relation, own, undefined)
    }
    for (const filter of listOf(write['disconnect'])) {
      await store.unpair(relation, own, filter === true ? undefined : args(filter, 'disconnect'))
    }
    for (const filter of listOf(write['delete'])) {
      if ((await this.delete(own, args(filter, 'delete'))) === 0) {
        throw new RecordNotFound(target.name)
      }
    }
    for (const filter of listOf(write['deleteMany'])) {
      await this.delete(own, args(filter, 'deleteMany'))
    }
    for (const each of listOf(write['update'])) {
      const { where: filter, data } = args(each, 'update')
      const found = (await store.paired(relation, own, args(filter, 'where')))[0]
      if (found === undefined) {
        throw new RecordNotFound(target.name)
      }
      await store.update(target, found, data)
    }
    for (const each of listOf(write['updateMany'])) {
      const { where: filter, data } = args(each, 'updateMany')
      const found = await store.paired(relation, own, filter === undefined ? undefined : args(filter, 'where'))
      if (found.length > 0) {
        await store.updateMany(target, sameAs(store, target, found), data)
      }
    }
    for (const each of listOf(write['upsert'])) {
      const { where: filter, create, update: data } = args(each, 'upsert')
      const found = (await store.paired(relation, own, args(filter, 'where')))[0]
      if (found === undefined) {
        const made = await insertNested(store, target, [args(create, 'create')])
        await store.pair(relation, made.map((other) => [own, other] as const))
      } else {
        await store.update(target, found, data)
      }
    }
  }

  private async delete(own: R, filter: Args): Promise<number> {
    const { store, relation } = this
    const found = await store.paired(relation, own, filter)
    await store.unpair(relation, own, filter)
    return found.length === 0 ? 0 : store.delete(relation.target, sameAs(store, relation.target, found))
  }
}
