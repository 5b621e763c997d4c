import pg from 'pg'
import { COMMENTED_AT, type Contestant, type NewEntry } from '../contestant.ts'
import { grouped } from '../grouped.ts'
import * as sql from '../sql.ts'
import { postgresqlTypes } from '../values.ts'

interface Post {
  id: number
  userId: number
  comments?: unknown[]
}

/**
 * What an expert writes against `pg`: statements with names, which the server prepares once for each connection, and
 * children by one statement for all their parents. The naive one is the same without names.
 */
export class HandWrittenPostgresql implements Contestant {
  readonly #pool: pg.Pool
  readonly #named: boolean
  readonly #names = new Map<string, string>()

  constructor(url: string, named: boolean) {
    this.#pool = new pg.Pool({ connectionString: url, types: postgresqlTypes, max: 10 })
    this.#named = named
  }

  async #rows<T>(text: string, values: unknown[]): Promise<T[]> {
    if (!this.#named) {
      return (await this.#pool.query(text, values)).rows as T[]
    }
    let name = this.#names.get(text)
    if (name === undefined) {
      name = `s${this.#names.size}`
      this.#names.set(text, name)
    }
    return (await this.#pool.query({ name, text, values })).rows as T[]
  }

  async getById(id: number) {
    return (await this.#rows(BY_ID, [id]))[0]
  }

  page(fromName: string, skip: number) {
    return this.#rows(PAGE, [true, fromName, skip])
  }

  thousandRows() {
    return this.#rows(sql.measurements, [])
  }

  async insertOne(entry: NewEntry) {
    return (await this.#rows(INSERT, [entry.name, entry.email, entry.address, entry.flagged, entry.createdAt.toISOString()]))[0]
  }

  insertMany(entries: NewEntry[]) {
    return this.#rows(INSERT_MANY, [
      entries.map(entry => entry.name),
      entries.map(entry => entry.email),
      entries.map(entry => entry.address),
      entries.map(entry => entry.flagged),
      entries.map(entry => entry.createdAt.toISOString()),
    ])
  }

  async update(id: number, name: string, address: string) {
    return (await this.#rows(UPDATE, [name, address, id]))[0]
  }

  async upsert(name: string) {
    return (await this.#rows(UPSERT, [name]))[0]
  }

  async usersWithPosts() {
    const users = await this.#rows<{ id: number }>(sql.fiftyUsers, [])
    const posts = await this.#rows<Post>(POSTS_OF, [users.map(user => user.id)])
    const byUser = grouped(posts, post => post.userId)
    return users.map(user => ({ ...user, posts: byUser.get(user.id) ?? [] }))
  }

  async threeLevels() {
    const users = await this.#rows<{ id: number }>(sql.tenUsers, [])
    const posts = await this.#rows<Post>(POSTS_OF, [users.map(user => user.id)])
    const comments = await this.#rows<{ postId: number }>(COMMENTS_OF, [posts.map(post => post.id)])
    const byPost = grouped(comments, comment => comment.postId)
    for (const post of posts) {
      post.comments = byPost.get(post.id) ?? []
    }
    const byUser = grouped(posts, post => post.userId)
    return users.map(user => ({ ...user, posts: byUser.get(user.id) ?? [] }))
  }

  aggregate() {
    return this.#rows(sql.aggregate, [])
  }

  complexQuery() {
    return this.#rows(sql.complex, [])
  }

  topUsers() {
    return this.#rows(sql.topUsers, [])
  }

  async emailById(id: number) {
    return (await this.#rows(EMAIL, [id]))[0]
  }

  async isAdminById(id: number) {
    return (await this.#rows(IS_ADMIN, [id]))[0]
  }

  async insertComment(postId: number, userId: number, content: string) {
    return (await this.#rows(INSERT_COMMENT, [postId, userId, content, COMMENTED_AT.toISOString()]))[0]
  }

  close() {
    return this.#pool.end()
  }
}

const BY_ID = sql.numbered(sql.byId)
const PAGE = sql.numbered(sql.page)
const INSERT = sql.numbered(`${sql.insertEntry} VALUES (${sql.marks(5)})${sql.returningEntry}`)
const INSERT_MANY = `${sql.insertEntry} SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::boolean[], $5::timestamp[])${sql.returningEntry}`
const UPDATE = sql.numbered(sql.update)
const UPSERT = sql.numbered(sql.upsert)
const POSTS_OF = `SELECT ${sql.postColumns} FROM posts WHERE user_id = ANY($1) ORDER BY id`
const COMMENTS_OF = `SELECT ${sql.commentColumns} FROM comments WHERE post_id = ANY($1) ORDER BY id`
const EMAIL = sql.numbered(sql.email)
const IS_ADMIN = sql.numbered(sql.isAdmin)
const INSERT_COMMENT = sql.numbered(sql.insertComment)
