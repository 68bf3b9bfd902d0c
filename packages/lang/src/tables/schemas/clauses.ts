/** Tables of what is said, and how surely: cues of speech, words that part clauses, negation, modality, phases, verbs that carry a noun. */
import { among, required, type Schema, takes, wording } from './cells.ts'

export const CLAUSE_TABLES: Readonly<Record<string, Schema>> = {
  clauses: {
    columns: {
      wording,
      role: {
        required: true,
        values: [
          ...['subordinator', 'relative', 'coordinator', 'connector', 'after', 'contrast', 'partitive'],
          ...['charge', 'condition', 'someone'],
          ...['negation', 'as', 'back', 'words', 'that', 'purpose', 'about', 'quantity', 'agent'],
          ...['question', 'whether', 'implying', 'including', 'measure', 'asking', 'intended', 'indefinite'],
          ...['possible', 'undone'],
        ],
      },
      example: required,
      source: required,
    },
    key: ['wording', 'role'],
  },
  cues: {
    columns: {
      wording,
      act: { required: true, ...among('acts', 'act') },
      frame: {
        required: true,
        list: ' ',
        values: [
          ...['clause', 'infinitive', 'purpose', 'parenthesis', 'quote', 'fragment', 'impersonal', 'short'],
          ...[
            'genitive',
            'dative',
            'object',
            'subject',
            'addressee',
            'passive',
            'that',
            'question',
            'gerund',
            'noun',
            'adds',
          ],
        ],
      },
      example: required,
      source: required,
    },
  },
  'light-verbs': {
    columns: {
      wording,
      takes: { ...takes, required: true },
      subject: { required: true, values: ['actor', 'recipient', 'none'] },
      example: required,
      source: required,
    },
    key: ['wording', 'subject'],
  },
  modality: {
    columns: {
      wording,
      sense: {
        required: true,
        values: [
          ...['can', 'must', 'plans', 'ready', 'calls', 'wants', 'tries', 'threatens', 'forbids', 'alleged'],
          'hypothetical',
        ],
      },
      takes,
      example: required,
      source: required,
    },
    key: ['wording'],
  },
  negation: {
    columns: {
      wording,
      sense: { required: true, values: ['particle', 'clause', 'absence', 'none'] },
      takes,
      example: required,
      source: required,
    },
    key: ['wording'],
  },
  phases: {
    columns: {
      wording,
      sense: {
        required: true,
        values: ['begin', 'continue', 'stop', 'suspend', 'resume', 'complete', 'increase', 'decrease'],
      },
      takes,
      example: required,
      source: required,
    },
    key: ['wording'],
  },
  works: {
    columns: { wording, takes: { ...takes, required: true }, example: required, source: required },
    key: ['wording'],
  },
}
