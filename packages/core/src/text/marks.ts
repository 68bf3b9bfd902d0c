/** Classes of punctuation marks, by their Unicode character. What a mark does in a sentence is the same in the languages we read. */
import type { Form } from '../words/form.ts'

export const COMMA = 1
export const COLON = 2
export const DASH = 3
export const STOP = 4 // . ! ? …
export const OPEN_QUOTE = 5 // « „
export const CLOSE_QUOTE = 6 // »
export const EITHER_QUOTE = 7 // " “ ” ': which side, the neighbours tell
export const OPEN_BRACKET = 8
export const CLOSE_BRACKET = 9
export const SEMICOLON = 10

/** Whether a mark of this class opens a quotation, or could. */
export function mayOpenQuote(mark: number): boolean {
  return mark === OPEN_QUOTE || mark === EITHER_QUOTE
}

/** Whether a mark of this class closes a quotation, or could. */
export function mayCloseQuote(mark: number): boolean {
  return mark === CLOSE_QUOTE || mark === EITHER_QUOTE
}

/** Class of a mark, 0 for anything else. */
export function markClass(form: Form): number {
  const text = form.text
  if (text.length !== 1) return text === "''" || text === '``' ? EITHER_QUOTE : 0
  switch (text.charCodeAt(0)) {
    case 0x2c:
      return COMMA
    case 0x3a:
      return COLON
    case 0x3b:
      return SEMICOLON
    case 0x2d:
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
      return DASH
    case 0x2e:
    case 0x21:
    case 0x3f:
    case 0x2026:
      return STOP
    case 0xab:
    case 0x201e:
      return OPEN_QUOTE
    case 0xbb:
      return CLOSE_QUOTE
    case 0x22:
    case 0x201c:
    case 0x201d:
      return EITHER_QUOTE
    case 0x28:
    case 0x5b:
      return OPEN_BRACKET
    case 0x29:
    case 0x5d:
      return CLOSE_BRACKET
    default:
      return 0
  }
}

/** Whether a token's form opens a quotation, or could. */
export function opensQuote(form: Form): boolean {
  return mayOpenQuote(markClass(form))
}

/** Whether a token's form closes a quotation, or could. */
export function closesQuote(form: Form): boolean {
  return mayCloseQuote(markClass(form))
}
