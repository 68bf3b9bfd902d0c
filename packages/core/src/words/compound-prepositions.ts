/** Prepositions of several words: «со стороны», «во главе с». */
import type { LanguagePack } from '../kit.ts'
import type { Form } from './form.ts'
import { PhraseTable } from './phrases.ts'

/** The words of each, without their marks, by the wording. */
export function compileCompoundPrepositions(pack: LanguagePack): PhraseTable<string> {
  const table = new PhraseTable<string>(pack.keys)
  for (const row of pack.table('compound-prepositions')) table.add(row.wording, row.wording.replaceAll('=', ''))
  return table
}

/** Whether a word is the noun of a preposition of several words: «главе» in «во главе с послом». */
export function isInsidePreposition(pack: LanguagePack, form: readonly Form[], token: number): boolean {
  if (token === 0 || form[token - 1].keys.length === 0) return false
  const found = pack.derive(compileCompoundPrepositions).match(form, token - 1, Math.min(form.length, token + 3))
  return found !== null && found.to > token
}
