/**
 * An averaged structured perceptron over the tagger's own features. Where several readings of a form are right, the model
 * may choose among them. Deterministic: the order of sentences comes from a fixed generator.
 */
import type { Form } from '../../packages/core/src/words/form.ts'
import { NumberRows } from '../../packages/core/src/words/number-rows.ts'
import {
  advance,
  begin,
  FEATURES_AT_MOST,
  HYPOTHESIS_WIDTH,
  hypothesisFeatures,
  neighbourFeatures,
  type Surroundings,
} from '../../packages/core/src/words/tagger/context-features.ts'
import { Decoder } from '../../packages/core/src/words/tagger/decode.ts'
import {
  CONTEXT,
  COUNT,
  describeForm,
  formFeatures,
  READINGS,
  SCORE,
  WIDTH,
} from '../../packages/core/src/words/tagger/form-features.ts'
import { CONTEXT_COUNT, FEATURE_SPACE } from '../../packages/core/src/words/tagger/layout.ts'
import type { Example } from './examples.ts'

export interface LearnOptions {
  readonly epochs: number
  /** A form must be seen so often to be a context. */
  readonly contextAtLeast: number
  /** How many models, each from another order of the sentences, are averaged: one alone depends on its order. */
  readonly rounds: number
}

export interface Learned {
  readonly contexts: ReadonlyMap<string, number>
  /** Averaged, by place. */
  readonly weights: Float64Array
}

/** While weights grow nothing is given up early. */
const NO_MARGINS = { readings: 2 ** 30, hypotheses: 2 ** 30 }

interface FormSheet {
  /** Its row, and where in it: at its beginning. */
  readonly tagger: Int32Array
  readonly taggerAt: number
  /** Places of the features of each reading. */
  readonly features: readonly number[][]
}

export function frequentForms(examples: readonly Example[], atLeast: number): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { forms } of examples)
    for (const form of forms) counts.set(form.folded, (counts.get(form.folded) ?? 0) + 1)
  const frequent = [...counts].filter(([form, count]) => count >= atLeast && !form.includes(' '))
  frequent.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return new Map(frequent.slice(0, CONTEXT_COUNT - 1).map(([form], i) => [form, i + 1]))
}

export function learn(examples: readonly Example[], options: LearnOptions, report: (line: string) => void): Learned {
  const contexts = frequentForms(examples, options.contextAtLeast)
  const sum = new Float64Array(FEATURE_SPACE)
  for (let round = 1; round <= options.rounds; round++) {
    const weights = learnOnce(examples, contexts, options.epochs, round, line => report(`round ${round}, ${line}`))
    for (let i = 0; i < FEATURE_SPACE; i++) sum[i] += weights[i] / options.rounds
  }
  return { contexts, weights: sum }
}

