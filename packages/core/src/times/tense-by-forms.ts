/** The tense round a time where verbs tell it by their forms: «подписал», «подпишет», «будет подписан», «предложил подписать». */
import type { Reading } from '../words/form.ts'
import { FUTR, INFN, PAST, PRED, PRES, PRTF, PRTS, VERB } from '../words/grammar.ts'
import { lastsNear } from './near-verb.ts'
import { FUTURE_TENSE, type MarkCosts, nearestTense, PAST_TENSE, PRESENT_TENSE, type TenseReader } from './tense.ts'
import type { TimeReader } from './time-reader.ts'
import { ACHIEVED, AHEAD } from './time-words.ts'

const MARKS: MarkCosts = { before: 4, behind: 4 }

export class TenseByForms implements TenseReader {
  readonly #reader: TimeReader
  readonly #readingOf: (token: number) => Reading

  constructor(reader: TimeReader, readingOf: (token: number) => Reading) {
    this.#reader = reader
    this.#readingOf = readingOf
  }

  around(from: number, to: number): number {
    return nearestTense(this.#reader, from, to, MARKS, token => this.#tenseOf(token))
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
