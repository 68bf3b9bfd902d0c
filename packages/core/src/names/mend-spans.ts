/** Rules over the namer's spans: borders that labels get wrong. Each rule takes one span and gives back what becomes of it, null where it stays. */
import {
  CLOSE_BRACKET,
  CLOSE_QUOTE,
  closesQuote,
  EITHER_QUOTE,
  markClass,
  OPEN_BRACKET,
  OPEN_QUOTE,
  opensQuote,
} from '../text/marks.ts'
import { GAP_NONE, KIND_MARK, KIND_WORD, type Tokens } from '../text/tokens.ts'
import { type Form, SHAPE_CAPITAL, SHAPE_LOWER } from '../words/form.ts'
import {
  ADJECTIVAL,
  CASE,
  CONJ,
  GIVEN,
  GUESS,
  LATN,
  NAMELIKE,
  NOMN,
  NOUN,
  PROPER,
  SING,
  SURN,
  VERB,
} from '../words/grammar.ts'
import { ORGANISATION_GOES_ON, ORGANISATION_STARTS } from './listed-names.ts'
import type { NameScene } from './name-scene.ts'
import { isInitial } from './name-words.ts'
import { partLead, partPairs, takeNumeral, UNKNOWN_PLACE } from './part-persons.ts'
import type { LabelledSpan } from './spans-of-labels.ts'

type Rule = (span: LabelledSpan, scene: NameScene) => readonly LabelledSpan[] | null

export function mendSpans(spans: readonly LabelledSpan[], scene: NameScene): LabelledSpan[] {
  const mended: LabelledSpan[] = []
  for (const span of spans) {
    let parts: readonly LabelledSpan[] = [span]
    for (const rule of RULES) {
      // Nearly always a span stays one.
      if (parts.length === 1) parts = rule(parts[0], scene) ?? parts
      else parts = parts.flatMap(part => rule(part, scene) ?? [part])
    }
    mended.push(...parts)
  }
  return spreadUnknownPlaces(mended, scene)
}

/** «архипелаг Тагуру … Тагуру захвачены»: what was once a place is no person elsewhere. */
function spreadUnknownPlaces(spans: LabelledSpan[], scene: NameScene): LabelledSpan[] {
  const places = spans.filter(span => span.kind === 'place' && isBehindKind(span, scene))
  if (places.length === 0) return spans
  const stems = new Set(places.map(({ from }) => scene.stemOf(scene.tokens.form[from])))
  return spans.map(span => {
    const isAlone = span.kind === 'person' && span.to - span.from === 1
    if (!isAlone || !stems.has(scene.stemOf(scene.tokens.form[span.from]))) return span
    return { ...span, kind: 'place', rule: UNKNOWN_PLACE }
  })
}

/** A name does not begin or end with a lone mark: «(Иванов», «Рассвет,». */
const trimMarks: Rule = (span, { tokens }) => {
  let { from, to } = span
  while (from < to && tokens.kind[from] === KIND_MARK) from++
  while (to > from && tokens.kind[to - 1] === KIND_MARK && !closesInside(span, to - 1, tokens)) to--
  if (from === span.from && to === span.to) return null
  return from < to ? [{ ...span, from, to }] : []
}

/** The dot of an initial or abbreviation, a bracket or quotation mark that was opened in the span. */
function closesInside({ from }: LabelledSpan, at: number, tokens: Tokens): boolean {
  const form = tokens.form[at]
  if (form.text === '.') return at > from && tokens.gap[at] === GAP_NONE && tokens.form[at - 1].text.length <= 3
  const opening = OPENINGS.get(markClass(form))
  if (opening === undefined) return false
  for (let i = from; i < at; i++) {
    if (tokens.kind[i] === KIND_MARK && markClass(tokens.form[i]) === opening) return opening !== OPEN_QUOTE
  }
  return false
}

// News sets end a name before its closing «»: «партии „Рассвет»; a straight mark that closes is kept as often as not.
const OPENINGS = new Map([
  [CLOSE_BRACKET, OPEN_BRACKET],
  [CLOSE_QUOTE, OPEN_QUOTE],
  [EITHER_QUOTE, EITHER_QUOTE],
])

/** In tokens, marks included: no list of words, however long, is one name. */
const LONGEST = { person: 14, place: 20, organisation: 60 }

