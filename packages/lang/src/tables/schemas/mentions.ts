/** Tables of words that refer to somebody: offices, bodies, parties, pronouns. */
import { among, identifier, required, type Schema, wording } from './cells.ts'

export const MENTION_TABLES: Readonly<Record<string, Schema>> = {
  bodies: {
    columns: {
      wording,
      kind: { required: true, values: ['organisation', 'group', 'document'] },
      also: among('bodies', 'wording', ' '),
      example: required,
      source: required,
    },
    key: ['wording'],
  },
  copulas: {
    columns: {
      wording,
      role: { required: true, values: ['becoming', 'heading', 'party', 'auxiliary'] },
      example: required,
      source: required,
    },
    key: ['wording', 'role'],
  },
  organs: { columns: { wording, example: required, source: required }, key: ['wording'] },
  parties: {
    columns: {
      wording,
      kind: { required: true, values: ['person', 'organisation', 'group', 'none'] },
      power: { values: ['yes'] },
      example: required,
      source: required,
    },
    key: ['wording'],
  },
  pronouns: {
    columns: {
      wording,
      kind: { required: true, values: ['personal', 'possessive', 'relative', 'reflexive', 'speaker'] },
      example: required,
      source: required,
    },
    key: ['wording'],
  },
  stages: {
    columns: {
      wording,
      stage: { required: true, values: ['former', 'coming', 'in-office'] },
      example: required,
      source: required,
    },
    key: ['wording'],
  },
  titles: {
    columns: {
      wording,
      office: identifier,
      scope: { required: true, list: ' ', values: ['state', 'body', 'place', 'any', 'none'] },
      example: required,
      source: required,
    },
    key: ['wording'],
  },
}
