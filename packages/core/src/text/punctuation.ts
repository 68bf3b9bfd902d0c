/** Punctuation marks by what they do, as code units. */
import { GAP_NONE, KIND_MARK, type Tokens } from './tokens.ts'

/** . ! ? … and the Armenian, ideographic and double ones. */
export function isEnd(code: number): boolean {
  if (code < 0x80) return code === 0x2e || code === 0x21 || code === 0x3f
  return (
    code === 0x2026 ||
    code === 0x203c ||
    code === 0x2047 ||
    code === 0x2048 ||
    code === 0x2049 ||
    code === 0x0589 ||
    code === 0x3002
  )
}

/** - ‐ ‑ ‒ – — ― − */
export function isDash(code: number): boolean {
  return code === 0x2d || (code >= 0x2010 && code <= 0x2015) || code === 0x2212
}

/** The marks that open a quotation whatever stands around them: « „ ‚ ‹ */
export function isOpeningQuote(code: number): boolean {
  return code === 0xab || code === 0x201e || code === 0x201a || code === 0x2039
}

/** The marks that close one: » ” ’ ›. “ closes in German and Russian handwriting („…“) and opens in English. */
export function isClosingQuote(code: number): boolean {
  return code === 0xbb || code === 0x201d || code === 0x2019 || code === 0x203a
}

/** " and “ ‟ ‘: which way they face is told by the spaces around them. */
export function isStraightQuote(code: number): boolean {
  return code === 0x22 || code === 0x201c || code === 0x201f || code === 0x2018
}

export function isOpeningBracket(code: number): boolean {
  return code === 0x28 || code === 0x5b || code === 0x7b
}

export function isClosingBracket(code: number): boolean {
  return code === 0x29 || code === 0x5d || code === 0x7d
}

/** True where a straight quote that ends just before `next` faces back: a gap, a mark or the end of the paragraph follows. */
export function closesBefore(tokens: Tokens, next: number, limit: number): boolean {
  return next >= limit || tokens.gap[next] !== GAP_NONE || tokens.kind[next] === KIND_MARK
}
