/**
 * Names that the namer's labels missed and the rest of the document, a table or a head noun gives away. A rule adds a span where none of
 * its chain stands yet: persons and places are one chain, organisations the other.
 */
import { CLOSE_QUOTE, EITHER_QUOTE, markClass, OPEN_QUOTE } from '../text/marks.ts'
import { GAP_NONE, KIND_MARK, KIND_WORD } from '../text/tokens.ts'
import { type Form, type Reading, SHAPE_CAPITAL, SHAPE_LOWER, SHAPE_MIXED, SHAPE_UPPER } from '../words/form.ts'
import { ADJECTIVAL, agrees, CASE, GENT, GEOX, GUESS, LATN, NOUN, ORGN, PROPER, SURN } from '../words/grammar.ts'
import { countryAdjective } from './countries.ts'
import { casesAsName, isKnownGiven, takeInitials } from './mend-spans.ts'
import type { NameScene } from './name-scene.ts'
import { stemOfName } from './name-stem.ts'
import { mendOrganisation } from './organisation-borders.ts'
import type { LabelledSpan } from './spans-of-labels.ts'

/** Which tokens stand in a span of either chain. */
class Taken {
  readonly #inner: Uint8Array
  readonly #outer: Uint8Array

  constructor(spans: readonly LabelledSpan[], count: number) {
    this.#inner = new Uint8Array(count)
    this.#outer = new Uint8Array(count)
    for (const span of spans) this.take(span)
  }

