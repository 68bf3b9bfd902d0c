/** How the letters of a spelling are cased, and which scripts it is written in. */
import { SHAPE_CAPITAL, SHAPE_LOWER, SHAPE_MIXED, SHAPE_NONE, SHAPE_UPPER } from './form.ts'

/** `lower`: the spelling in lower case. */
export function shapeOf(spelling: string, lower: string): number {
  const first = spelling.charCodeAt(0)
  if (spelling === lower && first >= 0x430 && first < 0x460) return SHAPE_LOWER // most words of a text
  const upper = spelling.toUpperCase()
  if (lower === upper) return SHAPE_NONE
  if (spelling === lower) return SHAPE_LOWER
  const letter = firstCasedLetter(lower, upper)
  if (spelling === upper) return letter.count === 1 ? SHAPE_CAPITAL : SHAPE_UPPER
  if (
    spelling.slice(0, letter.end) === upper.slice(0, letter.end) &&
    spelling.slice(letter.end) === lower.slice(letter.end)
  ) {
    return SHAPE_CAPITAL
  }
  return SHAPE_MIXED
}

/** Where the first letter that has cases ends, and how many there are (2 stands for more). */
function firstCasedLetter(lower: string, upper: string): { end: number; count: number } {
  let end = 0
  let count = 0
  for (let i = 0; i < lower.length && count < 2; i++) {
    if (lower[i] === upper[i]) continue
    count++
    if (count === 1) end = i + 1
  }
  return { end, count }
}

export const SCRIPT_CYRILLIC = 1
export const SCRIPT_LATIN = 2
export const SCRIPT_DIGIT = 4
/** Letters of any other script. */
export const SCRIPT_OTHER = 8

/** Union of what the code units of a spelling are. */
export function scriptsOf(spelling: string): number {
  let scripts = 0
  for (let i = 0; i < spelling.length; i++) {
    const code = spelling.charCodeAt(i)
    if (code >= 0x400 && code < 0x530) scripts |= SCRIPT_CYRILLIC
    else if (code >= 0x30 && code <= 0x39) scripts |= SCRIPT_DIGIT
    else if ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) scripts |= SCRIPT_LATIN
    else if (code >= 0xc0 && code < 0x250 && code !== 0xd7 && code !== 0xf7) scripts |= SCRIPT_LATIN
    else if (code >= 0x250 && isLetter(spelling, i)) scripts |= SCRIPT_OTHER
  }
  return scripts
}

const LETTER = /\p{L}/u

function isLetter(spelling: string, at: number): boolean {
  return LETTER.test(String.fromCodePoint(spelling.codePointAt(at) as number))
}
