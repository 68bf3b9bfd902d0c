/** Sentences of a treebank as the tagger meets them: forms, and which of their readings are right. */
import type { LanguagePack } from '../../packages/core/src/kit.ts'
import type { Form } from '../../packages/core/src/words/form.ts'
import { readTreebank, type TreebankToken } from './conllu.ts'
import { rightReadings } from './match-readings.ts'

export interface Example {
  readonly tokens: readonly TreebankToken[]
  readonly forms: readonly Form[]
  /** Indexes of right readings of each token; [] where the form has none. */
  readonly right: readonly (readonly number[])[]
}

export function readExamples(files: readonly string[], pack: LanguagePack): Example[] {
  return files.flatMap(readTreebank).map(tokens => {
    const forms = tokens.map(token => pack.lexicon.form(token.form))
    return { tokens, forms, right: tokens.map((token, i) => rightReadings(token, forms[i])) }
  })
}
