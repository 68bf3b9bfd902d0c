/** The best way to read a sentence: a beam of a few hypotheses from left to right, all arithmetic on whole numbers. */
import {
  advance,
  begin,
  contextFeatures,
  FEATURES_AT_MOST,
  HYPOTHESIS_WIDTH,
  type Surroundings,
  TOTAL,
} from './context-features.ts'
import { READINGS, SCORE, WIDTH } from './form-features.ts'

/** Hypotheses kept after each token. */
const BEAM = 4
/** A longer sentence is read in pieces; the best hypothesis goes on into the next. */
const PIECE = 256

/** Whole numbers by place; the same kind of array throughout, so that the engine knows what it meets. */
export type Weights = Int8Array | Int32Array

/** A token as the tagger sees it (form-features.ts). */
export type ValuesOf = (token: number) => Int32Array

export class Decoder {
  readonly #weights: Weights
  #state = new Int32Array(BEAM * HYPOTHESIS_WIDTH)
  #other = new Int32Array(BEAM * HYPOTHESIS_WIDTH)
  readonly #features = new Int32Array(FEATURES_AT_MOST)
  /** For each token of a piece and each hypothesis after it: the reading and the hypothesis before. */
  readonly #reading = new Uint8Array(PIECE * BEAM)
  readonly #before = new Uint8Array(PIECE * BEAM)
  readonly #best = new Int32Array(BEAM)
  readonly #bestReading = new Int32Array(BEAM)
  readonly #bestFrom = new Int32Array(BEAM)
  readonly #around: Surroundings = { first: false, values: new Int32Array(READINGS), nextValues: null }

  constructor(weights: Weights) {
    this.#weights = weights
  }

  /** Writes the chosen reading of each token of a sentence (`from` to `to`) to `best`. */
  decode(valuesOf: ValuesOf, from: number, to: number, best: Uint8Array): void {
    begin(this.#state, 0)
    for (let start = from; start < to; start += PIECE)
      this.#piece(valuesOf, start, Math.min(to, start + PIECE), to, start === from, best)
  }

  /** One piece; afterwards the best hypothesis stands first. */
  #piece(valuesOf: ValuesOf, from: number, to: number, end: number, first: boolean, best: Uint8Array): void {
    const around = this.#around
    let count = 1
    around.nextValues = valuesOf(from)
    for (let token = from; token < to; token++) {
      around.first = first && token === from
      around.values = around.nextValues as Int32Array
      around.nextValues = token + 1 < end ? valuesOf(token + 1) : null
      count = this.#extend(token - from, count)
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
    const { values } = this.#around
    const state = this.#state
    const total = this.#best
    let kept = 0
    for (let hypothesis = 0; hypothesis < count; hypothesis++) {
      const at = hypothesis * HYPOTHESIS_WIDTH
      for (let reading = READINGS, rank = 0; reading < values.length; reading += WIDTH, rank++) {
        const n = contextFeatures(this.#features, state, at, this.#around, reading)
        let score = state[at + TOTAL] + values[reading + SCORE]
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
    const other = this.#other
    const top = total[0]
    for (let i = 0; i < kept; i++) {
      const from = this.#bestFrom[i]
      const rank = this.#bestReading[i]
      advance(other, i * HYPOTHESIS_WIDTH, state, from * HYPOTHESIS_WIDTH, values, READINGS + rank * WIDTH)
      // Only differences count; kept small they never overflow.
      other[i * HYPOTHESIS_WIDTH + TOTAL] = total[i] - top
      this.#reading[token * BEAM + i] = rank
      this.#before[token * BEAM + i] = from
    }
    this.#state = other
    this.#other = state
    return kept
  }
}
