/** Tables of closed lists of what can be said: acts, assertions, duties, event types, offices, statuses. */
import { among, identifier, required, type Schema } from './cells.ts'

export const ONTOLOGY_TABLES: Readonly<Record<string, Schema>> = {
  acts: { columns: { act: identifier, definition: required }, key: ['act'] },
  assertions: {
    columns: {
      assertion: identifier,
      rank: { required: true, pattern: /^\d+$/, means: 'a whole number' },
      contradicts: among('assertions', 'assertion', ' '),
      definition: required,
    },
    key: ['assertion'],
  },
  duties: {
    columns: {
      duty: identifier,
      definition: required,
      pam: among('pam', 'type'),
      for: { list: ' ' },
      against: { list: ' ' },
    },
    key: ['duty'],
  },
  'event-types': {
    columns: {
      type: { required: true, pattern: /^[A-Z]+$/, means: 'capitals' },
      modes: { list: ' ' },
      definition: required,
    },
    key: ['type'],
  },
  offices: {
    columns: {
      office: identifier,
      also: { list: ' ' },
      one: { values: ['yes', 'anyone'] },
      speaks: { values: ['yes'] },
      life: { values: ['private'] },
      definition: required,
    },
    key: ['office'],
  },
  pam: { columns: { type: required, definition: required }, key: ['type'] },
  statuses: { columns: { status: identifier, kind: required, definition: required }, key: ['status'] },
}
