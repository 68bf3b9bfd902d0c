/**
 * What the words before and after say for a reading. A hypothesis is a way to read the sentence so far; of it only what
 * later words may ask is kept: the last two readings, the preposition that waits for its noun, what a conjunction may join,
 * the clause's subject and verb.
 */
import * as grammar from '../grammar.ts'
import { AGR, ANY_AGR, ANY_POS, CLASS, CONTEXT, KIND, LIKELY, SHAPE, VERB } from './form-features.ts'
import * as layout from './layout.ts'
import {
  AGREEMENT_COUNT,
  agreement,
  CLASS_COUNT,
  KIND_COUNT,
  KIND_GUESSED_SURNAME,
  KIND_SURNAME,
  POS_COUNT,
  posOf,
} from './reading-class.ts'

/** Layout of a hypothesis. */
export const TOTAL = 0
const CLASS1 = 1
const CLASS2 = 2
const AGR1 = 3
const AGR2 = 4
/** Context number of a preposition whose noun is yet to come, or 0. */
const WAITING = 5
/** Part of speech (plus 1, 0: none) and categories of the last word a conjunction may join to. */
const HEAD_POS = 6
const HEAD_AGR = 7
/** 1 after a conjunction, 2 after a comma, until the next word that could be joined. */
const LINK = 8
/** Categories of the clause's subject and verb, 0: none yet. */
const SUBJECT_AGR = 9
const VERB_AGR = 10
/** What kind of name the last word is (reading-class.ts). */
const KIND1 = 11
/** Which verb was the last one (form-features.ts), 0: none yet. */
const VERB1 = 12
export const HYPOTHESIS_WIDTH = 13

export const FEATURES_AT_MOST = 11

const POS_NOUN = posOf(grammar.NOUN)
const POS_ADJF = posOf(grammar.ADJF)
const POS_ADJS = posOf(grammar.ADJS)
const POS_VERB = posOf(grammar.VERB)
const POS_INFN = posOf(grammar.INFN)
const POS_PRTF = posOf(grammar.PRTF)
const POS_PRTS = posOf(grammar.PRTS)
const POS_GRND = posOf(grammar.GRND)
const POS_NUMR = posOf(grammar.NUMR)
const POS_ADVB = posOf(grammar.ADVB)
const POS_NPRO = posOf(grammar.NPRO)
const POS_PREP = posOf(grammar.PREP)
const POS_CONJ = posOf(grammar.CONJ)
const POS_PRCL = posOf(grammar.PRCL)
const POS_NUMB = posOf(grammar.NUMB)
const POS_LATN = posOf(grammar.LATN)
const POS_MARK = posOf(grammar.MARK)

const bit = (pos: number): number => 1 << pos
/** Words that may stand between a preposition and its noun. */
const BEFORE_NOUN = bit(POS_ADJF) | bit(POS_PRTF) | bit(POS_NUMR) | bit(POS_NUMB) | bit(POS_ADVB) | bit(POS_PRCL)
/** Words that a conjunction joins to their like. */
const JOINABLE =
  bit(POS_NOUN) |
  bit(POS_ADJF) |
  bit(POS_ADJS) |
  bit(POS_VERB) |
  bit(POS_INFN) |
  bit(POS_PRTF) |
  bit(POS_PRTS) |
  bit(POS_NPRO)
const PREDICATE = bit(POS_VERB) | bit(POS_PRTS) | bit(POS_ADJS)
const NOMINAL = bit(POS_NOUN) | bit(POS_NPRO) | bit(POS_LATN)

/** What the features of a token need besides the hypothesis, gathered once a token. */
export interface Surroundings {
  first: boolean
  /** Where its row is (form-features.ts): from `at` on in `values`. */
  values: Int32Array
  at: number
  /** The next token's, or null at the end. */
  nextValues: Int32Array | null
  nextAt: number
  /** Context number of the token before. */
  before: number
}

/**
 * Writes the places of those features of a reading that ask nothing of the hypothesis to `out` and returns their number.
 * `reading`: where the reading begins in `around.values`.
 */
