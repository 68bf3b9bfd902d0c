/** Parts of dates in a language of word order: months, days, years, and the small words beside them. */
import { SHAPE_LOWER } from '../../words/form.ts'
import type { FoundTime, Said } from '../said.ts'
import type { TimeReader } from '../time-reader.ts'
import {
  BORDER,
  DAY_PART_DEGREE,
  MONTH,
  ORDINAL,
  PREPOSITION_FROM,
  PREPOSITION_IN,
  PREPOSITION_ON,
  PREPOSITION_TO,
  PREPOSITION_WITHIN,
} from '../time-words.ts'

export function made(from: number, to: number, said: Said, rule: string): FoundTime {
  return { from, to, said, rule: `times/${rule}` }
}

/** Past an article before what the calendar names: «the». */
export function pastArticle(reader: TimeReader, token: number): number {
  const form = reader.tokens.form[token]
  return form !== undefined && form.readings.length === 1 && form.text.length === 3 && reader.isWord(token)
    ? token + 1
    : token
}

export const isCapital = (reader: TimeReader, token: number): boolean => reader.tokens.form[token].shape !== SHAPE_LOWER

export function monthAt(reader: TimeReader, token: number): number {
  const sense = reader.sense(token, MONTH)
  return sense !== null && isCapital(reader, token) ? sense.value : 0
}

/** Past the dot of «Aug.». */
export function pastDot(reader: TimeReader, token: number): number {
  return reader.code(token) === 0x2e && reader.isAttached(token) && reader.continues(token + 1) ? token + 1 : token
}

/** Day of a month at a token: 9, 9th, ninth; 0 for none. */
export function dayAt(reader: TimeReader, token: number): number {
  if (!reader.continues(token)) return 0
  const figures = reader.figures(token)
  if (figures > 0 && figures < 3) {
    const value = reader.value(token)
    return value > 0 && value < 32 ? value : 0
  }
  const ordinal = reader.sense(token, ORDINAL)
  return ordinal !== null && ordinal.value < 32 ? ordinal.value : 0
}

/** Past a number and the end of an ordinal written to it: «9th». */
export function pastOrdinalEnd(reader: TimeReader, token: number): number {
  const end = token + 1
  const isEnd = reader.isNumber(token) && reader.isAttached(end) && reader.isWord(end)
  return isEnd && reader.words.ordinalEnds.has(reader.tokens.form[end].folded) ? end + 1 : end
}

export function yearAt(reader: TimeReader, token: number): number {
  if (reader.figures(token) !== 4 || !reader.continues(token)) return 0
  const value = reader.value(token)
  return value > 999 && value < 2200 ? value : 0
}

/** `, 2017`, ` 2017`: the year and the token after it. */
export function yearAfter(reader: TimeReader, token: number): { year: number; to: number } | null {
  const at = reader.code(token) === 0x2c ? token + 1 : token
  const year = yearAt(reader, at)
  if (year === 0) return null
  return { year, to: at + 1 }
}

export function isIntroduced(reader: TimeReader, token: number): boolean {
  return [PREPOSITION_IN, PREPOSITION_FROM, PREPOSITION_TO, PREPOSITION_WITHIN, PREPOSITION_ON].some(kind =>
    reader.has(token - 1, kind),
  )
}

/** «early», «late», «the beginning of», «mid-»: they belong to what they bound. */
export function pastBorder(reader: TimeReader, token: number): number {
  if (!reader.has(token, BORDER) && !reader.has(token, DAY_PART_DEGREE)) return token
  let at = token + 1
  if (at < reader.tokens.count && reader.isDash(at)) at++
  // «early in 2016»: one small word between.
  if (at < reader.tokens.count && reader.has(at, PREPOSITION_IN)) at++
  return reader.continues(at) ? at : token
}
