import Database from 'better-sqlite3'
import { and, asc, count, desc, eq, gte, lte, max, sql as raw, sum } from 'drizzle-orm'
import { drizzle as openSqlite } from 'drizzle-orm/better-sqlite3'
import { type NodePgDatabase, drizzle as openPostgresql } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { COMMENTED_AT, type Contestant, type NewEntry } from '../contestant.ts'
import * as sql from '../sql.ts'
import * as tables from './drizzle-tables.ts'

type Schema = typeof tables.postgresql
type Db = NodePgDatabase<Schema>

const { placeholder } = raw

/**
 * Drizzle as its documentation shows it, and with its prepared statements for all that can be prepared. Its clients of
 * the two databases have the same calls, but no type in common; those of PostgreSQL stand for both.
 */
export class Drizzle implements Contestant {
  readonly #db: Db
  readonly #t: Schema
  readonly #prepared: ReturnType<typeof prepared> | undefined
  readonly #raw: (text: string) => unknown
  readonly #end: () => unknown

  private constructor(db: Db, t: Schema, prepares: boolean, run: (text: string) => unknown, end: () => unknown) {
    this.#db = db
    this.#t = t
    this.#prepared = prepares ? prepared(db, t) : undefined
    this.#raw = run
    this.#end = end
  }

  static postgresql(url: string, prepares: boolean): Drizzle {
    const pool = new pg.Pool({ connectionString: url, max: 10 })
    const db = openPostgresql(pool, { schema: tables.postgresql })
    return new Drizzle(db, tables.postgresql, prepares, async text => (await db.execute(raw.raw(text))).rows, () => pool.end())
  }

  static sqlite(file: string, prepares: boolean): Drizzle {
    const database = new Database(file)
    database.pragma('foreign_keys = ON')
    const db = openSqlite(database, { schema: tables.sqlite })
    const same = db as unknown as Db
    return new Drizzle(
      same, tables.sqlite as unknown as Schema, prepares, text => db.all(raw.raw(text)), () => database.close(),
    )
  }

