import Database from 'better-sqlite3'
import { COMMENTED_AT, type Contestant, type NewEntry } from '../contestant.ts'
import { grouped } from '../grouped.ts'
import * as sql from '../sql.ts'

type Row = Record<string, unknown>

/**
 * What an expert writes against `better-sqlite3`: each statement prepared once. The naive one prepares at each call.
 * SQLite has no booleans, times and numbers of 64 bits of its own in rows: those are made here.
 */
export class HandWrittenSqlite implements Contestant {
  readonly #db: Database.Database
  readonly #once: boolean
  readonly #statements = new Map<string, Database.Statement>()

  constructor(file: string, once: boolean) {
    this.#db = new Database(file)
    this.#db.pragma('foreign_keys = ON')
    this.#once = once
  }

  #prepared(text: string): Database.Statement {
    let statement = this.#once ? this.#statements.get(text) : undefined
    if (statement === undefined) {
      statement = this.#db.prepare(text)
      this.#statements.set(text, statement)
    }
    return statement
  }

  getById(id: number) {
    return user(this.#prepared(sql.byId).get(id) as Row)
  }

  page(fromName: string, skip: number) {
    return (this.#prepared(sql.page).all(1, fromName, skip) as Row[]).map(user)
  }

  thousandRows() {
    return (this.#prepared(sql.measurements).safeIntegers(true).all() as Row[]).map(measurement)
  }

  insertOne(entry: NewEntry) {
    return entryOf(this.#prepared(INSERT).get(...values(entry)) as Row)
  }

  insertMany(entries: NewEntry[]) {
    const insert = this.#prepared(INSERT)
    return this.#db.transaction(() => entries.map(entry => entryOf(insert.get(...values(entry)) as Row)))()
  }

  update(id: number, name: string, address: string) {
    const row = this.#prepared(sql.update).get(name, address, id) as Row | undefined
    return row === undefined ? undefined : user(row)
  }

  upsert(name: string) {
    return this.#prepared(sql.upsert).get(name)
  }

  usersWithPosts() {
    const users = (this.#prepared(sql.fiftyUsers).all() as Row[]).map(user)
    const byUser = grouped(this.#posts(users.map(row => row.id)), post => post['userId'])
    return users.map(row => ({ ...row, posts: byUser.get(row.id) ?? [] }))
  }

  threeLevels() {
    const users = (this.#prepared(sql.tenUsers).all() as Row[]).map(user)
    const posts = this.#posts(users.map(row => row.id))
    const ids = posts.map(row => row['id'])
    const comments = this.#prepared(
      `SELECT ${sql.commentColumns} FROM comments WHERE post_id IN (${sql.marks(ids.length)}) ORDER BY id`,
    ).all(...ids) as Row[]
    const byPost = grouped(comments.map(timed), comment => comment['postId'])
    const byUser = grouped(
      posts.map((row): Row => ({ ...row, comments: byPost.get(row['id']) ?? [] })),
      post => post['userId'],
    )
    return users.map(row => ({ ...row, posts: byUser.get(row.id) ?? [] }))
  }

  #posts(ids: unknown[]): Row[] {
    const rows = this.#prepared(
      `SELECT ${sql.postColumns} FROM posts WHERE user_id IN (${sql.marks(ids.length)}) ORDER BY id`,
    ).all(...ids) as Row[]
    return rows.map(timed)
  }

  aggregate() {
    return (this.#prepared(sql.aggregate).safeIntegers(true).all() as Row[]).map(row => ({
      kind: row['kind'],
      count: row['count'],
      small: row['small'],
      big: row['big'],
    }))
  }

  complexQuery() {
    return this.#prepared(sql.complex).all()
  }

  topUsers() {
    return this.#prepared(sql.topUsers).all()
  }

  emailById(id: number) {
    return this.#prepared(sql.email).get(id)
  }

  isAdminById(id: number) {
    const row = this.#prepared(sql.isAdmin).get(id) as Row
    return { isAdmin: row['isAdmin'] === 1 }
  }

  insertComment(postId: number, userId: number, content: string) {
    return this.#prepared(sql.insertComment).get(postId, userId, content, text(COMMENTED_AT))
  }

  close() {
    this.#db.close()
  }
}

function values(entry: NewEntry): unknown[] {
  return [entry.name, entry.email, entry.address, entry.flagged ? 1 : 0, text(entry.createdAt)]
}

function text(time: Date): string {
  return time.toISOString().replace('Z', '+00:00')
}

function user(row: Row) {
  return {
    id: row['id'],
    name: row['name'],
    email: row['email'],
    address: row['address'],
    isAdmin: row['isAdmin'] === 1,
    createdAt: new Date(row['createdAt'] as string),
  }
}

function timed(row: Row): Row {
  row['createdAt'] = new Date(row['createdAt'] as string)
  return row
}

function entryOf(row: Row) {
  return {
    id: row['id'],
    name: row['name'],
    email: row['email'],
    address: row['address'],
    flagged: row['flagged'] === 1,
    createdAt: new Date(row['createdAt'] as string),
  }
}

function measurement(row: Row) {
  return {
    id: Number(row['id']),
    label: row['label'],
    note: row['note'],
    kind: row['kind'],
    small: Number(row['small']),
    big: row['big'],
    ratio: row['ratio'],
    amount: row['amount'],
    active: row['active'] === 1n,
    optional: row['optional'] === null ? null : Number(row['optional']),
    takenAt: new Date(row['takenAt'] as string),
    endedAt: row['endedAt'] === null ? null : new Date(row['endedAt'] as string),
  }
}

const INSERT = `${sql.insertEntry} VALUES (${sql.marks(5)})${sql.returningEntry}`
