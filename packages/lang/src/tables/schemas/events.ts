/** Tables of what happens: the words that tell of events of each type, and who takes part. */
import { among, identifier, required, type Schema, wording } from './cells.ts'

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
const TYPES = [
  ...['agree', 'consult', 'support', 'concede', 'cooperate', 'aid', 'retreat', 'request'],
  ...['accuse', 'reject', 'threaten', 'protest', 'sanction', 'mobilize', 'coerce', 'assault'],
].map(type => [`events/${type}`, EVENTS] as const)

export const EVENT_TABLES: Readonly<Record<string, Schema>> = {
  ...Object.fromEntries(TYPES),
  background: { columns: { wording, example: required, source: required }, key: ['wording'] },
  elsewhere: { columns: { wording, example: required, source: required }, key: ['wording'] },
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
  idioms: { columns: { wording, example: required, source: required }, key: ['wording'] },
}
