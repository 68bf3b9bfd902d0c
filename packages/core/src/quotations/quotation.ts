/** The quotations layer: stretches of text reported as someone's words. */
import type { QuotationKind } from '../analysis.ts'
import type { Span, TokenRange } from '../span.ts'

/** The words that name a speaker, as they stand. */
export interface SpeakerWords extends TokenRange {
  readonly head: number
}

export interface Quotation {
  readonly kind: QuotationKind
  readonly parts: readonly Span[]
  readonly cue: TokenRange | null
  readonly act: string | null
  readonly speaker: SpeakerWords | null
  readonly rule: string
}
