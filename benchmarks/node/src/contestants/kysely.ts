import Database from 'better-sqlite3'
import { type Generated, Kysely as Db, PostgresDialect, SqliteDialect, sql as raw } from 'kysely'
import pg from 'pg'
import { COMMENTED_AT, type Contestant, type NewEntry } from '../contestant.ts'
import { grouped } from '../grouped.ts'
import * as sql from '../sql.ts'
import { type Values, postgresqlTypes } from '../values.ts'

interface Tables {
  users: { id: Generated<number>; name: string; email: string; address: string | null; isadmin: unknown; created_at: unknown }
  posts: { id: Generated<number>; user_id: number; title: string; content: string; created_at: unknown }
  comments: { id: Generated<number>; post_id: number; user_id: number; content: string; created_at: unknown }
  entries: { id: Generated<number>; name: string; email: string; address: string | null; flagged: unknown; created_at: unknown }
  tallies: { name: string; hits: number }
  measurements: {
    id: number; label: string; note: string | null; kind: string; small: number; big: unknown; ratio: number
    amount: unknown; active: unknown; optional: number | null; taken_at: unknown; ended_at: unknown
  }
}

const USER = ['id', 'name', 'email', 'address', 'isadmin as isAdmin', 'created_at as createdAt'] as const
const POST = ['id', 'user_id as userId', 'title', 'content', 'created_at as createdAt'] as const
const COMMENT = ['id', 'post_id as postId', 'user_id as userId', 'content', 'created_at as createdAt'] as const
const ENTRY = ['id', 'name', 'email', 'address', 'flagged', 'created_at as createdAt'] as const

/** A query builder: rows are as the driver gives them, so values are made here where the driver does not. */
export class Kysely implements Contestant {
  readonly #db: Db<Tables>
  readonly #values: Values

  constructor(db: Db<Tables>, values: Values) {
    this.#db = db
    this.#values = values
  }

  static postgresql(url: string, values: Values): Kysely {
    const pool = new pg.Pool({ connectionString: url, types: postgresqlTypes, max: 10 })
    return new Kysely(new Db<Tables>({ dialect: new PostgresDialect({ pool }) }), values)
  }

  static sqlite(file: string, values: Values): Kysely {
    const database = new Database(file)
    database.pragma('foreign_keys = ON')
    return new Kysely(new Db<Tables>({ dialect: new SqliteDialect({ database }) }), values)
  }

  async getById(id: number) {
    return this.#values.row(
      await this.#db.selectFrom('users').select(USER).where('id', '=', id).executeTakeFirstOrThrow(),
    )
  }

  async page(fromName: string, skip: number) {
    const rows = await this.#db
      .selectFrom('users')
      .select(USER)
      .where('isadmin', '=', this.#values.boolean(true))
      .where('name', '>=', fromName)
      .orderBy('created_at', 'desc')
      .orderBy('id')
      .limit(20)
      .offset(skip)
      .execute()
    return rows.map(this.#values.row)
  }

  async thousandRows() {
    const rows = await this.#db
      .selectFrom('measurements')
      .select([
        'id', 'label', 'note', 'kind', 'small', 'big', 'ratio', 'amount', 'active', 'optional',
        'taken_at as takenAt', 'ended_at as endedAt',
      ])
      .execute()
    return rows.map(this.#values.row)
  }

  async insertOne(entry: NewEntry) {
    return this.#values.row(
      await this.#db.insertInto('entries').values(this.#entry(entry)).returning(ENTRY).executeTakeFirstOrThrow(),
    )
  }

  async insertMany(entries: NewEntry[]) {
    const rows = await this.#db
      .insertInto('entries')
      .values(entries.map(entry => this.#entry(entry)))
      .returning(ENTRY)
      .execute()
    return rows.map(this.#values.row)
  }

  #entry(entry: NewEntry) {
    return {
      name: entry.name,
      email: entry.email,
      address: entry.address,
      flagged: this.#values.boolean(entry.flagged),
      created_at: this.#values.time(entry.createdAt),
    }
  }

  async update(id: number, name: string, address: string) {
    return this.#values.row(
      await this.#db
        .updateTable('users')
        .set({ name, address })
        .where('id', '=', id)
        .returning(USER)
        .executeTakeFirstOrThrow(),
    )
  }

  upsert(name: string) {
    return this.#db
      .insertInto('tallies')
      .values({ name, hits: 1 })
      .onConflict(conflict => conflict.column('name').doUpdateSet({ hits: raw`tallies.hits + 1` }))
      .returning(['name', 'hits'])
      .executeTakeFirst()
  }

  async usersWithPosts() {
    const users = await this.#users(50)
    return this.#withPosts(users, await this.#posts(users))
  }

  async threeLevels() {
    const users = await this.#users(10)
    const posts = await this.#posts(users)
    const rows = await this.#db
      .selectFrom('comments')
      .select(COMMENT)
      .where('post_id', 'in', posts.map(post => post.id))
      .orderBy('id')
      .execute()
    const comments = grouped(rows.map(this.#values.row), comment => comment.postId)
    return this.#withPosts(users, posts.map(post => ({ ...post, comments: comments.get(post.id) ?? [] })))
  }

  async #users(count: number) {
    const rows = await this.#db.selectFrom('users').select(USER).where('id', '<=', count).orderBy('id').execute()
    return rows.map(this.#values.row)
  }

  async #posts(users: { id: number }[]) {
    const rows = await this.#db
      .selectFrom('posts')
      .select(POST)
      .where('user_id', 'in', users.map(user => user.id))
      .orderBy('id')
      .execute()
    return rows.map(this.#values.row)
  }

  #withPosts(users: { id: number }[], posts: { userId: number }[]) {
    const byUser = grouped(posts, post => post.userId)
    return users.map(user => ({ ...user, posts: byUser.get(user.id) ?? [] }))
  }

  aggregate() {
    return this.#db
      .selectFrom('measurements')
      .select(rows => ['kind', rows.fn.countAll().as('count'), rows.fn.sum('small').as('small'), rows.fn.max('big').as('big')])
      .groupBy('kind')
      .orderBy('kind')
      .execute()
  }

  async complexQuery() {
    return (await raw.raw(sql.complex).execute(this.#db)).rows
  }

  async topUsers() {
    return (await raw.raw(sql.topUsers).execute(this.#db)).rows
  }

  emailById(id: number) {
    return this.#db.selectFrom('users').select('email').where('id', '=', id).executeTakeFirst()
  }

  async isAdminById(id: number) {
    return this.#values.row(
      await this.#db.selectFrom('users').select('isadmin as isAdmin').where('id', '=', id).executeTakeFirstOrThrow(),
    )
  }

  insertComment(postId: number, userId: number, content: string) {
    return this.#db
      .insertInto('comments')
      .values({ post_id: postId, user_id: userId, content, created_at: this.#values.time(COMMENTED_AT) })
      .returning('id')
      .executeTakeFirst()
  }

  close() {
    return this.#db.destroy()
  }
}
