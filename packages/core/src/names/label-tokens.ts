/**
 * Labels of tokens: scores of each label from the token, its neighbours and its context, then the best path through each chain.
 * Twice: the second pass knows what the first one found elsewhere in the document.
 */
import type { Sentences, Tokens } from '../text/tokens.ts'
import {
  CONTEXT_WIDTH,
  type ContextColumns,
  contextFeatures,
  SECOND_WIDTH,
  secondFeatures,
} from './context-features.ts'
import { rememberNames } from './document-memory.ts'
import { COLUMNS, type Labels, noLabels } from './name-labels.ts'
import { type Namer, REACH, WORDS } from './namer-model.ts'

/** Labels of the second pass. */
export function labelTokens(tokens: Tokens, sentences: Sentences, columns: ContextColumns, namer: Namer): Labels {
  const scores = scoreTokens(tokens, sentences, columns, namer)
  const first = bestLabels(scores, sentences, namer)
  addSecondScores(scores, sentences, rememberNames(columns, first), first, namer)
  return bestLabels(scores, sentences, namer)
}

/** Labels of the first pass alone: for training. */
export function labelOnce(tokens: Tokens, sentences: Sentences, columns: ContextColumns, namer: Namer): Labels {
  return bestLabels(scoreTokens(tokens, sentences, columns, namer), sentences, namer)
}

/** Eight scores a token, in steps of the model's scale. */
function scoreTokens(tokens: Tokens, sentences: Sentences, columns: ContextColumns, namer: Namer): Int16Array {
  const { count, form } = tokens
  const scores = new Int16Array(count * COLUMNS)
  const { context } = namer
  const features = new Int32Array(CONTEXT_WIDTH)
  for (let sentence = 0; sentence < sentences.count; sentence++) {
    const from = sentences.from[sentence]
    const to = sentences.to[sentence]
    for (let i = from; i < to; i++) {
      let a = 0
      let b = 0
      let c = 0
      let d = 0
      const first = i - REACH < from ? from : i - REACH
      const last = i + REACH >= to ? to - 1 : i + REACH
      for (let at = first; at <= last; at++) {
        // The row of the neighbour as seen from here.
        const values = namer.valuesOf(form[at])
        const row = form[at].namerAt + (at - i + REACH) * WORDS
        a += values[row]
        b += values[row + 1]
        c += values[row + 2]
        d += values[row + 3]
      }
      contextFeatures(columns, i, from, to, features)
      for (let f = 0; f < CONTEXT_WIDTH; f++) {
        const row = features[f] * WORDS
        a += context[row]
        b += context[row + 1]
        c += context[row + 2]
        d += context[row + 3]
      }
      addLanes(scores, i * COLUMNS, a, b, c, d)
    }
  }
  return scores
}

/** Adds the eight lanes of four words (see namer-model.ts). */
function addLanes(scores: Int16Array, at: number, a: number, b: number, c: number, d: number): void {
  const lowA = (a << 16) >> 16
  const lowB = (b << 16) >> 16
  const lowC = (c << 16) >> 16
  const lowD = (d << 16) >> 16
  scores[at] += lowA
  scores[at + 1] += lowB
  scores[at + 2] += lowC
  scores[at + 3] += lowD
  scores[at + 4] += (a - lowA) >> 16
  scores[at + 5] += (b - lowB) >> 16
  scores[at + 6] += (c - lowC) >> 16
  scores[at + 7] += (d - lowD) >> 16
}

function addSecondScores(
  scores: Int16Array,
  sentences: Sentences,
  memory: Uint8Array,
  labels: Labels,
  namer: Namer,
): void {
  const { context } = namer
  const features = new Int32Array(SECOND_WIDTH)
  for (let sentence = 0; sentence < sentences.count; sentence++) {
    const from = sentences.from[sentence]
    const to = sentences.to[sentence]
    for (let i = from; i < to; i++) {
      secondFeatures(memory, labels, i, from, to, features)
      let a = 0
      let b = 0
      let c = 0
      let d = 0
      for (let f = 0; f < SECOND_WIDTH; f++) {
        const row = features[f] * WORDS
        a += context[row]
        b += context[row + 1]
        c += context[row + 2]
        d += context[row + 3]
      }
      addLanes(scores, i * COLUMNS, a, b, c, d)
    }
  }
}

function bestLabels(scores: Int16Array, sentences: Sentences, namer: Namer): Labels {
  const labels = noLabels(scores.length / COLUMNS)
  for (let sentence = 0; sentence < sentences.count; sentence++) {
    namer.inner.find(scores, sentences.from[sentence], sentences.to[sentence], labels.inner)
    namer.outer.find(scores, sentences.from[sentence], sentences.to[sentence], labels.outer)
  }
  return labels
}
