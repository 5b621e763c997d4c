import { ForeignKeyViolation, InvalidArguments } from './errors.ts'
import { isOfPairs } from './nested-writes.ts'
import { keysOf, sameAs, type Args, type Change, type End, type Entity, type Member, type Store } from './records.ts'
import { keyOf, keyOfAll } from './values.ts'

/** What the client does where the database has no foreign keys (`relationMode = "prisma"`). */

/** Whether the client must look after records that refer to those that are changed so, or deleted. */
export function isReferredTo<M extends Entity<M>>(model: M, changes: readonly Change[] | undefined): boolean {
  const relations = model.kept
  return relations.length > 0 && (changes === undefined || relations.some(({ local }) => local.some((column) => changes.some((change) => change.column === column))))
}

/** Records by some of their fields, as many at once as the database takes. */
async function chunks<M extends Entity<M>, R>(store: Store<M, R>, { local, remote }: End<M>, records: readonly R[], work: (filter: Args) => Promise<unknown>): Promise<void> {
  const keys = new Map<unknown, readonly unknown[]>()
  for (const record of records) {
    const values = store.valuesOf(local, record)
    if (!values.includes(null)) {
      keys.set(keyOfAll(values), values)
    }
  }
  const all = [...keys.values()]
  const chunk = store.keysAtOnce(remote.length)
  for (let at = 0; at < all.length; at += chunk) {
    await work(keysOf(remote, all.slice(at, at + chunk)))
  }
}

export async function deleteReferring<M extends Entity<M>, R>(store: Store<M, R>, model: M, filter: Args | undefined): Promise<number> {
  const records = await store.find(model, filter, true)
  if (!store.isAtomic) {
    await requireDeletable(store, model, records)
  }
  return deleteFound(store, model, records)
}

async function deleteFound<M extends Entity<M>, R>(store: Store<M, R>, model: M, records: readonly R[]): Promise<number> {
  if (records.length === 0) {
    return 0
  }
  // What is deleted with them refers to nothing any more when it is asked who does.
  const relations = [...model.kept].sort((a, b) => Number(a.descriptor.kept?.onDelete === 'RESTRICT') - Number(b.descriptor.kept?.onDelete === 'RESTRICT'))
  for (const relation of relations) {
    await beforeDelete(store, relation, records)
  }
  return store.deleteAlone(model, sameAs(store, model, records))
}

/** Where nothing is taken back, what forbids a delete is looked for before anything is written. */
async function requireDeletable<M extends Entity<M>, R>(store: Store<M, R>, model: M, records: readonly R[]): Promise<void> {
  const going = new Set<unknown>()
  const forbidding: (readonly [End<M>, Args])[] = []
  const collect = async (source: M, more: readonly R[]): Promise<void> => {
    for (const relation of more.length === 0 ? [] : source.kept) {
      const { target, descriptor } = relation
      await chunks(store, relation, more, async (filter) => {
        if (descriptor.kept?.onDelete === 'CASCADE') {
          await collect(target, added(going, store, target, await store.find(target, filter)))
        } else if (descriptor.kept?.onDelete === 'RESTRICT') {
          forbidding.push([relation, filter])
        }
      })
    }
  }
  await collect(model, added(going, store, model, records))
  for (const [relation, filter] of forbidding) {
    const found = await store.find(relation.target, filter)
    if (found.some((record) => !going.has(identityOf(store, relation.target, record)))) {
      throw violation(relation)
    }
  }
}

/** Those of the records that were not in the set, which are from now on. */
function added<M extends Entity<M>, R>(set: Set<unknown>, store: Store<M, R>, model: M, records: readonly R[]): readonly R[] {
  return records.filter((record) => {
    const key = identityOf(store, model, record)
    return !set.has(key) && set.add(key)
  })
}

function identityOf<M extends Entity<M>, R>(store: Store<M, R>, model: M, record: R): unknown {
  return keyOfAll([model.name, ...store.valuesOf(model.identity.columns, record)])
}

async function beforeDelete<M extends Entity<M>, R>(store: Store<M, R>, relation: End<M>, records: readonly R[]): Promise<void> {
  const { target, remote, descriptor } = relation
  if (isOfPairs(relation)) {
    await store.unpairAll(relation, records)
    return
  }
  await chunks(store, relation, records, async (filter) => {
    switch (descriptor.kept?.onDelete) {
      case 'CASCADE':
        await (isReferredTo(target, undefined) ? deleteFound(store, target, await store.find(target, filter, true)) : store.deleteAlone(target, filter))
        break
      case 'SET_NULL':
        await store.set(target, filter, Object.fromEntries(remote.map((column) => [column.name, null])))
        break
      case 'RESTRICT':
        await requireNone(store, relation, filter)
    }
  })
}

export async function updateReferring<M extends Entity<M>, R>(store: Store<M, R>, model: M, filter: Args | undefined, changes: readonly Change[]): Promise<void> {
  const records = await store.find(model, filter, true)
  for (const relation of model.kept) {
    const changed = records.filter((record) => relation.local.some((column) => isChanged(store, column, record, changes)))
    if (changed.length > 0) {
      await beforeUpdate(store, relation, changed, changes)
    }
  }
}

async function beforeUpdate<M extends Entity<M>, R>(store: Store<M, R>, relation: End<M>, records: readonly R[], changes: readonly Change[]): Promise<void> {
  const { target, local, remote, descriptor } = relation
  if (isOfPairs(relation)) {
    await store.pairAnew(relation, records, changes.find((change) => change.column === local[0])?.value)
    return
  }
  const action = descriptor.kept?.onUpdate
  await chunks(store, relation, records, async (filter) => {
    if (action === 'RESTRICT') {
      await requireNone(store, relation, filter)
    } else if (action === 'CASCADE' || action === 'SET_NULL') {
      const values: { [name: string]: unknown } = {}
      remote.forEach((column, i) => {
        const change = changes.find((each) => each.column === local[i])
        if (action === 'SET_NULL' || change !== undefined) {
          values[column.name] = action === 'SET_NULL' ? null : change?.value
        }
      })
      await store.set(target, filter, values)
    }
  })
}

function isChanged<M extends Entity<M>, R>(store: Store<M, R>, column: Member, record: R, changes: readonly Change[]): boolean {
  const change = changes.find((each) => each.column === column)
  if (change === undefined) {
    return false
  }
  if (change.operation !== 'SET') {
    throw new InvalidArguments(`${column.name} is referred to by other records: give it a value, not an increment or the like.`)
  }
  return keyOf(change.value) !== keyOf(store.valuesOf([column], record)[0])
}

async function requireNone<M extends Entity<M>, R>(store: Store<M, R>, relation: End<M>, filter: Args): Promise<void> {
  if (await store.exists(relation.target, filter)) {
    throw violation(relation)
  }
}

function violation<M extends Entity<M>>({ target, remote }: End<M>): ForeignKeyViolation {
  return new ForeignKeyViolation({ model: target.name, fields: remote.map((column) => column.name) })
}
