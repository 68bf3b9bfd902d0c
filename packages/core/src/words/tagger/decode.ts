/** The best way to read a sentence: a beam of a few hypotheses from left to right, all arithmetic on whole numbers. */
import {
  advance,
  begin,
  FEATURES_AT_MOST,
  HYPOTHESIS_WIDTH,
  hypothesisFeatures,
  isSame,
  neighbourFeatures,
  type Surroundings,
  TOTAL,
} from './context-features.ts'
import { CONTEXT, COUNT, READINGS, SCORE, type TokenRow, WIDTH } from './form-features.ts'

/** Hypotheses kept after each token. */
const BEAM = 4
/** A longer sentence is read in pieces; the best hypothesis goes on into the next. */
const PIECE = 256
/** Readings of a form beyond these are not looked at, best by themselves first. */
const READINGS_AT_MOST = 255

/** Whole numbers by place. */
export type Weights = Int8Array | Int32Array

/** A token as the tagger sees it: its row is made (form-features.ts). */
export type RowOf = (token: number) => TokenRow

/** How far, in units of the weights, one may lie behind the best before it is given up. */
export interface Margins {
  /** A reading of a token, before any hypothesis is asked. */
  readonly readings: number
  /** A hypothesis. */
  readonly hypotheses: number
}

const NO_ROWS = new Int32Array(0)

export class Decoder {
  readonly #weights: Weights
  readonly #margins: Margins
  #state = new Int32Array(BEAM * HYPOTHESIS_WIDTH)
  #other = new Int32Array(BEAM * HYPOTHESIS_WIDTH)
  readonly #features = new Int32Array(FEATURES_AT_MOST)
  /** Scores of the readings of one token before any hypothesis is asked. */
  readonly #alone = new Int32Array(READINGS_AT_MOST)
  /** For each token of a piece and each hypothesis after it: the reading and the hypothesis before. */
  readonly #reading = new Uint8Array(PIECE * BEAM)
  readonly #before = new Uint8Array(PIECE * BEAM)
  /** The best so far among the continuations of one token, falling. */
  readonly #total = new Int32Array(BEAM)
  readonly #bestReading = new Int32Array(BEAM)
  readonly #bestFrom = new Int32Array(BEAM)
  readonly #around: Surroundings = {
    first: false,
    values: NO_ROWS,
    at: 0,
    nextValues: null,
    nextAt: 0,
    before: 0,
  }

  constructor(weights: Weights, margins: Margins) {
    this.#weights = weights
    this.#margins = margins
  }

  /** Writes the chosen reading of each token of a sentence (`from` to `to`) to `best`. */
  decode(rowOf: RowOf, from: number, to: number, best: Uint8Array): void {
    const around = this.#around
    begin(this.#state, 0)
    around.first = true
    around.before = 0
    for (let start = from; start < to; start += PIECE) this.#piece(rowOf, start, Math.min(to, start + PIECE), to, best)
  }

  /** One piece; afterwards the best hypothesis stands first. */
  #piece(rowOf: RowOf, from: number, to: number, end: number, best: Uint8Array): void {
    const around = this.#around
    let count = 1
    let row = rowOf(from)
    for (let token = from; token < to; token++) {
      const next = token + 1 < end ? rowOf(token + 1) : null
      around.values = row.tagger ?? NO_ROWS
      around.at = row.taggerAt
      around.nextValues = next === null ? null : next.tagger
      around.nextAt = next === null ? 0 : next.taggerAt
      count = this.#extend(token - from, count)
      around.first = false
      around.before = around.values[around.at + CONTEXT]
      if (next !== null) row = next
    }
    let hypothesis = 0
    for (let token = to - 1; token >= from; token--) {
      const at = (token - from) * BEAM + hypothesis
      best[token] = this.#reading[at]
      hypothesis = this.#before[at]
    }
  }

  /** Reads one more token; returns the number of hypotheses, which stand in falling order of their totals. */
  #extend(token: number, count: number): number {
    const { values, at } = this.#around
    const readings = Math.min(READINGS_AT_MOST, values[at + COUNT])
    let kept = 1
    if (count === 1 && readings === 1) {
      this.#total[0] = 0
      this.#bestReading[0] = 0
      this.#bestFrom[0] = 0
    } else kept = this.#rank(count, readings, readings === 1 ? 0 : this.#scoreAlone(readings))
    return this.#keep(token, kept)
  }

  /** Scores each reading without its hypotheses; returns the best score. */
  #scoreAlone(readings: number): number {
    const { values, at } = this.#around
    let best = Number.NEGATIVE_INFINITY
    for (let rank = 0; rank < readings; rank++) {
      const reading = at + READINGS + rank * WIDTH
      const n = neighbourFeatures(this.#features, this.#around, reading)
      let score = values[reading + SCORE]
      for (let i = 0; i < n; i++) score += this.#weights[this.#features[i]]
      this.#alone[rank] = score
      if (score > best) best = score
    }
    return best
  }

  /** Ranks the continuations; returns how many are kept. `bestAlone`: 0 where there is but one reading. */
  #rank(count: number, readings: number, bestAlone: number): number {
    const { values, at: row } = this.#around
    const state = this.#state
    const total = this.#total
    const least = bestAlone - this.#margins.readings
    let kept = 0
    for (let rank = 0; rank < readings; rank++) {
      const alone = readings === 1 ? 0 : this.#alone[rank]
      if (alone <= least) continue
      const reading = row + READINGS + rank * WIDTH
      for (let hypothesis = 0; hypothesis < count; hypothesis++) {
        const at = hypothesis * HYPOTHESIS_WIDTH
        const n = hypothesisFeatures(this.#features, state, at, values, reading)
        let score = state[at + TOTAL] + alone
        for (let i = 0; i < n; i++) score += this.#weights[this.#features[i]]
        let place = BEAM - 1
        if (kept < BEAM) place = kept++
        else if (total[place] >= score) continue
        while (place > 0 && total[place - 1] < score) {
          total[place] = total[place - 1]
          this.#bestReading[place] = this.#bestReading[place - 1]
          this.#bestFrom[place] = this.#bestFrom[place - 1]
          place--
        }
        total[place] = score
        this.#bestReading[place] = rank
        this.#bestFrom[place] = hypothesis
      }
    }
    return kept
  }

  /** Makes the continuations the hypotheses of the next token, leaving out the hopeless and the double. */
  #keep(token: number, ranked: number): number {
    const { values, at } = this.#around
    const state = this.#state
    const other = this.#other
    const top = this.#total[0]
    let kept = 0
    for (let i = 0; i < ranked && this.#total[i] > top - this.#margins.hypotheses; i++) {
      const place = kept * HYPOTHESIS_WIDTH
      advance(
        other,
        place,
        state,
        this.#bestFrom[i] * HYPOTHESIS_WIDTH,
        values,
        at,
        at + READINGS + this.#bestReading[i] * WIDTH,
      )
      let better = 0
      while (better < kept && !isSame(other, better * HYPOTHESIS_WIDTH, place)) better++
      if (better < kept) continue
      // Only differences count; kept small they never overflow.
      other[place + TOTAL] = this.#total[i] - top
      this.#reading[token * BEAM + kept] = this.#bestReading[i]
      this.#before[token * BEAM + kept] = this.#bestFrom[i]
      kept++
    }
    this.#state = other
    this.#other = state
    return kept
  }
}
