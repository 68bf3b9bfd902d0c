/** Tables of what is claimed about the duties of an agreement. */
import { among, type Column, required, type Schema, text, wordings } from './cells.ts'

const asserted: Column = among('assertions', 'assertion')
const turned: Column = { values: ['deed', 'state', 'breach', 'planned', 'not-begun', 'halted', 'progress'] }
/** What an operator makes of an aspect: an assertion, or `same`. */
const outcome: Column = {
  values: ['same', 'fulfilled', 'progress', 'planned', 'not-begun', 'halted', 'breached'],
}

export const CLAIM_TABLES: Readonly<Record<string, Schema>> = {
  'claims/degrees': {
    columns: {
      wordings,
      degree: { required: true, values: ['part', 'whole', 'unfinished', 'measure'] },
      example: required,
      reads: asserted,
    },
  },
  'claims/operators': {
    columns: {
      wordings,
      kind: { required: true, values: ['phase', 'mode', 'pact', 'idle', 'lack', 'shift', 'list'] },
      takes: { list: ' ' },
      deed: outcome,
      state: outcome,
      breach: outcome,
      'no-deed': outcome,
      'no-state': outcome,
      'no-breach': outcome,
      speaker: { values: ['yes'] },
      example: required,
      reads: asserted,
    },
  },
  'claims/silences': {
    columns: {
      wordings,
      reach: {
        required: true,
        values: ['sentence', 'clause', 'purpose', 'instead', 'agreement', 'given', 'moment', 'company'],
      },
      example: required,
    },
  },
  'claims/sweeps': {
    columns: {
      wordings,
      role: { required: true, values: ['all', 'none', 'except'] },
      example: required,
      reads: { required: true, ...asserted },
    },
  },
  'claims/turns': {
    columns: {
      wordings,
      deed: turned,
      state: turned,
      breach: turned,
      example: required,
      reads: asserted,
    },
  },
  'claims/words': {
    columns: {
      duty: { required: true, ...among('duties', 'duty', ' ') },
      role: {
        required: true,
        values: ['thing', 'deed', 'step', 'state', 'breach', 'does', 'part', 'keeps', 'breaks', 'lacks', 'apart'],
      },
      topic: { pattern: /^[a-z]+$/, means: 'small letters' },
      wordings,
      with: {
        list: ' ',
        pattern: /^((object|subject|agent|sentence):)?[a-z]+(\+((object|subject|agent|sentence):)?[a-z]+)*$/,
        means: 'what must stand beside',
      },
      example: required,
      reads: asserted,
      never: text,
    },
  },
}
