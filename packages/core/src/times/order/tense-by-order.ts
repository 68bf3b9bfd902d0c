/**
 * The tense round a time by the order of words: of the finite verb nearest to it, auxiliaries and words that look ahead counted in. An
 * infinitive or a participle has none of its own: «a summit planned for April», «was held», «are to travel», «might come».
 */
import type { LanguagePack } from '../../kit.ts'
import { type Reading, SHAPE_LOWER } from '../../words/form.ts'
import { ADJF, ADVB, FUTR, GRND, INFN, NOUN, PAST, PRCL, PRED, PRES, PRTS, VERB } from '../../words/grammar.ts'
import { compileAuxiliaries } from '../../words/order/reading-class.ts'
import { lastsNear } from '../near-verb.ts'
import { FUTURE_TENSE, type MarkCosts, nearestTense, PAST_TENSE, PRESENT_TENSE, type TenseReader } from '../tense.ts'
import type { TimeReader } from '../time-reader.ts'
import { AHEAD, MONTH } from '../time-words.ts'

/** Behind a later mark the reporter speaks as often («, Orlova said»). */
const MARKS: MarkCosts = { before: 6, behind: 12 }
/** Words from an auxiliary to its participle or infinitive. */
const GROUP = 5

export class TenseByOrder implements TenseReader {
  readonly #reader: TimeReader
  readonly #readingOf: (token: number) => Reading
  readonly #auxiliaries: ReadonlyMap<string, string>

  constructor(reader: TimeReader, readingOf: (token: number) => Reading, pack: LanguagePack) {
    this.#reader = reader
    this.#readingOf = readingOf
    this.#auxiliaries = pack.derive(compileAuxiliaries)
  }

  around(from: number, to: number): number {
    const { sentences } = this.#reader
    const end = sentences.to[sentences.of[from]]
    // «said 5 May would suit»: a verb right behind the time has it for its subject.
    const own = to < end ? this.#tenseOf(to, end) : null
    if (own !== null) return own
    return nearestTense(this.#reader, from, to, MARKS, token => this.#tenseOf(token, end))
  }

  lasts(from: number, to: number): boolean {
    return lastsNear(this.#reader, this.#readingOf, from, to)
  }

  /** Null where the token is no finite verb. */
  #tenseOf(token: number, end: number): number | null {
    const { pos, agr, lemma } = this.#readingOf(token)
    // «May» is a month.
    if (this.#reader.has(token, MONTH) && this.#reader.tokens.form[token].shape !== SHAPE_LOWER) return null
    const looksAhead = this.#reader.has(token, AHEAD)
    if ((pos & PRED) !== 0) return looksAhead || (agr & FUTR) !== 0 ? FUTURE_TENSE : null
    // «a meeting set for April», «the scheduled talks»; «was set» is told by its auxiliary.
    if ((pos & (PRTS | GRND)) !== 0) return looksAhead && !this.#hasAuxiliary(token) ? FUTURE_TENSE : null
    // «the planning of the talks in May»
    const isOfVerb = (pos & ADJF) !== 0 || ((pos & NOUN) !== 0 && (this.#reader.tokens.form[token].pos & GRND) !== 0)
    if ((pos & VERB) === 0) return looksAhead && isOfVerb ? FUTURE_TENSE : null
    if (looksAhead) return FUTURE_TENSE
    const role = this.#auxiliaries.get(lemma)
    const behind = role === undefined ? null : this.#behind(token, end)
    if (behind === FUTURE_TENSE) return FUTURE_TENSE
    if ((agr & PAST) !== 0) return PAST_TENSE
    // «has agreed» is past.
    if (role === 'have' && behind === PAST_TENSE) return PAST_TENSE
    return (agr & PRES) !== 0 ? PRESENT_TENSE : null
  }

  /** What follows an auxiliary: «are to travel», «is expected to», «were due» look ahead; a participle is past. */
  #behind(token: number, end: number): number | null {
    const limit = Math.min(end, token + GROUP)
    for (let at = token + 1; at < limit; at++) {
      if (this.#reader.has(at, AHEAD)) return FUTURE_TENSE
      const { pos } = this.#readingOf(at)
      if ((pos & ADVB) !== 0) continue
      if ((pos & PRCL) !== 0)
        return at === token + 1 && at + 1 < end && (this.#readingOf(at + 1).pos & INFN) !== 0 ? FUTURE_TENSE : null
      if ((pos & PRTS) !== 0) return PAST_TENSE
      return null
    }
    return null
  }

  #hasAuxiliary(token: number): boolean {
    for (let at = token - 1; at >= 0 && at > token - GROUP; at--) {
      const { pos, lemma } = this.#readingOf(at)
      if ((pos & (VERB | INFN | PRTS | GRND)) !== 0 && this.#auxiliaries.has(lemma)) return true
      if ((pos & ADVB) === 0) return false
    }
    return false
  }
}
