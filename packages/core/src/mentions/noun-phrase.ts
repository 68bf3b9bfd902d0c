/**
 * Noun phrases, read from left to right: adjectives that agree, a head, then what hangs on it: genitives («министр обороны
 * страны»), a name in apposition («лидер партии Иван Петров»), a quoted name («партия „Рассвет“»), a bracket that explains.
 * A shallow grammar: enough to say who is the subject of a verb and how far a description reaches.
 */

import { isOrdered } from '../language.ts'
import { indexedName, type Layers, reading } from '../layers.ts'
import type { NameSpan } from '../names/name-span.ts'
import { compileClauseWords } from '../quotations/clause-words.ts'
import { CLOSE_BRACKET, CLOSE_QUOTE, EITHER_QUOTE, markClass, OPEN_BRACKET, OPEN_QUOTE } from '../text/marks.ts'
import { GAP_NONE, KIND_LINK, KIND_MARK, KIND_NUMBER, KIND_WORD } from '../text/tokens.ts'
import { DAY_PART_NOUN, MONTH, mayMean, UNIT, WEEKDAY } from '../times/time-words.ts'
import { type Form, type Reading, SHAPE_UPPER } from '../words/form.ts'
import {
  ABBR,
  ACCS,
  ADJECTIVAL,
  ADVB,
  ANIM,
  APRO,
  agrees,
  CASE,
  CONJ,
  FEMN,
  FIXD,
  GENDER,
  GENT,
  GIVEN,
  INTJ,
  LATN,
  MASC,
  NEUT,
  NOMN,
  NOUN,
  NPRO,
  NUMBER,
  NUMR,
  PAST,
  PERSON,
  PLUR,
  PRCL,
  PRED,
  PREP,
  SBRD,
  SING,
  VERB,
} from '../words/grammar.ts'
import { nounPhraseByOrder } from './order/noun-phrase-by-order.ts'

export interface NounPhrase {
  readonly from: number
  readonly to: number
  /** Token of the head; of a bare name its first token. */
  readonly head: number
  /** Case, number and gender bits the head may have here. */
  readonly agr: number
  /** Index of the head's own name (a bare name), or of the person's name in apposition to the head; -1 for none. */
  readonly name: number
  /** First token of the head's dependents, after its wording. */
  readonly after: number
}

const MAX_DEPTH = 5
// Each level takes several dependents, so depth alone lets a chain of genitives («президента министра президента …») run to thousands
// of words, and every word of it begins a phrase of its own. Sixty tokens are more than any sentence spends on one.
const LONGEST = 60
/** Bits of a phrase of quantity: no plain noun has them all. */
const QUANTITY = NOMN | ACCS | NUMBER | GENDER | ANIM
const ANY_CASE = CASE | NUMBER | GENDER

/**
 * The noun phrase that begins at token `from` and ends before `end`, or null. `want`: cases it must allow; `depth`: how deep it hangs;
 * `title`: agreement bits of the title it hangs on, if any.
 */
export function nounPhraseAt(
  layers: Layers,
  from: number,
  end: number,
  want = 0,
  depth = 0,
  title = 0,
): NounPhrase | null {
  if (isOrdered(layers.pack)) return nounPhraseByOrder(layers, from, end)
  const { tokens } = layers
  const limit = depth === 0 ? Math.min(end, from + LONGEST) : end
  if (from >= limit) return null
  let at = from
  // «„Интерфакс“ сообщает»: a quoted name stands as a noun.
  if (tokens.kind[at] === KIND_MARK) return quotedName(layers, at, limit)
  if (tokens.kind[at] === KIND_LINK) return { from, to: at + 1, head: at, agr: ANY_CASE, name: -1, after: at + 1 }
  const quantity = quantityAt(layers, at, limit, depth)
  if (quantity !== null) return quantity
  while (at < limit && indexedName(layers, at) === -1 && isModifier(layers, at)) at++
  if (at >= limit) return nominalised(layers, from, at, limit)
  const named = indexedName(layers, at)
  if (named >= 0) {
    const name = layers.names[named]
    if (name.from !== at || name.to > limit) return null
    const agr = at > from ? narrowed(agrOfName(layers, named), reading(layers, at - 1)) : agrOfName(layers, named)
    if ((agr & CASE) === 0) return null
    if (want !== 0 && (agr & want & CASE) === 0) return null
    const after = pastClosingMark(layers, name, limit)
    const to =
      name.kind === 'organisation' ? extend(layers, after, limit, agr, depth).to : skipBracket(layers, after, limit)
    return { from, to, head: at, agr, name: named, after }
  }
  if (tokens.kind[at] !== KIND_WORD) return nominalised(layers, from, at, limit)
  const noun = agrOfNoun(layers, at, from, want)
  if (noun === null) return nominalised(layers, from, at, limit)
  const { to, name } = isPronoun(layers, at)
    ? { to: at + 1, name: -1 }
    : extend(layers, at + 1, limit, noun, depth, title)
  return { from, to, head: at, agr: noun, name, after: at + 1 }
}

