/** The times layer. */
import type { Precision, TimeType } from '../analysis.ts'
import type { Span, TokenRange } from '../span.ts'

export interface TimeExpression extends Span, TokenRange {
  readonly type: TimeType
  /** ISO 8601 / TIMEX3, or null when unresolved. */
  readonly value: string | null
  readonly precision: Precision
  readonly rule: string
}
