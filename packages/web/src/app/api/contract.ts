/** What the server answers, as the page takes it. The server's own schemas are held against these types by its tests. */
import type {
  Agreement,
  AnalysedEvent,
  Analysis,
  Assertion,
  Body,
  DossierName,
  Party,
  PersonRole,
  QuotationKind,
  Span,
  Standing,
  Texts,
} from '@parley/core'

/** A name, and the parties that use it; none: all, or nobody looked. */
export type NameAnswer = Pick<DossierName, 'lang' | 'text' | 'kind' | 'usedBy'>

export interface PartyFacts {
  readonly id: string
  readonly standing: Standing
  readonly country: string | null
  readonly names: readonly NameAnswer[]
}

export interface RecordAnswer {
  readonly name: string
  readonly documents: number
  /** Day the newest report was published, or null. */
  readonly newest: string | null
  readonly dossiers: readonly {
    readonly id: string
    readonly titles: Texts
    readonly agreements: readonly { readonly id: string; readonly titles: Texts }[]
    readonly parties: readonly PartyFacts[]
    /** Languages its places have names in. */
    readonly nameLanguages: readonly string[]
  }[]
  readonly languages: readonly string[]
}

/** A dossier without its persons, places and terms: what a matrix stands on. */
export interface DossierAnswer {
  readonly id: string
  readonly titles: Texts
  readonly parties: readonly Party[]
  readonly bodies: readonly Body[]
  readonly agreements: readonly Agreement[]
}

/** What a reviewer decided; it stands until it is undone. */
export interface DecisionAnswer {
  readonly seq: number
  readonly at: string
  readonly by: string
  readonly kind: 'accept' | 'reject' | 'correct' | 'merge' | 'split' | 'assess' | 'undo'
  /** Key of an item, or a stipulation. */
  readonly target: string
  readonly value: Readonly<Record<string, unknown>> | null
  readonly why: string | null
}

export interface ReviewAnswer {
  readonly state: 'open' | 'accepted' | 'rejected' | 'disputed'
  /** Those that stand, in the order they were made. */
  readonly decisions: readonly DecisionAnswer[]
}

/** An item a person is to decide on. */
export interface CandidateAnswer {
  readonly key: string
  readonly kind: 'claim' | 'quotation'
  readonly document: string
  readonly title: string
  readonly publisher: string | null
  readonly language: string | null
  readonly published: string | null
  readonly index: number
  readonly spans: readonly Span[]
  readonly words: string
  /** null for a quotation, as are assertion and voice. */
  readonly stipulation: string | null
  readonly assertion: Assertion | null
  readonly voice: string | null
  /** Claimant or speaker as the document names them; null: the document's own voice, or nobody named. */
  readonly who: string | null
  readonly role: PersonRole | null
  readonly act: string | null
  readonly said: string | null
  readonly general: boolean
  readonly rule: string
  readonly review: ReviewAnswer
}

export interface SpeakerAnswer {
  readonly name: string
  readonly ref: string | null
  readonly voice: string | null
}

export interface CandidateInPlaceAnswer extends CandidateAnswer {
  /** The words with what stands around them; `start` in UTF-16 code units into the text. */
  readonly passage: { readonly start: number; readonly text: string }
  /** Everybody the document names. */
  readonly speakers: readonly SpeakerAnswer[]
}

export interface HappeningAnswer {
  /** Key of its first event. */
  readonly id: string
  readonly type: string
  readonly mode: string | null
  readonly status: string
  readonly time: string | null
  readonly place: string | null
  /** Documents that report it. */
  readonly sources: number
  readonly reports: readonly {
    readonly key: string
    readonly document: string
    readonly title: string
    readonly publisher: string | null
    readonly language: string | null
    readonly published: string | null
    readonly index: number
    readonly actors: readonly string[]
    readonly place: string | null
    readonly before: string
    readonly words: string
    readonly after: string
  }[]
}

export interface HappeningToReviewAnswer extends HappeningAnswer {
  readonly near: readonly HappeningAnswer[]
  /** Standing merges and splits of its reports. */
  readonly decisions: readonly DecisionAnswer[]
}

