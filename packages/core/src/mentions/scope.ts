/** What narrows a description, read from the words around its wording. */

import type { LanguagePack } from '../kit.ts'
import { indexedName, type Layers, reading } from '../layers.ts'
import { countryAdjective } from '../names/countries.ts'
import { KIND_WORD } from '../text/tokens.ts'
import { ADJECTIVAL, APRO, LATN, NOUN } from '../words/grammar.ts'
import { PhraseTable } from '../words/phrases.ts'
import type { Scope } from './mention.ts'

export function compileStages(pack: LanguagePack): PhraseTable<string> {
  const table = new PhraseTable<string>(pack.keys)
  for (const row of pack.table('stages')) table.add(row.wording, row.stage)
  return table
}

/**
 * The scope of a description whose modifiers begin at `from`, whose wording is `wording`..`wordsTo` and whose dependents end before `to`.
 */
export function scopeOf(layers: Layers, from: number, wordsTo: number, to: number, wording: number): Scope {
  const { tokens, pack } = layers
  const stages = pack.derive(compileStages)
  let country: string | null = null
  let former = tokens.form[wording].text.toLowerCase().startsWith('экс-')
  const words: string[] = []
  let named = false
  let initials = ''
  for (let token = from; token < to; token++) {
    if (tokens.kind[token] !== KIND_WORD) continue
    const form = tokens.form[token]
    if (token >= wordsTo) initials += form.text.charAt(0).toUpperCase()
    const adjective = countryAdjective(pack, form)
    if (adjective !== null && token < wordsTo) {
      country ??= adjective
      continue
    }
    if (token >= wording && token < wordsTo) continue
    if (token < wording) {
      const stage = stages.match(tokens.form, token, token + 1)
      if (stage !== null) {
        if (stage.row === 'former' || stage.row === 'coming') former = true
        continue
      }
    }
    const nation = layers.countryNameOf[token]
    if (nation >= 0) {
      country ??= layers.names[nation].country
      token = layers.names[nation].to - 1
      continue
    }
    const index = indexedName(layers, token)
    named ||= index >= 0 || (form.pos & LATN) !== 0
    const chosen = reading(layers, token)
    if ((chosen.pos & (NOUN | ADJECTIVAL)) !== 0 && (chosen.lex & APRO) === 0)
      words.push(chosen.lemma.replaceAll('ё', 'е'))
    else if (index >= 0 || (form.pos & LATN) !== 0) words.push(form.folded)
  }
  return { country, words, initials, named, former }
}