  async getById(id: number) {
    return (await (this.#prepared ? this.#prepared.getById.execute({ id }) : byId(this.#db, this.#t, id)))[0]
  }

  page(fromName: string, skip: number) {
    return this.#prepared ? this.#prepared.page.execute({ fromName, skip }) : page(this.#db, this.#t, fromName, skip)
  }

  thousandRows() {
    return this.#prepared ? this.#prepared.thousandRows.execute() : this.#db.select().from(this.#t.measurements)
  }

  async insertOne(entry: NewEntry) {
    const rows = this.#prepared
      ? this.#prepared.insertOne.execute({ ...entry })
      : this.#db.insert(this.#t.entries).values(entry).returning()
    return (await rows)[0]
  }

  insertMany(entries: NewEntry[]) {
    return this.#db.insert(this.#t.entries).values(entries).returning()
  }

  async update(id: number, name: string, address: string) {
    const rows = this.#prepared
      ? this.#prepared.update.execute({ id, name, address })
      : this.#db.update(this.#t.users).set({ name, address }).where(eq(this.#t.users.id, id)).returning()
    return (await rows)[0]
  }

  async upsert(name: string) {
    const rows = this.#prepared ? this.#prepared.upsert.execute({ name }) : upsert(this.#db, this.#t, name)
    return (await rows)[0]
  }

  usersWithPosts() {
    return this.#prepared ? this.#prepared.usersWithPosts.execute() : usersWithPosts(this.#db, this.#t)
  }

  threeLevels() {
    return this.#prepared ? this.#prepared.threeLevels.execute() : threeLevels(this.#db, this.#t)
  }

  aggregate() {
    return this.#prepared ? this.#prepared.aggregate.execute() : aggregate(this.#db, this.#t)
  }

  complexQuery() {
    return this.#raw(sql.complex)
  }

  topUsers() {
    return this.#raw(sql.topUsers)
  }

  async emailById(id: number) {
    const t = this.#t.users
    const rows = this.#prepared
      ? this.#prepared.emailById.execute({ id })
      : this.#db.select({ email: t.email }).from(t).where(eq(t.id, id))
    return (await rows)[0]
  }

  async isAdminById(id: number) {
    const t = this.#t.users
    const rows = this.#prepared
      ? this.#prepared.isAdminById.execute({ id })
      : this.#db.select({ isAdmin: t.isAdmin }).from(t).where(eq(t.id, id))
    return (await rows)[0]
  }

  async insertComment(postId: number, userId: number, content: string) {
    const row = { postId, userId, content, createdAt: COMMENTED_AT }
    const rows = this.#prepared
      ? this.#prepared.insertComment.execute(row)
      : this.#db.insert(this.#t.comments).values(row).returning({ id: this.#t.comments.id })
    return (await rows)[0]
  }

  close() {
    return this.#end()
  }
}

type Given<T> = T | ReturnType<typeof placeholder>

function byId(db: Db, t: Schema, id: Given<number>) {
  return db.select().from(t.users).where(eq(t.users.id, id))
}

function page(db: Db, t: Schema, fromName: Given<string>, skip: Given<number>) {
  return db
    .select()
    .from(t.users)
    .where(and(eq(t.users.isAdmin, true), gte(t.users.name, fromName)))
    .orderBy(desc(t.users.createdAt), asc(t.users.id))
    .limit(20)
    .offset(skip)
}

function upsert(db: Db, t: Schema, name: Given<string>) {
  return db
    .insert(t.tallies)
    .values({ name, hits: 1 })
    .onConflictDoUpdate({ target: t.tallies.name, set: { hits: tables.oneMore } })
    .returning()
}

function usersWithPosts(db: Db, t: Schema) {
  return db.query.users.findMany({
    where: lte(t.users.id, 50),
    orderBy: asc(t.users.id),
    with: { posts: { orderBy: asc(t.posts.id) } },
  })
}

function threeLevels(db: Db, t: Schema) {
  return db.query.users.findMany({
    where: lte(t.users.id, 10),
    orderBy: asc(t.users.id),
    with: { posts: { orderBy: asc(t.posts.id), with: { comments: { orderBy: asc(t.comments.id) } } } },
  })
}

function aggregate(db: Db, t: Schema) {
  const { kind, small, big } = t.measurements
  return db
    .select({ kind, count: count(), small: sum(small), big: max(big) })
    .from(t.measurements)
    .groupBy(kind)
    .orderBy(asc(kind))
}

function prepared(db: Db, t: Schema) {
  const id = placeholder('id')
  return {
    getById: byId(db, t, id).prepare('by_id'),
    page: page(db, t, placeholder('fromName'), placeholder('skip')).prepare('page'),
    thousandRows: db.select().from(t.measurements).prepare('thousand_rows'),
    insertOne: db
      .insert(t.entries)
      .values({
        name: placeholder('name'),
        email: placeholder('email'),
        address: placeholder('address'),
        flagged: placeholder('flagged'),
        createdAt: placeholder('createdAt'),
      })
      .returning()
      .prepare('insert_one'),
    update: db
      .update(t.users)
      .set({ name: raw`${placeholder('name')}`, address: raw`${placeholder('address')}` })
      .where(eq(t.users.id, id))
      .returning()
      .prepare('update_one'),
    upsert: upsert(db, t, placeholder('name')).prepare('upsert_one'),
    usersWithPosts: usersWithPosts(db, t).prepare('users_with_posts'),
    threeLevels: threeLevels(db, t).prepare('three_levels'),
    aggregate: aggregate(db, t).prepare('aggregate'),
    emailById: db.select({ email: t.users.email }).from(t.users).where(eq(t.users.id, id)).prepare('email_by_id'),
    isAdminById: db.select({ isAdmin: t.users.isAdmin }).from(t.users).where(eq(t.users.id, id)).prepare('is_admin_by_id'),
    insertComment: db
      .insert(t.comments)
      .values({
        postId: placeholder('postId'),
        userId: placeholder('userId'),
        content: placeholder('content'),
        createdAt: placeholder('createdAt'),
      })
      .returning({ id: t.comments.id })
      .prepare('insert_comment'),
  }
}
