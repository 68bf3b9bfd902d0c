/**
 * The namer's weights: rows of eight scores (name-labels.ts), one a feature. Rows of form features are found by hash, rows of context
 * features by index. How the bytes are laid out is said at `writeNamer`; the trainer writes them, the pack carries them.
 */
import type { LanguagePack } from '../kit.ts'
import { type Form, SHAPE_LOWER } from '../words/form.ts'
import { NumberRows } from '../words/number-rows.ts'
import { CONTEXT_FEATURES } from './context-features.ts'
import { atOffset, FormFeatures, formFeatures, hashText } from './form-features.ts'
import { compileKnownWords, type KnownWords } from './known-words.ts'
import { compileListedNames, type ListedNames } from './listed-names.ts'
import {
  COLUMNS,
  INNER_LABELS,
  INNER_NONE,
  mayFollowInner,
  mayFollowOuter,
  OUTER_LABELS,
  OUTER_NONE,
} from './name-labels.ts'
import { stemOfName } from './name-stem.ts'
import { Path } from './path.ts'

import { AGREEING, classOf, grammarOf } from './word-class.ts'

/** A neighbour up to this many tokens away adds to a token's scores. */
export const REACH = 2
const OFFSETS = 2 * REACH + 1
const MAGIC = 0x314d4e50 // PNM1
const HEADER = 6

export interface NamerWeights {
  /** One step of a weight. */
  readonly scale: number
  /** `from * labels + to`, inner chain then outer chain. */
  readonly innerTransitions: Float32Array
  readonly outerTransitions: Float32Array
  /** Hashes of form features, ascending as unsigned numbers, and their rows. */
  readonly hashes: Uint32Array
  readonly rows: Int8Array
  /** CONTEXT_FEATURES rows. */
  readonly context: Int8Array
}

/**
 * Little-endian: u32 magic, u32 form rows, u32 context rows kept, u32 context features, f32 scale, u32 reserved; f32 transitions (25 + 9); u32
 * hashes; u32 indices of the context rows kept; i8 form rows; i8 context rows.
 */
export function writeNamer(weights: NamerWeights): Uint8Array {
  const kept: number[] = []
  for (let row = 0; row < CONTEXT_FEATURES; row++) {
    if (weights.context.subarray(row * COLUMNS, (row + 1) * COLUMNS).some(weight => weight !== 0)) kept.push(row)
  }
  const count = weights.hashes.length
  const words = HEADER + INNER_LABELS ** 2 + OUTER_LABELS ** 2 + count + kept.length
  const bytes = new Uint8Array(words * 4 + (count + kept.length) * COLUMNS)
  const view = new DataView(bytes.buffer)
  let at = 0
  const word = (value: number): void => {
    view.setUint32(at, value, true)
    at += 4
  }
  const real = (value: number): void => {
    view.setFloat32(at, value, true)
    at += 4
  }
  word(MAGIC)
  word(count)
  word(kept.length)
  word(CONTEXT_FEATURES)
  real(weights.scale)
  word(0)
  weights.innerTransitions.forEach(real)
  weights.outerTransitions.forEach(real)
  weights.hashes.forEach(word)
  kept.forEach(word)
  bytes.set(new Uint8Array(weights.rows.buffer, weights.rows.byteOffset, count * COLUMNS), at)
  at += count * COLUMNS
  for (const row of kept) {
    for (let c = 0; c < COLUMNS; c++) view.setInt8(at++, weights.context[row * COLUMNS + c])
  }
  return bytes
}

/** Throws RangeError for bytes that `writeNamer` of this version did not write. */
export function readNamer(bytes: Uint8Array): NamerWeights {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < HEADER * 4 || view.getUint32(0, true) !== MAGIC) throw new RangeError('not a namer model')
  const features = view.getUint32(12, true)
  if (features !== CONTEXT_FEATURES) {
    throw new RangeError(`a namer model of ${features} context features; this reader has ${CONTEXT_FEATURES}`)
  }
  const count = view.getUint32(4, true)
  const kept = view.getUint32(8, true)
  let at = HEADER * 4
  const reals = (length: number): Float32Array => {
    const values = new Float32Array(length)
    for (let i = 0; i < length; i++, at += 4) values[i] = view.getFloat32(at, true)
    return values
  }
  const innerTransitions = reals(INNER_LABELS ** 2)
  const outerTransitions = reals(OUTER_LABELS ** 2)
  const hashes = new Uint32Array(count)
  for (let i = 0; i < count; i++, at += 4) hashes[i] = view.getUint32(at, true)
  const indices = at
  at += kept * 4
  const rows = new Int8Array(count * COLUMNS)
  rows.set(new Int8Array(bytes.buffer, bytes.byteOffset + at, count * COLUMNS))
  at += count * COLUMNS
  const context = new Int8Array(CONTEXT_FEATURES * COLUMNS)
  for (let i = 0; i < kept; i++) {
    const row = view.getUint32(indices + i * 4, true)
    for (let c = 0; c < COLUMNS; c++) context[row * COLUMNS + c] = view.getInt8(at++)
  }
  return { scale: view.getFloat32(16, true), innerTransitions, outerTransitions, hashes, rows, context }
}

/**
 * Rows in memory are four 32-bit words of two 16-bit lanes each: the sum of rows is four additions. Column c stands in word c & 3, the
 * first four columns in the low lanes. No token meets so many rows that a lane could overflow: 300 full weights fit.
 */
export const WORDS = COLUMNS / 2

function pack(weights: ArrayLike<number>, row: number, word: number): number {
  return weights[row * COLUMNS + word] + (weights[row * COLUMNS + word + WORDS] << 16)
}

