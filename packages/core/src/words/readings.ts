/** The readings layer: for each token, which of its form's readings the context asks for. */
import type { Tokens } from '../text/tokens.ts'
import type { Reading } from './form.ts'

export interface Words {
  /** Index into `tokens.form[i].readings`. */
  readonly best: Uint8Array
  /** The reading itself: most stages ask for nothing else of a word. */
  readonly chosen: readonly Reading[]
}

/** The layer of these choices. */
export function wordsOf(tokens: Tokens, best: Uint8Array): Words {
  return { best, chosen: tokens.form.map((form, token) => form.readings[best[token]]) }
}