export function neighbourFeatures(out: Int32Array, around: Surroundings, reading: number): number {
  const { values, at, nextValues, nextAt } = around
  const kind = values[reading + CLASS]
  let n = 0
  out[n++] = layout.PREVIOUS + around.before * CLASS_COUNT + kind
  const place = ((around.first ? 1 : 0) * 5 + values[at + SHAPE]) * KIND_COUNT + values[reading + KIND]
  out[n++] = layout.PLACE + place * POS_COUNT + (kind >> 3)
  if (nextValues === null) return n
  out[n++] = layout.NEXT + nextValues[nextAt + CONTEXT] * CLASS_COUNT + kind
  out[n++] = layout.NEXT_CLASS + nextValues[nextAt + LIKELY] * CLASS_COUNT + kind
  const nominal = (nextValues[nextAt + ANY_POS] & (grammar.NOUN | grammar.ADJECTIVAL)) !== 0 ? 1 : 0
  const common = nextValues[nextAt + ANY_AGR] & values[reading + AGR]
  const fits =
    ((common & grammar.CASE) !== 0 ? 4 : 0) +
    ((common & grammar.NUMBER) !== 0 ? 2 : 0) +
    ((common & grammar.GENDER) !== 0 ? 1 : 0)
  out[n++] = layout.NEXT_FITS + (nominal * 8 + fits) * CLASS_COUNT + kind
  return n
}

/** Likewise those that a hypothesis has a say in. `state`, `at`: the hypothesis; `values`, `reading`: the reading. */
export function hypothesisFeatures(
  out: Int32Array,
  state: Int32Array,
  at: number,
  values: Int32Array,
  reading: number,
): number {
  const kind = values[reading + CLASS]
  const agr = values[reading + AGR]
  const pos = kind >> 3
  const slot = kind & 7
  const class1 = state[at + CLASS1]
  const pos1 = class1 >> 3
  const class2 = state[at + CLASS2]
  let n = 0
  out[n++] = layout.BIGRAM + class1 * CLASS_COUNT + kind
  out[n++] = layout.AGREEMENT + (pos1 * POS_COUNT + pos) * AGREEMENT_COUNT + agreement(state[at + AGR1], agr)
  out[n++] =
    layout.AGREEMENT_SKIP + ((class2 >> 3) * POS_COUNT + pos) * AGREEMENT_COUNT + agreement(state[at + AGR2], agr)
  if (state[at + WAITING] !== 0 && (agr & grammar.CASE) !== 0) {
    out[n++] = layout.PREPOSITION + state[at + WAITING] * 16 + slot * 2 + ((bit(pos) & NOMINAL) !== 0 ? 1 : 0)
  }
  if (state[at + LINK] !== 0 && state[at + HEAD_POS] !== 0) {
    const pair = (state[at + LINK] * POS_COUNT + state[at + HEAD_POS] - 1) * POS_COUNT + pos
    out[n++] = layout.JOINED + pair * AGREEMENT_COUNT + agreement(state[at + HEAD_AGR], agr)
  }
  if (state[at + KIND1] !== 0 && values[reading + KIND] !== 0) {
    const pair = nameKind(state[at + KIND1]) * KIND_COUNT + nameKind(values[reading + KIND])
    out[n++] = layout.NAMES + pair * AGREEMENT_COUNT + agreement(state[at + AGR1], agr)
    out[n++] = layout.NAME_CASES + pair * 64 + (class1 & 7) * 8 + slot
  }
  if (state[at + VERB1] !== 0 && (agr & grammar.CASE) !== 0 && (bit(pos) & NOMINAL) !== 0) {
    out[n++] = layout.GOVERNED + governed(state[at + VERB1], state[at + WAITING], slot * 2 + (pos === POS_NPRO ? 1 : 0))
  }
  const subject = state[at + SUBJECT_AGR]
  const verb = state[at + VERB_AGR]
  if ((bit(pos) & PREDICATE) !== 0) {
    const state4 = (subject !== 0 ? 1 : 0) + (verb !== 0 ? 2 : 0)
    out[n++] = layout.SUBJECT + (pos * AGREEMENT_COUNT + agreement(subject, agr)) * 4 + state4
  } else if ((bit(pos) & NOMINAL) !== 0 && state[at + WAITING] === 0) {
    if (slot === 1) {
      const state4 = (subject !== 0 ? 1 : 0) + (verb !== 0 ? 2 : 0)
      out[n++] = layout.SUBJECT + (pos * AGREEMENT_COUNT + agreement(verb, agr)) * 4 + state4
    } else {
      const transitive = (verb & grammar.TRAN) !== 0 ? 1 : (verb & grammar.INTR) !== 0 ? 2 : verb !== 0 ? 3 : 0
      out[n++] = layout.OBJECT + (pos * 8 + slot) * 16 + transitive * 4 + (subject !== 0 ? 1 : 0)
    }
  }
  return n
}

