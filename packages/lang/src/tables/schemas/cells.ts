/** What a table may look like, and the cells that tables of several families have. */
export interface Column {
  readonly required?: boolean
  /** The only cells allowed. */
  readonly values?: readonly string[]
  /** Only cells that stand in this column of another table. */
  readonly among?: { readonly table: string; readonly column: string }
  readonly pattern?: RegExp
  /** What `pattern` asks for, or what an empty cell should hold, in words. */
  readonly means?: string
  /** A cell holds several values parted by this. */
  readonly list?: string
  /** The cell is a wording: words parted by single spaces, a bare word a dictionary word, one after `=` a form. */
  readonly wording?: boolean
}

export interface Schema {
  readonly columns: Readonly<Record<string, Column>>
  /** Columns that no two rows may share. */
  readonly key?: readonly string[]
}

export const text: Column = {}
export const required: Column = { required: true }
export const wording: Column = {
  required: true,
  wording: true,
  pattern: /^\S+( \S+)*$/,
  means: 'words parted by single spaces',
}
/** Several wordings for which a row holds alike. */
export const wordings: Column = { ...wording, list: ', ' }
export const gender: Column = { required: true, values: ['m', 'f'] }
export const endings: Column = {
  required: true,
  list: ' ',
  pattern: /^\*?\p{Ll}+$/u,
  means: 'an ending in small letters',
}
export const identifier: Column = { required: true, pattern: /^[a-z]+(-[a-z]+)*$/, means: 'small letters and hyphens' }
/** How a noun hangs on a word: cases, prepositions, or one of the keywords infn, clause, agrees. */
export const takes: Column = {
  list: ' ',
  pattern: /^\p{Ll}+(-\p{Ll}+)*$/u,
  means: 'cases and prepositions parted by spaces',
}
export const among = (table: string, column: string, list?: string): Column => ({
  among: { table, column },
  ...(list === undefined ? {} : { list }),
})
