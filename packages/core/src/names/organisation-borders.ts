/**
 * Where an organisation's name begins and ends: with the noun that says what it is («газеты „Рассвет“»), the adjectives of that noun, and
 * what hangs on it («Министерству торговли КНР»). Each rule gives back the span with other borders, or as it was.
 */
import { closesQuote, opensQuote } from '../text/marks.ts'
import { GAP_NONE, KIND_MARK, KIND_WORD } from '../text/tokens.ts'
import { type Form, SHAPE_CAPITAL, SHAPE_LOWER, SHAPE_UPPER } from '../words/form.ts'
import {
  ADJECTIVAL,
  ANUM,
  APRO,
  agrees,
  CASE,
  CONJ,
  DATV,
  GENT,
  GUESS,
  LATN,
  NOMN,
  NOUN,
  PREP,
  PROPER,
  PRTF,
} from '../words/grammar.ts'
import type { NameScene } from './name-scene.ts'
import type { LabelledSpan } from './spans-of-labels.ts'

type Rule = (span: LabelledSpan, scene: NameScene, inner: InnerSpans) => LabelledSpan

/** Persons and places by the token they begin with. */
export type InnerSpans = ReadonlyMap<number, LabelledSpan>

export function mendOrganisation(span: LabelledSpan, scene: NameScene, inner: InnerSpans): LabelledSpan {
  let mended = span
  for (const rule of RULES) mended = rule(mended, scene, inner)
  return mended
}

/** «Инициатива „Рассвета“», «штаб-квартире Google»: a noun that is no kind of organisation is not part of the name. */
const dropLead: Rule = (span, scene) => {
  const { tokens } = scene
  let at = span.from
  while (
    at < span.to &&
    tokens.kind[at] === KIND_WORD &&
    isPlainWord(tokens.form[at]) &&
    !scene.isOrganisationHead(tokens.form[at])
  )
    at++
  if (at === span.from || at >= span.to) return span
  const isNamed = tokens.kind[at] === KIND_MARK ? opensQuote(tokens.form[at]) : (tokens.form[at].pos & LATN) !== 0
  if (!isNamed) return span
  const from = tokens.kind[at] === KIND_MARK ? at + 1 : at
  return from < span.to ? { ...span, from } : span
}

/** «продукции немецкой компании», «заседание кабинета министров»: what stands in front of a kind of organisation in the genitive and is none is not part of it. */
const dropGoverning: Rule = (span, scene) => {
  const { tokens, words } = scene
  let noun = span.from
  while (noun < span.to && tokens.kind[noun] === KIND_WORD && isAdjectiveHere(scene, noun)) noun++
  if (noun >= span.to - 1 || tokens.kind[noun] !== KIND_WORD) return span
  const first = tokens.form[noun]
  if (first.shape !== SHAPE_LOWER && !scene.isSentenceStart(noun)) return span
  if ((words.chosen[noun].pos & NOUN) === 0 || !isPlainWord(first) || scene.isHead(first)) return span
  let head = noun + 1
  while (head < span.to && tokens.kind[head] === KIND_WORD && isAdjectiveHere(scene, head)) head++
  if (head >= span.to || !scene.isOrganisationHead(tokens.form[head])) return span
  return (words.chosen[head].agr & GENT) === 0 ? span : { ...span, from: noun + 1 }
}

function isAdjectiveHere({ words }: NameScene, token: number): boolean {
  return (words.chosen[token].pos & ADJECTIVAL) !== 0
}

/** «новой Думы», «правого Национального фронта»: an adjective in small letters before a name with a capital, unless places have it. */
const dropQuality: Rule = (span, scene) => {
  const { tokens } = scene
  let { from } = span
  while (
    from + 1 < span.to &&
    isQuality(tokens.form[from]) &&
    !scene.isHead(tokens.form[from]) &&
    isCapital(tokens.form[from + 1]) &&
    isAdjectiveHere(scene, from)
  )
    from++
  return { ...span, from }
}

function isQuality({ shape, folded }: Form): boolean {
  return shape === SHAPE_LOWER && !folded.includes('ск')
}

function isCapital({ shape, pos }: Form): boolean {
  return (shape === SHAPE_CAPITAL || shape === SHAPE_UPPER) && (pos & LATN) === 0
}

/** «Общественной палаты и»: a name does not end with a conjunction or a preposition. */
const trimJoint: Rule = (span, { tokens }) => {
  let { to } = span
  while (to - span.from > 1 && tokens.form[to - 1].shape === SHAPE_LOWER && isJoint(tokens.form[to - 1])) to--
  return { ...span, to }
}

function isJoint({ readings }: Form): boolean {
  return readings.every(({ pos }) => (pos & (CONJ | PREP)) !== 0)
}

/**
 * «министерстве торговли», «Русской службы новостей»: what hangs on a kind of organisation that would be its whole name. In «комиссия решений не
 * приняла» nothing hangs on it.
 */
