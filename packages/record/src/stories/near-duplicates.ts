/**
 * Texts that are nearly the same, found without comparing each with each: MinHash signatures of word shingles (Broder 1997), cut into bands that
 * similar texts share (LSH). The share of equal places in two signatures estimates the Jaccard similarity of their shingles.
 */
import type { TextWords } from '@parley/core'

const SHINGLE = 3
const BANDS = 12
const ROWS = 7
const PLACES = BANDS * ROWS
/** A shorter text has too few shingles to be sure of anything. */
const SHORTEST = 12

/** Share of shingles that two texts have in common from which on they tell one story. */
export const SAME_STORY = 0.7

/** The signature as bytes (little-endian u32), or null for a text too short to have one. */
export function signatureOf({ lemma }: TextWords): Uint8Array | null {
  if (lemma.length < SHORTEST) return null
  const least = new Uint32Array(PLACES).fill(0xffffffff)
  const hashes = lemma.map(hashWord)
  for (let i = 0; i + SHINGLE <= hashes.length; i++) {
    let shingle = 0
    for (let k = 0; k < SHINGLE; k++) shingle = Math.imul(shingle ^ hashes[i + k], 0x9e3779b1) + k
    // One hash of the shingle, and a multiplication and a shift for each place: universal hashing modulo 2^32.
    shingle = mix(shingle)
    for (let place = 0; place < PLACES; place++) {
      const value = mixPlace(shingle, place)
      if (value < least[place]) least[place] = value
    }
  }
  return new Uint8Array(least.buffer)
}

const MULTIPLIERS = Uint32Array.from({ length: PLACES }, (_, place) => mix(place * 2 + 1) | 1)
const ADDENDS = Uint32Array.from({ length: PLACES }, (_, place) => mix(place * 2 + 2))

function mixPlace(shingle: number, place: number): number {
  const value = Math.imul(shingle, MULTIPLIERS[place]) + ADDENDS[place]
  return (value ^ (value >>> 15)) >>> 0
}

/** The finaliser of MurmurHash3: every bit of the input reaches every bit of the output. */
function mix(value: number): number {
  let h = value | 0
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** FNV-1a over UTF-16 code units. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** Estimated Jaccard similarity, 0..1. */
export function similarity(a: Uint8Array, b: Uint8Array): number {
  const left = placesOf(a)
  const right = placesOf(b)
  let same = 0
  for (let place = 0; place < PLACES; place++) if (left[place] === right[place]) same++
  return same / PLACES
}

/** Keys of the bands: two texts that share one may be near duplicates. */
export function bandsOf(signature: Uint8Array): string[] {
  const places = placesOf(signature)
  const keys: string[] = []
  for (let band = 0; band < BANDS; band++) {
    let a = 0x811c9dc5 ^ band
    let b = 0x9747b28c ^ band
    for (let row = 0; row < ROWS; row++) {
      const place = places[band * ROWS + row]
      a = mix(a ^ place)
      b = mix(Math.imul(b, 31) + place)
    }
    keys.push(`${band.toString(36)}${a.toString(36)}.${b.toString(36)}`)
  }
  return keys
}

/** A copy where the bytes do not begin at a multiple of four, as those from a database may not. */
function placesOf(signature: Uint8Array): Uint32Array {
  const bytes = signature.byteOffset % 4 === 0 ? signature : signature.slice()
  return new Uint32Array(bytes.buffer, bytes.byteOffset, PLACES)
}
