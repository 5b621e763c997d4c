import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import pg from 'pg'

export const USERS = 10_000
export const POSTS = 5_000
const WRITERS = 500
const COMMENTS = POSTS * 3 + (POSTS / WRITERS) * 10 * 7
const MEASUREMENTS = 1_000
const START = Date.parse('2026-01-01T00:00:00Z')

/** A database with the tables and rows that the tasks want: those of the race in Java. */
export interface Scene {
  readonly database: 'sqlite' | 'postgresql'
  readonly url: string
  /** Makes the tables that the tasks write to what they were, so that their size is the same for everybody. */
  reset(): Promise<void>
  close(): Promise<void>
}

export async function sqliteScene(): Promise<Scene> {
  const folder = mkdtempSync(join(tmpdir(), 'flash-race-'))
  const file = join(folder, 'race.db')
  const db = new Database(file)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = NORMAL')
  db.exec(tables({ id: 'integer primary key autoincrement', string: 'text', time: 'datetime', real: 'real' }))
  for (const [table, columns, rows] of content()) {
    const insert = db.prepare(`insert into ${table} (${columns}) values (${columns.replace(/\w+/g, '?')})`)
    db.transaction(() => {
      for (const row of rows) {
        insert.run(...row.map(sqliteValue))
      }
    })()
  }
  db.exec('analyze')
  return {
    database: 'sqlite',
    url: file,
    async reset() {
      db.exec(`${EMPTYING}; update sqlite_sequence set seq = 0 where name = 'entries';
        update sqlite_sequence set seq = ${COMMENTS} where name = 'comments'`)
    },
    async close() {
      db.close()
      rmSync(folder, { recursive: true })
    },
  }
}

export async function postgresqlScene(server: string): Promise<Scene> {
  const name = `flash_race_${process.pid}`
  const admin = new pg.Client(server)
  await admin.connect()
  await admin.query(`create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  const client = new pg.Client(url.href)
  await client.connect()
  await client.query(tables({ id: 'serial primary key', string: 'text', time: 'timestamp(3)', real: 'double precision' }))
  for (const [table, columns, rows] of content()) {
    for (let start = 0; start < rows.length; start += 1000) {
      const some = rows.slice(start, start + 1000)
      let count = 0
      const marks = some.map(row => `(${row.map(() => `$${++count}`).join(', ')})`).join(', ')
      await client.query(`insert into ${table} (${columns}) values ${marks}`, some.flat())
    }
  }
  await client.query('analyze')
  return {
    database: 'postgresql',
    url: url.href,
    async reset() {
      await client.query(`${EMPTYING}; alter sequence entries_id_seq restart with 1;
        alter sequence comments_id_seq restart with ${COMMENTS + 1}`)
    },
    async close() {
      await client.end()
      await admin.query(`drop database ${name} with (force)`)
      await admin.end()
    },
  }
}

const EMPTYING = `delete from tallies; delete from entries; delete from comments where id > ${COMMENTS}`

/** As Flash's own migrations make them. */
function tables(types: { id: string; string: string; time: string; real: string }): string {
  const { id, string: s, time: t, real } = types
  return `
create table users (id ${id}, name ${s} not null, email ${s} not null, address ${s}, isadmin boolean not null, created_at ${t} not null);
create unique index users_email_key on users (email);
create table posts (id ${id}, user_id integer not null references users (id), title ${s} not null, content ${s} not null, created_at ${t} not null);
create index posts_user_id_idx on posts (user_id);
create table comments (id ${id}, post_id integer not null references posts (id), user_id integer not null references users (id), content ${s} not null, created_at ${t} not null);
create index comments_post_id_idx on comments (post_id);
create index comments_user_id_idx on comments (user_id);
create table measurements (id integer primary key, label ${s} not null, note ${s}, kind ${s} not null, small integer not null, big bigint not null, ratio ${real} not null, amount decimal(12, 2) not null, active boolean not null, optional integer, taken_at ${t} not null, ended_at ${t});
create table entries (id ${id}, name ${s} not null, email ${s} not null, address ${s}, flagged boolean not null, created_at ${t} not null);
create table tallies (name ${s} primary key, hits integer not null);`
}

type Table = [name: string, columns: string, rows: unknown[][]]

function content(): Table[] {
  const users: unknown[][] = []
  for (let i = 1; i <= USERS; i++) {
    const address = i % 4 === 0 ? null : `${i} Long Street, Springfield`
    users.push([`name ${i % 997}`, `user${i}@x.io`, address, i % 10 === 0, at((i * 7919) % 1_000_003)])
  }
  const posts: unknown[][] = []
  const comments: unknown[][] = []
  for (let i = 0; i < POSTS; i++) {
    posts.push([(i % WRITERS) + 1, `title ${i}`, 'Some words about something. '.repeat(4), at(i)])
    // Ten on each post of the first ten users, for three levels of ten.
    const count = i % WRITERS < 10 ? 10 : 3
    for (let j = 0; j < count; j++) {
      comments.push([i + 1, ((i * 7 + j * 13) % USERS) + 1, `comment ${j}`, at(i * 10 + j)])
    }
  }
  const measurements: unknown[][] = []
  for (let i = 1; i <= MEASUREMENTS; i++) {
    measurements.push([
      i, `label ${i}`, i % 2 === 0 ? null : `a note about ${i}`, `kind ${i % 7}`, i % 100, 4_000_000_000 + i, i / 8,
      i + 0.25, i % 3 === 0, i % 2 === 0 ? null : i, at(i), i % 2 === 0 ? at(i / 1000) : null,
    ])
  }
  return [
    ['users', 'name, email, address, isadmin, created_at', users],
    ['posts', 'user_id, title, content, created_at', posts],
    ['comments', 'post_id, user_id, content, created_at', comments],
    ['measurements', 'id, label, note, kind, small, big, ratio, amount, active, optional, taken_at, ended_at', measurements],
  ]
}

function at(second: number): string {
  return new Date(START + second * 1000).toISOString().replace('Z', '+00:00')
}

function sqliteValue(value: unknown): unknown {
  return typeof value === 'boolean' ? Number(value) : value
}
