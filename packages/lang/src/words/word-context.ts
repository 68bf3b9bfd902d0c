/** What the compilers of words share: the dictionary, the changes to it, the language's tables, the mistakes found. */

import type { Problem } from '@parley/core'
import type { Table } from '../tables/tables.ts'
import type { OpenCorpora } from './opencorpora.ts'
import type { Paradigms } from './paradigms.ts'
import type { WordChanges } from './word-changes.ts'

export interface WordContext {
  readonly source: OpenCorpora
  readonly paradigms: Paradigms
  readonly changes: WordChanges
  readonly problems: Problem[]
  readonly tables: ReadonlyMap<string, Table>
  /** Path of a table as problems show it. */
  readonly pathOf: (table: string) => string
}