const takeMatter: Rule = (span, scene) => {
  const { tokens, sentences, words } = scene
  const head = tokens.form[span.to - 1]
  if (firstHead(span, scene) !== span.to - 1 || !scene.needsMatter(head)) return span
  const isBare = span.to - span.from === 1 && head.shape === SHAPE_LOWER
  if (isBare && (words.chosen[span.to - 1].agr & NOMN) !== 0) return span
  const end = nounPhraseEnd(span.to, sentences.to[sentences.of[span.from]], scene, GENT)
  if (end < 0) return span
  for (let i = span.to; i < end; i++) if (tokens.form[i].shape !== SHAPE_LOWER) return span
  return scene.isHead(tokens.form[end - 1]) ? span : { ...span, to: end }
}

/** A known noun or adjective, whatever its first letter. */
function isPlainWord(form: Form): boolean {
  return (
    form.shape !== SHAPE_UPPER &&
    form.readings.some(r => (r.pos & (NOUN | ADJECTIVAL)) !== 0 && (r.lex & (GUESS | PROPER)) === 0)
  )
}

/**
 * «оператор ФАО Олег Ветров»: a person after a name in capitals or another alphabet is not part of it; nor is one in the nominative after a noun in
 * another case («глава правительства Олег Ветров»).
 */
const dropPerson: Rule = (span, scene, inner) => {
  const { tokens, words } = scene
  for (let i = span.from + 1; i < span.to; i++) {
    const person = inner.get(i)
    if (person === undefined || person.kind !== 'person' || person.to < span.to) continue
    // Half of a person's name is no part of another.
    if (person.to > span.to) return { ...span, to: i }
    const before = tokens.form[i - 1]
    if (tokens.kind[i - 1] === KIND_WORD && (before.shape === SHAPE_UPPER || (before.pos & LATN) !== 0))
      return { ...span, to: i }
    const cases = tokens.form[i].agr
    if (tokens.kind[i - 1] !== KIND_WORD || (cases & NOMN) === 0 || (cases & GENT) !== 0) continue
    if ((words.chosen[i - 1].pos & NOUN) !== 0 && (words.chosen[i - 1].agr & NOMN) === 0) return { ...span, to: i }
  }
  return span
}

/** «газеты „Рассвет“», «компании Google», «ООО „Рассвет“»: the noun before the name belongs to it. */
const takeHead: Rule = (span, scene) => {
  const { tokens, sentences } = scene
  const first = sentences.from[sentences.of[span.from]]
  if (scene.isOrganisationHead(tokens.form[span.from])) return span
  let at = span.from - 1
  if (at >= first && opensQuote(tokens.form[at])) at--
  else if ((tokens.form[span.from].pos & LATN) === 0) return span
  if (at < first || tokens.kind[at] !== KIND_WORD) return span
  const head = tokens.form[at]
  const isLegalForm = head.shape === SHAPE_UPPER && head.text.length <= 5 && at + 1 < span.from
  return isLegalForm || (head.shape === SHAPE_LOWER && scene.isOrganisationHead(head)) ? { ...span, from: at } : span
}

/** «международной шахматной федерации», «13-й армии»: adjectives that agree with the first noun of the name. */
const takeAdjectives: Rule = (span, { tokens, sentences }) => {
  const first = sentences.from[sentences.of[span.from]]
  // «новом Конгрессе»: a word that is a name by itself takes only the adjectives of places.
  const isName = tokens.form[span.from].shape !== SHAPE_LOWER && (tokens.form[span.from].pos & NOUN) !== 0
  let { from } = span
  while (from > first && isAdjectiveOf(tokens.form[from - 1], tokens.form[from])) {
    if (isName && !tokens.form[from - 1].folded.includes('ск')) break
    from--
  }
  return { ...span, from }
}

function isAdjectiveOf(form: Form, next: Form): boolean {
  const isNumbered = form.text[0] >= '0' && form.text[0] <= '9'
  return form.readings.some(
    a =>
      (a.pos & ADJECTIVAL) !== 0 &&
      (a.pos & PRTF) === 0 &&
      (a.lex & APRO) === 0 &&
      ((a.lex & ANUM) === 0 || isNumbered) &&
      next.readings.some(b => (b.pos & (NOUN | ADJECTIVAL)) !== 0 && agrees(a.agr, b.agr)),
  )
}

/** «Института этнологии и антропологии»: a second genitive beside the one the name ends with. */
const takeSecond: Rule = (span, scene) => {
  const { tokens, sentences } = scene
  const limit = sentences.to[sentences.of[span.from]]
  if (span.to - span.from < 2 || span.to >= limit || tokens.form[span.to].folded !== 'и' || !hasHead(span, scene))
    return span
  const last = tokens.form[span.to - 1]
  if (
    last.shape !== SHAPE_LOWER ||
    (last.pos & NOUN) === 0 ||
    (last.agr & GENT) === 0 ||
    scene.isOrganisationHead(last)
  )
    return span
  const end = nounPhraseEnd(span.to + 1, limit, scene, GENT)
  if (end < 0 || tokens.form[end - 1].shape !== SHAPE_LOWER || scene.isOrganisationHead(tokens.form[end - 1]))
    return span
  return { ...span, to: end }
}

