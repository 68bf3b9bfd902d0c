/** The readings layer: for each token, which of its form's readings the context asks for. */
import type { Tokens } from '../text/tokens.ts'
import type { Reading } from './form.ts'

export interface Words {
  /** Index into `tokens.form[i].readings`. */
  readonly best: Uint8Array
}

export function readingOf(tokens: Tokens, words: Words, token: number): Reading {
  return tokens.form[token].readings[words.best[token]]
}