function learnOnce(
  examples: readonly Example[],
  contexts: ReadonlyMap<string, number>,
  epochs: number,
  seed: number,
  report: (line: string) => void,
): Float64Array {
  const weights = new Int32Array(FEATURE_SPACE)
  /** Sum over updates of update * step, for averaging. */
  const moments = new Float64Array(FEATURE_SPACE)
  const sheets = new Map<Form, FormSheet>()
  const decoder = new Decoder(weights, NO_MARGINS)
  const rows = new NumberRows()
  const features = new Int32Array(FEATURES_AT_MOST)
  let step = 1

  const sheetOf = (form: Form): FormSheet => {
    let sheet = sheets.get(form)
    if (sheet === undefined) {
      sheet = {
        tagger: rowOf(form, contexts, rows),
        taggerAt: 0,
        features: form.readings.map((reading, i) => formFeatures(form, reading, i)),
      }
      sheets.set(form, sheet)
    }
    return sheet
  }

  const rescore = ({ tagger: values, features }: FormSheet): void => {
    for (const [rank, places] of features.entries()) {
      let score = 0
      for (const place of places) score += weights[place]
      values[READINGS + rank * WIDTH + SCORE] = score
    }
  }

  const change = (place: number, by: number): void => {
    weights[place] += by
    moments[place] += by * step
  }

  /** Adds `by` to every feature along a way to read the sentence. */
  const reward = (own: readonly FormSheet[], path: ArrayLike<number>, by: number): void => {
    let state = new Int32Array(HYPOTHESIS_WIDTH)
    let other = new Int32Array(HYPOTHESIS_WIDTH)
    begin(state, 0)
    const around: Surroundings = { first: true, values: own[0].tagger, at: 0, nextValues: null, nextAt: 0, before: 0 }
    for (const [i, { tagger: values, features: ownPlaces }] of own.entries()) {
      around.values = values
      around.nextValues = i + 1 < own.length ? own[i + 1].tagger : null
      const reading = READINGS + path[i] * WIDTH
      const neighbours = neighbourFeatures(features, around, reading)
      for (let f = 0; f < neighbours; f++) change(features[f], by)
      const others = hypothesisFeatures(features, state, 0, values, reading)
      for (let f = 0; f < others; f++) change(features[f], by)
      for (const place of ownPlaces[path[i]]) change(place, by)
      advance(other, 0, state, 0, values, 0, reading)
      ;[state, other] = [other, state]
      around.first = false
      around.before = values[CONTEXT]
    }
  }

  const order = examples.map((_, i) => i)
  const random = generator(seed)
  for (let epoch = 1; epoch <= epochs; epoch++) {
    shuffle(order, random)
    let wrong = 0
    for (const index of order) {
      const { forms, right } = examples[index]
      const own = forms.map(sheetOf)
      for (const sheet of new Set(own)) rescore(sheet)
      const predicted = new Uint8Array(forms.length)
      decoder.decode(token => own[token], 0, forms.length, predicted)
      const errors = right.filter((set, i) => set.length > 0 && !set.includes(predicted[i])).length
      if (errors > 0) {
        wrong += errors
        const path = rightPath(decoder, own, right)
        reward(own, path, 1)
        reward(own, predicted, -1)
      }
      step++
    }
    report(`epoch ${epoch}: ${wrong} wrong`)
  }
  const averaged = new Float64Array(FEATURE_SPACE)
  for (let i = 0; i < FEATURE_SPACE; i++) averaged[i] = weights[i] - moments[i] / step
  return averaged
}

/** The way to read the sentence that the model likes best among the right ones. */
function rightPath(decoder: Decoder, own: readonly FormSheet[], right: readonly (readonly number[])[]): Uint8Array {
  const allowed = own.map((sheet, i) => {
    const ranks = right[i]
    if (ranks.length === 0) return sheet
    const { tagger: values } = sheet
    const kept = new Int32Array(READINGS + ranks.length * WIDTH)
    kept.set(values.subarray(0, READINGS))
    kept[COUNT] = ranks.length
    for (const [place, rank] of ranks.entries()) {
      const from = READINGS + rank * WIDTH
      kept.set(values.subarray(from, from + WIDTH), READINGS + place * WIDTH)
    }
    return { tagger: kept, taggerAt: 0 }
  })
  const path = new Uint8Array(own.length)
  decoder.decode(token => allowed[token], 0, own.length, path)
  for (const [i, set] of right.entries()) if (set.length > 0) path[i] = set[path[i]]
  return path
}

/** A row of its own, for its scores change while weights grow. */
function rowOf(form: Form, contexts: ReadonlyMap<string, number>, rows: NumberRows): Int32Array {
  const at = describeForm(form, contexts, rows, () => 0)
  return rows.rows.slice(at, at + READINGS + form.readings.length * WIDTH)
}

/** mulberry32: the same numbers on every machine. */
function generator(seed: number): () => number {
  let a = seed
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

function shuffle(order: number[], random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[order[i], order[j]] = [order[j], order[i]]
  }
}