/** A single letter, a number, or words in small letters alone name no person and no place; no organisation without a kind of organisation among them. */
const dropSlight: Rule = (span, scene) => {
  const { tokens } = scene
  if (span.to - span.from === 1 && tokens.form[span.from].text.length === 1) return []
  if (span.to - span.from > LONGEST[span.kind]) return []
  for (let i = span.from; i < span.to; i++) {
    const form = tokens.form[i]
    if (tokens.kind[i] !== KIND_MARK && form.shape !== SHAPE_LOWER) return null
    if (span.kind === 'organisation' && (scene.isOrganisationHead(form) || scene.isAuthority(form))) return null
  }
  return []
}

/** «президент Перу Хуан Моралес»: a country that does not decline is no given name. */
const partCountry: Rule = (span, scene) => {
  if (span.kind !== 'person' || span.to - span.from < 2) return null
  const first = scene.tokens.form[span.from]
  if ((first.lex & GIVEN) !== 0 || scene.countryOf(first) === null) return null
  return [
    { from: span.from, to: span.from + 1, kind: 'place', rule: 'countries' },
    { ...span, from: span.from + 1 },
  ]
}

/** «Император Такаси», «Слова Ветрова» at the start of a sentence: the common noun is no part of the name. */
const trimLead: Rule = (span, scene) => {
  if (span.kind !== 'person' || span.to - span.from < 2) return null
  const { tokens } = scene
  let { from } = span
  while (from + 1 < span.to && tokens.kind[from + 1] !== KIND_MARK && isLead(from, scene)) from++
  if (from > span.from && from + 1 === span.to) {
    // «Папа Римский»: what is left is an adjective.
    const last = tokens.form[from]
    if ((last.readings[0].pos & ADJECTIVAL) !== 0 && (last.lex & NAMELIKE) === 0) return []
  }
  return from === span.from ? null : [{ ...span, from }]
}

function isLead(token: number, scene: NameScene): boolean {
  const form = scene.tokens.form[token]
  if (form.shape !== SHAPE_CAPITAL && form.shape !== SHAPE_LOWER) return false
  if ((form.pos & NOUN) === 0 || (form.lex & NAMELIKE) !== 0) return false
  return scene.isTitle(form) || (scene.isSentenceStart(token) && isKnownNoun(form))
}

function isKnownNoun(form: Form): boolean {
  return form.readings.some(reading => (reading.pos & NOUN) !== 0 && (reading.lex & (GUESS | PROPER)) === 0)
}

/**
 * «в реке Тмиара», «архипелага Тагуру»: a word no dictionary knows, behind a kind of place read in the singular, is its name, unless a verb
 * follows that it could be the subject of («в этом городе Мадоки заявил»).
 */
const placeUnknown: Rule = (span, scene) => {
  const { words, sentences } = scene
  const { from, to, kind } = span
  if (kind !== 'person' || !isBehindKind(span, scene)) return null
  const isSubject = to < sentences.to[sentences.of[from]] && (words.chosen[to].pos & VERB) !== 0
  const isOblique = (words.chosen[from - 1].agr & NOMN) === 0
  return isSubject && isOblique ? null : [{ ...span, kind: 'place', rule: UNKNOWN_PLACE }]
}

/** One word that no dictionary knows, behind a kind of place in the singular. */
function isBehindKind({ from, to }: LabelledSpan, scene: NameScene): boolean {
  const { tokens, words } = scene
  if (to - from > 1 || scene.isSentenceStart(from)) return false
  const before = tokens.form[from - 1]
  if (before.shape !== SHAPE_LOWER || !scene.isPlaceHead(before)) return false
  if ((words.chosen[from - 1].agr & SING) === 0) return false
  return tokens.form[from].readings.every(({ lex }) => (lex & GUESS) !== 0)
}

/** «Май выдался тёплым»: a common word at the start of a sentence is no person by itself. */
const dropCommon: Rule = (span, scene) => {
  if (span.kind !== 'person' || span.to - span.from > 1 || !scene.isSentenceStart(span.from)) return null
  const { pos, lex } = scene.words.chosen[span.from]
  return (pos & NOUN) !== 0 && (lex & (GUESS | PROPER)) === 0 ? [] : null
}