/** «мэрии Москвы», «Министерству торговли КНР»: a place in the genitive after a noun in small letters. */
const takePlace: Rule = (span, { tokens, sentences }, inner) => {
  const place = inner.get(span.to)
  if (place === undefined || place.kind !== 'place' || sentences.of[span.from] !== sentences.of[span.to]) return span
  const last = tokens.form[span.to - 1]
  if (tokens.kind[span.to - 1] !== KIND_WORD || last.shape === SHAPE_UPPER || (last.pos & LATN) !== 0) return span
  if ((last.pos & NOUN) === 0 || (tokens.form[span.to].agr & GENT) === 0) return span
  return { ...span, to: place.to }
}

/** «Центр культуры „Рассвет“»: a name in quotation marks right after the noun. */
const takeQuoted: Rule = (span, scene) => {
  const { tokens, sentences } = scene
  const limit = Math.min(sentences.to[sentences.of[span.from]], span.to + LONGEST_QUOTED)
  const last = tokens.form[span.to - 1]
  if (span.to + 2 >= limit || tokens.kind[span.to - 1] !== KIND_WORD || (last.pos & NOUN) === 0) return span
  if (!hasHead(span, scene)) return span
  const open = span.to
  if (!opensQuote(tokens.form[open]) || tokens.gap[open] === GAP_NONE || tokens.gap[open + 1] !== GAP_NONE) return span
  if (tokens.form[open + 1].shape === SHAPE_LOWER || tokens.kind[open + 1] === KIND_MARK) return span
  for (let at = open + 2; at < limit; at++) if (closesQuote(tokens.form[at])) return { ...span, to: at }
  return span
}

const LONGEST_QUOTED = 8

/** «театра имени Олега Ветрова», «театра им. Ветрова». */
const takeNamesake: Rule = (span, { tokens, sentences }, inner) => {
  const limit = sentences.to[sentences.of[span.from]]
  let at = span.to
  if (tokens.form[at - 1].folded === 'им' || tokens.form[at - 1].folded === 'имени') at--
  if (at >= limit || at === span.from) return span
  const { folded } = tokens.form[at]
  if (folded !== 'имени' && folded !== 'им') return span
  at++
  if (folded === 'им' && at < limit && tokens.form[at].text === '.') at++
  const person = inner.get(at)
  return person !== undefined && person.kind === 'person' ? { ...span, to: person.to } : span
}

/** «Комитета по иностранным делам», «Бюро по патентам и товарным знакам»: what a body is for. «Правительство» needs no purpose. */
const takePurpose: Rule = (span, scene) => {
  const { tokens, sentences } = scene
  const limit = sentences.to[sentences.of[span.from]]
  if (span.to >= limit || tokens.form[span.to].folded !== 'по') return span
  const head = firstHead(span, scene)
  if (head < 0 || scene.isOrgan(tokens.form[head])) return span
  let at = nounPhraseEnd(span.to + 1, limit, scene, DATV)
  if (at < 0) return span
  for (;;) {
    // What hangs on the noun, and another noun after «и».
    const genitive = nounPhraseEnd(at, limit, scene, GENT)
    if (genitive > 0) {
      at = genitive
      continue
    }
    const another = tokens.form[at]?.folded === 'и' ? nounPhraseEnd(at + 1, limit, scene, DATV) : -1
    if (another < 0) break
    at = another
  }
  return { ...span, to: at }
}

function hasHead(span: LabelledSpan, scene: NameScene): boolean {
  return firstHead(span, scene) >= 0
}

function firstHead(span: LabelledSpan, scene: NameScene): number {
  for (let i = span.from; i < span.to; i++) if (scene.isOrganisationHead(scene.tokens.form[i])) return i
  return -1
}

/** End of adjectives and a noun in this case, all in small letters but for names of places; -1 for none. */
function nounPhraseEnd(from: number, limit: number, { tokens, words }: NameScene, wanted: number): number {
  let at = from
  while (at < limit && at < from + 4) {
    const chosen = words.chosen[at]
    if (tokens.kind[at] !== KIND_WORD || (chosen.agr & wanted & CASE) === 0) return -1
    if ((chosen.pos & NOUN) !== 0) return at + 1
    if ((chosen.pos & ADJECTIVAL) === 0) return -1
    at++
  }
  return -1
}

const RULES: readonly Rule[] = [
  dropLead,
  dropGoverning,
  dropQuality,
  trimJoint,
  dropPerson,
  takeHead,
  takeAdjectives,
  takeMatter,
  takeSecond,
  takePlace,
  takeQuoted,
  takeNamesake,
  takePurpose,
]
