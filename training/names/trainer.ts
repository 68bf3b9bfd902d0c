/**
 * Learning the namer's weights: two conditional random fields over shared features, stochastic gradient with AdaGrad steps and feature
 * dropout, in a fixed order from a fixed seed: the same data give the same bytes.
 */
import {
  CONTEXT_FEATURES,
  CONTEXT_WIDTH,
  contextFeatures,
  SECOND_WIDTH,
  secondFeatures,
} from '../../packages/core/src/names/context-features.ts'
import { rememberNames } from '../../packages/core/src/names/document-memory.ts'
import { atOffset, FormFeatures, formFeatures } from '../../packages/core/src/names/form-features.ts'
import type { KnownWords } from '../../packages/core/src/names/known-words.ts'
import {
  COLUMNS,
  INNER_LABELS,
  INNER_NONE,
  type Labels,
  mayFollowInner,
  mayFollowOuter,
  OUTER_LABELS,
  OUTER_NONE,
} from '../../packages/core/src/names/name-labels.ts'
import { type NamerWeights, REACH } from '../../packages/core/src/names/namer-model.ts'
import { classOf } from '../../packages/core/src/names/word-class.ts'
import type { Form } from '../../packages/core/src/words/form.ts'
import { type Chain, ForwardBackward, makeChain } from './crf.ts'
import type { Example } from './examples.ts'

export interface TrainingOptions {
  readonly epochs: number
  /** Length of the first steps. */
  readonly rate: number
  /** Share of features that each look at a sentence leaves out. */
  readonly dropout: number
  /** How often a sentence of the news set counts for one of BSNLP. */
  readonly repeat: number
  /** Form features met fewer times are left out. */
  readonly rarest: number
  /** Subtracted from the labels for no name: what is missed for want of evidence costs more than what is checked in vain. */
  readonly innerBias: number
  readonly outerBias: number
  readonly report?: (line: string) => void
}

export const DEFAULTS: TrainingOptions = {
  epochs: 3,
  rate: 0.05,
  dropout: 0.3,
  repeat: 3,
  rarest: 2,
  innerBias: 0.9,
  outerBias: 1.6,
}

/** An example and, for the second pass, the labels that a namer which has not seen it gave it. */
export interface Lesson {
  readonly example: Example
  readonly labels: Labels | null
}

interface Sentence {
  /** Feature numbers of each token: context features first, then form features. */
  readonly features: Int32Array[]
  readonly inner: Uint8Array
  readonly outer: Uint8Array
  readonly scheme: number
}

/** Weights common to both annotation schemes, and those of each. */
const SHARED = 0
const SCHEMES = { factrueval: 1, bsnlp: 2 } as const

/** The weights for the scheme of the news set (factRuEval). */
export function train(lessons: readonly Lesson[], known: KnownWords, options: TrainingOptions): NamerWeights {
  const numbering = new Numbering(known)
  const sentences = lessons.flatMap(lesson => sentencesOf(lesson, numbering))
  const count = countFeatures(sentences, numbering.size)
  const kept = sentences.map(sentence => ({
    ...sentence,
    features: sentence.features.map(list =>
      list.filter(feature => feature < CONTEXT_FEATURES || count[feature] >= options.rarest),
    ),
  }))
  const learner = new Learner(numbering.size, options)
  learner.run(kept)
  return quantise(learner, numbering, count, options)
}

/** Numbers of features: context features as they are, form features by their hash in the order met. */
class Numbering {
  readonly #known: KnownWords
  readonly #numbers = new Map<number, number>()
  readonly #forms = new Map<Form, readonly Int32Array[]>()
  readonly #features = new FormFeatures()

  constructor(known: KnownWords) {
    this.#known = known
  }

  get size(): number {
    return CONTEXT_FEATURES + this.#numbers.size
  }

  /** Hash and number of each form feature. */
  entries(): Iterable<[number, number]> {
    return this.#numbers.entries()
  }