/** An event, a happening, somebody or an assessment that two reviewers decided differently. */
export interface DisputeAnswer {
  readonly kind: 'event' | 'happening' | 'who' | 'assessment'
  /** Key of an event, of somebody, or a stipulation. */
  readonly target: string
  /** Of the event. */
  readonly type: string | null
  /** Who it is about, as reports name them. */
  readonly name: string | null
  /** The one report it is about; null: the whole record. */
  readonly document: { readonly id: string; readonly title: string; readonly language: string | null } | null
  readonly reports: HappeningAnswer['reports']
  /** The latest decision of each reviewer; `other`: who they say it is. */
  readonly sides: readonly (DecisionAnswer & { readonly other: string | null })[]
}

interface AgreementAnswer {
  /** Decided by two reviewers or more. */
  readonly items: number
  readonly reviewers: readonly string[]
  readonly alpha: number | null
}

export interface ReviewStateAnswer {
  /** Without a decision; `isWhole` false: there are more. */
  readonly claims: number
  readonly isWhole: boolean
  readonly disputed: number
  readonly agreement: { readonly items: AgreementAnswer; readonly assessments: AgreementAnswer }
}

/** All claims of one voice that assert the same of one stipulation on one day. */
export interface ClaimPoint {
  readonly stipulation: string
  readonly assertion: Assertion
  /** Party, body, `press`, or null: others. */
  readonly voice: string | null
  readonly said: string | null
  readonly general: boolean
  readonly count: number
}

export interface ClaimAnswer {
  /** Address of the claim: document and place in it. */
  readonly document: string
  readonly title: string
  readonly publisher: string | null
  readonly language: string | null
  readonly index: number
  readonly stipulation: string
  readonly assertion: Assertion
  readonly voice: string | null
  /** As the document names them; null for its own voice. */
  readonly claimant: string | null
  readonly role: PersonRole | null
  readonly said: string | null
  readonly reported: string | null
  readonly general: boolean
  readonly start: number
  readonly end: number
  readonly before: string
  readonly words: string
  readonly after: string
  readonly rule: string
  /** What decisions name it by. */
  readonly key: string
  readonly review: ReviewAnswer
}

/** A page of a list, and the key of the next one. */
export interface Paged<Item> {
  readonly items: readonly Item[]
  readonly next: string | null
}

export interface SourceItem {
  readonly id: string
  readonly title: string
  readonly publisher: string | null
  readonly language: string | null
  readonly published: string | null
  readonly url: string | null
  readonly quotations: number
  readonly events: number
  readonly claims: number
}

export interface SourceAnswer extends SourceItem {
  /** Instant it was taken in, and the hash of the archived bytes. */
  readonly taken: string | null
  readonly archive: string | null
  /** The archived bytes are an HTML page that can be shown. */
  readonly isPage: boolean
  readonly analysis: Analysis
  /** Items that somebody decided on. */
  readonly reviews: readonly {
    readonly kind: 'quotation' | 'event' | 'claim'
    readonly index: number
    readonly review: ReviewAnswer
  }[]
}

export interface StatementAnswer {
  /** Address: document and place in it. */
  readonly document: string
  readonly title: string
  readonly publisher: string | null
  readonly language: string | null
  readonly index: number
  readonly kind: QuotationKind
  readonly act: string | null
  readonly words: string
  /** Where the sought words stand in `words`. */
  readonly found: readonly Span[]
  readonly speaker: string | null
  readonly speakerRef: string | null
  readonly said: string | null
  readonly reported: string | null
  /** What decisions name it by. */
  readonly key: string
  /** Whom the speaker spoke for that day, by an office the dossier knows. */
  readonly voice: string | null
  readonly office: string | null
  /** What claims in it are about. */
  readonly points: readonly { readonly stipulation: string; readonly assertion: Assertion }[]
  readonly parts: readonly Span[]
  readonly published: string | null
  readonly url: string | null
  /** Of the text of the document. */
  readonly sha256: string
  readonly review: ReviewAnswer
}

export const FACETS = [
  'side',
  'speaker',
  'act',
  'kind',
  'stipulation',
  'year',
  'publisher',
  'language',
  'checked',
] as const
export type FacetName = (typeof FACETS)[number]