/** The cases of a name that its modifier has as well: «68-летняя Хиллари Клинтон» is no genitive. */
function narrowed(agr: number, modifier: Reading): number {
  return (modifier.pos & ADJECTIVAL) === 0 || (modifier.agr & CASE) === 0 ? agr : agr & (~CASE | (modifier.agr & CASE))
}

/** «несколько членов союза», «большинство из них»: a word of quantity and what is counted, in the genitive; takes a singular or plural verb. */
function quantityAt(layers: Layers, at: number, limit: number, depth: number): NounPhrase | null {
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

/** «один из них», «раненый сообщил», «все»: an adjective or numeral that stands as a noun. */
function nominalised(layers: Layers, from: number, at: number, limit: number): NounPhrase | null {
  const head = at - 1
  if (head < from) return null
  const chosen = reading(layers, head)
  let to = at
  if (to < limit && layers.pack.derive(compileClauseWords).partitive.match(layers.tokens.form, to, limit) !== null) {
    const inner = nounPhraseAt(layers, to + 1, limit, GENT, MAX_DEPTH)
    if (inner !== null) to = inner.to
  }
  return { from, to, head, agr: chosen.agr & ANY_CASE, name: -1, after: at }
}

/** What hangs on a head: genitive phrases, names, quoted names, brackets. `title`: the title around it, whose name a name rather is. */
function extend(
  layers: Layers,
  start: number,
  limit: number,
  headAgr: number,
  depth: number,
  title = 0,
): { to: number; name: number } {
  const { tokens } = layers
  let at = start
  let name = -1
  let rounds = 0
  let isQuoted = isClosingMark(layers, start - 1)
  while (at < limit && rounds++ < 6) {
    const mark = tokens.kind[at] === KIND_MARK ? markClass(tokens.form[at]) : 0
    if (mark === OPEN_QUOTE || mark === EITHER_QUOTE) {
      const quoted = quotedName(layers, at, limit)
      if (quoted === null) break
      at = quoted.to
      isQuoted = true
      continue
    }
    if (mark === OPEN_BRACKET) {
      const past = skipBracket(layers, at, limit)
      if (past === at || past >= limit || (!isNameStart(layers, past) && tokens.kind[past] === KIND_MARK)) break
      if (!isNameStart(layers, past)) break
      at = past
      continue
    }
    if (mark !== 0) break
    const named = indexedName(layers, at)
    if (named >= 0) {
      const found = layers.names[named]
      if (found.from !== at || found.to > limit) break
      const agr = agrOfName(layers, named)
      if (found.kind === 'person') {
        if (name >= 0) break
        // A name agrees with its title («лидер Иван Петров»), or hangs on a noun in the genitive («брат Петрова», «правительство Петрова»).
        const isTitle = (headAgr & ANIM) !== 0
        if (
          isTitle &&
          agreesInCaseAndNumber(agr, headAgr) &&
          !((agr & GENT) !== 0 && isFollowedByName(layers, found.to, headAgr))
        ) {
          name = named
          at = skipBracket(layers, found.to, limit)
          continue
        }
        // A name that only could be a genitive is one where it is read so; below a title it is left to the title («хозяин плантации Джино Росси»).
        if (
          (agr & GENT) === 0 ||
          (isTitle && depth > 0 && (headAgr & PLUR) !== 0) ||
          (!isTitle && title !== 0 && agreesInCaseAndNumber(agr, title)) ||
          // «телеканалу „Волна“ Петренко рассказал»: what has a name of its own belongs to nobody.
          (!isTitle && isQuoted && (agr & NOMN) !== 0) ||
          (!isTitle && (agr & NOMN) !== 0 && !isReadAsGenitive(layers, found, headAgr, depth))
        )
          break
        at = found.to
        continue
      }
      if ((agr & (GENT | (headAgr & CASE))) === 0) break
      // «в тот же день МИД сообщил»: a name without endings does not hang on a day.
      if ((agr & CASE) === CASE && mayMean(layers.pack, tokens.form[start - 1], TIME_NOUNS)) break
      at = pastJoinedName(layers, pastClosingMark(layers, found, limit), limit, headAgr, depth)
      continue
    }
    if (tokens.kind[at] === KIND_NUMBER) break
    if (
      name < 0 &&
      depth < MAX_DEPTH - 2 &&
      (headAgr & ANIM) !== 0 &&
      (reading(layers, at).pos & (PREP | ADJECTIVAL)) !== 0
    ) {
      const beyond = nameBeyond(layers, at, limit, headAgr, depth)
      if (beyond >= 0) {
        at = beyond
        continue
      }
    }
    if (depth >= MAX_DEPTH || tokens.kind[at] !== KIND_WORD) break
    const isFixed = (tokens.form[at].lex & (ABBR | FIXD)) !== 0 && (tokens.form[at].pos & NOUN) !== 0
    const inner = nounPhraseAt(layers, at, limit, GENT, depth + 1, (headAgr & ANIM) !== 0 ? headAgr : title)
    if (inner === null || ((inner.agr & GENT) === 0 && !isFixed) || isPronoun(layers, inner.head)) break
    at = inner.to
    at = pastJoined(layers, at, limit, headAgr, depth)
  }
  return { to: at, name }
}

/**
 * «министр энергетики и промышленности»: past a second genitive that «и» joins to the one before `at`, below a title of one
 * person; else `at`. Under a title in the genitive the second could hang higher up, so there the person's name must follow.
 */
function pastJoined(layers: Layers, at: number, limit: number, headAgr: number, depth: number): number {
  const isTitle = (headAgr & ANIM) !== 0 && (headAgr & SING) !== 0 && (headAgr & PLUR) === 0
  if (!isTitle || depth >= MAX_DEPTH - 1 || at + 1 >= limit || layers.tokens.kind[at] !== KIND_WORD) return at
  const joint = reading(layers, at)
  if ((joint.pos & CONJ) === 0 || (joint.lex & SBRD) !== 0 || indexedName(layers, at + 1) >= 0) return at
  const second = nounPhraseAt(layers, at + 1, limit, GENT, depth + 1, headAgr)
  if (second === null || second.name >= 0) return at
  const { pos, agr } = reading(layers, second.head)
  if ((pos & NOUN) === 0 || (agr & CASE) !== GENT || (agr & ANIM) !== 0) return at
  if ((headAgr & GENT) === 0) return second.to
  const named = second.to < limit ? indexedName(layers, second.to) : -1
  const isNamed = named >= 0 && layers.names[named].kind === 'person' && layers.names[named].from === second.to
  return isNamed && agreesInCaseAndNumber(agrOfName(layers, named), headAgr) ? second.to : at
}

/** «гражданин Чехии и США 25-летний Иван Петров»: past a second country or body that «и» joins, where the person's name follows; else `at`. */
function pastJoinedName(layers: Layers, at: number, limit: number, headAgr: number, depth: number): number {
  const isTitle = (headAgr & ANIM) !== 0 && (headAgr & SING) !== 0 && (headAgr & PLUR) === 0
  if (!isTitle || at + 2 >= limit || (reading(layers, at).pos & CONJ) === 0) return at
  const next = indexedName(layers, at + 1)
  if (next < 0 || layers.names[next].from !== at + 1 || layers.names[next].kind === 'person') return at
  if ((agrOfName(layers, next) & GENT) === 0) return at
  const after = pastClosingMark(layers, layers.names[next], limit)
  return nameBeyond(layers, after, limit, headAgr, depth) >= 0 ? after : at
}

function isClosingMark({ tokens }: Layers, token: number): boolean {
  const mark = tokens.kind[token] === KIND_MARK ? markClass(tokens.form[token]) : 0
  return mark === CLOSE_QUOTE || mark === EITHER_QUOTE
}

/** «день», «мая», «четверг». */
const TIME_NOUNS: ReadonlySet<number> = new Set([UNIT, MONTH, WEEKDAY, DAY_PART_NOUN])

/** «врач Мишель Росси Анна Бауэр»: of two names the second is the title's, the first hangs on it. */
function isFollowedByName(layers: Layers, at: number, headAgr: number): boolean {
  if (at >= layers.tokens.count || !isNameStart(layers, at)) return false
  const next = indexedName(layers, at)
  return layers.names[next].kind === 'person' && agreesInCaseAndNumber(agrOfName(layers, next), headAgr)
}

function agreesInCaseAndNumber(a: number, b: number): boolean {
  return (a & b & CASE) !== 0 && (a & b & NUMBER) !== 0
}

/** A name that may be genitive or nominative, behind a noun: below a title by its reading; else it hangs on the noun, unless a verb right behind it wants a subject. */
function isReadAsGenitive(layers: Layers, name: NameSpan, headAgr: number, depth: number): boolean {
  const { agr, lex } = reading(layers, name.from)
  if (depth > 0) return (agr & GENT) !== 0 && (lex & FIXD) === 0
  if ((headAgr & NOMN) !== 0 || name.to >= layers.tokens.count) return true
  const next = reading(layers, name.to)
  return (next.pos & VERB) === 0 || (next.agr & NUMBER) === PLUR
}

/**
 * The token of a person's name that agrees with a title over the title's prepositional phrases: «посол страны в союзе Иван Петров»,
 * «кандидат от партии 50-летний Иван Петров»; or -1.
 */
function nameBeyond(layers: Layers, start: number, limit: number, headAgr: number, depth: number): number {
  let at = start
  for (let steps = 0; steps < 4 && at < limit; steps++) {
    const named = indexedName(layers, at)
    if (named >= 0 && layers.names[named].kind === 'person') {
      return layers.names[named].from === at && agreesInCaseAndNumber(agrOfName(layers, named), headAgr) ? at : -1
    }
    const { pos, agr } = reading(layers, at)
    if ((pos & PREP) !== 0) {
      const inner = at + 1 < limit ? nounPhraseAt(layers, at + 1, limit, 0, depth + 2) : null
      if (inner === null || (inner.name >= 0 && layers.names[inner.name].kind === 'person')) return -1
      at = pastSecond(layers, inner, limit, depth)
    } else if ((pos & ADJECTIVAL) !== 0 && (agr & headAgr & CASE) !== 0 && layers.tokens.kind[at] === KIND_WORD) at++
    else return -1
  }
  return -1
}

/** «министр по труду и занятости Иван Петров»: past a second phrase in the case of the first, or the end of the first. */
function pastSecond(layers: Layers, first: NounPhrase, limit: number, depth: number): number {
  if (first.to + 1 >= limit || (reading(layers, first.to).pos & CONJ) === 0) return first.to
  const second = nounPhraseAt(layers, first.to + 1, limit, first.agr & CASE, depth + 2)
  const isPerson = second !== null && second.name >= 0 && layers.names[second.name].kind === 'person'
  return second === null || isPerson ? first.to : second.to
}

function isNameStart(layers: Layers, at: number): boolean {
  const named = indexedName(layers, at)
  return named >= 0 && layers.names[named].from === at
}

function isPronoun(layers: Layers, token: number): boolean {
  return (reading(layers, token).pos & NPRO) !== 0
}

/** A bracket right after a name: «(Хорошая партия)»; returns the token after it, or `at`. */
function skipBracket(layers: Layers, at: number, limit: number): number {
  const { tokens } = layers
  if (at >= limit || tokens.kind[at] !== KIND_MARK || markClass(tokens.form[at]) !== OPEN_BRACKET) return at
  const end = Math.min(limit, at + 16)
  for (let token = at + 1; token < end; token++) {
    if (tokens.kind[token] === KIND_MARK && markClass(tokens.form[token]) === CLOSE_BRACKET) return token + 1
  }
  return at
}

/** News corpora end a name before its closing mark ; a phrase goes past it. */
function pastClosingMark(layers: Layers, name: NameSpan, limit: number): number {
  const { form, kind } = layers.tokens
  if (name.to >= limit || kind[name.to] !== KIND_MARK) return name.to
  const closing = markClass(form[name.to])
  if (closing !== CLOSE_QUOTE && closing !== EITHER_QUOTE) return name.to
  for (let token = Math.max(0, name.from - 1); token < name.to; token++) {
    const opening = kind[token] === KIND_MARK ? markClass(form[token]) : 0
    if (opening === OPEN_QUOTE || (opening === EITHER_QUOTE && closing === EITHER_QUOTE))
      return token >= name.from ? name.to + 1 : name.to
  }
  return name.to
}

/** A name in quotation marks of at most eight words, marks included. */
function quotedName(layers: Layers, open: number, limit: number): NounPhrase | null {
  const { tokens } = layers
  const mark = markClass(tokens.form[open])
  if (mark !== OPEN_QUOTE && mark !== EITHER_QUOTE) return null
  const end = Math.min(limit, open + 11)
  if (open + 1 >= end || tokens.gap[open + 1] !== GAP_NONE) return null
  if (!startsWithCapital(tokens.form[open + 1])) return null
  for (let token = open + 1; token < end; token++) {
    if (tokens.kind[token] !== KIND_MARK) continue
    const closing = markClass(tokens.form[token])
    if (closing === CLOSE_QUOTE || closing === EITHER_QUOTE) {
      if (token === open + 1) return null
      return {
        from: open,
        to: token + 1,
        head: open + 1,
        agr: token === open + 2 ? agrOfWord(tokens.form[open + 1]) : ANY_CASE,
        name: indexedName(layers, open + 1),
        after: token + 1,
      }
    }
    if (closing !== 0) return null
  }
  return null
}

/** «рассказал „Вестнику“»: a single word in marks has the case of its form. */
function agrOfWord(form: Form): number {
  return casesOf(form) | NUMBER | GENDER
}

function startsWithCapital(form: Form): boolean {
  const first = form.text.charAt(0)
  return first !== first.toLowerCase() || (form.pos & LATN) !== 0
}

function isModifier(layers: Layers, token: number): boolean {
  const { form, kind } = layers.tokens
  if (kind[token] !== KIND_WORD) return kind[token] === KIND_NUMBER
  if ((reading(layers, token).pos & (ADJECTIVAL | NUMR)) === 0 && !isPossessive(form[token])) return false
  return layers.pack.derive(compileClauseWords).relative.match(form, token, token + 1) === null
}

/** «его», «её», «их» before a noun: a possessive that does not agree. */
function isPossessive(form: Form): boolean {
  const lex = APRO | FIXD
  if ((form.lex & lex) !== lex) return false
  return form.readings.some(candidate => (candidate.pos & ADJECTIVAL) !== 0 && (candidate.lex & lex) === lex)
}

/**
 * Categories of the reading under which a token heads a noun phrase: the chosen one, or another noun reading that agrees with its modifiers;
 * null for none.
 */
function agrOfNoun(layers: Layers, token: number, from: number, want: number): number | null {
  const form = layers.tokens.form[token]
  const chosen = reading(layers, token)
  const modifier = token > from ? reading(layers, token - 1) : null
  if (mayHead(chosen, modifier, want)) return chosen.agr & KEPT
  if ((form.pos & (NOUN | NPRO)) === 0 || (chosen.pos & (VERB | PREP | CONJ | PRCL | ADVB | INTJ | PRED)) !== 0)
    return null
  for (const candidate of form.readings) if (mayHead(candidate, modifier, want)) return candidate.agr & KEPT
  return (chosen.pos & (NOUN | NPRO)) !== 0 && want === 0 ? chosen.agr & KEPT : null
}

const KEPT = ANY_CASE | PERSON | ANIM

function mayHead({ pos, agr }: Reading, modifier: Reading | null, want: number): boolean {
  if ((pos & (NOUN | NPRO)) === 0 || (want !== 0 && (agr & want & CASE) === 0)) return false
  return modifier === null || (modifier.pos & ADJECTIVAL) === 0 || agrees(modifier.agr, agr)
}

/**
 * Case, number and gender a name may have. Of a person: the pairs of case and gender that all its words allow together («Гордон Браун» is
 * nominative and masculine, though «Браун» alone could be a woman in any case).
 */
export function agrOfName(layers: Layers, index: number): number {
  const name = layers.names[index]
  if (name.kind !== 'person') return agrOfHead(layers, name.from, name.to)
  const pairs = namePairs(layers, index)
  let agr = SING
  for (let g = 0; g < GENDERS.length; g++) {
    const cases = (pairs >> (g * CASES)) & CASE
    if (cases !== 0) agr |= GENDERS[g] | cases
  }
  return agr
}

/** `CASE` bits of a person's name for each gender, six a gender in the order of `GENDERS`. */
function namePairs(layers: Layers, index: number): number {
  const name = layers.names[index]
  let pairs = ALL_PAIRS
  for (let token = name.from; token < name.to; token++) {
    const form = layers.tokens.form[token]
    if (layers.tokens.kind[token] !== KIND_WORD || form.text.length === 1) continue
    // Before the last word of a name a given name is meant where one is known: «Гордон Браун».
    const allowed = pairsOf(form, token + 1 < name.to && (form.lex & GIVEN) !== 0 ? GIVEN : -1)
    if ((allowed & pairs) !== 0) pairs &= allowed
  }
  return pairs
}

const GENDERS = [MASC, FEMN, NEUT]
const CASES = 6
const ALL_PAIRS = 2 ** (CASES * 3) - 1

/** Pairs of case and gender a word may have as part of a name: `CASE` bits shifted by six for each gender. */
function pairsOf(form: Form, kind: number): number {
  let pairs = 0
  for (const { agr, lex, pos } of form.readings) {
    if ((agr & NUMBER) === PLUR || (kind !== -1 && (lex & kind) === 0) || (pos & (NOUN | ADJECTIVAL | LATN)) === 0)
      continue
    const cases = (lex & FIXD) !== 0 || (agr & CASE) === 0 ? CASE : agr & CASE
    for (let g = 0; g < GENDERS.length; g++)
      if ((agr & GENDER) === 0 || (agr & GENDERS[g]) !== 0) pairs |= cases << (g * CASES)
  }
  return pairs === 0 ? ALL_PAIRS : pairs
}

/** Of a body or place: what its first noun may be; nominative and accusative look alike too often to be told apart here. */
function agrOfHead(layers: Layers, from: number, to: number): number {
  for (let token = from; token < to; token++) {
    const form = layers.tokens.form[token]
    if (layers.tokens.kind[token] !== KIND_WORD) continue
    if ((form.pos & (NOUN | LATN)) === 0 && token + 1 < to) continue
    // Acronyms are written without endings more often than not: «в МИД».
    if (form.shape === SHAPE_UPPER || form.readings.some(r => (r.lex & (FIXD | ABBR)) !== 0) || (form.pos & LATN) !== 0)
      return ANY_CASE
    const { agr, pos } = reading(layers, token)
    if ((pos & NOUN) === 0) return casesOf(form) | (form.agr & (NUMBER | GENDER))
    const alike = form.readings
      .filter(r => (r.pos & NOUN) !== 0 && (r.agr & NUMBER) === (agr & NUMBER))
      .reduce((bits, r) => bits | (r.agr & (NOMN | ACCS)), 0)
    return (agr & ANY_CASE) | ((agr & (NOMN | ACCS)) !== 0 ? alike : 0)
  }
  return ANY_CASE
}

function casesOf(form: Form): number {
  let cases = 0
  for (const candidate of form.readings) {
    if ((candidate.lex & FIXD) !== 0) return CASE
    cases |= candidate.agr & CASE
  }
  return cases === 0 ? CASE : cases
}

/** Whether a phrase counts something: «большинство участников». */
export function isQuantity(phrase: NounPhrase): boolean {
  return phrase.agr === QUANTITY
}

/** Whether a phrase can be the subject of this verb: nominative, and number, gender (past) or person (present) agree. */
export function canBeSubject(layers: Layers, phrase: NounPhrase, verb: Reading): boolean {
  const form = layers.tokens.form[phrase.head]
  if (isQuantity(phrase)) return true
  // «САНА», «ИРНА»: an acronym no dictionary knows may be any case.
  if (phrase.from + 1 === phrase.to && form.shape === SHAPE_UPPER && form.text.length > 2) return true
  if (phrase.name >= 0 || indexedName(layers, phrase.head) >= 0) {
    const named = phrase.name >= 0 ? phrase.name : indexedName(layers, phrase.head)
    if (layers.names[named].kind === 'person') return (phrase.agr & NOMN) !== 0 && personCanDo(layers, named, verb)
    return (phrase.agr & NOMN) !== 0 && numberAgrees(phrase.agr, verb)
  }
  const chosen = reading(layers, phrase.head)
  if ((chosen.agr & NOMN) !== 0 && isNominal(chosen) && subjectAgrees(chosen, verb)) return true
  for (const candidate of form.readings) {
    if (
      (candidate.agr & NOMN) !== 0 &&
      isNominal(candidate) &&
      subjectAgrees(candidate, verb) &&
      (phrase.from === phrase.head || (phrase.agr & NUMBER & candidate.agr) !== 0)
    )
      return true
  }
  return phrase.agr === ANY_CASE || (chosen.lex & FIXD) !== 0
}

/** A person by name: in the nominative, in the gender the verb asks for. */
function personCanDo(layers: Layers, index: number, verb: Reading): boolean {
  if ((verb.agr & NUMBER) === PLUR) return false
  const pairs = namePairs(layers, index)
  const asked = (verb.agr & SING) !== 0 && (verb.agr & GENDER) !== 0 ? verb.agr & GENDER : GENDER
  return GENDERS.some((gender, g) => (gender & asked) !== 0 && ((pairs >> (g * CASES)) & NOMN) !== 0)
}

function isNominal(candidate: Reading): boolean {
  return (candidate.pos & (NOUN | NPRO | ADJECTIVAL | NUMR)) !== 0
}

function numberAgrees(agr: number, verb: Reading): boolean {
  if ((verb.agr & NUMBER) === 0) return true
  if ((agr & verb.agr & NUMBER) === 0) return false
  if ((verb.agr & PAST) === 0 || (verb.agr & SING) === 0) return true
  return (agr & GENDER) === 0 || (agr & verb.agr & GENDER) !== 0
}

function subjectAgrees(noun: Reading, verb: Reading): boolean {
  if ((noun.agr & NUMBER) !== 0 && (verb.agr & NUMBER) !== 0 && (noun.agr & verb.agr & NUMBER) === 0) return false
  if ((verb.agr & GENDER) !== 0 && (verb.agr & SING) !== 0) {
    const gender = noun.agr & GENDER
    // «пресс-секретарь сообщила»: a masculine word for a woman is common; the reverse is not.
    return gender === 0 || (gender & verb.agr) !== 0 || isMasculineTitle(noun, verb)
  }
  if ((verb.agr & PERSON) !== 0 && (noun.agr & PERSON) !== 0) return (noun.agr & verb.agr & PERSON) !== 0
  return true
}

function isMasculineTitle(noun: Reading, verb: Reading): boolean {
  return (
    (noun.agr & GENDER) === MASC && (verb.agr & GENDER) === FEMN && (noun.agr & ANIM) !== 0 && (noun.pos & NOUN) !== 0
  )
}
