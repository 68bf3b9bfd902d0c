/**
 * Does the clause around a time tell of the past or of what is to come? The nearest verb decides; a comma or a dash between it and the time
 * makes it farther. Which words tell a tense is asked of the language: by forms, or by the order of words.
 */
import { KIND_MARK } from '../text/tokens.ts'
import { partsClauses } from './near-verb.ts'
import type { TimeReader } from './time-reader.ts'

export const PAST_TENSE = -1
export const NO_TENSE = 0
export const FUTURE_TENSE = 1
export const PRESENT_TENSE = 2

/** Asked of a time for the tense of its clause, and whether its verb lasts. */
export interface TenseReader {
  /** One of the tenses, of the clause around the tokens `from..to`. */
  around(from: number, to: number): number
  /** Whether the verb nearest to the tokens tells of what lasts. */
  lasts(from: number, to: number): boolean
}

/** What a mark that may part clauses costs, in tokens, between the time and a verb before it, and one behind it. */
export interface MarkCosts {
  readonly before: number
  readonly behind: number
}

/** A verb at this cost is no longer looked for. */
const FARTHEST = 40

/** The tense of the word nearest to the tokens `from..to` of which `tenseOf` knows one; `NO_TENSE` where none is near. */
export function nearestTense(
  reader: TimeReader,
  from: number,
  to: number,
  marks: MarkCosts,
  tenseOf: (token: number) => number | null,
): number {
  const { sentences, tokens } = reader
  const sentence = sentences.of[from]
  const first = sentences.from[sentence]
  const end = sentences.to[sentence]
  let left = from - 1
  let right = to
  let leftCost = 0
  let rightCost = 0
  // Both sides grow outwards, the cheaper first, so that the nearest verb is met first.
  while (left >= first || right < end) {
    const takeLeft = left >= first && (right >= end || leftCost <= rightCost)
    const token = takeLeft ? left-- : right++
    const isMark = tokens.kind[token] === KIND_MARK
    const cost = isMark && partsClauses(reader.code(token)) ? (takeLeft ? marks.before : marks.behind) : 1
    if (takeLeft) leftCost += cost
    else rightCost += cost
    if ((takeLeft ? leftCost : rightCost) >= FARTHEST) break
    if (isMark) continue
    const tense = tenseOf(token)
    // Beyond a comma a present tense is as often the reporter's: «сообщает агентство».
    const sameClause = takeLeft ? leftCost === from - token : rightCost === token - to + 1
    if (tense !== null && (tense !== PRESENT_TENSE || sameClause)) return tense
  }
  return NO_TENSE
}
