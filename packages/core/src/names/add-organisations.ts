/** Organisations that a head noun gives away, and those inside longer ones. */

import type { LanguagePack } from '../kit.ts'
import { closesQuote, opensQuote } from '../text/marks.ts'
import { GAP_NONE, KIND_MARK } from '../text/tokens.ts'
import { type Form, SHAPE_CAPITAL, SHAPE_LOWER, SHAPE_UPPER } from '../words/form.ts'
import { ADJECTIVAL, GENT, LATN, NOUN, SING } from '../words/grammar.ts'
import { isOfPlace } from './add-places.ts'
import { countryAdjective } from './countries.ts'
import { COUNTRY_STARTS, ORGANISATION_GOES_ON, ORGANISATION_STARTS } from './listed-names.ts'
import type { NameScene } from './name-scene.ts'
import type { LabelledSpan } from './spans-of-labels.ts'
import { type AddingRule, isCommonWord, mayAgree } from './taken.ts'

/** «газеты „Рассвет“», «партия „Новый путь“»: a kind of organisation and a name in quotation marks. */
export const addQuoted: AddingRule = (scene, _, taken) => {
  const { tokens, sentences } = scene
  const added: LabelledSpan[] = []
  for (const i of scene.heads) {
    if (i + 3 >= tokens.count) break
    if (tokens.form[i].shape !== SHAPE_LOWER || !scene.isOrganisationHead(tokens.form[i])) continue
    if (!opensQuote(tokens.form[i + 1]) || tokens.gap[i + 2] !== GAP_NONE) continue
    const first = tokens.form[i + 2]
    if (first.shape === SHAPE_LOWER || tokens.kind[i + 2] === KIND_MARK) continue
    const limit = Math.min(sentences.to[sentences.of[i]], i + LONGEST_QUOTED)
    let end = i + 3
    while (end < limit && !closesQuote(tokens.form[end])) end++
    if (end >= limit || !taken.isFreeOutside(i, end)) continue
    added.push({ from: i, to: end, kind: 'organisation', rule: 'quoted' })
  }
  return added
}

const LONGEST_QUOTED = 10

/** «Малого театра», «Объединённого фронта», «Законодательного собрания края»: a capitalised adjective and a kind of organisation. */
export const addCapitalised: AddingRule = (scene, spans, taken) => {
  const { tokens, sentences } = scene
  const added: LabelledSpan[] = []
  const places = new Map(spans.filter(span => span.kind === 'place').map(span => [span.from, span]))
  for (const i of scene.capitals) {
    if (i + 1 === tokens.count) break
    const form = tokens.form[i]
    if (form.shape !== SHAPE_CAPITAL || (form.pos & ADJECTIVAL) === 0 || scene.isSentenceStart(i)) continue
    if (scene.listed[i] >= COUNTRY_STARTS) continue
    const limit = sentences.to[sentences.of[i]]
    let head = i + 1
    while (
      head < limit &&
      head < i + 4 &&
      !scene.isOrganisationHead(tokens.form[head]) &&
      mayAgree(tokens.form[head], form, ADJECTIVAL)
    )
      head++
    if (head >= limit || !scene.isOrganisationHead(tokens.form[head]) || !mayAgree(form, tokens.form[head])) continue
    if (!taken.isFreeOutside(i, head + 1) || !taken.isFreeInside(i, head + 1)) continue
    const place = places.get(head + 1)
    added.push({ from: i, to: place === undefined ? head + 1 : place.to, kind: 'organisation', rule: 'capitalised' })
  }
  return added
}

/** «правительство», «украинское правительство», «полиция»: a body of the state that needs no name, with the adjective of its country. */
export const addOrgans: AddingRule = (scene, _, taken) => {
  const { tokens, pack } = scene
  const added: LabelledSpan[] = []
  for (const i of scene.heads) {
    const form = tokens.form[i]
    if (!scene.isOrgan(form) || !taken.isFreeOutside(i)) continue
    const before = i > 0 && scene.sentences.of[i - 1] === scene.sentences.of[i] ? tokens.form[i - 1] : null
    const adjective = before !== null && isOfCountryOrPlace(pack, before) && mayAgree(before, form)
    added.push({
      from: adjective && taken.isFreeOutside(i - 1) ? i - 1 : i,
      to: i + 1,
      kind: 'organisation',
      rule: 'organ',
    })
  }
  return added
}

/** «польские власти», «власти Польши», «командование Польши»: those who command a country or place. */
export const addAuthorities: AddingRule = (scene, spans, taken) => {
  const { tokens, sentences, pack } = scene
  const places = new Map(spans.filter(span => span.kind === 'place').map(span => [span.from, span]))
  const added: LabelledSpan[] = []
  for (const i of scene.heads) {
    const form = tokens.form[i]
    if (!scene.isAuthority(form) || !taken.isFreeOutside(i)) continue
    const before = i > 0 && sentences.of[i - 1] === sentences.of[i] ? tokens.form[i - 1] : null
    const place = places.get(i + 1)
    if (before !== null && isOfCountryOrPlace(pack, before) && mayAgree(before, form) && taken.isFreeOutside(i - 1))
      added.push({ from: i - 1, to: i + 1, kind: 'organisation', rule: 'authority' })
    else if (place !== undefined && sentences.of[i] === sentences.of[i + 1] && (tokens.form[i + 1].agr & GENT) !== 0)
      added.push({ from: i, to: place.to, kind: 'organisation', rule: 'authority' })
  }
  return added
}