export interface FacetAnswer<Name extends string> {
  readonly facet: Name
  /** The most frequent first; those chosen always. */
  readonly values: readonly { readonly value: string; readonly label: string | null; readonly count: number }[]
  /** Values that are not told. */
  readonly others: number
  /** false: counts are the least there are. */
  readonly isWhole: boolean
}

export interface FacetsAnswer<Name extends string> {
  readonly total: number
  readonly isWhole: boolean
  readonly facets: readonly FacetAnswer<Name>[]
}

export const EVENT_FACETS = ['told', 'type', 'actor'] as const
export type EventFacetName = (typeof EVENT_FACETS)[number]

export interface EventAnswer {
  readonly document: string
  readonly title: string
  readonly publisher: string | null
  readonly language: string | null
  readonly index: number
  readonly type: string
  readonly mode: string | null
  readonly words: string
  readonly actors: readonly { readonly name: string; readonly ref: string | null }[]
  readonly recipients: readonly { readonly name: string; readonly ref: string | null }[]
  /** As the document names it. */
  readonly place: string | null
  /** As the sides name it, where a dossier knows it. */
  readonly placeNames: readonly NameAnswer[]
  /** When it happened. */
  readonly time: string | null
  readonly status: AnalysedEvent['status']
  /** Retold, not news. */
  readonly background: boolean
  readonly reported: string | null
  /** Documents that report it; the event itself is as the first of `reports` tells it. */
  readonly sources: number
  readonly reports: readonly {
    readonly document: string
    readonly title: string
    readonly publisher: string | null
    readonly index: number
    readonly reported: string | null
  }[]
}

/** Who speaks in the reports and is in no dossier. */
export interface SpeakersAnswer {
  readonly items: readonly {
    /** As the documents name them. */
    readonly speaker: string
    readonly statements: number
    /** Day of the last one. */
    readonly last: string | null
  }[]
  readonly total: number
  /** false: counted among the newest statements alone. */
  readonly isWhole: boolean
}

export interface PersonItem {
  /** Id in the dossier. */
  readonly ref: string
  readonly kind: 'person' | 'body' | 'party'
  readonly names: readonly NameAnswer[]
  /** In order of `since`. */
  readonly roles: readonly (PersonRole & {
    readonly holderNames: readonly NameAnswer[]
    readonly sourceTitle: string
    readonly sourceUrl: string | null
  })[]
  /** Quotations in the record. */
  readonly statements: number
}

export interface PersonAnswer extends PersonItem {
  /** Claims of theirs by point and by what they say. */
  readonly said: readonly {
    readonly stipulation: string
    readonly assertion: Assertion
    readonly count: number
    readonly last: string | null
  }[]
}

export interface PlaceAnswer {
  /** Id in the dossier; null: a place it does not know. */
  readonly ref: string | null
  /** A name of it. */
  readonly name: string
  /** What events and statements about it are asked for by. */
  readonly asked: string
  readonly kind: string | null
  readonly partOf: string | null
  readonly names: readonly NameAnswer[]
  readonly coordinates: {
    readonly lat: number
    readonly lon: number
    /** How far the point may be off, in kilometres. */
    readonly within: number
    readonly sourceTitle: string
    readonly sourceUrl: string | null
  } | null
  /** Reports of events there. */
  readonly events: number
  readonly lastEvent: string | null
  /** Quotations that name it; `isCut`: there are more. */
  readonly statements: number
  readonly lastStatement: string | null
  readonly isCut: boolean
}

export interface ActorAnswer {
  /** Id in the dossier, or the name the record has. */
  readonly key: string
  readonly ref: string | null
  readonly name: string
  readonly names: readonly NameAnswer[]
  readonly kind: 'person' | 'body' | 'party' | null
  /** Party they belong to or hold their last office for. */
  readonly side: string | null
}

/** One meeting or talk, however many reports tell of it. */
export interface MeetingAnswer {
  readonly key: string
  readonly time: string | null
  readonly status: AnalysedEvent['status']
  readonly background: boolean
  readonly place: string | null
  readonly placeNames: readonly NameAnswer[]
  /** Keys of actors. */
  readonly present: readonly string[]
  readonly sources: number
  /** The first reports of it. */
  readonly evidence: readonly {
    readonly document: string
    readonly index: number
    readonly title: string
    readonly publisher: string | null
    readonly language: string | null
    readonly words: string
    readonly reported: string | null
  }[]
}