/** «Недовольство зрителей», «Официальная цензура» at the start of a sentence: common words without a kind of organisation among them name none. */
const dropPhrase: Rule = ({ kind, from, to }, scene) => {
  if (kind !== 'organisation' || to - from < 2 || !scene.isSentenceStart(from)) return null
  const { tokens, words } = scene
  for (let i = from; i < to; i++) {
    const form = tokens.form[i]
    if (tokens.kind[i] !== KIND_WORD || (i > from && form.shape !== SHAPE_LOWER)) return null
    if ((scene.isHead(form) && !scene.isOtherHead(form)) || (words.chosen[i].lex & (GUESS | PROPER)) !== 0) return null
  }
  return []
}

/** «Ли Мина Reuters»: a name keeps to one alphabet. */
const partScripts: Rule = (span, { tokens }) => {
  if (span.kind !== 'person') return null
  for (let i = span.from + 1; i < span.to; i++) {
    if (tokens.kind[i] !== KIND_WORD || tokens.kind[i - 1] !== KIND_WORD) continue
    const latinBefore = (tokens.form[i - 1].pos & LATN) !== 0
    const latin = (tokens.form[i].pos & LATN) !== 0
    if (latin === latinBefore || tokens.form[i].text.length < 3 || tokens.form[i - 1].text.length < 3) continue
    return latinBefore ? [{ ...span, from: i }] : [{ ...span, to: i }]
  }
  return null
}

/** «Ли Мин Хо Ли Сон Ги»: a word that comes again begins another name. */
const partTwins: Rule = (span, scene) => {
  const { tokens } = scene
  if (span.kind !== 'person' || span.to - span.from < 4) return null
  const first = scene.stemOf(tokens.form[span.from])
  for (let i = span.from + 2; i + 1 < span.to; i++) {
    if (tokens.kind[i] !== KIND_WORD || scene.stemOf(tokens.form[i]) !== first) continue
    return [
      { ...span, to: i },
      { ...span, from: i },
    ]
  }
  return null
}

/** «сказал Олег Ветров Русской службе»: a last word that is an adjective of another case. */
const trimTail: Rule = (span, { tokens }) => {
  if (span.kind !== 'person') return null
  let { to } = span
  while (to - span.from > 1 && isStrayTail(tokens.form[to - 1], tokens.form[to - 2])) to--
  return to === span.to ? null : [{ ...span, to }]
}

function isStrayTail(form: Form, before: Form): boolean {
  if (form.shape !== SHAPE_CAPITAL || (form.lex & (NAMELIKE | GUESS)) !== 0) return false
  return (form.readings[0].pos & ADJECTIVAL) !== 0 && (form.agr & before.agr & CASE) === 0
}

/** «сын Петра Ветрова Даниил Ветров», «на встрече с Зиминым Ветров»: a given name, or a surname after a surname, in another case begins another person. */
const partCases: Rule = (span, { tokens }) => {
  if (span.kind !== 'person' || span.to - span.from < 2) return null
  for (let i = span.from + 1; i < span.to; i++) {
    const form = tokens.form[i]
    if (tokens.kind[i] !== KIND_WORD || tokens.kind[i - 1] !== KIND_WORD) continue
    const begins =
      (i > span.from + 1 && isKnownGiven(form)) || (isKnownSurname(form) && isKnownSurname(tokens.form[i - 1]))
    if (!begins) continue
    if (casesAsName(form) & casesAsName(tokens.form[i - 1])) continue
    return [
      { ...span, to: i },
      { ...span, from: i },
    ]
  }
  return null
}

export function isKnownGiven(form: Form): boolean {
  return form.readings.some(reading => (reading.lex & GIVEN) !== 0 && (reading.lex & GUESS) === 0)
}

/** A surname and no given name. */
function isKnownSurname(form: Form): boolean {
  return !isKnownGiven(form) && form.readings.some(reading => (reading.lex & SURN) !== 0 && (reading.lex & GUESS) === 0)
}

/** Cases of the readings under which the form is a name in the singular. */
export function casesAsName(form: Form): number {
  let cases = 0
  for (const reading of form.readings) {
    if ((reading.lex & NAMELIKE) !== 0 && (reading.agr & SING) !== 0) cases |= reading.agr & CASE
  }
  return cases === 0 ? CASE : cases
}