/** «украинское», «Тульская». */
function isOfCountryOrPlace(pack: LanguagePack, form: Form): boolean {
  return countryAdjective(pack, form) !== null || (form.shape === SHAPE_CAPITAL && isOfPlace(form.folded))
}

/** «пресс-службы МЧС», «Палаты представителей Конгресса США»: an organisation that hangs on the head of a longer one. */
export const addNested: AddingRule = (scene, spans, taken) => {
  const { tokens } = scene
  const added: LabelledSpan[] = []
  for (const { from, to, kind } of spans) {
    if (kind !== 'organisation' || to - from < 2) continue
    const head = firstNoun(scene, from, to)
    for (let i = head + 1; i < to; i++) {
      const form = tokens.form[i]
      if (tokens.kind[i] === KIND_MARK) break
      if (!taken.isFreeInside(i)) continue
      if (form.shape === SHAPE_UPPER && form.text.length > 2 && (form.pos & LATN) === 0) {
        added.push({ from: i, to: i + 1, kind: 'organisation', rule: 'nested' })
        break
      }
      if (scene.isOrganisationHead(form) && isOne(scene, i) && scene.listed[i] !== ORGANISATION_GOES_ON) {
        let start = i
        while (start - 1 > head && mayAgree(tokens.form[start - 1], form)) start--
        added.push({ from: start, to, kind: 'organisation', rule: 'nested' })
        break
      }
    }
  }
  return added
}

/** A noun in the genitive singular: «Конгресса» in «Палаты представителей Конгресса», not «общин» in «Палаты общин». */
function isOne({ words }: NameScene, token: number): boolean {
  const { pos, agr } = words.chosen[token]
  return (pos & NOUN) !== 0 && (agr & GENT) !== 0 && (agr & SING) !== 0
}

/** «Роскомнадзор», «Красному Кресту»: bodies that the table lists, unless the word is a common one. */
export const addListed: AddingRule = ({ tokens, listed }, _, taken) => {
  const added: LabelledSpan[] = []
  for (let i = 0; i < tokens.count; i++) {
    if (listed[i] !== ORGANISATION_STARTS) continue
    let to = i + 1
    while (to < tokens.count && listed[to] === ORGANISATION_GOES_ON) to++
    const isSure = to - i > 1 || !isCommonWord(tokens.form[i])
    if (isSure && taken.isFreeInside(i, to) && taken.isFreeOutside(i, to)) {
      added.push({ from: i, to, kind: 'organisation', rule: 'listed' })
    }
  }
  return added
}

/** «Рассвет» in quotation marks or Google, once an organisation of that name has been found. */
export const spreadOrganisations: AddingRule = (scene, spans, taken) => {
  const { tokens } = scene
  const stems = new Set<number>()
  for (const { from, to, kind } of spans) {
    if (kind !== 'organisation') continue
    if (to - from === 1) stems.add(scene.stemOf(tokens.form[from]))
    else if (opensQuote(tokens.form[to - 2]) || isLoneLatin(scene, to - 1)) stems.add(scene.stemOf(tokens.form[to - 1]))
  }
  if (stems.size === 0) return []
  const added: LabelledSpan[] = []
  for (const i of scene.capitals) {
    const form = tokens.form[i]
    if (form.text.length < 2 || !stems.has(scene.stemOf(form)) || !taken.isFreeInside(i) || !taken.isFreeOutside(i))
      continue
    const isQuoted = i > 0 && i + 1 < tokens.count && opensQuote(tokens.form[i - 1]) && closesQuote(tokens.form[i + 1])
    // «корабль „Рассвет“» is none, whatever else is called so.
    if (isQuoted && i > 1 && scene.isOtherHead(tokens.form[i - 2])) continue
    if (isQuoted || !isCommonWord(form)) added.push({ from: i, to: i + 1, kind: 'organisation', rule: 'named-before' })
  }
  return added
}

/** A word in another alphabet after one that is not: «компании Google». */
function isLoneLatin({ tokens }: NameScene, token: number): boolean {
  return (tokens.form[token].pos & LATN) !== 0 && (tokens.form[token - 1].pos & LATN) === 0
}

/** «фракции КПРФ», «администрации Кремля»: a noun in small letters and the organisation right after it are one; the second stays, nested. */
export function joinOrganisations(spans: readonly LabelledSpan[], { tokens, sentences }: NameScene): LabelledSpan[] {
  const startsAt = new Map<number, LabelledSpan>()
  for (const span of spans) if (span.kind === 'organisation') startsAt.set(span.from, span)
  return spans.map(span => {
    const next = span.kind === 'organisation' ? startsAt.get(span.to) : undefined
    if (next === undefined || sentences.of[span.from] !== sentences.of[next.from]) return span
    const last = tokens.form[span.to - 1]
    const first = tokens.form[next.from]
    const hangs = first.shape === SHAPE_UPPER || (first.agr & GENT) !== 0
    return last.shape === SHAPE_LOWER && (last.pos & NOUN) !== 0 && hangs ? { ...span, to: next.to } : span
  })
}

/** The head of a name: its first noun that is no adjective of a later one. */
function firstNoun({ tokens, words }: NameScene, from: number, to: number): number {
  for (let i = from; i < to; i++) {
    const { readings } = tokens.form[i]
    if ((words.chosen[i].pos & NOUN) !== 0 || (readings[0].pos & (NOUN | LATN)) !== 0) return i
  }
  return to
}
