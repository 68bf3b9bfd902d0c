/** Tables of the words of a language and their forms: dictionary, endings, small closed classes. */
import { among, required, type Schema, text, wording } from './cells.ts'

export const WORD_TABLES: Readonly<Record<string, Schema>> = {
  abbreviations: {
    columns: {
      form: required,
      ends: { required: true, values: ['yes', 'no', 'before-capital', 'unless-name'] },
      after_number: { values: ['yes', 'no', 'before-capital', 'unless-name'] },
      example: required,
      source: required,
    },
    key: ['form'],
  },
  auxiliaries: {
    columns: {
      lemma: required,
      role: { required: true, values: ['be', 'have', 'do', 'get'] },
      example: required,
      source: required,
    },
    key: ['lemma'],
  },
  compounds: {
    columns: {
      element: required,
      place: { required: true, values: ['before', 'after', 'inside', 'adverb'] },
      example: required,
    },
    key: ['element', 'place'],
  },
  'compound-prepositions': { columns: { wording, example: required, source: required }, key: ['wording'] },
  'lemmas/new-words': { columns: { lemma: required, like: required, example: required }, key: ['lemma'] },
  patches: {
    columns: {
      do: { required: true, values: ['add', 'drop'] },
      word: required,
      of: { required: true, values: ['lemma', 'form'] },
      tags: { list: ' ' },
      like: text,
      example: required,
    },
    key: ['do', 'word', 'of', 'tags', 'like'],
  },
  prefixes: { columns: { prefix: required, example: required }, key: ['prefix'] },
  prepositions: {
    columns: {
      lemma: required,
      of: among('prepositions', 'lemma'),
      place: { values: ['yes'] },
      cases: { required: true, list: ' ', values: ['nomn', 'gent', 'datv', 'accs', 'ablt', 'loct'] },
      example: required,
    },
    key: ['lemma'],
  },
  spellings: {
    columns: { letters: required, spellings: { required: true, list: ' ' }, example: required, source: required },
    key: ['letters'],
  },
  transitions: {
    columns: {
      before: required,
      class: required,
      points: { required: true, pattern: /^-?\d(\.\d)?$/, means: 'points with at most one decimal' },
      example: required,
    },
    key: ['before', 'class'],
  },
  'words/closed': {
    columns: {
      word: required,
      lemma: required,
      class: required,
      share: { required: true, pattern: /^(0\.\d+|1)$/, means: 'a share between 0 and 1' },
      example: required,
    },
    key: ['word', 'class'],
  },
  'words/inflection': {
    columns: {
      class: { required: true, values: ['noun', 'verb', 'adjective'] },
      form: required,
      ending: { required: true, pattern: /^(\*|[a-z]+)$/, means: 'an ending or *' },
      cut: { required: true, pattern: /^\d$/, means: 'a number of letters' },
      add: text,
      example: required,
    },
    key: ['class', 'form', 'ending'],
  },
}
