/** What was noticed of inputs that were taken in all the same: told for people, and vouched for by nothing. */
import type { Kysely } from 'kysely'
import type { EngineName } from '../engine-name.ts'
import { makeTables, type Tables } from './make-tables.ts'

export const NOTICES: Tables = {
  columns: { notices: { import: 'text', input: 'text', message: 'text' } },
  references: {},
  indexes: { notices: ['import'] },
}

export function makeNotices(db: Kysely<unknown>, engine: EngineName): Promise<void> {
  return makeTables(db, engine, NOTICES)
}
