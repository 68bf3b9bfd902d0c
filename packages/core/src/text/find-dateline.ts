/**
 * The line that says where and when a report was written, at the start of its first paragraph:
 * `МОСКВА, 3 мар — ТАСС.`, `Вена. 3 марта. ИНТЕРФАКС -`, `Женева, 3 марта 2021 г. (АП) —`.
 * Known by its shape: capitalised words, a comma or a dot, a day, a month, then the agency up to a dash or a dot.
 */
import { type Form, SHAPE_LOWER, SHAPE_NONE } from '../words/form.ts'
import { isClosingBracket, isDash, isOpeningBracket } from './punctuation.ts'
import { KIND_MARK, KIND_NUMBER, KIND_WORD, type Tokens } from './tokens.ts'

const LONGEST_PLACE = 6
const LONGEST_AGENCY = 8

/** True for the forms and abbreviations of months. */
export type IsMonth = (form: Form) => boolean

/** First token after the dateline of the paragraph `from..to`, or `from` when it has none. */
export function endOfDateline(text: string, tokens: Tokens, from: number, to: number, isMonth: IsMonth): number {
  const place = endOfPlace(text, tokens, from, to)
  if (place === -1) return from
  const date = endOfDate(text, tokens, place, to, isMonth)
  if (date === -1) return from
  const end = endOfAgency(text, tokens, date, to)
  return end === -1 ? from : end
}

function codeAt(text: string, tokens: Tokens, token: number): number {
  return tokens.kind[token] === KIND_MARK ? text.charCodeAt(tokens.start[token]) : 0
}

function isCapitalised(tokens: Tokens, token: number): boolean {
  const { shape } = tokens.form[token]
  return tokens.kind[token] === KIND_WORD && shape !== SHAPE_LOWER && shape !== SHAPE_NONE
}

/** `МОСКВА,`, `Нью-Йорк.`, `МОСКВА/ВЕНА,`: the token after the comma or dot. */
function endOfPlace(text: string, tokens: Tokens, from: number, to: number): number {
  let at = from
  while (at < to && at - from < LONGEST_PLACE) {
    const code = codeAt(text, tokens, at)
    if (at > from && (code === 0x2c || code === 0x2e) && at + 1 < to && tokens.kind[at + 1] === KIND_NUMBER)
      return at + 1
    if (!isCapitalised(tokens, at) && code !== 0x2c && code !== 0x2f && code !== 0x2e) return -1
    at++
  }
  return -1
}

/** `3 мар`, `3 марта 2021 года.`, `03.03.2021`: the token after it. */
function endOfDate(text: string, tokens: Tokens, from: number, to: number, isMonth: IsMonth): number {
  let at = from + 1
  if (tokens.end[from] - tokens.start[from] > 2) return -1
  if (at + 3 < to && codeAt(text, tokens, at) === 0x2e && tokens.kind[at + 1] === KIND_NUMBER) {
    if (codeAt(text, tokens, at + 2) !== 0x2e || tokens.kind[at + 3] !== KIND_NUMBER) return -1
    return at + 4
  }
  if (at >= to || !isMonth(tokens.form[at])) return -1
  at++
  if (at < to && tokens.kind[at] === KIND_NUMBER && tokens.end[at] - tokens.start[at] === 4) {
    at++
    if (at < to && tokens.kind[at] === KIND_WORD && tokens.form[at].folded.startsWith('г')) at++
  }
  return at
}

/** The agency in brackets or bare, up to a dash or a dot; nothing but capitals, quotation marks and the like in between. */
function endOfAgency(text: string, tokens: Tokens, from: number, to: number): number {
  let at = from
  let capitals = false
  let dash = -1
  while (at < to && at - from < LONGEST_AGENCY) {
    const code = codeAt(text, tokens, at)
    if (isDash(code)) {
      if (capitals) return at + 1
      if (dash === -1) dash = at
    } else if (code === 0x2e) {
      // the dot of `мар.` or `марта.` comes before the agency, the dot after the agency ends the line
      if (capitals) return at + 1
    } else if (isCapitalised(tokens, at)) {
      capitals = true
    } else if (code === 0 || isNeither(code)) {
      break
    }
    at++
  }
  // `Вена, 3 марта — Министры встретились`: no agency, the report itself follows
  return dash === -1 ? -1 : dash + 1
}

function isNeither(code: number): boolean {
  const quote = code === 0x22 || code === 0xab || code === 0xbb || code === 0x201c || code === 0x201d
  return !(quote || isOpeningBracket(code) || isClosingBracket(code) || code === 0x2f || code === 0x2c || code === 0x3a)
}
