/** What a form says for each of its readings by itself, worked out once and kept with the form. */
import type { Form, Reading } from '../form.ts'
import * as grammar from '../grammar.ts'
import type { NumberRows } from '../number-rows.ts'
import { FORM, FORM_PLACES } from './layout.ts'
import { classOf, kindOf, posOf } from './reading-class.ts'

/**
 * Layout of a form's row (`Form.tagger` from `Form.taggerAt` on): context number, class of the most frequent reading, shape, union of the
 * readings' bits, how many readings; then for each reading
 * SCORE (sum of the weights of its own features), CLASS, AGR, KIND, VERB (which verb it is a form of, as a number; 0: of none).
 */
export const CONTEXT = 0
export const LIKELY = 1
export const SHAPE = 2
export const ANY_POS = 3
export const ANY_AGR = 4
export const COUNT = 5
export const READINGS = 6
export const SCORE = 0
export const CLASS = 1
export const AGR = 2
export const KIND = 3
export const VERB = 4
export const WIDTH = 5

/** Places of the features of one reading of a form. `rank`: its index among the readings. */
export function formFeatures(form: Form, reading: Reading, rank: number): number[] {
  const { folded, readings } = form
  const { agr, lex } = reading
  const kind = classOf(reading)
  const pos = posOf(reading.pos)
  const tag = kind * 32 + ((agr & (grammar.NUMBER | grammar.GENDER)) >>> 6)
  const lemma = hashOf(reading.lemma, 0)
  const weight = stepsBelow(reading.weight, 1)
  const gap = stepsBelow(reading.weight, readings[0].weight)
  const traits = lex & (grammar.SUBX | grammar.APRO | grammar.ANPH | grammar.ANUM | grammar.FIXD)
  return [
    place(1, weight, 0),
    place(2, gap, rank === 0 ? 1 : 0),
    place(3, weight, pos),
    place(4, tag, 0),
    place(5, kindOf(lex), pos),
    place(6, hashOf(folded, 0), tag),
    place(7, lemma, pos),
    place(8, lemma, kind),
    place(9, hashOf(folded, folded.length - 3), tag),
    place(10, hashOf(folded, folded.length - 2), kind),
    place(11, traits, kind),
    place(12, readings.length === 1 ? 1 : 0, pos),
    place(13, agr & grammar.ANIMACY, kind),
    place(14, form.pos, kind),
  ]
}

/** How many times `share` must be multiplied by the root of 2 to reach `top`; 12 at most. */
function stepsBelow(share: number, top: number): number {
  let steps = 0
  for (let reached = share; reached < top && steps < 12; reached *= Math.SQRT2) steps++
  return steps
}

/** The place of a feature: which it is and its two values. */
function place(which: number, a: number, b: number): number {
  let hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b + 1, 0x85ebca6b) ^ Math.imul(which, 0xc2b2ae35)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  hash ^= hash >>> 13
  return FORM + (hash & (FORM_PLACES - 1))
}

/** FNV-1a over the code units from `from` (or 0) on, ё as е; 0..2^24 - 1. */
function hashOf(text: string, from: number): number {
  let hash = 0x811c9dc5
  for (let i = Math.max(0, from); i < text.length; i++) {
    const code = text.charCodeAt(i)
    hash = Math.imul(hash ^ (code === YO ? YE : code), 0x01000193)
  }
  return (hash ^ (hash >>> 15)) & 0xffffff
}
const YE = 0x435
const YO = 0x451

/** Where the row of a form, or of what stands for one, is. */
export interface TokenRow {
  /** null: not made yet. */
  readonly tagger: Int32Array | null
  readonly taggerAt: number
}

/** Writes the row of a form and returns where in `rows.rows` it begins; `scoreOf` a reading by itself. */
export function describeForm(
  form: Form,
  contexts: ReadonlyMap<string, number>,
  rows: NumberRows,
  scoreOf: (reading: Reading, rank: number) => number,
): number {
  const { readings, shape, pos, agr } = form
  const at = rows.take(READINGS + readings.length * WIDTH)
  const values = rows.rows
  values[at + CONTEXT] = contexts.get(form.folded) ?? 0
  values[at + LIKELY] = classOf(readings[0])
  values[at + SHAPE] = shape
  values[at + ANY_POS] = pos
  values[at + ANY_AGR] = agr
  values[at + COUNT] = readings.length
  for (const [rank, reading] of readings.entries()) {
    const own = at + READINGS + rank * WIDTH
    values[own + SCORE] = scoreOf(reading, rank)
    values[own + CLASS] = classOf(reading)
    values[own + AGR] = reading.agr
    values[own + KIND] = kindOf(reading.lex)
    values[own + VERB] = (reading.pos & (grammar.VERBAL | grammar.PRTF)) !== 0 ? 1 + hashOf(reading.lemma, 0) : 0
  }
  return at
}

/** The row of a form with the scores that the weights give. */
export function scoreForm(
  form: Form,
  contexts: ReadonlyMap<string, number>,
  weights: Int8Array,
  rows: NumberRows,
): number {
  return describeForm(form, contexts, rows, (reading, rank) => {
    let score = 0
    for (const feature of formFeatures(form, reading, rank)) score += weights[feature]
    return score
  })
}
