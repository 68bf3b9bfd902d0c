/**
 * What the namer looks at in a form by itself: its spelling, lemmas, endings, kind, and which tables know it. A feature is a 32-bit
 * hash of its kind and value; the model has a row of weights for the features it met in training and nothing for the rest.
 */
import type { Form } from '../words/form.ts'
import { PROPER } from '../words/grammar.ts'
import type { KnownWords } from './known-words.ts'
import { classOf } from './word-class.ts'

/** Whose neighbours care: features of the token itself, and those that its neighbours up to two tokens away see too. */
export interface FormFeatures {
  readonly own: Int32Array
  readonly shared: Int32Array
}

const SEED = 0x811c9dc5
const PRIME = 0x01000193

export function hashText(kind: number, text: string): number {
  let hash = Math.imul(SEED ^ kind, PRIME)
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), PRIME)
  return finish(hash)
}

/** FNV-1a leaves similar words close; this spreads them (the finisher of MurmurHash3). */
function finish(hash: number): number {
  let h = hash ^ (hash >>> 16)
  h = Math.imul(h, 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  return h ^ (h >>> 16)
}

/** The feature as a neighbour sees it, `offset` tokens away (-2..2). */
export function atOffset(hash: number, offset: number): number {
  return offset === 0 ? hash : finish(hash ^ Math.imul(offset + 8, 0x9e3779b1))
}

const FORM = 1
const LEMMA = 2
const SUFFIX = 3
const PREFIX = 4
const SHAPE = 5
const KIND = 6
const TABLE = 7
const LENGTH = 8
const PART = 9
const TAGS = 10
const POS = 11
const TOP_LEMMA = 12
const END = 13

export function formFeatures(form: Form, known: KnownWords): FormFeatures {
  const { folded } = form
  const kind = classOf(form)
  const tables = known.of(form)
  const shared = [
    hashText(FORM, folded),
    hashText(KIND, `${kind}`),
    hashText(TAGS, `${form.lex}`),
    hashText(POS, `${form.readings[0].pos} ${form.readings[0].lex & PROPER} ${form.shape}`),
    hashText(TOP_LEMMA, form.readings[0].lemma.replaceAll('ё', 'е')),
    hashText(END, `${folded.slice(-2)} ${form.shape}`),
    hashText(END, `${folded.slice(-3)} ${form.shape}`),
  ]
  if (tables !== 0) {
    for (let bit = 1; bit <= tables; bit <<= 1)
      if ((tables & bit) !== 0) shared.push(hashText(TABLE, `${bit} ${form.shape}`))
  }
  const own: number[] = []
  const lemmas = new Set(form.readings.map(reading => reading.lemma.replaceAll('ё', 'е')))
  for (const lemma of lemmas) own.push(hashText(LEMMA, lemma))
  for (let length = 1; length <= 5 && length < folded.length; length++) {
    own.push(hashText(SUFFIX, `${folded.slice(-length)} ${form.shape}`))
    if (length >= 2 && length <= 4) own.push(hashText(PREFIX, `${folded.slice(0, length)} ${form.shape}`))
  }
  own.push(hashText(SHAPE, detailedShape(form.text)))
  own.push(hashText(LENGTH, `${Math.min(form.text.length, 8)} ${form.shape}`))
  const hyphen = folded.lastIndexOf('-')
  if (hyphen > 0) {
    own.push(hashText(PART, folded.slice(0, hyphen)))
    own.push(hashText(PART, folded.slice(hyphen + 1)))
  }
  return { own: Int32Array.from(own), shared: Int32Array.from(shared) }
}

/** Letters by case and digits, runs shortened: «МакГрегор» XxXx, «COVID-19» X-d. */
function detailedShape(text: string): string {
  let shape = ''
  let last = ''
  for (let i = 0; i < text.length && shape.length < 8; i++) {
    const character = text[i]
    const lower = character.toLowerCase()
    const upper = character.toUpperCase()
    let kind = character
    if (character >= '0' && character <= '9') kind = 'd'
    else if (lower !== upper) {
      const script = character < '\u0250' ? 'L' : ''
      kind = (character === lower ? 'x' : 'X') + script
    }
    if (kind !== last) shape += kind
    last = kind
  }
  return shape
}
