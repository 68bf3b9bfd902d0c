/** What a form says for each of its readings by itself, worked out once and kept with the form. */
import type { Form, Reading } from '../form.ts'
import * as grammar from '../grammar.ts'
import { FORM, FORM_PLACES } from './layout.ts'
import { classOf, kindOf, posOf } from './reading-class.ts'

/**
 * Layout of `Form.tagger`: context number, class of the most frequent reading, shape, union of the
 * readings' bits; then for each reading
 * SCORE (sum of the weights of its own features), CLASS, AGR, KIND, VERB (which verb it is a form of, as a number; 0: of none).
 */
export const CONTEXT = 0
export const LIKELY = 1
export const SHAPE = 2
export const ANY_POS = 3
export const ANY_AGR = 4
export const READINGS = 5
export const SCORE = 0
export const CLASS = 1
export const AGR = 2
export const KIND = 3
export const VERB = 4
export const WIDTH = 5

/** Places of the features of one reading of a form. `rank`: its index among the readings. */
export function formFeatures(form: Form, reading: Reading, rank: number): number[] {
  const tag = `${classOf(reading)} ${reading.agr & (grammar.NUMBER | grammar.GENDER)}`
  const kind = classOf(reading)
  const pos = posOf(reading.pos)
  const ending = form.folded.slice(-3)
  const single = form.readings.length === 1 ? 1 : 0
  const weight = Math.min(12, Math.floor(-2 * Math.log2(Math.max(reading.weight, 1e-4))))
  const lemma = reading.lemma.replaceAll('ё', 'е')
  const gap = Math.min(12, Math.floor(2 * Math.log2(form.readings[0].weight / Math.max(reading.weight, 1e-4))))
  return [
    place(`w${weight}`),
    place(`g${gap} ${rank === 0 ? 1 : 0}`),
    place(`w${weight} ${pos}`),
    place(`t${tag}`),
    place(`k${kindOf(reading.lex)} ${pos}`),
    place(`f${form.folded} ${tag}`),
    place(`l${lemma} ${pos}`),
    place(`L${lemma} ${kind}`),
    place(`s${ending} ${tag}`),
    place(`e${form.folded.slice(-2)} ${kind}`),
    place(`x${reading.lex & (grammar.SUBX | grammar.APRO | grammar.ANPH | grammar.ANUM | grammar.FIXD)} ${kind}`),
    place(`1${single} ${pos}`),
    place(`a${reading.agr & grammar.ANIMACY} ${kind}`),
    place(`p${form.pos} ${kind}`),
  ]
}

function place(text: string): number {
  return FORM + (hashOf(text) & (FORM_PLACES - 1))
}

/** FNV-1a over the code units, finished as in MurmurHash3; 0..2^24 - 1. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash ^= hash >>> 16
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  return hash & 0xffffff
}

/** `Form.tagger` of a form, scores still 0. */
export function describeForm(form: Form, contexts: ReadonlyMap<string, number>): Int32Array {
  const { readings } = form
  const values = new Int32Array(READINGS + readings.length * WIDTH)
  values[CONTEXT] = contexts.get(form.folded) ?? 0
  values[LIKELY] = classOf(readings[0])
  values[SHAPE] = form.shape
  values[ANY_POS] = form.pos
  values[ANY_AGR] = form.agr
  for (const [rank, reading] of readings.entries()) {
    const at = READINGS + rank * WIDTH
    values[at + CLASS] = classOf(reading)
    values[at + AGR] = reading.agr
    values[at + KIND] = kindOf(reading.lex)
    values[at + VERB] = (reading.pos & (grammar.VERBAL | grammar.PRTF)) !== 0 ? 1 + hashOf(reading.lemma) : 0
  }
  return values
}

/** `Form.tagger` of a form with the scores that the weights give. */
export function scoreForm(form: Form, contexts: ReadonlyMap<string, number>, weights: Int8Array): Int32Array {
  const values = describeForm(form, contexts)
  for (const [rank, reading] of form.readings.entries()) {
    let score = 0
    for (const feature of formFeatures(form, reading, rank)) score += weights[feature]
    values[READINGS + rank * WIDTH + SCORE] = score
  }
  return values
}
