/** `node:sqlite` behind the interface that Kysely's SQLite dialect asks for. */
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import type { SqliteDatabase, SqliteStatement } from 'kysely'

/** Statements kept prepared; a record asks some fifty different questions. */
const PREPARED = 200

/** SQLITE_READONLY and the codes derived from it: https://sqlite.org/rescode.html#readonly */
const READ_ONLY = 8

/** Whether SQLite refused to write because the file or its folder cannot be written. */
export function isReadOnly(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === READ_ONLY
}

export class NodeSqlite implements SqliteDatabase {
  readonly raw: DatabaseSync
  readonly #prepared = new Map<string, Prepared>()

  /** Throws what `node:sqlite` throws when the file is no database or cannot be opened. */
  constructor(path: string, isReadOnly = false) {
    this.raw = new DatabaseSync(path, { readOnly: isReadOnly, timeout: 60_000 })
    this.raw.exec('pragma foreign_keys = on')
    if (isReadOnly) return
    // FULL: a batch that was acknowledged is on the disk; it costs one sync a batch.
    this.raw.exec('pragma journal_mode = wal; pragma synchronous = full; pragma cache_size = -32768')
    this.raw.exec('pragma temp_store = memory; pragma mmap_size = 0')
  }

  prepare(sql: string): SqliteStatement {
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

const NOTHING: SqliteStatement = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [].values(),
}

export class Prepared implements SqliteStatement {
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
