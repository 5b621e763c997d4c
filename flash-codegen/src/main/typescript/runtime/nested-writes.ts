import { ChildWrites } from './child-writes.ts'
import { InvalidArguments, RecordNotFound } from './errors.ts'
import { PairWrites } from './pair-writes.ts'
import { ParentWrites } from './parent-writes.ts'
import { args, sameAs, type Args, type End, type Entity, type Store } from './records.ts'

/** What is written of one relation together with records. */
export interface Nested<R> {
  /** Writes what the new records refer to, and fills in their references. */
  beforeCreate(all: { [name: string]: unknown }[]): Promise<void>
  /** The same for a record that is there. @param own gets the changes of its references */
  beforeUpdate(own: { [name: string]: unknown }, record: R): Promise<void>
  /** Writes what refers to the records. @param isUpdate whether they were there before */
  after(records: readonly R[], isUpdate: boolean): Promise<void>
}

/** What is written of related records with one of the records. */
export interface Placed {
  readonly index: number
  readonly write: Args
}

const OPERATIONS = ['create', 'createMany', 'connect', 'connectOrCreate', 'set', 'disconnect', 'delete', 'deleteMany', 'update', 'updateMany', 'upsert']

/** Whether data writes related records. */
export function hasNested<M extends Entity<M>>(model: M, data: Args): boolean {
  for (const name in data) {
    if (data[name] !== undefined && model.relations.has(name)) {
      return true
    }
  }
  return false
}

/** Inserts records with their related ones: first those that they refer to, then they, then those that refer to them. */
export async function insertNested<M extends Entity<M>, R>(store: Store<M, R>, model: M, all: readonly Args[]): Promise<readonly R[]> {
  if (!all.some((data) => hasNested(model, data))) {
    return store.insert(model, all)
  }
  const own = all.map((data) => ({ ...data }))
  const nested = writesOf(store, model, all)
  for (const each of nested) {
    await each.beforeCreate(own)
  }
  const records = await store.insert(model, own)
  for (const each of nested) {
    await each.after(records, false)
  }
  return records
}

/** Changes the record of a filter with its related ones, and gives it as it is then; undefined if there is none. */
export async function updateNested<M extends Entity<M>, R>(store: Store<M, R>, model: M, filter: Args, data: Args): Promise<R | undefined> {
  const nested = writesOf(store, model, [data])
  const record = (await store.find(model, filter))[0]
  if (record === undefined) {
    return undefined
  }
  const own: { [name: string]: unknown } = {}
  for (const each of nested) {
    await each.beforeUpdate(own, record)
  }
  const changed = await store.change(model, record, { ...data, ...own })
  if (changed === undefined) {
    return undefined
  }
  for (const each of nested) {
    await each.after([changed], true)
  }
  return (await store.find(model, sameAs(store, model, [changed])))[0]
}

/** The writes of related records in these records' data: parents first. */
function writesOf<M extends Entity<M>, R>(store: Store<M, R>, model: M, all: readonly Args[]): readonly Nested<R>[] {
  const parents: Nested<R>[] = []
  const others: Nested<R>[] = []
  for (const relation of model.relations.values()) {
    const placed: Placed[] = []
    all.forEach((data, index) => {
      const given = data[relation.name]
      if (given !== undefined) {
        const write = args(given, relation.name)
        for (const name in write) {
          if (!OPERATIONS.includes(name)) {
            throw new InvalidArguments(`${relation.name} is written by ${OPERATIONS.join(', ')}, but was given ${name}.`)
          }
        }
        placed.push({ index, write })
      }
    })
    if (placed.length > 0) {
      if (isOfPairs(relation)) {
        others.push(new PairWrites(store, relation, placed))
      } else if (relation.descriptor.isOwning) {
        parents.push(new ParentWrites(store, relation, placed))
      } else {
        others.push(new ChildWrites(store, relation, placed))
      }
    }
  }
  return [...parents, ...others]
}

/** Many-to-many: by a table of pairs, or by a list of keys at each end. */
export function isOfPairs<M>(relation: End<M>): boolean {
  return relation.descriptor.through !== undefined || relation.local.some((member) => member.descriptor.isList)
}

/** A member that may be one or a list. */
export function listOf(value: unknown): readonly unknown[] {
  return value === undefined ? [] : Array.isArray(value) ? (value as unknown[]) : [value]
}

/** The data of `create` and `createMany`. */
export function createdOf(write: Args): readonly Args[] {
  const many = write['createMany']
  return [...listOf(write['create']), ...(many === undefined ? [] : listOf(args(many, 'createMany')['data']))].map((data) => args(data, 'create'))
}

/** The records that a condition of `connect` finds. @throws RecordNotFound if there are none */
export async function existing<M extends Entity<M>, R>(store: Store<M, R>, target: M, filter: unknown): Promise<readonly R[]> {
  const found = await store.find(target, args(filter, 'connect'))
  if (found.length === 0) {
    throw new RecordNotFound(target.name)
  }
  return found
}

/** The record of `connectOrCreate`, which may be new. */
export async function existingOrNew<M extends Entity<M>, R>(store: Store<M, R>, target: M, either: unknown): Promise<R> {
  const { where, create } = args(either, 'connectOrCreate')
  const found = await store.find(target, args(where, 'where'))
  return found[0] ?? ((await insertNested(store, target, [args(create, 'create')]))[0] as R)
}

/** That records at the other end of a relation belong to a record, and satisfy a filter. */
export function belonging<M extends Entity<M>, R>(store: Store<M, R>, relation: End<M>, record: R, filter: unknown): Args {
  const own: { [name: string]: unknown } = {}
  const values = store.valuesOf(relation.local, record)
  if (values.includes(null)) {
    // What has no key has nothing; others without a reference are not its.
    return { OR: [] }
  }
  relation.remote.forEach((column, i) => {
    own[column.name] = { equals: values[i] }
  })
  return filter === true || filter === undefined ? own : { AND: [own, args(filter, relation.name)] }
}
