/** What the views say in their own voice. One table, so that another language of the interface is another table. */
import type { EntityKind, MentionForm, QuotationKind } from '@parley/core'
import type { EventWords } from '@parley/views'

export interface InterfaceWords extends EventWords {
  /** BCP 47 code of the table's language. */
  readonly language: string
  readonly quotationsBySpeaker: string
  readonly noSpeaker: string
  readonly noQuotations: string
  readonly whoIsNamed: string
  readonly nobodyNamed: string
  readonly times: string
  readonly noTimes: string
  readonly whatHappened: string
  readonly noEvents: string
  readonly asSaid: string
  readonly meaning: string
  readonly notResolved: string
  readonly dateUnknown: string
  readonly said: string
  readonly skipToFindings: string
  readonly toList: string
  readonly toText: string
  readonly keys: string
  readonly readBy: string
  readonly report: string
  readonly dayOfPublication: string
  readonly quotationsColumn: string
  readonly speakers: string
  readonly languageData: string
  readonly marks: string
  readonly speaker: string
  readonly cue: string
  readonly name: string
  readonly time: string
  readonly event: string
  readonly pronouns: (count: number) => string
  readonly quotations: (count: number) => string
  readonly quotationNumber: (number: number) => string
  readonly mentions: (count: number) => string
  readonly quotationKind: Readonly<Record<QuotationKind, string>>
  readonly entityKind: Readonly<Record<EntityKind, string>>
  readonly entityKinds: Readonly<Record<EntityKind, string>>
  readonly mentionForm: Readonly<Record<MentionForm, string>>
}

const counted =
  (one: string, many: string) =>
  (count: number): string =>
    `${count} ${count === 1 ? one : many}`

export const ENGLISH: InterfaceWords = {
  language: 'en',
  quotationsBySpeaker: 'Quotations by speaker',
  noSpeaker: 'No speaker named',
  noQuotations: 'Nobody is quoted in this text.',
  whoIsNamed: 'Who is named',
  nobodyNamed: 'Nobody is named in this text.',
  times: 'Times',
  noTimes: 'This text names no times.',
  whatHappened: 'What happened',
  noEvents: 'This text tells of no events.',
  asSaid: 'As said',
  meaning: 'Meaning',
  notResolved: 'not resolved',
  dateUnknown: 'day of publication unknown: relative dates stay open',
  said: 'said',
  skipToFindings: 'Skip to what was found',
  toList: 'to the list',
  toText: 'to the text',
  keys: 'next and previous quotation',
  readBy: 'Read by Parley',
  report: 'Report',
  dayOfPublication: 'Published',
  quotationsColumn: 'Quotations',
  speakers: 'Speakers',
  languageData: 'language data',
  marks: 'Marks in the text',
  speaker: 'speaker',
  cue: 'word that reports',
  name: 'name',
  time: 'time',
  event: 'event',
  pronouns: counted('pronoun', 'pronouns'),
  quotations: counted('quotation', 'quotations'),
  quotationNumber: number => `Quotation ${number}`,
  mentions: counted('mention', 'mentions'),
  quotationKind: { direct: 'direct', indirect: 'indirect', mixed: 'mixed' },
  entityKind: {
    person: 'person',
    organisation: 'organisation',
    place: 'place',
    country: 'country',
    group: 'group',
    document: 'document',
  },
  entityKinds: {
    person: 'Persons',
    organisation: 'Organisations',
    place: 'Places',
    country: 'Countries',
    group: 'Groups',
    document: 'Documents',
  },
  mentionForm: {
    name: 'name',
    title: 'title',
    pronoun: 'pronoun',
    metonym: 'seat that stands for it',
    adjective: 'adjective',
  },
  eventTypes: {
    AGREE: 'agreement',
    CONSULT: 'contact',
    SUPPORT: 'support',
    CONCEDE: 'concession',
    COOPERATE: 'cooperation',
    AID: 'aid',
    RETREAT: 'retreat',
    REQUEST: 'request',
    ACCUSE: 'accusation',
    REJECT: 'refusal',
    THREATEN: 'threat',
    PROTEST: 'protest',
    SANCTION: 'sanction',
    MOBILIZE: 'mobilisation',
    COERCE: 'coercion',
    ASSAULT: 'use of force',
  },
  eventModes: {
    'CONSULT meet': 'meeting',
    'CONSULT visit': 'visit',
    'CONSULT call': 'call',
    'CONSULT mediate': 'mediation',
    'CONSULT negotiate': 'talks',
    'AGREE sign': 'agreement signed',
    'AGREE promise': 'promise',
    'CONCEDE ease': 'restriction eased',
    'RETREAT ceasefire': 'ceasefire',
    'RETREAT withdraw': 'withdrawal',
    'RETREAT handover': 'handover',
    'RETREAT release': 'release',
    'ACCUSE disapprove': 'disapproval',
    'ACCUSE investigate': 'investigation',
    'ACCUSE allege': 'allegation',
    'MOBILIZE deploy': 'deployment',
    'MOBILIZE alert': 'alert',
    'ASSAULT fight': 'fighting',
    'ASSAULT attack': 'attack',
    'ASSAULT bombing': 'bombing',
    'ASSAULT abduct': 'abduction',
  },
  eventStatus: {
    occurred: 'occurred',
    ongoing: 'going on',
    planned: 'planned',
    denied: 'denied',
    hypothetical: 'thought of',
  },
  background: 'background',
  quotedEvent: number => `in quotation ${number}`,
}
