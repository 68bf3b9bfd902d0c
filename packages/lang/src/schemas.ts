/**
 * What each language table must look like. To add a table: one entry here, the file in `languages/<code>/`.
 * `key` names the columns that no two rows may share.
 */
export interface Column {
  readonly required?: boolean
  /** The only cells allowed. */
  readonly values?: readonly string[]
  readonly pattern?: RegExp
  /** What `pattern` asks for, in words. */
  readonly means?: string
  /** A cell holds several values parted by this. */
  readonly list?: string
}

export interface Schema {
  readonly columns: Readonly<Record<string, Column>>
  readonly key?: readonly string[]
}

const text: Column = {}
const required: Column = { required: true }
const caseList: Column = { required: true, list: ' ', values: ['nomn', 'gent', 'datv', 'accs', 'ablt', 'loct'] }

export const SCHEMAS: Readonly<Record<string, Schema>> = {
  prepositions: { columns: { lemma: required, cases: caseList, example: text }, key: ['lemma'] },
}

/** The schema of a table by its path without extension, or null. */
export function schemaOf(name: string): Schema | null {
  return SCHEMAS[name] ?? null
}
