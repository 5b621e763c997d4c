import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import { PrismaPg } from '@prisma/adapter-pg'
import { FlashClient as FlashPostgresql } from '../../generated/postgresql/flash/index.ts'
import { PrismaClient as PrismaPostgresql } from '../../generated/postgresql/prisma/client.ts'
import { FlashClient as FlashSqlite } from '../../generated/sqlite/flash/index.ts'
import { PrismaClient as PrismaSqlite } from '../../generated/sqlite/prisma/client.ts'
import type { Contestant } from '../contestant.ts'
import type { Scene } from '../scene.ts'
import { postgresqlValues, sqliteValues } from '../values.ts'
import { Drizzle } from './drizzle.ts'
import { HandWrittenPostgresql } from './handwritten-postgresql.ts'
import { HandWrittenSqlite } from './handwritten-sqlite.ts'
import { Kysely } from './kysely.ts'
import { PrismaCalls } from './prisma-calls.ts'

/** The one that the others are measured by comes first. */
export const NAMES = ['hand-written', 'flash', 'naive', 'drizzle', 'drizzle-prepared', 'kysely', 'prisma'] as const

export type Name = (typeof NAMES)[number]

export function open(name: Name, scene: Scene): Contestant {
  return scene.database === 'sqlite' ? onSqlite(name, scene.url) : onPostgresql(name, scene.url)
}

function onSqlite(name: Name, file: string): Contestant {
  switch (name) {
    case 'hand-written':
      return new HandWrittenSqlite(file, true)
    case 'naive':
      return new HandWrittenSqlite(file, false)
    case 'flash':
      // The types of the two clients differ in their providers alone.
      return new PrismaCalls(new FlashSqlite({ url: `file:${file}` }) as unknown as FlashPostgresql)
    case 'drizzle':
      return Drizzle.sqlite(file, false)
    case 'drizzle-prepared':
      return Drizzle.sqlite(file, true)
    case 'kysely':
      return Kysely.sqlite(file, sqliteValues)
    case 'prisma':
      return new PrismaCalls(
        new PrismaSqlite({ adapter: new PrismaBetterSqlite3({ url: `file:${file}` }) }) as unknown as FlashPostgresql,
      )
  }
}

function onPostgresql(name: Name, url: string): Contestant {
  switch (name) {
    case 'hand-written':
      return new HandWrittenPostgresql(url, true)
    case 'naive':
      return new HandWrittenPostgresql(url, false)
    case 'flash':
      return new PrismaCalls(new FlashPostgresql({ url }))
    case 'drizzle':
      return Drizzle.postgresql(url, false)
    case 'drizzle-prepared':
      return Drizzle.postgresql(url, true)
    case 'kysely':
      return Kysely.postgresql(url, postgresqlValues)
    case 'prisma':
      return new PrismaCalls(
        new PrismaPostgresql({ adapter: new PrismaPg({ connectionString: url, max: 10 }) }) as unknown as FlashPostgresql,
      )
  }
}
