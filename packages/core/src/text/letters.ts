/**
 * What a character is, as far as cutting a text into tokens asks. Classes are of UTF-16 code units; a surrogate pair is
 * classed by its code point through `classOfPair`.
 */

/** Anything that is none of the below: punctuation, symbols, lone surrogates. */
export const CLASS_MARK = 0
/** Separates tokens: spaces of every width, controls, zero-width space, byte order mark. */
export const CLASS_SPACE = 1
/** Ends a line: \n and its relatives (\v, \f, NEL, U+2028, U+2029; \r in a text that was not normalised). */
export const CLASS_LINE = 2
/** Letters of every script. */
export const CLASS_LETTER = 3
/** ASCII digits. */
export const CLASS_DIGIT = 4
/** Combining marks, and what is invisible inside a word: soft hyphen, joiners, variation selectors. */
export const CLASS_JOINED = 5

const LETTER = /^[\p{L}\p{Nl}\p{No}\p{Nd}]$/u
const COMBINING = /^\p{M}$/u
/** Below this the classes are tabled: Latin, Greek, Cyrillic, Armenian. */
const TABLED = 0x590

function slowClass(code: number): number {
  if (code === 0x0a || code === 0x0b || code === 0x0c || code === 0x0d || code === 0x85) return CLASS_LINE
  if (code === 0x2028 || code === 0x2029) return CLASS_LINE
  if (code <= 0x20 || (code >= 0x7f && code <= 0xa0)) return CLASS_SPACE
  if (code >= 0x30 && code <= 0x39) return CLASS_DIGIT
  if (code === 0xad || code === 0x200c || code === 0x200d || code === 0x2060) return CLASS_JOINED
  if (code === 0x1680 || (code >= 0x2000 && code <= 0x200b) || code === 0x200e || code === 0x200f) return CLASS_SPACE
  if (code === 0x202f || code === 0x205f || code === 0x3000 || code === 0xfeff) return CLASS_SPACE
  // ª º ² ³ ¹ and fractions are numbers to Unicode, but stand beside a word, not in it.
  if (code < 0xc0 && code > 0x7f && code !== 0xb5) return CLASS_MARK
  const character = String.fromCharCode(code)
  if (LETTER.test(character)) return CLASS_LETTER
  return COMBINING.test(character) ? CLASS_JOINED : CLASS_MARK
}

const TABLE: Uint8Array = Uint8Array.from({ length: TABLED }, (_, code) => slowClass(code))

/** Class of a code unit. Surrogates are marks here: ask `classOfPair`. */
export function classOf(code: number): number {
  return code < TABLED ? TABLE[code] : slowClass(code)
}

/** Class of the surrogate pair at `at`: a letter, a joined character or a mark. */
export function classOfPair(text: string, at: number): number {
  const character = text.slice(at, at + 2)
  if (LETTER.test(character)) return CLASS_LETTER
  return COMBINING.test(character) ? CLASS_JOINED : CLASS_MARK
}

export function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00
}

export function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code < 0xe000
}

/** Hyphens that stand inside words: hyphen-minus, hyphen, non-breaking hyphen. */
export function isHyphen(code: number): boolean {
  return code === 0x2d || code === 0x2010 || code === 0x2011
}

/** Apostrophes that stand inside words: О'Нил, д’Эстен. U+02BC is a letter already. */
export function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019 || code === 0x60
}

/** End of the run of tabled letters and digits that begins at `at`: the quick way through a word. */
export function endOfRun(text: string, at: number): number {
  let end = at
  while (end < text.length) {
    const code = text.charCodeAt(end)
    if (code >= TABLED || TABLE[code] < CLASS_LETTER || TABLE[code] > CLASS_DIGIT) break
    end++
  }
  return end
}
