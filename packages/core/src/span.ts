/** A stretch of a text: UTF-16 code units, half-open. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A stretch of tokens, half-open. */
export interface TokenRange {
  readonly from: number
  readonly to: number
}
