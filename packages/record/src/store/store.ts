/** An open database of either engine: reads through Kysely, writes in batches. Nothing here knows what the tables mean. */
import type { Kysely, Transaction } from 'kysely'
import type { EngineName } from './engine-name.ts'
import type { TableName, Tables } from './tables.ts'

export type Db = Kysely<Tables>
export type Write = Transaction<Tables>

export type WordsTable = 'quotations' | 'passages'

export interface Store {
  readonly engine: EngineName
  readonly db: Db
  /** One transaction, alone in writing: what it reads of the log and of numbers stays so until it ends. */
  write<T>(act: (write: Write) => Promise<T>): Promise<T>
  /** Rows in the order given; with `onConflict: 'nothing'` rows whose key is there already are passed over. */
  insert<T extends TableName>(
    write: Write,
    table: T,
    rows: readonly Tables[T][],
    onConflict?: 'fail' | 'nothing',
  ): Promise<void>
  /** Rows with what each is found by: `words[i]` belongs to `rows[i]`, lemmas and facets parted by spaces in the order of the text. */
  insertIndexed<T extends WordsTable>(
    write: Write,
    table: T,
    rows: readonly Tables[T][],
    words: readonly string[],
  ): Promise<void>
  /** Takes the words of the rows of these documents out of the index; call before the rows go. */
  dropWords(write: Write, table: WordsTable, documents: readonly number[]): Promise<void>
  close(): Promise<void>
}
