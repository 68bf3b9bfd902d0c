/**
 * Does the clause around a time tell of the past or of what is to come? The nearest verb decides; a comma or a dash
 * between it and the time makes it farther.
 */
import { KIND_MARK } from '../text/tokens.ts'
import type { Reading } from '../words/form.ts'
import { FUTR, INFN, PAST, PRED, PRES, PRTF, PRTS, VERB } from '../words/grammar.ts'
import { lastsNear, partsClauses } from './near-verb.ts'
import type { TimeReader } from './time-reader.ts'
import { ACHIEVED, AHEAD } from './time-words.ts'

export const PAST_TENSE = -1
export const NO_TENSE = 0
export const FUTURE_TENSE = 1
export const PRESENT_TENSE = 2

/** What a mark between the verb and the time costs, in tokens. */
const MARK_COST = 4
const FARTHEST = 40

/** Asked of a time for the tense of its clause, and whether its verb lasts. */
export interface TenseReader {
  /** One of the tenses, of the clause around the tokens `from..to`. */
  around(from: number, to: number): number
  /** Whether the verb nearest to the tokens tells of what lasts. */
  lasts(from: number, to: number): boolean
}

export class Tense implements TenseReader {
  readonly #reader: TimeReader
  readonly #readingOf: (token: number) => Reading

  constructor(reader: TimeReader, readingOf: (token: number) => Reading) {
    this.#reader = reader
    this.#readingOf = readingOf
  }

  /** Tense of the clause around the tokens `from..to`. */
  around(from: number, to: number): number {
    const { sentences, tokens } = this.#reader
    const sentence = sentences.of[from]
    const first = sentences.from[sentence]
    const end = sentences.to[sentence]
    let left = from - 1
    let right = to
    let leftCost = 0
    let rightCost = 0
    // Both sides grow outwards, the cheaper first, so that the nearest verb is met first.
    while (left >= first || right < end) {
      const takeLeft = left >= first && (right >= end || leftCost < rightCost || leftCost === rightCost)
      const token = takeLeft ? left-- : right++
      const cost = tokens.kind[token] === KIND_MARK && partsClauses(this.#reader.code(token)) ? MARK_COST : 1
      if (takeLeft) leftCost += cost
      else rightCost += cost
      if ((takeLeft ? leftCost : rightCost) >= FARTHEST) break
      const tense = this.#tenseOf(token)
      // Beyond a comma a present tense is as often the reporter's: «сообщает агентство».
      const sameClause = takeLeft ? leftCost === from - token : rightCost === token - to + 1
      if (tense !== null && (tense !== PRESENT_TENSE || sameClause)) return tense
    }
    return NO_TENSE
  }

  lasts(from: number, to: number): boolean {
    return lastsNear(this.#reader, this.#readingOf, from, to)
  }

  /** Null where the token says nothing of tense. */
  #tenseOf(token: number): number | null {
    const { pos, agr } = this.#readingOf(token)
    if ((pos & VERB) !== 0) {
      if ((agr & FUTR) !== 0) return FUTURE_TENSE
      if (this.#reader.has(token, AHEAD)) return (agr & PRES) !== 0 ? FUTURE_TENSE : null
      if ((agr & PAST) !== 0) return PAST_TENSE
      return (agr & PRES) !== 0 ? PRESENT_TENSE : null
    }
    if ((pos & PRED) !== 0 && (agr & FUTR) !== 0) return FUTURE_TENSE
    if ((pos & INFN) !== 0) return this.#tenseOfInfinitive(token)
    if (this.#reader.has(token, AHEAD)) return FUTURE_TENSE
    if ((pos & PRTS) !== 0) return this.#isFuturePassive(token) ? FUTURE_TENSE : PAST_TENSE
    if ((pos & PRTF) !== 0 && (agr & PAST) !== 0) return PAST_TENSE
    return null
  }

  /** «предложил встретиться 5 мая» looks ahead, «удалось встретиться 5 мая» back. */
  #tenseOfInfinitive(token: number): number | null {
    const first = Math.max(this.#reader.sentences.from[this.#reader.sentenceOf(token)], token - 5)
    for (let i = token - 1; i >= first; i--) {
      if (this.#reader.has(i, ACHIEVED)) return null
      if (this.#reader.has(i, AHEAD)) return FUTURE_TENSE
    }
    return null
  }

  /** «будет подписан» */
  #isFuturePassive(token: number): boolean {
    const { sentences } = this.#reader
    const sentence = sentences.of[token]
    for (let i = Math.max(sentences.from[sentence], token - 4); i < Math.min(sentences.to[sentence], token + 3); i++) {
      const { pos, agr } = this.#readingOf(i)
      if ((pos & (VERB | PRED)) !== 0 && (agr & FUTR) !== 0) return true
    }
    return false
  }
}
