/** Words of quantity with what they count: «несколько членов союза», «62 % журналистов», «большинство из них». */
import { type Layers, reading } from '../layers.ts'
import { compileClauseWords } from '../quotations/clause-words.ts'
import { KIND_NUMBER } from '../text/tokens.ts'
import { ACCS, ANIM, GENDER, GENT, NOMN, NOUN, NUMBER, NUMR } from '../words/grammar.ts'
import { MAX_DEPTH, type NounPhrase, nounPhraseAt } from './noun-phrase.ts'

/** Bits of a phrase of quantity: no plain noun has them all. */
const QUANTITY = NOMN | ACCS | NUMBER | GENDER | ANIM

/** Whether a phrase counts something: «большинство участников». */
export function isQuantity(phrase: NounPhrase): boolean {
  return phrase.agr === QUANTITY
}

/** «несколько членов союза», «большинство из них»: a word of quantity and what is counted, in the genitive; takes a singular or plural verb. */
export function quantityAt(layers: Layers, at: number, limit: number, depth: number): NounPhrase | null {
  const form = layers.tokens.form[at]
  if (depth >= MAX_DEPTH || layers.nameOf[at] >= 0) return null
  const number = numberEnd(layers, at, limit)
  if (number > at) return countedBehind(layers, at, number, limit, depth)
  if (form.keys.length === 0) return null
  const words = layers.pack.derive(compileClauseWords)
  const quantity = words.quantity.match(layers.tokens.form, at, limit)
  if (quantity === null) return null
  if ((reading(layers, at).agr & (NOMN | ACCS)) === 0 && (reading(layers, at).pos & (NOUN | NUMR)) !== 0) return null
  let from = quantity.to
  if (from < limit && words.partitive.match(layers.tokens.form, from, limit) !== null) from++
  const counted = from < limit ? nounPhraseAt(layers, from, limit, GENT, depth + 1) : null
  if (counted === null || (counted.agr & GENT) === 0) return null
  return { from: at, to: counted.to, head: at, agr: QUANTITY, name: -1, after: counted.to }
}

/** First token after a numeral in the nominative or accusative («двое», «62 %»), or `at`. */
function numberEnd({ tokens, words }: Layers, at: number, limit: number): number {
  if (tokens.kind[at] === KIND_NUMBER) return at + 1 < limit && tokens.form[at + 1].text === '%' ? at + 2 : at
  const { pos, agr } = words.chosen[at]
  return (pos & NUMR) !== 0 && (agr & (NOMN | ACCS)) !== 0 ? at + 1 : at
}

/** «62 % журналистов», «двое пострадавших», «два собеседника»: what a numeral counts, in the genitive. */
function countedBehind(layers: Layers, at: number, from: number, limit: number, depth: number): NounPhrase | null {
  const counted = from < limit ? nounPhraseAt(layers, from, limit, GENT, depth + 1) : null
  if (counted === null || (counted.agr & GENT) === 0) return null
  return { ...counted, from: at, agr: QUANTITY, name: -1 }
}
