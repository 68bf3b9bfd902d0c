/** What hangs on the head of a noun phrase: genitives, a name in apposition, a quoted name, a bracket that explains. */
import { indexedName, type Layers, reading } from '../layers.ts'
import type { NameSpan } from '../names/name-span.ts'
import { closesQuote, markClass, mayOpenQuote, OPEN_BRACKET } from '../text/marks.ts'
import { KIND_MARK, KIND_NUMBER, KIND_WORD } from '../text/tokens.ts'
import { DAY_PART_NOUN, MONTH, mayMean, UNIT, WEEKDAY } from '../times/time-words.ts'
import {
  ABBR,
  ADJECTIVAL,
  ANIM,
  CASE,
  FIXD,
  GENDER,
  GENT,
  NOMN,
  NOUN,
  NPRO,
  NUMBER,
  PLUR,
  PREP,
  VERB,
} from '../words/grammar.ts'
import { agreesInCaseAndNumber, agrOfName } from './name-agreement.ts'
import { isFollowedByName, isNameStart, nameBeyond, pastJoined, pastJoinedName } from './name-of-title.ts'
import { MAX_DEPTH, nounPhraseAt } from './noun-phrase.ts'
import { pastClosingMark, quotedName, skipBracket } from './quoted-name.ts'

/** «день», «мая», «четверг». */
const TIME_NOUNS: ReadonlySet<number> = new Set([UNIT, MONTH, WEEKDAY, DAY_PART_NOUN])

const CALENDAR: ReadonlySet<number> = new Set([MONTH, WEEKDAY])
const TIMES: ReadonlySet<number> = new Set([UNIT, MONTH])

/** Whether adjectives and a unit of time or a month begin at a token: «прошлого года». */
function leadsToTime(layers: Layers, from: number, limit: number): boolean {
  let at = from
  while (at < limit && at < from + 3 && (reading(layers, at).pos & ADJECTIVAL) !== 0) at++
  return at < limit && mayMean(layers.pack, layers.tokens.form[at], TIMES)
}

/**
 * Where the dependents of a head end that begin at token `start`, and which person's name stands in apposition to it, or -1. `headAgr`: agreement
 * bits of the head; `title`: those of the title around it, whose name a name rather is, or 0.
 */
export function dependentsAt(
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
  let isQuoted = tokens.kind[start - 1] === KIND_MARK && closesQuote(tokens.form[start - 1])
  while (at < limit && rounds++ < 6) {
    const mark = tokens.kind[at] === KIND_MARK ? markClass(tokens.form[at]) : 0
    if (mayOpenQuote(mark)) {
      const quoted = quotedName(layers, at, limit)
      // «пишут во вторник „Известия“»: no day is called so.
      if (quoted === null || mayMean(layers.pack, tokens.form[at - 1], TIME_NOUNS)) break
      at = quoted.to
      isQuoted = true
      continue
    }
    if (mark === OPEN_BRACKET) {
      const past = skipBracket(layers, at, limit)
      if (past === at || past >= limit || !isNameStart(layers, past)) break
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
        const role = roleOfPerson(layers, found, agr, headAgr, depth, title, isQuoted)
        if (role === null) break
        if (role === 'own') name = named
        at = role === 'own' ? skipBracket(layers, found.to, limit) : found.to
        continue
      }
      if ((agr & (GENT | (headAgr & CASE))) === 0) break
      // «в тот же день МИД сообщил»: a name without endings does not hang on a day.
      if (mayMean(layers.pack, tokens.form[start - 1], (agr & CASE) === CASE ? TIME_NOUNS : CALENDAR)) break
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
    // «7 марта власти задержали»: of a day hangs only a time («марта прошлого года»).
    if (mayMean(layers.pack, tokens.form[start - 1], CALENDAR) && !leadsToTime(layers, at, limit)) break
    const isFixed = (tokens.form[at].lex & (ABBR | FIXD)) !== 0 && (tokens.form[at].pos & NOUN) !== 0
    const inner = nounPhraseAt(layers, at, limit, GENT, depth + 1, (headAgr & ANIM) !== 0 ? headAgr : title)
    if (inner === null || ((inner.agr & GENT) === 0 && !isFixed) || isPronoun(layers, inner.head)) break
    at = inner.to
    at = pastJoined(layers, at, limit, headAgr, depth)
  }
  return { to: at, name }
}

/** What a person's name is to the head before it: its own («лидер Иван Петров»), or in the genitive («брат Петрова», «правительство Петрова»); null where it does not hang on it. */
function roleOfPerson(
  layers: Layers,
  name: NameSpan,
  agr: number,
  headAgr: number,
  depth: number,
  title: number,
  isQuoted: boolean,
): 'own' | 'genitive' | null {
  const isTitle = (headAgr & ANIM) !== 0
  const mayBeGenitive = (agr & GENT) !== 0
  if (isTitle && (headAgr & NOMN) === 0 && mayBeNamed(agr, title)) return null
  if (isTitle && agreesInCaseAndNumber(agr, headAgr) && !(mayBeGenitive && isFollowedByName(layers, name.to, headAgr)))
    return 'own'
  if (!mayBeGenitive) return null
  // Below a title a name is left to the title («хозяин плантации Джино Росси»).
  if (isTitle) return depth > 0 && (headAgr & PLUR) !== 0 ? null : 'genitive'
  if (title !== 0 && agreesInCaseAndNumber(agr, title)) return null
  if ((agr & NOMN) === 0) return 'genitive'
  // «телеканалу „Волна“ Петренко рассказал»: what has a name of its own belongs to nobody.
  return isQuoted || !isReadAsGenitive(layers, name, headAgr, depth) ? null : 'genitive'
}

/** «представитель президента Григол Цомая»: of two titles the outer is named, where it and the name can be in the nominative. */
function mayBeNamed(agr: number, title: number): boolean {
  return (title & agr & NOMN) !== 0 && (title & agr & GENDER) !== 0 && agreesInCaseAndNumber(agr, title)
}

/** A name that may be genitive or nominative, behind a noun: below a title by its reading; else it hangs on the noun, unless a verb right behind it wants a subject. */
function isReadAsGenitive(layers: Layers, name: NameSpan, headAgr: number, depth: number): boolean {
  const { agr, lex } = reading(layers, name.from)
  if (depth > 0) return (agr & GENT) !== 0 && (lex & FIXD) === 0
  if ((headAgr & NOMN) !== 0 || name.to >= layers.tokens.count) return true
  const next = reading(layers, name.to)
  return (next.pos & VERB) === 0 || (next.agr & NUMBER) === PLUR
}

export function isPronoun(layers: Layers, token: number): boolean {
  return (reading(layers, token).pos & NPRO) !== 0
}
