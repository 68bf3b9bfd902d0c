/** Quarters and halves of a year, with the year: without one they are as often those of a match. */
import { calendar, type FoundTime } from '../said.ts'
import type { TimeReader } from '../time-reader.ts'
import { NUMERAL, ORDINAL, RELATION } from '../time-words.ts'
import { unitAt } from './read-amount.ts'
import { made, pastOrdinalEnd, yearAt } from './read-parts.ts'

/** `third quarter of 2021`, `4th quarter 2018`, `second half of last year`. */
export function quarter(reader: TimeReader, token: number): FoundTime | null {
  const which = ordinalAt(reader, token)
  if (which === null || !reader.continues(which.to)) return null
  const isQuarter = unitAt(reader, which.to) === 'Q'
  const isHalf = reader.sense(which.to, NUMERAL)?.value === 0.5
  if ((!isQuarter || which.value > 4) && (!isHalf || which.value > 2)) return null
  const year = yearBehind(reader, which.to + 1)
  if (year === null) return null
  const { to, ...ofYear } = year
  const part = isQuarter ? { quarter: which.value } : { half: which.value }
  return made(token, to, calendar({ ...part, ...ofYear }), 'quarter')
}

/** `first`, `1st`. */
function ordinalAt(reader: TimeReader, token: number): { readonly value: number; readonly to: number } | null {
  const word = reader.sense(token, ORDINAL)
  if (word !== null) return { value: word.value, to: token + 1 }
  if (!reader.isNumber(token)) return null
  const to = pastOrdinalEnd(reader, token)
  return to === token + 1 ? null : { value: reader.value(token), to }
}

/** ` 2021`, ` of 2021`, ` of last year`. */
function yearBehind(
  reader: TimeReader,
  token: number,
): { readonly year: number | null; readonly yearShift: number | null; readonly to: number } | null {
  const own = yearAt(reader, token)
  if (own > 0) return { year: own, yearShift: null, to: token + 1 }
  const at = token + 1
  if (!reader.isWord(token) || !reader.continues(at)) return null
  const year = yearAt(reader, at)
  if (year > 0) return { year, yearShift: null, to: at + 1 }
  const relation = reader.sense(at, RELATION)
  if (relation === null || Math.abs(relation.value) > 1 || unitAt(reader, at + 1) !== 'Y') return null
  return { year: null, yearShift: relation.value, to: at + 2 }
}
