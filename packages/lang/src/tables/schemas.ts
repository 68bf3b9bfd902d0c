/**
 * What each table must look like, a family of tables a file. To add a table: one entry in its family and the file in `languages/<code>/` (or
 * `ontology/`). A table without an entry is carried as it is and reported by a test.
 */
import type { Schema } from './schemas/cells.ts'
import { CLAIM_TABLES } from './schemas/claims.ts'
import { CLAUSE_TABLES } from './schemas/clauses.ts'
import { EVENT_TABLES } from './schemas/events.ts'
import { MENTION_TABLES } from './schemas/mentions.ts'
import { NAME_TABLES } from './schemas/names.ts'
import { ONTOLOGY_TABLES } from './schemas/ontology.ts'
import { WORD_TABLES } from './schemas/words.ts'

export type { Column, Schema } from './schemas/cells.ts'

export const SCHEMAS: Readonly<Record<string, Schema>> = {
  ...WORD_TABLES,
  ...NAME_TABLES,
  ...MENTION_TABLES,
  ...CLAUSE_TABLES,
  ...EVENT_TABLES,
  ...CLAIM_TABLES,
  ...ONTOLOGY_TABLES,
}

/** The schema of a table by its path without extension, or null. */
export function schemaOf(name: string): Schema | null {
  return SCHEMAS[name] ?? null
}
