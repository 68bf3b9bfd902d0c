/** What reading an input gives: a document, or the reason why there is none. The outside world fails as a value, never by throwing. */
import type { TextDocument } from '@parley/core'

export interface Failure {
  readonly ok: false
  /** The input as the user named it, with the line of a JSONL file: `news.jsonl:7`. */
  readonly input: string
  /** One clause for people, without the input's name and without a full stop. */
  readonly reason: string
}

export interface DocumentRead {
  readonly ok: true
  readonly input: string
  /** Where in the input's bytes it stands: `line 7` of a JSONL file; '' for all of them. */
  readonly part: string
  readonly document: TextDocument
}

export type ReadOutcome = DocumentRead | Failure

/** Something the user should know about an input that was read all the same: a guessed encoding, files passed over. */
export interface Notice {
  readonly input: string
  readonly message: string
}

export function fail(input: string, reason: string): Failure {
  return { ok: false, input, reason }
}
