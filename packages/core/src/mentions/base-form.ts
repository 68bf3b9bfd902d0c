/** The base form of a description: its head and the modifiers that agree with it in the nominative, the rest as it stands. */
import { isOrdered } from '../language.ts'
import { type Layers, reading } from '../layers.ts'
import { countryAdjective, countryDemonym } from '../names/countries.ts'
import { GAP_NONE, KIND_WORD } from '../text/tokens.ts'
import { SHAPE_CAPITAL } from '../words/form.ts'
import { ADJECTIVAL, CASE, NOMN, NUMBER, PLUR, PROPER, SING } from '../words/grammar.ts'
import { isPaucal } from './paucal.ts'

/** Tokens `from`..`to` with the head at `head`, as one string in the nominative; number stays. */
export function baseOfPhrase(layers: Layers, from: number, to: number, head: number): string {
  const { tokens, sentences, pack } = layers
  let out = ''
  for (let token = from; token < to; token++) {
    const form = tokens.form[token]
    let word = form.text
    const chosen = reading(layers, token)
    const declines = token === head || (token < head && (chosen.pos & ADJECTIVAL) !== 0)
    if (declines && tokens.kind[token] === KIND_WORD && (chosen.agr & NOMN) === 0 && (chosen.agr & CASE) !== 0) {
      const number = token === head && isPaucal(layers, head) ? PLUR : chosen.agr & NUMBER || SING
      const inflected = pack.lexicon.inflect(chosen, NOMN | number)
      if (inflected !== null)
        word = form.shape === SHAPE_CAPITAL ? inflected.charAt(0).toUpperCase() + inflected.slice(1) : inflected
    }
    // A sentence's first word loses its capital unless it is a name.
    if (
      token === from &&
      form.shape === SHAPE_CAPITAL &&
      token === sentences.from[sentences.of[token]] &&
      layers.nameOf[token] < 0 &&
      !keepsCapital(layers, token)
    ) {
      word = word.charAt(0).toLowerCase() + word.slice(1)
    }
    out += token === from || tokens.gap[token] === GAP_NONE ? word : ` ${word}`
  }
  return out
}

/** «Norwegian police», a surname: where such words are written with a capital anywhere. */
function keepsCapital(layers: Layers, token: number): boolean {
  const { pack, tokens } = layers
  if (!isOrdered(pack)) return false
  const form = tokens.form[token]
  const isProper = (reading(layers, token).lex & PROPER) !== 0
  return isProper || countryAdjective(pack, form) !== null || countryDemonym(pack, form) !== null
}
