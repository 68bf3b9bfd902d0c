/** The token layer: columns, one entry a token. Tokens cover every character of the text that is not white space. */
import type { Form } from '../words/form.ts'

export const KIND_WORD = 1 // letters, with inner hyphens and apostrophes; also 43-летний, 1997-м
export const KIND_NUMBER = 2 // ASCII digits
export const KIND_MARK = 3 // one punctuation character or symbol (surrogate pairs stay together); … is one; "..." is three
export const KIND_LINK = 4 // a URL, e-mail address, @name or #tag

export const GAP_NONE = 0
export const GAP_SPACE = 1
export const GAP_LINE = 2 // one line break
export const GAP_PARAGRAPH = 3 // an empty line

export interface Tokens {
  readonly count: number
  /** UTF-16 code units. */
  readonly start: Int32Array
  readonly end: Int32Array
  readonly kind: Uint8Array
  /** What stands before the token. */
  readonly gap: Uint8Array
  readonly form: readonly Form[]
}

/** Sentences and paragraphs as token ranges; every token is in exactly one of each. */
export interface Sentences {
  readonly count: number
  readonly from: Int32Array
  readonly to: Int32Array
  /** Sentence of each token. */
  readonly of: Int32Array
  /** Paragraph of each sentence; a line break (with or without an empty line) parts paragraphs. */
  readonly paragraph: Int32Array
  /** Token range of each paragraph. */
  readonly paragraphCount: number
  readonly paragraphFrom: Int32Array
  readonly paragraphTo: Int32Array
  /** Zone of each paragraph. */
  readonly zone: readonly ('headline' | 'lead' | 'body' | 'caption' | 'dateline')[]
}
