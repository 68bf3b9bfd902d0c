/**
 * Labels of tokens: scores of each label from the token, its neighbours and its context, then the best path through each chain (Viterbi).
 * Twice: the second pass knows what the first one found elsewhere in the document.
 */
import type { Sentences, Tokens } from '../text/tokens.ts'
import type { Words } from '../words/readings.ts'
import {
  CONTEXT_WIDTH,
  type ContextColumns,
  contextColumns,
  contextFeatures,
  SECOND_WIDTH,
  secondFeatures,
} from './context-features.ts'
import { rememberNames } from './document-memory.ts'
import {
  COLUMNS,
  INNER_LABELS,
  INNER_NONE,
  type Labels,
  mayFollowInner,
  mayFollowOuter,
  noLabels,
  OUTER_NONE,
} from './name-labels.ts'
import { type Namer, OUTER_LABELS, REACH } from './namer-model.ts'

/** Labels of the second pass. */
export function labelTokens(tokens: Tokens, sentences: Sentences, words: Words, namer: Namer): Labels {
  return labelTwice(tokens, sentences, contextColumns(tokens, sentences, words, namer), namer)
}

/** Labels of the first pass alone: for training. */
export function labelOnce(tokens: Tokens, sentences: Sentences, columns: ContextColumns, namer: Namer): Labels {
  return bestLabels(scoreTokens(tokens, sentences, columns, namer), sentences, namer)
}

function labelTwice(tokens: Tokens, sentences: Sentences, columns: ContextColumns, namer: Namer): Labels {
  const scores = scoreTokens(tokens, sentences, columns, namer)
  const first = bestLabels(scores, sentences, namer)
  addSecondScores(scores, sentences, rememberNames(tokens, columns, first), first, namer)
  return bestLabels(scores, sentences, namer)
}

/** Eight scores a token, in steps of the model's scale. */
function scoreTokens(tokens: Tokens, sentences: Sentences, columns: ContextColumns, namer: Namer): Float32Array {
  const scores = new Float32Array(tokens.count * COLUMNS)
  const { context } = namer.weights
  const features = new Int32Array(CONTEXT_WIDTH)
  for (let sentence = 0; sentence < sentences.count; sentence++) {
    const from = sentences.from[sentence]
    const to = sentences.to[sentence]
    for (let i = from; i < to; i++) {
      // The form adds to itself and to its neighbours: what it is as seen from `i - offset`.
      const form = namer.scoresOf(tokens.form[i])
      for (let offset = -REACH; offset <= REACH; offset++) {
        const at = i - offset
        if (at < from || at >= to) continue
        const row = (offset + REACH) * COLUMNS
        for (let c = 0; c < COLUMNS; c++) scores[at * COLUMNS + c] += form[row + c]
      }
      contextFeatures(columns, i, from, to, features)
      for (let f = 0; f < CONTEXT_WIDTH; f++) {
        const row = features[f] * COLUMNS
        for (let c = 0; c < COLUMNS; c++) scores[i * COLUMNS + c] += context[row + c]
      }
    }
  }
  return scores
}

function addSecondScores(
  scores: Float32Array,
  sentences: Sentences,
  memory: Uint8Array,
  labels: Labels,
  namer: Namer,
): void {
  const { context } = namer.weights
  const features = new Int32Array(SECOND_WIDTH)
  for (let sentence = 0; sentence < sentences.count; sentence++) {
    const from = sentences.from[sentence]
    const to = sentences.to[sentence]
    for (let i = from; i < to; i++) {
      secondFeatures(memory, labels, i, from, to, features)
      for (let f = 0; f < SECOND_WIDTH; f++) {
        const row = features[f] * COLUMNS
        for (let c = 0; c < COLUMNS; c++) scores[i * COLUMNS + c] += context[row + c]
      }
    }
  }
}

function bestLabels(scores: Float32Array, sentences: Sentences, namer: Namer): Labels {
  const labels = noLabels(scores.length / COLUMNS)
  const { innerTransitions, outerTransitions, scale } = namer.weights
  const inner = new Path(INNER_NONE, INNER_LABELS, innerTransitions, scale, mayFollowInner)
  const outer = new Path(OUTER_NONE, OUTER_LABELS, outerTransitions, scale, mayFollowOuter)
  for (let sentence = 0; sentence < sentences.count; sentence++) {
    inner.find(scores, sentences.from[sentence], sentences.to[sentence], labels.inner)
    outer.find(scores, sentences.from[sentence], sentences.to[sentence], labels.outer)
  }
  return labels
}

/** The best path through one chain. Its columns are `none`..`none + labels`, the first of them the label for no name. */
class Path {
  readonly #none: number
  readonly #labels: number
  /** `from * labels + to`, in steps of the scale; -Infinity where `to` may not follow. */
  readonly #transitions: Float64Array
  #best = new Float64Array(0)
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
    this.#transitions = new Float64Array(labels * labels)
    for (let a = 0; a < labels; a++) {
      for (let b = 0; b < labels; b++) {
        const allowed = mayFollow(none + a, none + b)
        this.#transitions[a * labels + b] = allowed ? transitions[a * labels + b] / scale : -Infinity
      }
    }
  }

  /** Writes the labels of tokens `from`..`to` to `out`. */
  find(scores: Float32Array, from: number, to: number, out: Uint8Array): void {
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
  #isCold(scores: Float32Array, i: number): boolean {
    const row = i * COLUMNS + this.#none
    const none = scores[row] - COLD
    for (let label = 1; label < this.#labels; label++) if (scores[row + label] > none) return false
    return true
  }

  #findStretch(scores: Float32Array, from: number, to: number, out: Uint8Array): void {
    const L = this.#labels
    const length = to - from
    if (this.#best.length < length * L) {
      this.#best = new Float64Array(length * L * 2)
      this.#back = new Uint8Array(length * L * 2)
    }
    const best = this.#best
    const back = this.#back
    const transitions = this.#transitions
    for (let t = 0; t < length; t++) {
      const row = (from + t) * COLUMNS + this.#none
      for (let b = 0; b < L; b++) {
        // Before the stretch stands no name.
        let max = t === 0 ? transitions[b] : -Infinity
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