/**
 * Layout of a form's row (`Form.namer` from `Form.namerAt` on): for each place relative to the token in question (-2..2) the packed sum of the form's weights; then the form's
 * class, bits of the tables that know it, its kind of head, a hash of its stem, whether a listed name may begin with it, how many
 * readings follow, READINGS at most; of each what agrees of it (CASE, NUMBER, GENDER) and, 16 bits higher, its `grammarOf`.
 */
export const CLASS_AT = OFFSETS * WORDS
const KNOWN_AT = CLASS_AT + 1
export const HEAD_AT = KNOWN_AT + 1
export const STEM_AT = HEAD_AT + 1
export const LISTED_AT = STEM_AT + 1
export const COUNT_AT = LISTED_AT + 1
export const READINGS_AT = COUNT_AT + 1
const READINGS = 16

const STEM = 64

export class Namer {
  readonly weights: NamerWeights
  readonly listed: ListedNames
  /** Packed rows of the context features. */
  readonly context: Int32Array
  readonly inner: Path
  readonly outer: Path
  readonly #known: KnownWords
  readonly #table: Int32Array
  readonly #mask: number
  readonly #features = new FormFeatures()
  readonly #rows = new NumberRows()

  constructor(weights: NamerWeights, known: KnownWords, listed: ListedNames) {
    this.weights = weights
    this.listed = listed
    this.#known = known
    this.#table = tableOf(weights.hashes)
    this.#mask = this.#table.length - 1
    this.context = Int32Array.from({ length: CONTEXT_FEATURES * WORDS }, (_, i) =>
      pack(weights.context, Math.floor(i / WORDS), i % WORDS),
    )
    const { innerTransitions, outerTransitions, scale } = weights
    this.inner = new Path(INNER_NONE, INNER_LABELS, innerTransitions, scale, mayFollowInner)
    this.outer = new Path(OUTER_NONE, OUTER_LABELS, outerTransitions, scale, mayFollowOuter)
  }

  /** The array that holds the form's row, from `form.namerAt` on (CLASS_AT and the rest), computed at first sight. Weights are in steps of `weights.scale`. */
  valuesOf(form: Form): Int32Array {
    return form.namer ?? this.#compute(form)
  }

  /** Bits of known-words.ts. */
  knownOf(form: Form): number {
    return this.valuesOf(form)[form.namerAt + KNOWN_AT]
  }

  headOf(form: Form): number {
    return this.valuesOf(form)[form.namerAt + HEAD_AT]
  }

  /** The same number for all cases of a name, as good as never the same for two names. */
  stemOf(form: Form): number {
    return this.valuesOf(form)[form.namerAt + STEM_AT]
  }

  #compute(form: Form): Int32Array {
    const { readings } = form
    const count = Math.min(readings.length, READINGS)
    const at = this.#rows.take(READINGS_AT + count)
    const values = this.#rows.rows
    const known = this.#known.of(form)
    const formClass = classOf(form)
    const features = this.#features
    formFeatures(form, formClass, known, features)
    for (let offset = -REACH; offset <= REACH; offset++) {
      const first = at + (offset + REACH) * WORDS
      for (let f = 0; f < features.sharedCount; f++) this.#add(atOffset(features.shared[f], offset), values, first)
    }
    for (let f = 0; f < features.ownCount; f++) this.#add(features.own[f], values, at + REACH * WORDS)
    const stem = stemOfName(form.folded)
    values[at + CLASS_AT] = formClass
    values[at + KNOWN_AT] = known
    values[at + HEAD_AT] = this.#known.headIn(known)
    values[at + STEM_AT] = hashText(STEM, stem)
    values[at + COUNT_AT] = count
    values[at + LISTED_AT] = form.shape !== SHAPE_LOWER && this.listed.has(stem) ? 1 : 0
    for (let i = 0; i < count; i++) {
      values[at + READINGS_AT + i] = (readings[i].agr & AGREEING) | (grammarOf(readings[i]) << 16)
    }
    form.namer = values
    form.namerAt = at
    return values
  }

  #add(hash: number, values: Int32Array, first: number): void {
    const table = this.#table
    const { hashes, rows } = this.weights
    for (let slot = hash & this.#mask; table[slot] !== 0; slot = (slot + 1) & this.#mask) {
      const row = table[slot] - 1
      if (hashes[row] !== hash >>> 0) continue
      for (let word = 0; word < WORDS; word++) values[first + word] += pack(rows, row, word)
      return
    }
  }
}

/** Rows by their hashes, plus one: a table with open addressing, at most half full. */
function tableOf(hashes: Uint32Array): Int32Array {
  let size = 1024
  while (size < hashes.length * 2) size *= 2
  const table = new Int32Array(size)
  for (let row = 0; row < hashes.length; row++) {
    let slot = hashes[row] & (size - 1)
    while (table[slot] !== 0) slot = (slot + 1) & (size - 1)
    table[slot] = row + 1
  }
  return table
}

/** Weights of a namer that has learned nothing: for what does not hang on weights. */
export function noWeights(): NamerWeights {
  return {
    scale: 1,
    innerTransitions: new Float32Array(INNER_LABELS ** 2),
    outerTransitions: new Float32Array(OUTER_LABELS ** 2),
    hashes: new Uint32Array(0),
    rows: new Int8Array(0),
    context: new Int8Array(CONTEXT_FEATURES * COLUMNS),
  }
}

/** The pack's namer, or null when it has none. */
export function compileNamer(pack: LanguagePack): Namer | null {
  const bytes = pack.model('namer')
  return bytes === null
    ? null
    : new Namer(readNamer(bytes), pack.derive(compileKnownWords), pack.derive(compileListedNames))
}
