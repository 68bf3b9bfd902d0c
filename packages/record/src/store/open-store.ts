/** Where a record is -> its open database, brought up to this version's schema. */
import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Migrator, sql } from 'kysely'
import type { Archive } from '../archive/archive.ts'
import { FolderArchive } from '../archive/folder-archive.ts'
import { TableArchive } from '../archive/table-archive.ts'
import { makeFolder } from './make-folder.ts'
import { migrationsFor } from './migrations.ts'
import { PostgresStore } from './postgres-store.ts'
import { RecordError } from './record-error.ts'
import { isReadOnly } from './sqlite-database.ts'
import { SqliteStore } from './sqlite-store.ts'
import type { Store } from './store.ts'

const DATABASE_FILE = 'record.sqlite'

/** The newest migration: a record that names it needs none. */
const SCHEMA = '2026-11-wide'

export interface Opened {
  readonly store: Store
  readonly archive: Archive
  /** Why nothing can be written to it; null: it can. */
  readonly readOnly: string | null
}

/** create: makes the record where there is none. write: it is there. read: it is there, and need not be one that may be written. */
export type Purpose = 'create' | 'write' | 'read'

export function isServerAddress(location: string): boolean {
  return /^postgres(?:ql)?:\/\//.test(location)
}

/**
 * `location`: a folder, or `postgres://…`. Throws RecordError with what to do about it.
 */
export async function openStore(location: string, purpose: Purpose): Promise<Opened> {
  return isServerAddress(location) ? openServer(location, purpose) : openFolder(location, purpose)
}

async function openFolder(location: string, purpose: Purpose): Promise<Opened> {
  const create = purpose === 'create'
  const folder = resolve(location)
  const file = join(folder, DATABASE_FILE)
  if (!existsSync(file)) {
    const found = statSync(folder, { throwIfNoEntry: false })
    if (found !== undefined && !found.isDirectory())
      throw new RecordError(`${location} is a file, and a record is a folder`)
    if (found !== undefined) requireEntry(folder, location)
    if (!create) throw new RecordError(`no record in ${location}: make one with \`parley init ${location}\``)
    makeFolder(folder)
  }
  if (!mayDo(file, constants.R_OK))
    throw new RecordError(`the record in ${location} cannot be opened: no permission to read ${file}`)
  const readOnly = whyReadOnly([folder, file])
  if (readOnly !== null && purpose !== 'read')
    throw new RecordError(
      `the record in ${location} may only be read here: ${readOnly}; copy it to where you may write`,
    )
  let store: SqliteStore | null = null
  try {
    store = new SqliteStore(file, readOnly !== null)
    await bringUp(store, create, location, readOnly)
  } catch (error) {
    await store?.close()
    throw asRecordError(error, location)
  }
  return { store, archive: new FolderArchive(join(folder, 'archive')), readOnly }
}

/** SQLite writes a file and, while it does, others beside it. What is not there yet may be made. */
function whyReadOnly(paths: readonly string[]): string | null {
  for (const path of paths) {
    try {
      accessSync(path, constants.W_OK)
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException
      if (code === 'EROFS') return 'the disk is read-only'
      if (code === 'EACCES' || code === 'EPERM') return `no permission to write ${path}`
      if (code !== 'ENOENT') throw error
    }
  }
  return null
}

/** What may not be looked into seems to hold no record. */
function requireEntry(folder: string, location: string): void {
  if (!mayDo(folder, constants.X_OK))
    throw new RecordError(`the record in ${location} cannot be opened: no permission to look into the folder`)
}

/** True as well for what is not there. */
function mayDo(path: string, what: number): boolean {
  try {
    accessSync(path, what)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT'
  }
}

async function openServer(location: string, purpose: Purpose): Promise<Opened> {
  const create = purpose === 'create'
  let store: PostgresStore | null = null
  try {
    store = new PostgresStore(location)
    if (create) await makeSchema(store)
    await bringUp(store, create, shown(location), null)
  } catch (error) {
    await store?.close()
    throw asRecordError(error, shown(location))
  }
  return { store, archive: new TableArchive(store), readOnly: null }
}

/** `if not exists` looks before it makes: of two processes that begin at once, one would fail. */
async function makeSchema({ db, schema }: PostgresStore): Promise<void> {
  await db.transaction().execute(async write => {
    await sql`select pg_advisory_xact_lock(hashtext(${schema}))`.execute(write)
    await sql`create schema if not exists ${sql.id(schema)}`.execute(write)
  })
}

async function bringUp(store: Store, create: boolean, location: string, readOnly: string | null): Promise<void> {
  const schema = await schemaOf(store)
  if (schema === SCHEMA) return
  if (schema !== null && schema > SCHEMA)
    throw new RecordError(`the record in ${location} was written by a newer Parley (its schema is ${schema})`)
  if (schema === null && !create)
    throw new RecordError(`no record in ${location}: make one with \`parley init ${location}\``)
  if (readOnly !== null)
    throw new RecordError(
      `the record in ${location} was written by an older Parley (its schema is ${schema}) and cannot be brought up to date here: ${readOnly}; copy it to where you may write`,
    )
  const migrations = migrationsFor(store.engine)
  const schemas = store instanceof PostgresStore ? { migrationTableSchema: store.schema } : {}
  const migrator = new Migrator({ db: store.db, provider: { getMigrations: async () => migrations }, ...schemas })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) throw error
  await store.write(async write => {
    await write
      .insertInto('meta')
      .values({ key: 'schema', value: SCHEMA })
      .onConflict(conflict => conflict.column('key').doUpdateSet({ value: SCHEMA }))
      .execute()
  })
}

/** The schema a database names, or null where there is no record in it. */
async function schemaOf({ db, engine }: Store): Promise<string | null> {
  const there =
    engine === 'sqlite'
      ? await sql<{ name: string }>`select name from sqlite_master where type = 'table' and name = 'meta'`.execute(db)
      : await sql<{ name: string }>`select tablename as name from pg_tables
          where schemaname = current_schema() and tablename = 'meta'`.execute(db)
  if (there.rows.length === 0) return null
  const row = await db.selectFrom('meta').select('value').where('key', '=', 'schema').executeTakeFirst()
  return row?.value ?? null
}

/** A password does not belong into a message. */
function shown(location: string): string {
  // It may hold any sign, another @ or / among them: all up to the last @ is taken for it.
  return location.replace(/(\/\/[^/@:]*):.*@/s, '$1:…@')
}

function asRecordError(error: unknown, location: string): unknown {
  if (error instanceof RecordError || !(error instanceof Error)) return error
  const code = 'code' in error ? String(error.code) : ''
  if (isReadOnly(error))
    return new RecordError(
      `the record in ${location} may only be read here, and SQLite has to write: ${error.message}; copy it to where you may write`,
    )
  if (code === 'ERR_SQLITE_ERROR')
    return new RecordError(`the record in ${location} cannot be opened: ${error.message}`)
  if (/^(?:ECONN|ENOTFOUND|EAI_|CONNECT|CONNECTION_|[0-9A-Z]{5}$)/.test(code))
    return new RecordError(`the record at ${location} cannot be opened: ${error.message || code}`)
  if (error instanceof URIError || (error instanceof TypeError && code === 'ERR_INVALID_URL'))
    return new RecordError(`${location} is not an address`)
  return error
}
