/** What the views say in their own voice. One table, so that another language of the interface is another table. */
import type { EntityKind, MentionForm, QuotationKind } from '@parley/core'

export interface InterfaceWords {
  /** BCP 47 code of the table's language. */
  readonly language: string
  readonly quotationsBySpeaker: string
  readonly noSpeaker: string
  readonly noQuotations: string
  readonly whoIsNamed: string
  readonly nobodyNamed: string
  readonly times: string
  readonly noTimes: string
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
}