/** Statements of one actor that name another; both by their keys. */
export interface NamingAnswer {
  readonly by: string
  readonly of: string
  readonly count: number
  readonly last: string | null
}

export interface NetworkAnswer {
  readonly actors: readonly ActorAnswer[]
  readonly meetings: readonly MeetingAnswer[]
  readonly namings: readonly NamingAnswer[]
  readonly isCut: boolean
}

export type Right = 'read' | 'review' | 'edit' | 'add' | 'export' | 'measure' | 'manage'

/** Who asks, and what they may do. */
export interface SessionAnswer {
  /** local: at the machine of a record without users. nobody: not logged in. */
  readonly kind: 'local' | 'nobody' | 'user' | 'token'
  readonly name: string | null
  readonly role: Role | null
  readonly rights: readonly Right[]
  readonly canLogIn: boolean
}

/** One run that took things in, from the page or by command line. */
export interface ImportAnswer {
  readonly id: string
  readonly at: string
  readonly by: string
  /** null: not taken in by this server. */
  readonly kind: 'files' | 'text' | 'addresses' | 'feeds' | null
  /** How many were named, and the first of them. */
  readonly inputs: number
  readonly names: readonly string[]
  readonly state:
    | 'waiting'
    | 'running'
    | 'stopping'
    | 'interrupted'
    | 'cancelled'
    | 'done'
    | 'withdrawing'
    | 'withdrawn'
  readonly stage: 'archive' | 'read' | 'group' | null
  /** Inputs while they are archived, documents while they are read; null: not known yet. */
  readonly done: number
  readonly left: number | null
  /** A second, and seconds. */
  readonly rate: number | null
  readonly remaining: number | null
  readonly item: string | null
  readonly known: number | null
  readonly added: number | null
  readonly documents: number
  /** Of these, those that nothing has read yet. */
  readonly unread: number
  readonly failed: number
  readonly began: string | null
  readonly ended: string | null
  readonly reason: string | null
}

export interface ImportBegun {
  readonly id: string
}

export interface ImportFailureAnswer {
  readonly input: string
  /** One clause in English. */
  readonly reason: string
  /** The same as a code with parameters; null: known by its words alone. */
  readonly cause: { readonly code: string; readonly params: Readonly<Record<string, string>> } | null
  /** It can be tried again without sending anything. */
  readonly isAddress: boolean
}

/** What there is to know of an input that was taken in all the same. */
export interface ImportNoticeAnswer extends Pick<ImportFailureAnswer, 'input' | 'cause'> {
  /** One clause in English. */
  readonly message: string
}

export interface FeedAnswer {
  readonly url: string
  readonly title: string | null
  readonly checked: string | null
}

export interface UploadLimitsAnswer {
  readonly files: number
  /** Bytes of one file, and of all of them. */
  readonly fileBytes: number
  readonly bytes: number
  /** Of files that are read: `.html`. */
  readonly endings: readonly string[]
}

export type Role = 'reader' | 'coder' | 'editor' | 'admin'

export interface UserAnswer {
  readonly name: string
  readonly role: Role
  readonly mayExport: boolean
  /** false: comes by tokens alone. */
  readonly hasPassword: boolean
  readonly at: string
}

/** What a token may be given; nobody manages by one. */
export const SCOPES = ['read', 'review', 'edit', 'add', 'export', 'measure'] as const satisfies readonly Right[]
export type Scope = (typeof SCOPES)[number]

/** A token of a program, without the token itself. */
export interface TokenAnswer {
  readonly id: string
  readonly user: string
  readonly scopes: readonly Scope[]
  readonly note: string | null
  readonly at: string
  /** Instant, or null: without end. */
  readonly expires: string | null
  /** Last use, to the minute. */
  readonly seen: string | null
}

export interface TokenMade {
  readonly id: string
  readonly token: string
}

/** One thing that somebody did. */
export interface AuditAnswer {
  readonly n: number
  readonly at: string
  /** null: nobody who logged in. */
  readonly who: string | null
  readonly how: string
  /** Network address. */
  readonly from: string | null
  readonly what: string
  readonly about: string | null
}
