/** Segments: the stretches of a sentence between marks that part clauses, and how each opens. */
import { reading } from '../layers.ts'
import type { Scene } from '../quotations/scene.ts'
import { CLOSE_BRACKET, COLON, COMMA, OPEN_BRACKET, SEMICOLON } from '../text/marks.ts'
import { KIND_WORD } from '../text/tokens.ts'
import { ADJS, GRND, INFN, NOUN, PRED, PRTF, PRTS, VERB } from '../words/grammar.ts'

export type SegmentOpener = 'none' | 'subordinate' | 'relative' | 'participle' | 'gerund'

export interface Segment {
  readonly from: number
  readonly to: number
  /** How it is parted from the segment before. */
  readonly after: 'start' | 'comma' | 'full' | 'bracket' | 'closed'
  readonly opener: SegmentOpener
  /** Token of the opening word, or -1. */
  readonly word: number
  /** Tokens that can head a clause, in order. */
  readonly heads: readonly number[]
  /** Whether one of them is finite or short. */
  readonly finite: boolean
}

/** Opening words stand among the first of a segment: «итоги которых», «и если». */
const REACH = 3
const HEADS = VERB | PRTS | ADJS | INFN | GRND | PRED

/** `borders`: tokens at which another's words begin or end; they part clauses fully. */
export function splitSegments(scene: Scene, from: number, to: number, borders: ReadonlySet<number>): Segment[] {
  const segments: Segment[] = []
  let start = from
  let after: Segment['after'] = 'start'
  for (let token = from; token <= to; token++) {
    const mark = token < to ? scene.mark[token] : 0
    const parts = token === to || (mark !== 0 && scene.isBreak(token))
    if (!parts && !(borders.has(token) && token > start)) continue
    if (token > start) segments.push(segmentOf(scene, start, token, after))
    if (token === to) break
    const next = !parts
      ? 'full'
      : mark === COMMA
        ? 'comma'
        : mark === OPEN_BRACKET
          ? 'bracket'
          : mark === CLOSE_BRACKET
            ? 'closed'
            : mark === COLON || mark === SEMICOLON
              ? 'full'
              : 'comma'
    // «», — сказал»: of several marks in a row the strongest counts.
    after = start === token && after !== 'start' && next === 'comma' ? after : next
    if (borders.has(token)) after = 'full'
    start = parts ? token + 1 : token
  }
  return segments
}

function segmentOf(scene: Scene, from: number, to: number, after: Segment['after']): Segment {
  const { layers } = scene
  const { kind } = layers.tokens
  const heads: number[] = []
  let finite = false
  for (let token = from; token < to; token++) {
    if (kind[token] !== KIND_WORD || layers.nameOf[token] >= 0) continue
    const { pos } = reading(layers, token)
    if ((pos & HEADS) === 0) continue
    heads.push(token)
    if ((pos & (VERB | PRTS | ADJS | PRED)) !== 0) finite = true
  }
  let opener: SegmentOpener = 'none'
  let word = -1
  const reach = Math.min(to, from + REACH)
  for (let token = from; token < reach && opener === 'none'; token++) {
    if (scene.word('relative', token, to) >= 0) opener = 'relative'
    else if (scene.word('subordinator', token, to) >= 0) opener = 'subordinate'
    else continue
    word = token
  }
  if (opener === 'none') {
    for (let token = from; token < Math.min(to, from + 4); token++) {
      const { pos } = reading(layers, token)
      if ((pos & GRND) !== 0 && kind[token] === KIND_WORD) opener = 'gerund'
      else if ((pos & PRTF) !== 0 && after === 'comma' && !finite && token < from + 2 && layers.nameOf[token] < 0)
        opener = 'participle'
      if (opener !== 'none') {
        word = token
        break
      }
      if ((pos & (NOUN | VERB)) !== 0) break
    }
  }
  return { from, to, after, opener, word, heads, finite }
}
