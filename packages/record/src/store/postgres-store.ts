/** A record in a PostgreSQL database, in a schema of its own: `postgres://user@host/database?schema=name`. */
import { Kysely, sql } from 'kysely'
import { PostgresJSDialect } from 'kysely-postgres-js'
import postgres from 'postgres'
import { columnKind } from './migrations.ts'
import type { Db, Store, WordsTable, Write } from './store.ts'
import type { TableName, Tables } from './tables.ts'
import { toTsvector } from './tsvector.ts'

const BIGINT = 20
const CONNECTIONS = 4
/** Rows in one statement: a parameter of a few megabytes at most. */
const ROWS = 2000

export class PostgresStore implements Store {
  readonly engine = 'postgres'
  readonly db: Db
  readonly schema: string

  constructor(address: string) {
    const url = new URL(address)
    this.schema = url.searchParams.get('schema') ?? 'parley'
    url.searchParams.delete('schema')
    const client = postgres(url.href, {
      max: CONNECTIONS,
      connect_timeout: 10,
      onnotice: () => {},
      connection: { search_path: this.schema, client_min_messages: 'warning' },
      // Counts and offsets stay far below 2^53.
      types: { bigint: { to: BIGINT, from: [BIGINT], parse: Number, serialize: String } },
    })
    this.db = new Kysely<Tables>({ dialect: new PostgresJSDialect({ postgres: client }) })
  }

  write<T>(act: (write: Write) => Promise<T>): Promise<T> {
    return this.db.transaction().execute(async write => {
      // One writer at a time, as in SQLite: the log is a chain. Readers go on.
      await sql`lock table log in exclusive mode`.execute(write)
      return act(write)
    })
  }

  insert<T extends TableName>(
    write: Write,
    table: T,
    rows: readonly Tables[T][],
    onConflict: 'fail' | 'nothing' = 'fail',
  ): Promise<void> {
    return this.#insert(write, table, rows as readonly object[], onConflict === 'nothing')
  }

  async #insert(write: Write, table: TableName, rows: readonly object[], passesOver: boolean): Promise<void> {
    const otherwise = passesOver ? sql` on conflict do nothing` : sql``
    for (let from = 0; from < rows.length; from += ROWS) {
      const some = rows.slice(from, from + ROWS) as Readonly<Record<string, unknown>>[]
      const columns = Object.keys(some[0])
      const arrays = columns.map(column => {
        const literal = arrayLiteral(some.map(row => row[column]))
        return sql`${literal}::text::${sql.raw(typeOf(table, column))}[]`
      })
      await sql`insert into ${sql.table(table)} (${sql.join(columns.map(column => sql.ref(column)))})
        select * from unnest(${sql.join(arrays)})${otherwise}`.execute(write)
    }
  }

  insertIndexed<T extends WordsTable>(
    write: Write,
    table: T,
    rows: readonly Tables[T][],
    words: readonly string[],
  ): Promise<void> {
    const indexed = rows.map((row, i) => ({ ...row, words: toTsvector(words[i]) }))
    return this.#insert(write, table, indexed, false)
  }

  /** The words are a column of the rows, and go with them. */
  async dropWords(): Promise<void> {}

  close(): Promise<void> {
    return this.db.destroy()
  }
}

function typeOf(table: TableName, column: string): string {
  const kind = columnKind(table, column)
  if (kind === null) return 'tsvector'
  return { text: 'text', int: 'bigint', bytes: 'bytea', serial: 'bigint' }[kind]
}

/** A PostgreSQL array as text: quoting everything is simpler than knowing what needs it. */
function arrayLiteral(values: readonly unknown[]): string {
  const cells = values.map(value => {
    if (value === null || value === undefined) return 'NULL'
    if (value instanceof Uint8Array)
      return `"\\\\x${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')}"`
    return `"${String(value).replace(/["\\]/g, '\\$&')}"`
  })
  return `{${cells.join(',')}}`
}
