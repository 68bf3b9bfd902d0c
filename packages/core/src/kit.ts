/**
 * The kit: everything the reader knows besides the document. Built once from packs (and dossiers), then only read.
 * The core never opens a file: bytes of packs come from outside.
 */
import type { Dossier } from './dossier.ts'
import type { Lexicon } from './words/form.ts'
import type { KeyIndex } from './words/phrases.ts'

/** What tells who does what: the case of nouns, or the order of words. */
export type Grammar = 'case' | 'order'

/** One row of a language table, as compiled: column name -> cell, trimmed; absent cells are ''. */
export type TableRow = Readonly<Record<string, string>>

export interface LanguagePack {
  readonly code: string
  /** Hash of the language data, hex. */
  readonly hash: string
  /** Licence and attribution of the data inside. */
  readonly notice: string
  /** What tells who does what. */
  readonly grammar: Grammar
  readonly lexicon: Lexicon
  readonly keys: KeyIndex
  /** Rows of a table by its path without extension: `cues`, `names/given`. Throws RangeError for an unknown table. */
  table(name: string): readonly TableRow[]
  /** Whether the pack has a table of this name: a language may not have come so far. */
  hasTable(name: string): boolean
  /** A YAML table as plain data: `times`, `language`. */
  data(name: string): unknown
  /** A model's bytes by name (`tagger`, `namer`), or null when the pack has none. */
  model(name: string): Uint8Array | null
  /** A value computed from the pack once and kept with it, e.g. a compiled table. `make` must be pure. */
  derive<T>(make: (pack: LanguagePack) => T): T
}

export interface Kit {
  /** Version of the reader. */
  readonly version: string
  readonly packs: ReadonlyMap<string, LanguagePack>
  /** Hash of all language data, hex. */
  readonly languages: string
  /** The peace processes the reader knows, sorted by id. */
  readonly dossiers: readonly Dossier[]
  /** Hash of the dossiers, whatever their order; null without any. */
  readonly dossier: string | null
}