/** «А. Б. Иванов», «Иванов А.Б.», «Дж. Картер»: initials belong to the surname. */
export const takeInitials: Rule = (span, { tokens, sentences }) => {
  if (span.kind !== 'person') return null
  const sentence = sentences.of[span.from]
  const limit = sentences.to[sentence]
  let { from, to } = span
  for (let times = 0; times < 2; times++) {
    if (from - 2 >= sentences.from[sentence] && isInitial(tokens, from - 2)) from -= 2
  }
  if (to === from + 1) {
    for (let times = 0; times < 2; times++) {
      if (to + 1 < limit && isInitial(tokens, to)) to += 2
    }
  }
  // The dot of a last initial, and the surname after initials that stand alone.
  if (to < limit && isInitial(tokens, to - 1)) to++
  if (to < limit && isAllInitials(span.from, to) && tokens.form[to].shape === SHAPE_CAPITAL) to++
  return from === span.from && to === span.to ? null : [{ ...span, from, to }]

  function isAllInitials(first: number, end: number): boolean {
    for (let i = first; i < end; i++) if (tokens.form[i].text !== '.' && !isInitial(tokens, i)) return false
    return true
  }
}

/** «альбома The Road», «статье 20 УК РФ», «ордена „За труд“», «фильмы „Дом“, „Сад“»: names of works, laws, awards and events are no organisations. */
const dropOther: Rule = (span, scene) => {
  if (span.kind !== 'organisation') return null
  const { tokens, sentences } = scene
  if (scene.isOtherHead(tokens.form[span.from])) return []
  const first = sentences.from[sentences.of[span.from]]
  let before = span.from - 1
  while (before >= first && tokens.kind[before] === KIND_MARK && opensQuote(tokens.form[before])) before--
  const isQuoted = before < span.from - 1
  if (isQuoted) before = beforeList(scene, before, first)
  const isNamed = isQuoted || (tokens.form[span.from].pos & LATN) !== 0
  return isNamed && before >= first && scene.isOtherHead(tokens.form[before]) ? [] : null
}

/** How far back a list of quoted names may reach, in tokens. */
const LONGEST_LIST = 60

/** From the token before an opening mark over the quoted names listed before it: «фильмы „Дом“, „Сад“ и „Лес“». */
function beforeList({ tokens }: NameScene, token: number, first: number): number {
  const floor = Math.max(first, token - LONGEST_LIST)
  let at = token
  for (;;) {
    const isLink = tokens.kind[at] === KIND_MARK ? tokens.form[at].text === ',' : (tokens.form[at]?.pos & CONJ) !== 0
    if (at - 1 < floor || !isLink || tokens.kind[at - 1] !== KIND_MARK || !closesQuote(tokens.form[at - 1])) return at
    let open = at - 2
    while (open >= floor && !(tokens.kind[open] === KIND_MARK && opensQuote(tokens.form[open]))) open--
    if (open <= floor) return at
    at = open - 1
  }
}

/** «газета», «компании»: a kind of organisation by itself names none; «правительство» does, being one of its kind. */
const dropBare: Rule = (span, scene) => {
  const { from, to, kind } = span
  const form = scene.tokens.form[from]
  if (kind !== 'organisation' || to - from > 1 || form.shape !== SHAPE_LOWER) return null
  return scene.isOrganisationHead(form) && !scene.isOrgan(form) ? [] : null
}

/** «в матче против „Рима“»: a city alone in quotation marks is a club, a paper, a shop. */
const renameQuoted: Rule = (span, { tokens }) => {
  const { from, to } = span
  if (span.kind !== 'place' || from === 0 || to === tokens.count || to - from > 1) return null
  if (!opensQuote(tokens.form[from - 1]) || !closesQuote(tokens.form[to]) || tokens.gap[from] !== GAP_NONE) return null
  return [{ from, to, kind: 'organisation', rule: 'quoted-place' }]
}

/** «активистам „Гринпис“»: a body that the table lists is no person and no place. */
const renameListed: Rule = (span, { tokens, listed }) => {
  const { from, to, kind } = span
  if (kind === 'organisation' || listed[from] !== ORGANISATION_STARTS || tokens.form[from].shape === SHAPE_LOWER)
    return null
  for (let i = from + 1; i < to; i++) if (listed[i] !== ORGANISATION_GOES_ON) return null
  return to < tokens.count && listed[to] === ORGANISATION_GOES_ON
    ? null
    : [{ from, to, kind: 'organisation', rule: 'listed' }]
}

const RULES: readonly Rule[] = [
  trimMarks,
  dropSlight,
  renameListed,
  dropOther,
  dropBare,
  renameQuoted,
  partScripts,
  partTwins,
  partPairs,
  partLead,
  partCases,
  partCountry,
  trimLead,
  trimTail,
  takeInitials,
  takeNumeral,
  dropCommon,
  dropPhrase,
  placeUnknown,
]
