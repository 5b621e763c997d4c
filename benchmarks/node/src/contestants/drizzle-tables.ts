import { type SQL, relations, sql } from 'drizzle-orm'
import * as p from 'drizzle-orm/pg-core'
import * as s from 'drizzle-orm/sqlite-core'

/** Drizzle's own kinds of times on SQLite are numbers; the scene has texts, which sort as times do. */
const sqliteTime = s.customType<{ data: Date; driverData: string }>({
  dataType: () => 'datetime',
  toDriver: value => value.toISOString().replace('Z', '+00:00'),
  fromDriver: value => new Date(value),
})

const pgTime = (name: string) => p.timestamp(name, { precision: 3, mode: 'date' })

export const postgresql = (() => {
  const users = p.pgTable('users', {
    id: p.serial('id').primaryKey(),
    name: p.text('name').notNull(),
    email: p.text('email').notNull(),
    address: p.text('address'),
    isAdmin: p.boolean('isadmin').notNull(),
    createdAt: pgTime('created_at').notNull(),
  })
  const posts = p.pgTable('posts', {
    id: p.serial('id').primaryKey(),
    userId: p.integer('user_id').notNull(),
    title: p.text('title').notNull(),
    content: p.text('content').notNull(),
    createdAt: pgTime('created_at').notNull(),
  })
  const comments = p.pgTable('comments', {
    id: p.serial('id').primaryKey(),
    postId: p.integer('post_id').notNull(),
    userId: p.integer('user_id').notNull(),
    content: p.text('content').notNull(),
    createdAt: pgTime('created_at').notNull(),
  })
  const measurements = p.pgTable('measurements', {
    id: p.integer('id').primaryKey(),
    label: p.text('label').notNull(),
    note: p.text('note'),
    kind: p.text('kind').notNull(),
    small: p.integer('small').notNull(),
    big: p.bigint('big', { mode: 'bigint' }).notNull(),
    ratio: p.doublePrecision('ratio').notNull(),
    amount: p.numeric('amount').notNull(),
    active: p.boolean('active').notNull(),
    optional: p.integer('optional'),
    takenAt: pgTime('taken_at').notNull(),
    endedAt: pgTime('ended_at'),
  })
  const entries = p.pgTable('entries', {
    id: p.serial('id').primaryKey(),
    name: p.text('name').notNull(),
    email: p.text('email').notNull(),
    address: p.text('address'),
    flagged: p.boolean('flagged').notNull(),
    createdAt: pgTime('created_at').notNull(),
  })
  const tallies = p.pgTable('tallies', { name: p.text('name').primaryKey(), hits: p.integer('hits').notNull() })
  return {
    users, posts, comments, measurements, entries, tallies,
    usersRelations: relations(users, ({ many }) => ({ posts: many(posts) })),
    postsRelations: relations(posts, ({ one, many }) => ({
      user: one(users, { fields: [posts.userId], references: [users.id] }),
      comments: many(comments),
    })),
    commentsRelations: relations(comments, ({ one }) => ({
      post: one(posts, { fields: [comments.postId], references: [posts.id] }),
    })),
  }
})()

export const sqlite = (() => {
  const users = s.sqliteTable('users', {
    id: s.integer('id').primaryKey({ autoIncrement: true }),
    name: s.text('name').notNull(),
    email: s.text('email').notNull(),
    address: s.text('address'),
    isAdmin: s.integer('isadmin', { mode: 'boolean' }).notNull(),
    createdAt: sqliteTime('created_at').notNull(),
  })
  const posts = s.sqliteTable('posts', {
    id: s.integer('id').primaryKey({ autoIncrement: true }),
    userId: s.integer('user_id').notNull(),
    title: s.text('title').notNull(),
    content: s.text('content').notNull(),
    createdAt: sqliteTime('created_at').notNull(),
  })
  const comments = s.sqliteTable('comments', {
    id: s.integer('id').primaryKey({ autoIncrement: true }),
    postId: s.integer('post_id').notNull(),
    userId: s.integer('user_id').notNull(),
    content: s.text('content').notNull(),
    createdAt: sqliteTime('created_at').notNull(),
  })
  const measurements = s.sqliteTable('measurements', {
    id: s.integer('id').primaryKey(),
    label: s.text('label').notNull(),
    note: s.text('note'),
    kind: s.text('kind').notNull(),
    small: s.integer('small').notNull(),
    big: s.integer('big').notNull(),
    ratio: s.real('ratio').notNull(),
    amount: s.real('amount').notNull(),
    active: s.integer('active', { mode: 'boolean' }).notNull(),
    optional: s.integer('optional'),
    takenAt: sqliteTime('taken_at').notNull(),
    endedAt: sqliteTime('ended_at'),
  })
  const entries = s.sqliteTable('entries', {
    id: s.integer('id').primaryKey({ autoIncrement: true }),
    name: s.text('name').notNull(),
    email: s.text('email').notNull(),
    address: s.text('address'),
    flagged: s.integer('flagged', { mode: 'boolean' }).notNull(),
    createdAt: sqliteTime('created_at').notNull(),
  })
  const tallies = s.sqliteTable('tallies', { name: s.text('name').primaryKey(), hits: s.integer('hits').notNull() })
  return {
    users, posts, comments, measurements, entries, tallies,
    usersRelations: relations(users, ({ many }) => ({ posts: many(posts) })),
    postsRelations: relations(posts, ({ one, many }) => ({
      user: one(users, { fields: [posts.userId], references: [users.id] }),
      comments: many(comments),
    })),
    commentsRelations: relations(comments, ({ one }) => ({
      post: one(posts, { fields: [comments.postId], references: [posts.id] }),
    })),
  }
})()

/** One more than before, whatever the database. */
export const oneMore: SQL = sql`tallies.hits + 1`
