/** «роман о войне», «музей геноцида»: what a work, a lesson or a word is about is its topic, not news. */
import { plainPreposition } from '../clauses/collect-arguments.ts'
import type { LanguagePack } from '../kit.ts'
import { reading } from '../layers.ts'
import type { Scene } from '../quotations/scene.ts'
import { ADJECTIVAL, PREP } from '../words/grammar.ts'
import { PhraseTable } from '../words/phrases.ts'

/** Adjectives between such a noun and its topic that are looked past. */
const ADJECTIVES = 3

/** Nouns of works from the table `works`, each with how its topic hangs on it: a preposition, or `gent`. */
function compileWorks(pack: LanguagePack): PhraseTable<readonly string[]> {
  const table = new PhraseTable<readonly string[]>(pack.keys)
  for (const row of pack.table('works')) table.add(row.wording, row.takes.split(' '))
  return table
}

/** Whether the words from a token on are the topic of such a noun right before them. */
export function isTopicOfWork(scene: Scene, from: number): boolean {
  const { layers } = scene
  const { tokens, sentences } = layers
  const first = sentences.from[sentences.of[from]]
  let token = from - 1
  while (token > first && from - token <= ADJECTIVES && (reading(layers, token).pos & ADJECTIVAL) !== 0) token--
  if (token < first) return false
  const isGoverned = (reading(layers, token).pos & PREP) !== 0
  const place = isGoverned ? plainPreposition(scene, token--) : 'gent'
  if (token < first || tokens.form[token].keys.length === 0) return false
  return (
    layers.pack
      .derive(compileWorks)
      .match(tokens.form, token, token + 1)
      ?.row.includes(place) ?? false
  )
}
