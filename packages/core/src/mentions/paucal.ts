/** «два министра», «три грузинских дипломата»: behind a numeral a noun in the genitive singular means several. */
import { type Layers, reading } from '../layers.ts'
import { KIND_NUMBER, KIND_WORD } from '../text/tokens.ts'
import { ADJECTIVAL, GENT, NUMR, SING } from '../words/grammar.ts'

/** Whether the noun at token `head` is one of several, counted by a numeral before it and its adjectives. */
export function isPaucal(layers: Layers, head: number): boolean {
  const { agr } = reading(layers, head)
  if ((agr & GENT) === 0 || (agr & SING) === 0) return false
  const { tokens, sentences } = layers
  const floor = sentences.from[sentences.of[head]]
  for (let at = head - 1; at >= floor && at >= head - FARTHEST; at--) {
    const { pos } = reading(layers, at)
    if (tokens.kind[at] === KIND_NUMBER || (pos & NUMR) !== 0) return true
    if (tokens.kind[at] !== KIND_WORD || (pos & ADJECTIVAL) === 0) return false
  }
  return false
}

/** Adjectives that may stand between. */
const FARTHEST = 4
