/** What the views of matrix and timeline say in their own voice. One table, so that another language of the interface is another table. */
import type { AnalysedEvent, Finding, MatrixVoice, VoiceReason } from '@parley/core'

export interface StatusWords {
  /** BCP 47 code of the table's language. */
  readonly language: string
  readonly finding: Readonly<Record<Finding, string>>
  readonly standing: Readonly<Record<MatrixVoice['standing'], string>>
  readonly because: Readonly<Record<VoiceReason, string>>
  readonly matrix: string
  readonly timeline: string
  readonly press: string
  readonly pointAndDuty: string
  readonly findingColumn: string
  readonly asOf: string
  readonly signed: string
  readonly since: string
  readonly due: string
  readonly was: string
  readonly continuing: string
  readonly overdue: string
  readonly sameDay: string
  readonly undated: string
  readonly generalOnly: string
  readonly general: string
  readonly other: string
  readonly notCounted: string
  readonly silent: string
  readonly noVoice: string
  readonly words: string
  readonly rule: string
  readonly superseded: string
  readonly statement: string
  readonly claimsNotFacts: string
  readonly nothingSaid: string
  readonly toMatrix: string
  readonly ownVoice: string
  readonly windowOf: (months: number) => string
  readonly voices: (count: number) => string
  readonly claims: (count: number) => string
  readonly documents: (count: number) => string
  readonly plusUndated: (count: number) => string
  readonly plusOthers: (count: number) => string
  readonly plusEarlier: (count: number) => string
  readonly later: (count: number) => string
  readonly events: (count: number) => string
  readonly statements: (count: number) => string
  readonly noSpeaker: string
  readonly background: string
  readonly eventStatus: Readonly<Record<AnalysedEvent['status'], string>>
  readonly dateUnknown: string
  readonly reported: string
  readonly toldBy: string
  readonly noItems: string
  readonly when: string
  readonly who: string
  readonly what: string
  readonly source: string
}

const counted =
  (one: string, many: string) =>
  (count: number): string =>
    `${count} ${count === 1 ? one : many}`

export const ENGLISH_STATUS: StatusWords = {
  language: 'en',
  finding: {
    fulfilled: 'fulfilled',
    progress: 'progress',
    planned: 'planned',
    'not-begun': 'not begun',
    halted: 'halted',
    breached: 'breached',
    contested: 'contested',
    reported: 'reported',
    unknown: 'unknown',
  },
  standing: {
    party: 'party',
    guarantor: 'guarantor',
    mediator: 'mediator',
    monitor: 'monitor',
    press: '',
  },
  because: {
    press: 'the document’s own voice',
    publisher: 'published it',
    party: 'a party',
    body: 'a body',
    role: 'by the role held that day',
    official: 'called its official or organ in the text',
    several: 'roles of several voices that day',
    nobody: 'speaks for no voice',
  },
  matrix: 'Status',
  timeline: 'Timeline',
  press: 'Press',
  pointAndDuty: 'Point and duty',
  findingColumn: 'Finding',
  asOf: 'as of',
  signed: 'signed',
  since: 'since',
  due: 'due',
  was: 'was',
  continuing: 'continuing',
  overdue: 'overdue',
  sameDay: 'same day',
  undated: 'undated',
  generalOnly: 'general only',
  general: 'general claim: covers many points',
  other: 'other',
  notCounted: 'not counted',
  silent: 'silent',
  noVoice: 'no voice has spoken',
  words: 'The words',
  rule: 'How a finding is made',
  superseded: 'replaced by later words',
  statement: 'statement',
  claimsNotFacts: 'A mark is a claim, not a fact.',
  nothingSaid: 'Nothing was said of any of these points.',
  toMatrix: 'to the matrix',
  ownVoice: 'the document itself',
  windowOf: months => `not older than ${months} month${months === 1 ? '' : 's'}`,
  voices: counted('voice', 'voices'),
  claims: counted('claim', 'claims'),
  documents: counted('document', 'documents'),
  plusUndated: count => `+${count} undated`,
  plusOthers: counted('other', 'others'),
  plusEarlier: count => `+${count} earlier`,
  later: counted('later claim left out', 'later claims left out'),
  events: counted('event', 'events'),
  statements: counted('statement', 'statements'),
  noSpeaker: 'No speaker named',
  background: 'background',
  eventStatus: {
    occurred: 'occurred',
    ongoing: 'ongoing',
    planned: 'planned',
    denied: 'denied',
    hypothetical: 'hypothetical',
  },
  dateUnknown: 'Undated',
  reported: 'reported',
  toldBy: 'told by',
  noItems: 'Nothing happened and nothing was said in these documents, as far as was asked.',
  when: 'When',
  who: 'Who',
  what: 'What',
  source: 'Source',
}
