/**
 * What each table must look like. To add a table: one entry here and the file in `languages/<code>/` (or `ontology/`).
 * A table without an entry is carried as it is and reported by a test.
 */
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

const text: Column = {}
const required: Column = { required: true }
const wording: Column = {
  required: true,
  wording: true,
  pattern: /^\S+( \S+)*$/,
  means: 'words parted by single spaces',
}
const gender: Column = { required: true, values: ['m', 'f'] }
const endings: Column = { required: true, list: ' ', pattern: /^\*?\p{Ll}+$/u, means: 'an ending in small letters' }
const identifier: Column = { required: true, pattern: /^[a-z]+(-[a-z]+)*$/, means: 'small letters and hyphens' }
/** How a noun hangs on a word: cases, prepositions, or one of the keywords infn, clause, agrees. */
const takes: Column = { list: ' ', pattern: /^\p{Ll}+(-\p{Ll}+)*$/u, means: 'cases and prepositions parted by spaces' }
const among = (table: string, column: string, list?: string): Column => ({
  among: { table, column },
  ...(list === undefined ? {} : { list }),
})

/** Several wordings for which a row holds alike. */
const wordings: Column = { ...wording, list: ', ' }
const asserted: Column = among('assertions', 'assertion')
/** `events/<type>`: what words tell of events of one type. */
const EVENTS: Schema = {
  columns: {
    wording,
    with: { list: ', ' },
    without: { list: ', ' },
    mode: { pattern: /^[a-z]+$/, means: 'a mode of the type' },
    frame: { required: true, ...among('event-frames', 'frame') },
    needs: {
      list: ' ',
      values: [
        'actor',
        'recipient',
        'two',
        'active',
        'verb',
        'noun',
        'many',
        'himself',
        'forces',
        'finite',
        'person',
        'object',
        'thing',
        'plural',
        'people',
        'place',
        'official',
        'carried',
        'anchored',
        'power',
        'deed',
        'nobody',
        'anybody',
      ],
    },
    example: required,
    never: { required: true, means: "another sentence with the row's words, which tells of no event of the type" },
    source: required,
  },
  key: ['wording', 'with'],
}

/** The sixteen types of `ontology/event-types.tsv`, one table each. */
const EVENT_TABLES = [
  ...['agree', 'consult', 'support', 'concede', 'cooperate', 'aid', 'retreat', 'request'],
  ...['accuse', 'reject', 'threaten', 'protest', 'sanction', 'mobilize', 'coerce', 'assault'],
].map(type => [`events/${type}`, EVENTS] as const)
const turned: Column = { values: ['deed', 'state', 'breach', 'planned', 'not-begun', 'halted', 'progress'] }
/** What an operator makes of an aspect: an assertion, or `same`. */
const outcome: Column = {
  values: ['same', 'fulfilled', 'progress', 'planned', 'not-begun', 'halted', 'breached'],
}

export const SCHEMAS: Readonly<Record<string, Schema>> = {
  ...Object.fromEntries(EVENT_TABLES),
  // languages/<code>
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
        ],
      },
      example: required,
      source: required,
    },
    key: ['wording', 'role'],
  },
  compounds: {
    columns: {
      element: required,
      place: { required: true, values: ['before', 'after', 'inside', 'adverb'] },
      example: required,
    },
    key: ['element', 'place'],
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
  countries: {
    columns: {
      code: { required: true, pattern: /^([A-Z]{2}|[A-Z]{4}|x-[a-z]+(-[a-z]+)*)$/, means: 'an ISO 3166 code or x-…' },
      names: { required: true, list: ', ' },
      adjectives: { list: ', ' },
      demonyms: { list: ', ' },
      capital: text,
      source: required,
    },
    key: ['code'],
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
  'lemmas/new-words': { columns: { lemma: required, like: required, example: required }, key: ['lemma'] },
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
  works: {
    columns: { wording, takes: { ...takes, required: true }, example: required, source: required },
    key: ['wording'],
  },
  'names/given': { columns: { name: required, gender, like: text, origin: required }, key: ['name', 'gender'] },
  'names/given-endings': { columns: { endings, gender, like: required, example: required } },
  'names/organisations': {
    columns: {
      name: required,
      kind: { required: true, values: ['international', 'state', 'party', 'media', 'company', 'academy', 'sport'] },
      source: required,
    },
    key: ['name'],
  },
  'names/heads': {
    columns: {
      word: required,
      kind: {
        required: true,
        values: [
          ...['authority', 'organ', 'organisation', 'media', 'team', 'place', 'facility', 'person'],
          ...['work', 'law', 'event', 'award', 'product'],
        ],
      },
      source: required,
    },
    key: ['word'],
  },
  'names/honorifics': {
    columns: { word: required, gender: { required: true, values: ['m', 'f', 'mf'] }, example: required },
    key: ['word'],
  },
  'names/particles': { columns: { word: required, example: required }, key: ['word'] },
  'names/patronymic-words': { columns: { form: required, gender, example: required }, key: ['form'] },
  'names/patronymics': { columns: { endings, like: required, example: required } },
  'names/surname-endings': {
    columns: {
      endings,
      like: { required: true, list: ' ' },
      typical: { required: true, values: ['yes', 'no'] },
      share: { required: true, pattern: /^[1-9]\d?$/, means: 'a whole number below 100' },
      example: required,
    },
  },
  organs: { columns: { wording, example: required, source: required }, key: ['wording'] },
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
  spellings: {
    columns: { letters: required, spellings: { required: true, list: ' ' }, example: required, source: required },
    key: ['letters'],
  },
  prefixes: { columns: { prefix: required, example: required }, key: ['prefix'] },
  'compound-prepositions': { columns: { wording, example: required, source: required }, key: ['wording'] },
  elsewhere: { columns: { wording, example: required, source: required }, key: ['wording'] },
  idioms: { columns: { wording, example: required, source: required }, key: ['wording'] },
  background: { columns: { wording, example: required, source: required }, key: ['wording'] },
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
  'event-frames': {
    columns: {
      frame: identifier,
      actor: { list: ' ' },
      recipient: { list: ' ' },
      place: { list: ' ' },
      example: required,
    },
    key: ['frame'],
  },
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
  pronouns: {
    columns: {
      wording,
      kind: { required: true, values: ['personal', 'possessive', 'relative', 'reflexive', 'speaker'] },
      example: required,
      source: required,
    },
    key: ['wording'],
  },
  seats: {
    columns: {
      name: required,
      code: { required: true, ...among('countries', 'code') },
      example: required,
      source: required,
    },
    key: ['name'],
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
  auxiliaries: {
    columns: {
      lemma: required,
      role: { required: true, values: ['be', 'have', 'do', 'get'] },
      example: required,
      source: required,
    },
    key: ['lemma'],
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

  // ontology
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
  'names/declensions': {
    columns: { name: required, endings, like: required, example: required, source: required },
    key: ['name'],
  },
  'names/place-adjectives': {
    columns: {
      place: { required: true, pattern: /^\p{Ll}+$/u, means: 'an ending in small letters' },
      adjectives: endings,
      example: required,
      source: required,
    },
    key: ['place'],
  },
  'names/surname-pairs': {
    columns: { masculine: required, feminine: required, example: required, source: required },
    key: ['masculine', 'feminine'],
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

/** The schema of a table by its path without extension, or null. */
export function schemaOf(name: string): Schema | null {
  return SCHEMAS[name] ?? null
}