  /** Features of a form as seen from each place (-2..2). */
  of(form: Form): readonly Int32Array[] {
    let lists = this.#forms.get(form)
    if (lists === undefined) {
      formFeatures(form, classOf(form), this.#known.of(form), this.#features)
      const own = this.#features.own.slice(0, this.#features.ownCount)
      const shared = this.#features.shared.slice(0, this.#features.sharedCount)
      const numbers: Int32Array[] = []
      for (let offset = -REACH; offset <= REACH; offset++) {
        const hashes = [...shared].map(hash => atOffset(hash, offset))
        if (offset === 0) hashes.push(...own)
        numbers.push(Int32Array.from(hashes, hash => this.#number(hash)))
      }
      lists = numbers
      this.#forms.set(form, lists)
    }
    return lists
  }

  #number(hash: number): number {
    let number = this.#numbers.get(hash)
    if (number === undefined) {
      number = CONTEXT_FEATURES + this.#numbers.size
      this.#numbers.set(hash, number)
    }
    return number
  }
}

function sentencesOf({ example, labels }: Lesson, numbering: Numbering): Sentence[] {
  const { tokens, sentences, columns, document } = example
  const memory = labels === null ? null : rememberNames(columns, labels)
  const context = new Int32Array(CONTEXT_WIDTH)
  const second = new Int32Array(SECOND_WIDTH)
  const result: Sentence[] = []
  for (let s = 0; s < sentences.count; s++) {
    const from = sentences.from[s]
    const to = sentences.to[s]
    const features: Int32Array[] = []
    for (let i = from; i < to; i++) {
      const list: number[] = []
      contextFeatures(columns, i, from, to, context)
      list.push(...context)
      if (memory !== null && labels !== null) {
        secondFeatures(memory, labels, i, from, to, second)
        list.push(...second)
      }
      for (let offset = -REACH; offset <= REACH; offset++) {
        const at = i + offset
        if (at >= from && at < to) list.push(...numbering.of(tokens.form[at])[offset + REACH])
      }
      features.push(Int32Array.from(list))
    }
    const scheme = SCHEMES[document.scheme]
    result.push({ features, inner: example.inner.subarray(from, to), outer: example.outer.subarray(from, to), scheme })
  }
  return result
}

function countFeatures(sentences: readonly Sentence[], size: number): Int32Array {
  const count = new Int32Array(size)
  for (const { features } of sentences) for (const list of features) for (const feature of list) count[feature]++
  return count
}

class Learner {
  readonly inner: Chain
  readonly outer: Chain
  /** One matrix a scheme, rows of COLUMNS. */
  readonly weights: readonly Float32Array[]
  readonly #squares: readonly Float32Array[]
  readonly #options: TrainingOptions
  readonly #random: () => number
  readonly #model = new ForwardBackward()
  readonly #gold = new ForwardBackward()
  #seen = new Int32Array(0)
  #from = new Int32Array(0)
  #scores = new Float64Array(0)
  #gradient = new Float64Array(0)

  constructor(size: number, options: TrainingOptions) {
    this.inner = makeChain(INNER_NONE, INNER_LABELS, mayFollowInner)
    this.outer = makeChain(OUTER_NONE, OUTER_LABELS, mayFollowOuter)
    this.weights = [0, 1, 2].map(() => new Float32Array(size * COLUMNS))
    this.#squares = [0, 1, 2].map(() => new Float32Array(size * COLUMNS).fill(1e-6))
    this.#options = options
    this.#random = mulberry32(1)
  }

  run(sentences: readonly Sentence[]): void {
    const order: Sentence[] = []
    for (const sentence of sentences) {
      const times = sentence.scheme === SCHEMES.factrueval ? this.#options.repeat : 1
      for (let time = 0; time < times; time++) order.push(sentence)
    }
    const squares = [this.inner, this.outer].map(chain => new Float64Array(chain.transitions.length).fill(1e-6))
    const average = new Average([...this.weights, this.inner.transitions, this.outer.transitions])
    const pause = Math.ceil(order.length / LOOKS)
    for (let epoch = 0; epoch < this.#options.epochs; epoch++) {
      shuffle(order, this.#random)
      let likelihood = 0
      for (const [i, sentence] of order.entries()) {
        likelihood += this.#learn(sentence, squares)
        if (epoch > 0 && (i + 1) % pause === 0) average.look()
      }
      this.#options.report?.(`epoch ${epoch + 1}: log-likelihood ${likelihood.toFixed(0)}`)
    }
    average.settle()
  }

  #learn(sentence: Sentence, squares: readonly Float64Array[]): number {
    const { rate } = this.#options
    const length = sentence.inner.length
    this.#look(sentence)
    this.#scores.fill(0, 0, length * COLUMNS)
    this.#gradient.fill(0, 0, length * COLUMNS)
    const matrices = [SHARED, sentence.scheme]
    for (let t = 0; t < length; t++) for (const matrix of matrices) this.#score(matrix, t)
    let likelihood = 0
    const chains = [
      [this.inner, sentence.inner],
      [this.outer, sentence.outer],
    ] as const
    for (const [index, [chain, masks]] of chains.entries()) {
      const all = this.#model.run(chain, this.#scores, COLUMNS, length, null)
      const gold = this.#gold.run(chain, this.#scores, COLUMNS, length, masks)
      if (gold === -Infinity) continue
      likelihood += gold - all
      const L = chain.labels
      for (let t = 0; t < length; t++) {
        for (let l = 0; l < L; l++) {
          this.#gradient[t * COLUMNS + chain.first + l] =
            this.#gold.marginal[t * L + l] - this.#model.marginal[t * L + l]
        }
      }
      for (let pair = 0; pair < L * L; pair++) {
        const step = this.#gold.pairs[pair] - this.#model.pairs[pair]
        squares[index][pair] += step * step
        chain.transitions[pair] += (rate * step) / Math.sqrt(squares[index][pair])
      }
    }
    for (let t = 0; t < length; t++) {
      let largest = 0
      for (let c = 0; c < COLUMNS; c++) largest = Math.max(largest, Math.abs(this.#gradient[t * COLUMNS + c]))
      if (largest < SMALLEST_STEP) continue
      for (const matrix of matrices) this.#step(matrix, t)
    }
    return likelihood
  }

  /** Draws the features that this look at the sentence sees: `#seen` holds them, token `t` from `#from[t]` to `#from[t + 1]`. */
  #look(sentence: Sentence): void {
    const length = sentence.features.length
    const all = sentence.features.reduce((sum, list) => sum + list.length, 0)
    if (this.#seen.length < all) this.#seen = new Int32Array(all * 2)
    if (this.#from.length <= length) {
      this.#from = new Int32Array(length * 2 + 1)
      this.#scores = new Float64Array(length * 2 * COLUMNS)
      this.#gradient = new Float64Array(length * 2 * COLUMNS)
    }
    let at = 0
    for (let t = 0; t < length; t++) {
      this.#from[t] = at
      const list = sentence.features[t]
      for (let f = 0; f < list.length; f++) if (this.#random() >= this.#options.dropout) this.#seen[at++] = list[f]
    }
    this.#from[length] = at
  }

  #score(matrix: number, t: number): void {
    const weights = this.weights[matrix]
    const scores = this.#scores
    for (let f = this.#from[t]; f < this.#from[t + 1]; f++) {
      const row = this.#seen[f] * COLUMNS
      for (let c = 0; c < COLUMNS; c++) scores[t * COLUMNS + c] += weights[row + c]
    }
  }

  #step(matrix: number, t: number): void {
    const weights = this.weights[matrix]
    const squares = this.#squares[matrix]
    const { rate } = this.#options
    for (let f = this.#from[t]; f < this.#from[t + 1]; f++) {
      const row = this.#seen[f] * COLUMNS
      for (let c = 0; c < COLUMNS; c++) {
        const step = this.#gradient[t * COLUMNS + c]
        const sum = squares[row + c] + step * step
        squares[row + c] = sum
        weights[row + c] += (rate * step) / Math.sqrt(sum)
      }
    }
  }
}

/** How often in an epoch the weights are looked at for their average. */
const LOOKS = 6

/**
 * The mean of weights over the later part of their learning: it hangs less on the order of the sentences than where they happen to end
 * (Polyak and Juditsky 1992).
 */
class Average {
  readonly #weights: readonly (Float32Array | Float64Array)[]
  readonly #sums: readonly Float64Array[]
  #looks = 0

  constructor(weights: readonly (Float32Array | Float64Array)[]) {
    this.#weights = weights
    this.#sums = weights.map(list => new Float64Array(list.length))
  }

  look(): void {
    this.#looks++
    for (const [w, list] of this.#weights.entries()) {
      const sum = this.#sums[w]
      for (let i = 0; i < list.length; i++) sum[i] += list[i]
    }
  }

  /** Puts the means in the place of the weights. */
  settle(): void {
    if (this.#looks === 0) return
    for (const [w, list] of this.#weights.entries()) {
      const sum = this.#sums[w]
      for (let i = 0; i < list.length; i++) list[i] = sum[i] / this.#looks
    }
  }
}

/** What a token teaches less than this about is known already. */
const SMALLEST_STEP = 1e-3

/** Weights as whole steps: what the reader adds up is then the same on every machine. */
function quantise(learner: Learner, numbering: Numbering, count: Int32Array, options: TrainingOptions): NamerWeights {
  const keep = 1 - options.dropout
  const [shared, own] = learner.weights
  const sum = (feature: number, column: number): number =>
    (shared[feature * COLUMNS + column] + own[feature * COLUMNS + column]) * keep
  let largest = 0
  for (let feature = 0; feature < numbering.size; feature++) {
    if (feature >= CONTEXT_FEATURES && count[feature] < options.rarest) continue
    for (let c = 0; c < COLUMNS; c++) largest = Math.max(largest, Math.abs(sum(feature, c)))
  }
  const scale = Math.min(largest, LARGEST_WEIGHT) / 127
  const stepsOf = (feature: number): Int8Array =>
    Int8Array.from({ length: COLUMNS }, (_, c) => Math.max(-127, Math.min(127, Math.round(sum(feature, c) / scale))))
  const context = new Int8Array(CONTEXT_FEATURES * COLUMNS)
  for (let feature = 0; feature < CONTEXT_FEATURES; feature++) context.set(stepsOf(feature), feature * COLUMNS)
  const rows = [...numbering.entries()]
    .filter(([, number]) => count[number] >= options.rarest)
    .map(([hash, number]) => ({ hash: hash >>> 0, steps: stepsOf(number) }))
    .filter(({ steps }) => steps.some(step => Math.abs(step) >= SMALLEST_KEPT))
    .sort((a, b) => a.hash - b.hash)
  const bytes = new Int8Array(rows.length * COLUMNS)
  for (const [i, { steps }] of rows.entries()) bytes.set(steps, i * COLUMNS)
  return {
    scale,
    // A name begins more readily when beginning costs less: the bias for no name stands in the transitions to it.
    innerTransitions: biased(learner.inner, options.innerBias),
    outerTransitions: biased(learner.outer, options.outerBias),
    hashes: Uint32Array.from(rows, row => row.hash),
    rows: bytes,
    context,
  }
}

const LARGEST_WEIGHT = 2.5
/** In steps: rows of nothing but smaller weights are left out. */
const SMALLEST_KEPT = 7

function biased(chain: Chain, bias: number): Float32Array {
  return Float32Array.from(chain.transitions, (weight, pair) => (pair % chain.labels === 0 ? weight - bias : weight))
}

function shuffle<T>(list: T[], random: () => number): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const held = list[i]
    list[i] = list[j]
    list[j] = held
  }
}

/** A small generator of numbers in 0..1 (Tommy Ettinger's mulberry32). */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
