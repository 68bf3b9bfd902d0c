/** The best path of labels through one chain (Viterbi), over integer scores. */
import { COLUMNS } from './name-labels.ts'

/**
 * Its columns are `none`..`none + labels`, the first of them the label for no name. Scores and transitions are whole steps of the model's scale, so
 * that every machine finds the same path.
 */
export class Path {
  readonly #none: number
  readonly #labels: number
  /** `from * labels + to`; FORBIDDEN where `to` may not follow. */
  readonly #transitions: Int32Array
  #best = new Int32Array(0)
  #back = new Uint8Array(0)

  constructor(
    none: number,
    labels: number,
    transitions: Float32Array,
    scale: number,
    mayFollow: (from: number, to: number) => boolean,
  ) {
    this.#none = none
    this.#labels = labels
    this.#transitions = new Int32Array(labels * labels)
    for (let a = 0; a < labels; a++) {
      for (let b = 0; b < labels; b++) {
        const allowed = mayFollow(none + a, none + b)
        this.#transitions[a * labels + b] = allowed ? Math.round(transitions[a * labels + b] / scale) : FORBIDDEN
      }
    }
  }

  /** Writes the labels of tokens `from`..`to` to `out`. `scores`: COLUMNS a token. */
  find(scores: Int16Array, from: number, to: number, out: Uint8Array): void {
    for (let at = from; at < to; ) {
      if (this.#isCold(scores, at)) {
        out[at++] = this.#none
        continue
      }
      let end = at + 1
      while (end < to && !this.#isCold(scores, end)) end++
      this.#findStretch(scores, at, end, out)
      at = end
    }
  }

  /** No name anywhere near: the label for none wins by more than any transition can make good. */
  #isCold(scores: Int16Array, i: number): boolean {
    const row = i * COLUMNS + this.#none
    const none = scores[row] - COLD
    for (let label = 1; label < this.#labels; label++) if (scores[row + label] > none) return false
    return true
  }

  #findStretch(scores: Int16Array, from: number, to: number, out: Uint8Array): void {
    const L = this.#labels
    const length = to - from
    if (this.#best.length < length * L) {
      this.#best = new Int32Array(length * L * 2)
      this.#back = new Uint8Array(length * L * 2)
    }
    const best = this.#best
    const back = this.#back
    const transitions = this.#transitions
    for (let t = 0; t < length; t++) {
      const row = (from + t) * COLUMNS + this.#none
      for (let b = 0; b < L; b++) {
        // Before the stretch stands no name.
        let max = t === 0 ? transitions[b] : LOWEST
        let arg = 0
        if (t > 0) {
          for (let a = 0; a < L; a++) {
            const score = best[(t - 1) * L + a] + transitions[a * L + b]
            if (score > max) {
              max = score
              arg = a
            }
          }
        }
        best[t * L + b] = max + scores[row + b]
        back[t * L + b] = arg
      }
      // Only differences count: a megabyte of one name must not overflow.
      if (t % SETTLED === 0) settle(best, t * L, L)
    }
    let label = 0
    const last = (length - 1) * L
    for (let b = 1; b < L; b++) if (best[last + b] > best[last + label]) label = b
    for (let t = length - 1; t >= 0; t--) {
      out[from + t] = this.#none + label
      label = back[t * L + label]
    }
  }
}

/** In steps of the scale. Lowering it saves time and costs the rare name whose middle word looks like none. */
const COLD = 250
const FORBIDDEN = -1_000_000
const LOWEST = -2_000_000_000
const SETTLED = 256

function settle(best: Int32Array, at: number, labels: number): void {
  let highest = best[at]
  for (let b = 1; b < labels; b++) highest = Math.max(highest, best[at + b])
  for (let b = 0; b < labels; b++) best[at + b] = Math.max(best[at + b] - highest, FORBIDDEN)
}
