/** Who may come to a record that others reach, and what they did: apart from what the record says, and no part of the change log or an export. */
import type { Kysely } from 'kysely'
import type { EngineName } from '../engine-name.ts'
import { keepFromChange, makeTables, type Tables } from './make-tables.ts'

export const USERS: Tables = {
  columns: {
    users: { name: 'text!', folded: 'text', password: 'text?', role: 'text', export: 'int', at: 'text' },
    sessions: { hash: 'text!', user: 'text', at: 'text', seen: 'text', expires: 'text' },
    tokens: {
      hash: 'text!',
      id: 'text',
      user: 'text',
      scopes: 'text',
      note: 'text?',
      at: 'text',
      expires: 'text?',
      seen: 'text?',
    },
    audit: { n: 'serial!', at: 'text', who: 'text?', how: 'text', from: 'text?', what: 'text', about: 'text?' },
  },
  references: {
    sessions: { user: 'users.name' },
    tokens: { user: 'users.name' },
  },
  indexes: {
    users: ['!folded'],
    sessions: ['user', 'expires'],
    tokens: ['!id', 'user'],
    audit: ['who, n'],
  },
}

export async function makeUsers(db: Kysely<unknown>, engine: EngineName): Promise<void> {
  await makeTables(db, engine, USERS)
  await keepFromChange(db, engine, 'audit', 'the audit is append-only')
}
