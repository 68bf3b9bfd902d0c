/** How the letters of a spelling are cased. */
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
