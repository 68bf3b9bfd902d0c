/** Places that a head noun or the table of countries gives away. */
import { KIND_WORD } from '../text/tokens.ts'
import { SHAPE_CAPITAL, SHAPE_LOWER, SHAPE_MIXED, SHAPE_UPPER } from '../words/form.ts'
import { ADJECTIVAL, LATN } from '../words/grammar.ts'
import { COUNTRY_GOES_ON, COUNTRY_STARTS } from './listed-names.ts'
import type { LabelledSpan } from './spans-of-labels.ts'
import { type AddingRule, isCommonWord, mayAgree } from './taken.ts'

/** «по Нижегородской области» inside a longer name, «Алтайского края»: an adjective with a capital and its kind of place. */
export const addRegions: AddingRule = (scene, _, taken) => {
  const { tokens, sentences } = scene
  const added: LabelledSpan[] = []
  for (const i of scene.capitals) {
    if (i + 1 === tokens.count) break
    const form = tokens.form[i]
    if (form.shape !== SHAPE_CAPITAL || (form.pos & ADJECTIVAL) === 0 || !isOfPlace(form.folded)) continue
    const head = tokens.form[i + 1]
    if (head.shape !== SHAPE_LOWER || !scene.isPlaceHead(head) || sentences.of[i] !== sentences.of[i + 1]) continue
    if (!mayAgree(form, head) || !taken.isFreeInside(i, i + 2)) continue
    added.push({ from: i, to: i + 2, kind: 'place', rule: 'region' })
  }
  return added
}

/** «-ский» in any form: the adjectives that places have. */
export function isOfPlace(folded: string): boolean {
  const at = folded.lastIndexOf('ск')
  return at > 1 && folded.length - at <= 5
}

/** «города Рассвет», «штата Вермонт»: a kind of place and the capitalised word after it. */
export const addApposed: AddingRule = (scene, _, taken) => {
  const { tokens, sentences } = scene
  const added: LabelledSpan[] = []
  for (const i of scene.heads) {
    if (i + 1 === tokens.count) break
    if (tokens.kind[i] !== KIND_WORD || !scene.isPlaceHead(tokens.form[i])) continue
    const next = tokens.form[i + 1]
    if (next.shape !== SHAPE_CAPITAL && next.shape !== SHAPE_MIXED) continue
    if (tokens.kind[i + 1] !== KIND_WORD || next.text.length < 3 || sentences.of[i] !== sentences.of[i + 1]) continue
    if ((next.pos & LATN) !== 0 || (next.readings[0].pos & ADJECTIVAL) !== 0) continue
    if (!taken.isFreeInside(i, i + 2) || !taken.isFreeOutside(i, i + 2)) continue
    added.push({ from: i, to: i + 2, kind: 'place', rule: 'kind-of-place' })
  }
  return added
}

/** «КоАП РФ», «президент Перу»: a country by its name wherever it stands, unless the word is a common one at the start of a sentence. */
export const addCountries: AddingRule = (scene, _, taken) => {
  const { tokens } = scene
  const added: LabelledSpan[] = []
  for (const i of scene.capitals) {
    const form = tokens.form[i]
    if (form.shape !== SHAPE_CAPITAL && form.shape !== SHAPE_UPPER) continue
    if (!taken.isFreeInside(i) || scene.countryOf(form) === null) continue
    if (isCommonWord(form) && scene.isSentenceStart(i)) continue
    added.push({ from: i, to: i + 1, kind: 'place', rule: 'countries' })
  }
  return added
}

/** «Российской Федерации», «Белом доме»: countries and seats of several words. */
export const addListedCountries: AddingRule = ({ tokens, listed }, _, taken) => {
  const added: LabelledSpan[] = []
  for (let i = 0; i + 1 < tokens.count; i++) {
    if (listed[i] !== COUNTRY_STARTS || listed[i + 1] !== COUNTRY_GOES_ON) continue
    let to = i + 1
    while (to < tokens.count && listed[to] === COUNTRY_GOES_ON) to++
    if (taken.isFreeInside(i, to)) added.push({ from: i, to, kind: 'place', rule: 'countries' })
  }
  return added
}
