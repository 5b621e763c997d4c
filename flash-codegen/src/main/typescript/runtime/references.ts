import { stamp, type Change } from './changes.ts'
import type { Row } from './descriptor.ts'
import { ForeignKeyViolation, InvalidArguments } from './errors.ts'
import { exists } from './find.ts'
import type { Args, Column, Model, Relation } from './model.ts'
import { valuesOf } from './nested-writes.ts'
import type { Session } from './session.ts'
import { chunkOf, Sql } from './sql.ts'
import { deleteAlone, identityOf, keysFilter, keysOf, rowsOf, updateRows } from './update.ts'
import { keyOf, keyOfAll } from './values.ts'

/** What the client does where the database has no foreign keys (`relationMode = "prisma"`). */

/** Whether the client must look after records that refer to rows that are changed so, or deleted. */
export function isReferredTo(model: Model, changes: readonly Change[] | undefined): boolean {
  const relations = model.kept
  return relations.length > 0 && (changes === undefined || relations.some(({ local }) => local.some((column) => changes.some((change) => change.column === column))))
}

async function locked(session: Session, model: Model, filter: Args | undefined): Promise<readonly Row[]> {
  return rowsOf(session, model, filter, session.dialect.fill('FOR_UPDATE', 't0'))
}

/** Rows by some of their columns, as many at once as the database takes. */
async function chunks(session: Session, columns: readonly Column[], rows: readonly Row[], from: readonly Column[], work: (filter: Args) => Promise<unknown>): Promise<void> {
  const keys = new Map<unknown, readonly unknown[]>()
  for (const row of rows) {
    const values = valuesOf(from, row)
    if (!values.includes(null)) {
      keys.set(keyOfAll(values), values)
    }
  }
  const all = [...keys.values()]
  const chunk = chunkOf(session.dialect, columns.length)
  for (let at = 0; at < all.length; at += chunk) {
    await work(keysOf(columns, all.slice(at, at + chunk)))
  }
}

export async function deleteReferring(session: Session, model: Model, filter: Args | undefined): Promise<number> {
  const rows = await locked(session, model, filter)
  if (rows.length === 0) {
    return 0
  }
  // What is deleted with them refers to nothing any more when it is asked who does.
  const relations = [...model.kept].sort((a, b) => Number(a.descriptor.kept?.onDelete === 'RESTRICT') - Number(b.descriptor.kept?.onDelete === 'RESTRICT'))
  for (const relation of relations) {
    await beforeDelete(session, relation, rows)
  }
  return deleteAlone(session, model, keysFilter(model, rows.map((row) => identityOf(model, row))))
}

async function beforeDelete(session: Session, relation: Relation, rows: readonly Row[]): Promise<void> {
  const { target, local, remote, descriptor } = relation
  if (descriptor.through !== undefined) {
    await pairs(session, relation, `DELETE FROM ${descriptor.through.table}`, [], rows)
    return
  }
  await chunks(session, remote, rows, local, async (filter) => {
    switch (descriptor.kept?.onDelete) {
      case 'CASCADE':
        await (isReferredTo(target, undefined) ? deleteReferring(session, target, filter) : deleteAlone(session, target, filter))
        break
      case 'SET_NULL':
        await updateRows(session, target, filter, stamp(target, remote.map((column) => ({ column, operation: 'SET', value: null }))))
        break
      case 'RESTRICT':
        await requireNone(session, relation, filter)
    }
  })
}

export async function updateReferring(session: Session, model: Model, filter: Args | undefined, changes: readonly Change[]): Promise<void> {
  const rows = await locked(session, model, filter)
  for (const relation of model.kept) {
    const changed = rows.filter((row) => relation.local.some((column) => isChanged(column, row, changes)))
    if (changed.length > 0) {
      await beforeUpdate(session, relation, changed, changes)
    }
  }
}

async function beforeUpdate(session: Session, relation: Relation, rows: readonly Row[], changes: readonly Change[]): Promise<void> {
  const { target, local, remote, descriptor } = relation
  const through = descriptor.through
  if (through !== undefined) {
    const value = changes.find((change) => change.column === local[0])?.value
    await pairs(session, relation, `UPDATE ${through.table} SET ${through.local} = ?`, [local[0]?.write(value)], rows)
    return
  }
  const action = descriptor.kept?.onUpdate
  await chunks(session, remote, rows, local, async (filter) => {
    if (action === 'RESTRICT') {
      await requireNone(session, relation, filter)
    } else if (action === 'CASCADE' || action === 'SET_NULL') {
      const made: Change[] = []
      remote.forEach((column, i) => {
        const change = changes.find((each) => each.column === local[i])
        if (action === 'SET_NULL' || change !== undefined) {
          made.push({ column, operation: 'SET', value: action === 'SET_NULL' ? null : change?.value })
        }
      })
      await updateRows(session, target, filter, stamp(target, made))
    }
  })
}

function isChanged(column: Column, row: Row, changes: readonly Change[]): boolean {
  const change = changes.find((each) => each.column === column)
  if (change === undefined) {
    return false
  }
  if (change.operation !== 'SET') {
    throw new InvalidArguments(`${column.name} is referred to by other records: give it a value, not an increment or the like.`)
  }
  return keyOf(change.value) !== keyOf(column.read(row[column.index]))
}

async function requireNone(session: Session, relation: Relation, filter: Args): Promise<void> {
  if (await exists(session, relation.target, { where: filter })) {
    throw new ForeignKeyViolation({ model: relation.target.name, fields: relation.remote.map((column) => column.name) })
  }
}

async function pairs(session: Session, relation: Relation, statement: string, before: readonly unknown[], rows: readonly Row[]): Promise<void> {
  const column = relation.local[0] as Column
  const text = relation.descriptor.through?.local ?? ''
  const keys = rows.map((row) => valuesOf([column], row))
  const chunk = chunkOf(session.dialect, 1)
  for (let from = 0; from < keys.length; from += chunk) {
    const sql = new Sql(session.dialect)
    sql.values.push(...before)
    const condition = sql.keys([column], () => text, keys.slice(from, from + chunk))
    await session.execute(`${statement} WHERE ${condition}`, sql.values)
  }
}
