/**
 * The one set of migrations, for both engines, one a file. A migration that has been released is never edited; the next one changes what it made.
 */
import type { Kysely, Migration } from 'kysely'
import type { EngineName } from './engine-name.ts'
import { FIRST, makeFirst } from './migrations/first.ts'
import type { Column } from './migrations/make-tables.ts'
import { makeNotices, NOTICES } from './migrations/notices.ts'
import { indexPlaces } from './migrations/places.ts'
import { makeUsers, USERS } from './migrations/users.ts'
import { indexVolume } from './migrations/volume.ts'
import { indexWide } from './migrations/wide.ts'

export function migrationsFor(engine: EngineName): Record<string, Migration> {
  return {
    '2026-11-first': { up: db => makeFirst(db as Kysely<unknown>, engine) },
    '2026-11-places': { up: db => indexPlaces(db as Kysely<unknown>) },
    '2026-11-users': { up: db => makeUsers(db as Kysely<unknown>, engine) },
    '2026-11-volume': { up: db => indexVolume(db as Kysely<unknown>) },
    '2026-11-wide': { up: db => indexWide(db as Kysely<unknown>, engine) },
    '2026-12-notices': { up: db => makeNotices(db as Kysely<unknown>, engine) },
  }
}

/** What a column holds; null for the column of words that only PostgreSQL has. */
export function columnKind(table: string, column: string): Column | null {
  const kind = (FIRST.columns[table] ?? USERS.columns[table] ?? NOTICES.columns[table])?.[column]
  return kind === undefined ? null : (kind.replace(/[?!]/, '') as Column)
}
