/**
 * The namer's weights: rows of eight scores (name-labels.ts), one a feature. Rows of form features are found by hash, rows of context
 * features by index. How the bytes are laid out is said at `writeNamer`; the trainer writes them, the pack carries them.
 */
import type { LanguagePack } from '../kit.ts'
import type { Form } from '../words/form.ts'
import { CONTEXT_FEATURES } from './context-features.ts'
import { atOffset, formFeatures } from './form-features.ts'
import { compileKnownWords, type KnownWords } from './known-words.ts'
import { compileListedNames, type ListedNames } from './listed-names.ts'
import { COLUMNS, INNER_LABELS } from './name-labels.ts'
import { classOf } from './word-class.ts'

/** A neighbour up to this many tokens away adds to a token's scores. */
export const REACH = 2
const OFFSETS = 2 * REACH + 1
export const OUTER_LABELS = COLUMNS - INNER_LABELS
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

/** Layout of `Form.namer`: for each place relative to the token in question (-2..2) eight sums of weights, then the form's class and its kind of head. */
export const CLASS_AT = OFFSETS * COLUMNS
export const HEAD_AT = CLASS_AT + 1

export class Namer {
  readonly weights: NamerWeights
  readonly listed: ListedNames
  readonly #known: KnownWords

  constructor(weights: NamerWeights, known: KnownWords, listed: ListedNames) {
    this.weights = weights
    this.listed = listed
    this.#known = known
  }

  /** The form's scores and class (CLASS_AT), computed at first sight. In steps of `weights.scale`. */
  scoresOf(form: Form): Float32Array {
    form.namer ??= this.#compute(form)
    return form.namer
  }

  classOf(form: Form): number {
    return this.scoresOf(form)[CLASS_AT]
  }

  headOf(form: Form): number {
    return this.scoresOf(form)[HEAD_AT]
  }

  #compute(form: Form): Float32Array {
    const scores = new Float32Array(HEAD_AT + 1)
    const { own, shared } = formFeatures(form, this.#known)
    for (let offset = -REACH; offset <= REACH; offset++) {
      const first = (offset + REACH) * COLUMNS
      for (const hash of shared) this.#add(atOffset(hash, offset), scores, first)
      if (offset === 0) for (const hash of own) this.#add(hash, scores, first)
    }
    scores[CLASS_AT] = classOf(form)
    scores[HEAD_AT] = this.#known.headOf(form)
    return scores
  }

  #add(hash: number, scores: Float32Array, first: number): void {
    const { hashes, rows } = this.weights
    const wanted = hash >>> 0
    let low = 0
    let high = hashes.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (hashes[middle] < wanted) low = middle + 1
      else high = middle
    }
    if (low === hashes.length || hashes[low] !== wanted) return
    for (let c = 0; c < COLUMNS; c++) scores[first + c] += rows[low * COLUMNS + c]
  }
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
