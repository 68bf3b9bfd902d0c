/** A record's database in a file. */
import { Kysely, SqliteAdapter, SqliteDialect, sql } from 'kysely'
import { NodeSqlite } from './sqlite-database.ts'
import type { Db, Store, WordsTable, Write } from './store.ts'
import type { TableName, Tables } from './tables.ts'

const INDEX = { quotations: 'quotation_words', passages: 'passage_words' } as const

export class SqliteStore implements Store {
  readonly engine = 'sqlite'
  readonly db: Db
  readonly #database: NodeSqlite

  constructor(path: string, isReadOnly = false) {
    this.#database = new NodeSqlite(path, isReadOnly)
    this.db = new Kysely<Tables>({ dialect: new Dialect({ database: this.#database }) })
  }

  write<T>(act: (write: Write) => Promise<T>): Promise<T> {
    return this.db.transaction().execute(act)
  }

  // The rows go past Kysely: inside a transaction the one connection is ours, and a prepared statement costs a microsecond.
  async insert<T extends TableName>(
    _write: Write,
    table: T,
    rows: readonly Tables[T][],
    onConflict: 'fail' | 'nothing' = 'fail',
  ): Promise<void> {
    if (rows.length === 0) return
    const columns = Object.keys(rows[0]) as (keyof Tables[T])[]
    const names = columns.map(column => `"${String(column)}"`).join(', ')
    const marks = columns.map(() => '?').join(', ')
    const otherwise = onConflict === 'nothing' ? ' on conflict do nothing' : ''
    const statement = this.#database.statement(`insert into "${table}" (${names}) values (${marks})${otherwise}`)
    for (const row of rows) statement.run(columns.map(column => row[column]))
  }

  async insertIndexed<T extends WordsTable>(
    write: Write,
    table: T,
    rows: readonly Tables[T][],
    words: readonly string[],
  ): Promise<void> {
    await this.insert(write, table, rows)
    const statement = this.#database.statement(`insert into ${INDEX[table]} (rowid, words) values (?, ?)`)
    rows.forEach(({ n }, i) => {
      statement.run([n, words[i]])
    })
  }

  async dropWords(write: Write, table: WordsTable, documents: readonly number[]): Promise<void> {
    for (const document of documents) {
      await sql`delete from ${sql.table(INDEX[table])} where rowid in
        (select n from ${sql.table(table)} where document = ${document})`.execute(write)
    }
  }

  async close(): Promise<void> {
    await this.db.destroy()
    this.#database.close()
  }
}

/**
 * Kysely leaves migrations outside transactions for SQLite, though SQLite rolls tables back like rows: a process killed in the middle would leave half a
 * schema, and two that open one new record would each make the same tables. In one transaction, which begins as a writer's, neither can be.
 */
class Adapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

class Dialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new Adapter()
  }
}