/** Beside another name a surname by its ending is a surname like any. */
function nameKind(kind: number): number {
  return kind === KIND_GUESSED_SURNAME ? KIND_SURNAME : kind
}

/** «встретиться» + «с» + instrumental: a verb, the preposition after it (0: none), a case. */
function governed(verb: number, preposition: number, kase: number): number {
  let hash = Math.imul(verb, 0x85ebca6b) ^ Math.imul(preposition * 16 + kase, 0x9e3779b1)
  hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35)
  return (hash ^ (hash >>> 13)) & (layout.GOVERNED_PLACES - 1)
}

/** The hypothesis before the first word of a sentence. */
export function begin(state: Int32Array, at: number): void {
  state.fill(0, at, at + HYPOTHESIS_WIDTH)
  state[at + CLASS1] = POS_MARK * 8
  state[at + CLASS2] = POS_MARK * 8
}

/** The hypothesis `from` (at `at`) with one more word read (its row in `values` at `row`, the reading at `reading`), written to `to` (at `place`); its total is left to the caller. */
export function advance(
  to: Int32Array,
  place: number,
  from: Int32Array,
  at: number,
  values: Int32Array,
  row: number,
  reading: number,
): void {
  const kind = values[reading + CLASS]
  const agr = values[reading + AGR]
  const pos = kind >> 3
  to[place + CLASS1] = kind
  to[place + CLASS2] = from[at + CLASS1]
  to[place + AGR1] = agr
  to[place + AGR2] = from[at + AGR1]
  to[place + KIND1] = values[reading + KIND]
  to[place + VERB1] = values[reading + VERB] !== 0 ? values[reading + VERB] : from[at + VERB1]
  const waiting = from[at + WAITING]
  to[place + WAITING] = pos === POS_PREP ? values[row + CONTEXT] : (bit(pos) & BEFORE_NOUN) !== 0 ? waiting : 0

  let headPos = from[at + HEAD_POS]
  let headAgr = from[at + HEAD_AGR]
  let link = from[at + LINK]
  if ((bit(pos) & JOINABLE) !== 0) {
    headPos = pos + 1
    headAgr = agr
    link = 0
  } else if (pos === POS_CONJ) link = 1
  else if (pos === POS_MARK) link = link === 1 ? 1 : 2
  to[place + HEAD_POS] = headPos
  to[place + HEAD_AGR] = headAgr
  to[place + LINK] = link

  let subject = from[at + SUBJECT_AGR]
  let verb = from[at + VERB_AGR]
  if ((bit(pos) & NOMINAL) !== 0 && (kind & 7) === 1 && waiting === 0) subject = agr
  else if ((bit(pos) & PREDICATE) !== 0 || pos === POS_INFN || pos === POS_GRND) verb = agr
  to[place + SUBJECT_AGR] = subject
  to[place + VERB_AGR] = verb
}

/** True when two hypotheses say the same to every word to come: then the better one alone need be kept. */
export function isSame(state: Int32Array, a: number, b: number): boolean {
  for (let i = CLASS1; i < HYPOTHESIS_WIDTH; i++) if (state[a + i] !== state[b + i]) return false
  return true
}
