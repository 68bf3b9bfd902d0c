/**
 * The analysis of one document as the outside sees it: the exchange format `parley/analysis@1`.
 * All offsets are UTF-16 code units into `text`, half-open; arrays are sorted by first start, longer first on ties.
 */
import type { Span } from './span.ts'

export type ZoneKind = 'headline' | 'lead' | 'body' | 'caption' | 'dateline'
export type EntityKind = 'person' | 'organisation' | 'place' | 'country' | 'group' | 'document'
export type MentionForm = 'name' | 'title' | 'pronoun' | 'metonym' | 'adjective'
export type QuotationKind = 'direct' | 'indirect' | 'mixed'
export type TimeType = 'date' | 'time' | 'duration' | 'set'
export type Precision =
  | 'second'
  | 'minute'
  | 'hour'
  | 'part-of-day'
  | 'day'
  | 'week'
  | 'month'
  | 'quarter'
  | 'season'
  | 'year'
  | 'decade'
  | 'century'
  | 'vague'

export interface AnalysedZone extends Span {
  readonly kind: ZoneKind
}

export interface EntityMention extends Span {
  readonly form: MentionForm
  /** What made this mention this entity. */
  readonly rule: string
}

export interface Entity {
  readonly id: string
  readonly kind: EntityKind
  /** Fullest name in the text, base form (nominative); of one described by his office alone, the name a dossier gives to its holder. */
  readonly name: string
  readonly aliases: readonly string[]
  /** Id in the dossier, or null for someone no dossier knows. */
  readonly ref: string | null
  /** Party or body of a dossier whose official or organ the text calls it: «МИД …», «представитель …». Absent where it says none. */
  readonly speaksFor?: string
  readonly mentions: readonly EntityMention[]
}

export interface AnalysedQuotation {
  readonly kind: QuotationKind
  readonly parts: readonly Span[]
  readonly cue: Span | null
  readonly act: string | null
  readonly speaker: Span | null
  /** Id of an entity, or null where no speaker is expressed. */
  readonly speakerId: string | null
  /** Index of the quotation this one stands in, or null. */
  readonly inside: number | null
  /** Day the words were said (ISO date), or null when undated. */
  readonly said: string | null
  /** Day of publication (ISO date), or null. */
  readonly reported: string | null
  readonly rule: string
}

export interface AnalysedTime extends Span {
  readonly type: TimeType
  /** ISO 8601 / TIMEX3 value, or null when it cannot be resolved. */
  readonly value: string | null
  readonly precision: Precision
  readonly rule: string
}

/** Filled from dossiers; the types stand here so that readers of the format know them. */
export interface AnalysedEvent {
  readonly type: string
  readonly mode: string | null
  readonly trigger: Span
  readonly actors: readonly string[]
  readonly recipients: readonly string[]
  readonly place: string | null
  readonly time: string | null
  readonly status: 'occurred' | 'ongoing' | 'planned' | 'denied' | 'hypothetical'
  readonly background: boolean
  readonly quotation: number | null
  readonly rule: string
}

export interface AnalysedClaim {
  readonly stipulation: string
  readonly assertion: 'fulfilled' | 'progress' | 'planned' | 'not-begun' | 'halted' | 'breached'
  readonly claimantId: string | null
  readonly words: Span
  readonly general: boolean
  readonly said: string | null
  readonly reported: string | null
  readonly quotation: number | null
  readonly event: number | null
  readonly rule: string
}

export interface Analysis {
  readonly format: 'parley/analysis@1'
  readonly document: {
    readonly id: string
    readonly language: string
    readonly published: string | null
    readonly title: string | null
    readonly url: string | null
    readonly publisher: string | null
    /** SHA-256 of `text` as UTF-8, hex. */
    readonly sha256: string
  }
  readonly reader: { readonly version: string; readonly languages: string; readonly dossier: string | null }
  readonly text: string
  readonly zones: readonly AnalysedZone[]
  readonly entities: readonly Entity[]
  readonly quotations: readonly AnalysedQuotation[]
  readonly times: readonly AnalysedTime[]
  readonly events: readonly AnalysedEvent[]
  readonly claims: readonly AnalysedClaim[]
}