  take({ from, to, kind }: LabelledSpan): void {
    ;(kind === 'organisation' ? this.#outer : this.#inner).fill(1, from, to)
  }

  /** No person or place from `from` to `to`. */
  isFreeInside(from: number, to = from + 1): boolean {
    return !this.#inner.subarray(from, to).includes(1)
  }

  isFreeOutside(from: number, to = from + 1): boolean {
    return !this.#outer.subarray(from, to).includes(1)
  }
}

/** «Оливер Кан», «Джеймса Коми»: a given name and the capitalised word after it in the same case are one person, whatever the word is elsewhere. */
function joinGivenNames(spans: readonly LabelledSpan[], scene: NameScene): LabelledSpan[] {
  const { tokens, sentences } = scene
  const startsAt = new Map<number, LabelledSpan>()
  for (const span of spans) if (span.kind !== 'organisation') startsAt.set(span.from, span)
  const joined: LabelledSpan[] = []
  const absorbed = new Set<LabelledSpan>()
  for (const span of spans) {
    const { from, to, kind } = span
    const next = startsAt.get(to)
    if (
      kind !== 'person' ||
      to - from !== 1 ||
      !isKnownGiven(tokens.form[from]) ||
      to >= sentences.to[sentences.of[from]] ||
      !isNameWord(scene, to) ||
      (next !== undefined && (next.kind === 'person' || next.to - next.from > 1)) ||
      scene.countryOf(tokens.form[to]) !== null ||
      (casesAsName(tokens.form[from]) & tokens.form[to].agr & CASE) === 0
    ) {
      joined.push(span)
      continue
    }
    if (next !== undefined) absorbed.add(next)
    joined.push({ ...span, to: to + 1 })
  }
  return joined.filter(span => !absorbed.has(span))
}

type Rule = (scene: NameScene, spans: readonly LabelledSpan[], taken: Taken) => LabelledSpan[]

/** All spans, sorted by first token, the longer first. */
export function addNames(labelled: readonly LabelledSpan[], scene: NameScene): LabelledSpan[] {
  const joined = joinGivenNames(labelled, scene)
  const inner = new Map(joined.filter(span => span.kind !== 'organisation').map(span => [span.from, span]))
  const all = joined.map(span => (span.kind === 'organisation' ? mendOrganisation(span, scene, inner) : span))
  const taken = new Taken(all, scene.tokens.count)
  for (const rule of RULES) {
    for (const found of rule(scene, all, taken)) {
      const [span] = takeInitials(found, scene)
      taken.take(span)
      all.push(span)
    }
  }
  return all.sort((a, b) => a.from - b.from || b.to - a.to)
}

/** «по Нижегородской области» inside a longer name, «Алтайского края»: an adjective with a capital and its kind of place. */
const addRegions: Rule = (scene, _, taken) => {
  const { tokens, sentences } = scene
  const added: LabelledSpan[] = []
  for (let i = 0; i + 1 < tokens.count; i++) {
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
function isOfPlace(folded: string): boolean {
  const at = folded.lastIndexOf('ск')
  return at > 1 && folded.length - at <= 5
}

function mayAgree(a: Form, b: Form): boolean {
  return a.readings.some(
    x => (x.pos & ADJECTIVAL) !== 0 && b.readings.some(y => (y.pos & NOUN) !== 0 && agrees(x.agr, y.agr)),
  )
}

/** «города Кидаль», «штата Вермонт»: a kind of place and the capitalised word after it. */
const addApposed: Rule = (scene, _, taken) => {
  const { tokens, sentences } = scene
  const added: LabelledSpan[] = []
  for (let i = 0; i + 1 < tokens.count; i++) {
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
const addCountries: Rule = (scene, _, taken) => {
  const { tokens } = scene
  const added: LabelledSpan[] = []
  for (let i = 0; i < tokens.count; i++) {
    const form = tokens.form[i]
    if (form.shape !== SHAPE_CAPITAL && form.shape !== SHAPE_UPPER) continue
    if (!taken.isFreeInside(i) || scene.countryOf(form) === null) continue
    if (isCommonWord(form) && scene.isSentenceStart(i)) continue
    added.push({ from: i, to: i + 1, kind: 'place', rule: 'countries' })
  }
  return added
}

/** A word that the dictionary knows as more than a name: «Того», «Чад». Possessives like «Сёмин» are hardly words of the news. */
function isCommonWord(form: Form): boolean {
  return form.readings.some(reading => (reading.lex & (GUESS | PROPER)) === 0 && !isPossessive(reading))
}

function isPossessive({ pos, lemma }: Reading): boolean {
  return (pos & ADJECTIVAL) !== 0 && (lemma.endsWith('ин') || lemma.endsWith('ов') || lemma.endsWith('ев'))
}

/** «Ветров», «Мария», once «Мария Ветрова» has been named in full. */
const spreadPersons: Rule = (scene, spans, taken) => {
  const { tokens } = scene
  const stems = new Set<string>()
  const surnames = new Set<string>()
  for (const { from, to, kind } of spans) {
    if (kind !== 'person' || to - from < 2) continue
    for (let i = from; i < to; i++) {
      if (!isNameWord(scene, i)) continue
      const stem = stemOfName(tokens.form[i].folded)
      stems.add(stem)
      if (i === to - 1) surnames.add(stem)
    }
  }
  if (stems.size === 0) return []
  const added: LabelledSpan[] = []
  for (let i = 0; i < tokens.count; i++) {
    if (!isNameWord(scene, i) || !taken.isFreeInside(i)) continue
    const form = tokens.form[i]
    const stem = stemOfName(form.folded)
    if (!stems.has(stem)) continue
    if (surnames.has(stem) || (!isCommonWord(form) && taken.isFreeOutside(i))) {
      added.push({ from: i, to: i + 1, kind: 'person', rule: 'named-in-full' })
    }
  }
  return added
}

function isNameWord({ tokens }: NameScene, token: number): boolean {
  const { shape, text } = tokens.form[token]
  return tokens.kind[token] === KIND_WORD && text.length > 2 && (shape === SHAPE_CAPITAL || shape === SHAPE_MIXED)
}

/** «Сёмин (Овечкин, Фёдоров)»: a word that the dictionary knows as a surname and nothing else. */
const addSurnames: Rule = (scene, _, taken) => {
  const { tokens } = scene
  const added: LabelledSpan[] = []
  for (let i = 0; i < tokens.count; i++) {
    const form = tokens.form[i]
    if (form.shape !== SHAPE_CAPITAL || (form.lex & SURN) === 0 || (form.lex & (GUESS | GEOX | ORGN)) !== 0) continue
    if (!taken.isFreeInside(i) || !taken.isFreeOutside(i) || isCommonWord(form)) continue
    added.push({ from: i, to: i + 1, kind: 'person', rule: 'surname' })
  }
  return added
}

/** «правительство», «украинское правительство», «полиция»: a body of the state that needs no name, with the adjective of its country. */
const addOrgans: Rule = (scene, _, taken) => {
  const { tokens, pack } = scene
  const added: LabelledSpan[] = []
  for (let i = 0; i < tokens.count; i++) {
    const form = tokens.form[i]
    if (!scene.isOrgan(form) || !taken.isFreeOutside(i)) continue
    const before = i > 0 && scene.sentences.of[i - 1] === scene.sentences.of[i] ? tokens.form[i - 1] : null
    const adjective = before !== null && countryAdjective(pack, before) !== null && mayAgree(before, form)
    added.push({
      from: adjective && taken.isFreeOutside(i - 1) ? i - 1 : i,
      to: i + 1,
      kind: 'organisation',
      rule: 'organ',
    })
  }
  return added
}

/** «пресс-службы МЧС», «Палаты представителей Конгресса США»: an organisation that hangs on the head of a longer one. */
const addNested: Rule = (scene, spans, taken) => {
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
      if (scene.isOrganisationHead(form) && (form.agr & GENT) !== 0 && (form.pos & NOUN) !== 0) {
        let start = i
        while (start - 1 > head && mayAgree(tokens.form[start - 1], form)) start--
        added.push({ from: start, to, kind: 'organisation', rule: 'nested' })
        break
      }
    }
  }
  return added
}

/** «газеты „Русская правда“», «партия „Новый путь“»: a kind of organisation and a name in quotation marks. */
const addQuoted: Rule = (scene, _, taken) => {
  const { tokens, sentences } = scene
  const added: LabelledSpan[] = []
  for (let i = 0; i + 3 < tokens.count; i++) {
    if (tokens.form[i].shape !== SHAPE_LOWER || !scene.isOrganisationHead(tokens.form[i])) continue
    if (!isOpening(tokens.form[i + 1]) || tokens.gap[i + 2] !== GAP_NONE) continue
    const first = tokens.form[i + 2]
    if (first.shape === SHAPE_LOWER || tokens.kind[i + 2] === KIND_MARK) continue
    const limit = Math.min(sentences.to[sentences.of[i]], i + LONGEST_QUOTED)
    let end = i + 3
    while (end < limit && !isClosing(tokens.form[end])) end++
    if (end >= limit || !taken.isFreeOutside(i, end)) continue
    added.push({ from: i, to: end, kind: 'organisation', rule: 'quoted' })
  }
  return added
}

const LONGEST_QUOTED = 10

function isOpening(form: Form): boolean {
  const mark = markClass(form)
  return mark === OPEN_QUOTE || mark === EITHER_QUOTE
}

function isClosing(form: Form): boolean {
  const mark = markClass(form)
  return mark === CLOSE_QUOTE || mark === EITHER_QUOTE
}

/** «Большого театра», «Объединённого фронта», «Законодательного собрания края»: a capitalised adjective and a kind of organisation. */
const addCapitalised: Rule = (scene, spans, taken) => {
  const { tokens, sentences } = scene
  const added: LabelledSpan[] = []
  for (let i = 0; i + 1 < tokens.count; i++) {
    const form = tokens.form[i]
    if (form.shape !== SHAPE_CAPITAL || (form.pos & ADJECTIVAL) === 0 || scene.isSentenceStart(i)) continue
    const limit = sentences.to[sentences.of[i]]
    let head = i + 1
    while (
      head < limit &&
      head < i + 4 &&
      !scene.isOrganisationHead(tokens.form[head]) &&
      mayAgreeAll(tokens.form[head], form)
    )
      head++
    if (head >= limit || !scene.isOrganisationHead(tokens.form[head]) || !mayAgree(form, tokens.form[head])) continue
    if (!taken.isFreeOutside(i, head + 1) || !taken.isFreeInside(i, head + 1)) continue
    const place = spans.find(span => span.kind === 'place' && span.from === head + 1)
    added.push({ from: i, to: place === undefined ? head + 1 : place.to, kind: 'organisation', rule: 'capitalised' })
  }
  return added
}

/** Two adjectives that may stand before one noun. */
function mayAgreeAll(a: Form, b: Form): boolean {
  return a.readings.some(
    x => (x.pos & ADJECTIVAL) !== 0 && b.readings.some(y => (y.pos & ADJECTIVAL) !== 0 && agrees(x.agr, y.agr)),
  )
}

/** The head of a name: its first noun that is no adjective of a later one. */
function firstNoun({ tokens, words }: NameScene, from: number, to: number): number {
  for (let i = from; i < to; i++) {
    const { readings } = tokens.form[i]
    if ((readings[words.best[i]].pos & NOUN) !== 0 || (readings[0].pos & (NOUN | LATN)) !== 0) return i
  }
  return to
}

const RULES: readonly Rule[] = [
  addRegions,
  addApposed,
  addCountries,
  spreadPersons,
  addSurnames,
  addQuoted,
  addCapitalised,
  addOrgans,
  addNested,
]
