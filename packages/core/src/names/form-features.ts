/**
 * What the namer looks at in a form by itself: its spelling, lemmas, endings, kind, and which tables know it. A feature is a 32-bit
 * hash of its kind and value; the model has a row of weights for the features it met in training and nothing for the rest.
 */
import type { Form } from '../words/form.ts'
import { PROPER } from '../words/grammar.ts'

/** Whose neighbours care: `own` features are the token's alone, `shared` ones its neighbours up to two tokens away see too. */
export class FormFeatures {
  readonly own = new Int32Array(128)
  readonly shared = new Int32Array(64)
  ownCount = 0
  sharedCount = 0

  clear(): void {
    this.ownCount = 0
    this.sharedCount = 0
  }

  addOwn(hash: number): void {
    if (this.ownCount < this.own.length) this.own[this.ownCount++] = hash
  }

  addShared(hash: number): void {
    if (this.sharedCount < this.shared.length) this.shared[this.sharedCount++] = hash
  }
}

const SEED = 0x811c9dc5
const PRIME = 0x01000193
const YO = 0x451
const YE = 0x435

/** Hash of a kind of feature, a number, and the units `from`..`to` of a text, ё as е. */
function hashPart(kind: number, value: number, text: string, from: number, to: number): number {
  let hash = Math.imul(Math.imul(SEED ^ kind, PRIME) ^ value, PRIME)
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i)
    hash = Math.imul(hash ^ (code === YO ? YE : code), PRIME)
  }
  return finish(hash)
}

export function hashText(kind: number, text: string): number {
  return hashPart(kind, 0, text, 0, text.length)
}

function hashNumbers(kind: number, a: number, b: number): number {
  return finish(Math.imul(Math.imul(Math.imul(SEED ^ kind, PRIME) ^ a, PRIME) ^ b, PRIME))
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
const CLASS = 6
const TABLE = 7
const LENGTH = 8
const PART = 9
const TAGS = 10
const POS = 11
const TOP_LEMMA = 12
const END = 13

/** `formClass`: word-class.ts; `known`: bits of the tables that know the form (known-words.ts). */
export function formFeatures(form: Form, formClass: number, known: number, out: FormFeatures): void {
  out.clear()
  const { folded, shape, readings } = form
  const { length } = folded
  const top = readings[0]
  out.addShared(hashText(FORM, folded))
  out.addShared(hashNumbers(CLASS, formClass, 0))
  out.addShared(hashNumbers(TAGS, form.lex, 0))
  out.addShared(hashNumbers(POS, top.pos, ((top.lex & PROPER) << 3) | shape))
  out.addShared(hashText(TOP_LEMMA, top.lemma))
  out.addShared(hashPart(END, shape, folded, Math.max(0, length - 2), length))
  out.addShared(hashPart(END, shape, folded, Math.max(0, length - 3), length))
  for (let bit = 1; bit <= known; bit <<= 1) if ((known & bit) !== 0) out.addShared(hashNumbers(TABLE, bit, shape))

  for (let i = 0; i < readings.length; i++) {
    const { lemma } = readings[i]
    let again = false
    for (let j = 0; j < i && !again; j++) again = readings[j].lemma === lemma
    if (!again) out.addOwn(hashText(LEMMA, lemma))
  }
  for (let size = 1; size <= 5 && size < length; size++) {
    out.addOwn(hashPart(SUFFIX, shape, folded, length - size, length))
    if (size >= 2 && size <= 4) out.addOwn(hashPart(PREFIX, shape, folded, 0, size))
  }
  out.addOwn(hashNumbers(SHAPE, detailedShape(form.text), 0))
  out.addOwn(hashNumbers(LENGTH, Math.min(form.text.length, 8), shape))
  const hyphen = folded.lastIndexOf('-')
  if (hyphen > 0) {
    out.addOwn(hashPart(PART, 0, folded, 0, hyphen))
    out.addOwn(hashPart(PART, 0, folded, hyphen + 1, length))
  }
}

/** Letters by case and script, digits, other; runs count once: «МакГрегор» and «COVID-19» each have a number of their own. */
function detailedShape(text: string): number {
  let shape = 0
  let last = 0
  let runs = 0
  for (let i = 0; i < text.length && runs < 8; i++) {
    const kind = kindOfCharacter(text, i)
    if (kind === last) continue
    shape = shape * 8 + kind
    last = kind
    runs++
  }
  return shape
}

function kindOfCharacter(text: string, i: number): number {
  const code = text.charCodeAt(i)
  if (code >= 0x30 && code <= 0x39) return 1
  if (code === 0x2d) return 2
  if (code >= 0x430 && code <= 0x45f) return 3
  if (code >= 0x400 && code <= 0x42f) return 4
  const character = text[i]
  const lower = character.toLowerCase()
  if (lower === character.toUpperCase()) return 5
  return character === lower ? 6 : 7
}
