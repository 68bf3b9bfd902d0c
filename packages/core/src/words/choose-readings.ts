/** Chooses for each token the reading its context asks for: by the pack's model where it has one. */
import type { LanguagePack } from '../kit.ts'
import { isOrdered } from '../language.ts'
import type { Sentences, Tokens } from '../text/tokens.ts'
import type { Form } from './form.ts'
import { governedCases } from './governed-cases.ts'
import { ADJECTIVAL, ADVB, agrees, CASE, NOUN, NPRO, NUMR, PREP } from './grammar.ts'
import { chooseByOrder } from './order/choose-by-order.ts'
import { type Words, wordsOf } from './readings.ts'
import { Tagger } from './tagger/tagger.ts'

export function chooseReadings(tokens: Tokens, sentences: Sentences, pack: LanguagePack): Words {
  if (isOrdered(pack)) return chooseByOrder(tokens, sentences, pack)
  const tagger = pack.derive(taggerOf)
  if (tagger === null) return chooseByFrequency(tokens, sentences, pack)
  const best = new Uint8Array(tokens.count)
  for (let i = 0; i < sentences.count; i++) tagger.choose(tokens.form, sentences.from[i], sentences.to[i], best)
  return wordsOf(tokens, best)
}

function taggerOf(pack: LanguagePack): Tagger | null {
  const bytes = pack.model('tagger')
  return bytes === null ? null : new Tagger(bytes)
}

/** Without a model: the most frequent reading that a preposition before it allows. */
function chooseByFrequency(tokens: Tokens, sentences: Sentences, pack: LanguagePack): Words {
  const governed = pack.derive(governedCases)
  const best = new Uint8Array(tokens.count)
  for (let sentence = 0; sentence < sentences.count; sentence++) {
    /** Cases that a preposition asks of the noun phrase that goes on here; 0 outside of one. */
    let cases = 0
    for (let token = sentences.from[sentence]; token < sentences.to[sentence]; token++) {
      const form = tokens.form[token]
      let choice = 0
      if (cases !== 0) {
        const fitting = form.readings.findIndex(reading => (reading.agr & cases & CASE) !== 0)
        if (fitting >= 0) {
          choice = fitting
          const { pos, agr } = form.readings[fitting]
          cases = (pos & (ADJECTIVAL | NUMR)) !== 0 ? agr & CASE : 0
        } else if ((form.pos & ADVB) === 0) cases = 0
      }
      if (choice === 0 && (form.pos & PREP) !== 0 && form.readings[0].pos === PREP)
        cases = governed.get(form.folded) ?? 0
      best[token] = choice
    }
    agreeAdjectives(tokens.form, best, sentences.from[sentence], sentences.to[sentence])
  }
  return wordsOf(tokens, best)
}

/** An adjective before a noun takes the noun's case and number. */
function agreeAdjectives(forms: readonly Form[], best: Uint8Array, from: number, to: number): void {
  for (let token = to - 2; token >= from; token--) {
    const next = forms[token + 1].readings[best[token + 1]]
    const own = forms[token].readings[best[token]]
    if ((own.pos & ADJECTIVAL) === 0 || (next.pos & (ADJECTIVAL | NOUN | NPRO)) === 0 || agrees(own.agr, next.agr))
      continue
    const fitting = forms[token].readings.findIndex(r => (r.pos & ADJECTIVAL) !== 0 && agrees(r.agr, next.agr))
    if (fitting >= 0) best[token] = fitting
  }
}
