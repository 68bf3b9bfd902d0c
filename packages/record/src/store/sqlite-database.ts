/** `node:sqlite` behind the interface that Kysely's SQLite dialect asks for. */
import { statSync } from 'node:fs'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import type { SqliteDatabase, SqliteStatement } from 'kysely'
import { RecordError } from './record-error.ts'

/** Statements kept prepared; a record asks some fifty different questions. */
const PREPARED = 200

/** SQLITE_READONLY and the codes derived from it: https://sqlite.org/rescode.html#readonly */
const READ_ONLY = 8
const CANNOT_OPEN = 14

/** Whether SQLite refused to write because the file or its folder cannot be written. */
export function isReadOnly(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === READ_ONLY
}

export class NodeSqlite implements SqliteDatabase {
  readonly raw: DatabaseSync
  readonly #prepared = new Map<string, Prepared>()
  /** Throws RecordError once the file is no more what was opened. */
  readonly #requireSame: () => void

  /** Throws what `node:sqlite` throws when the file is no database or cannot be opened, and RecordError where what it holds cannot be told without writing. */
  constructor(path: string, isReadOnly = false) {
    const { raw, requireSame } = isReadOnly ? openToRead(path) : { raw: open(path), requireSame: () => {} }
    this.raw = raw
    this.#requireSame = requireSame
    this.raw.exec('pragma foreign_keys = on')
    if (isReadOnly) return
    // FULL: a batch that was acknowledged is on the disk; it costs one sync a batch.
    this.raw.exec('pragma journal_mode = wal; pragma synchronous = full; pragma cache_size = -32768')
    this.raw.exec('pragma temp_store = memory; pragma mmap_size = 0')
  }

  prepare(sql: string): SqliteStatement {
    this.#requireSame()
    // On a full disk SQLite has rolled back by itself; the reason must not be lost behind the complaint that there is nothing to roll back.
    if (sql === 'rollback' && !this.raw.isTransaction) return NOTHING
    return this.statement(sql)
  }

  statement(sql: string): Prepared {
    // A transaction that will write says so at once: a reader that turns writer may find that another was first.
    const text = sql === 'begin' ? 'begin immediate' : sql
    let statement = this.#prepared.get(text)
    if (statement === undefined) {
      statement = new Prepared(this.raw.prepare(text))
      if (this.#prepared.size >= PREPARED) this.#prepared.delete(this.#prepared.keys().next().value as string)
    } else this.#prepared.delete(text)
    // The one that was asked last stands last.
    this.#prepared.set(text, statement)
    return statement
  }

  close(): void {
    this.#prepared.clear()
    if (this.raw.isOpen) this.raw.close()
  }
}

function open(path: string | URL, readOnly = false): DatabaseSync {
  return new DatabaseSync(path, { readOnly, timeout: 60_000 })
}

/**
 * For a file that may not be written. While another process writes it, its notes (`-wal`, `-shm`) are there to read by. Without them SQLite would have to make them; told that
 * nobody changes the file it reads it as it stands, so that must be true: it is looked at before each statement.
 */
function openToRead(path: string): { raw: DatabaseSync; requireSame: () => void } {
  const raw = open(path, true)
  try {
    raw.prepare('select count(*) from sqlite_master').get()
    return { raw, requireSame: () => {} }
  } catch (error) {
    raw.close()
    if (!isReadOnly(error) && !isNoEntry(error)) throw error
  }
  const unchanged = stateOf(path)
  if (sizeOf(`${path}-wal`) > 0)
    throw new RecordError(
      `what was written last is still in ${path}-wal, which only who may write there can take in: let them run \`parley verify\`, or copy the whole folder to where you may write`,
    )
  const asItStands = pathToFileURL(path)
  asItStands.searchParams.set('immutable', '1')
  return {
    raw: open(asItStands, true),
    requireSame: () => {
      if (stateOf(path) !== unchanged || sizeOf(`${path}-wal`) > 0)
        throw new RecordError(`${path} has been written by another process since it was opened: ask again`)
    },
  }
}

function stateOf(path: string): string {
  const { ino, size, mtimeMs } = statSync(path)
  return `${ino} ${size} ${mtimeMs}`
}

/** 0 where there is no such file. */
function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}

/** SQLITE_CANTOPEN: so it says, too, where it cannot make its notes. */
function isNoEntry(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === CANNOT_OPEN
}

const NOTHING: SqliteStatement = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [].values(),
}

class Prepared implements SqliteStatement {
  readonly reader: boolean
  readonly #statement: StatementSync

  constructor(statement: StatementSync) {
    this.#statement = statement
    this.reader = statement.columns().length > 0
  }

  all(parameters: readonly unknown[]): unknown[] {
    return this.#statement.all(...(parameters as SQLInputValue[]))
  }

  run(parameters: readonly unknown[]): { changes: number | bigint; lastInsertRowid: number | bigint } {
    return this.#statement.run(...(parameters as SQLInputValue[]))
  }

  iterate(parameters: readonly unknown[]): IterableIterator<unknown> {
    return this.#statement.iterate(...(parameters as SQLInputValue[]))
  }
}
