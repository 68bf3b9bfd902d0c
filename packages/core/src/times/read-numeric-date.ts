/** Dates all in figures: `10.11.2020`, `10/11/20`, `2020-11-10`, `10 11 2020 г.` */
import { isDate } from './calendar.ts'
import { endOfYearMark, fullYear, isPlausibleYear } from './read-year.ts'
import type { TimeReader } from './time-reader.ts'

const DOT = 0x2e
const SLASH = 0x2f
const HYPHEN = 0x2d

export interface ReadNumericDate {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly to: number
}

export function readNumericDate(reader: TimeReader, token: number): ReadNumericDate | null {
  if (!reader.isNumber(token)) return null
  if (reader.isNumber(token + 1)) return readSpaced(reader, token)
  const separator = reader.code(token + 1)
  if (separator !== DOT && separator !== SLASH && separator !== HYPHEN) return null
  if (!reader.isNumber(token + 2) || reader.code(token + 3) !== separator || !reader.isNumber(token + 4)) return null
  for (let i = token + 1; i < token + 5; i++) if (!reader.isAttached(i)) return null
  if (isContinued(reader, token + 5, separator)) return null
  const date = datesOf(reader, token, separator)
  if (date === null || !isPlausibleYear(date.year) || !isDate(date.year, date.month, date.day)) return null
  const mark = endOfYearMark(reader, token + 5)
  return { ...date, to: mark === -1 ? token + 5 : mark }
}

/** A fourth part makes it a version or an address. */
function isContinued(reader: TimeReader, token: number, separator: number): boolean {
  return (
    reader.code(token) === separator &&
    reader.isAttached(token) &&
    reader.isNumber(token + 1) &&
    reader.isAttached(token + 1)
  )
}

/** Year first after hyphens as in ISO 8601, day first otherwise; two figures of a year only after dots and a two-figure month. */
function datesOf(
  reader: TimeReader,
  token: number,
  separator: number,
): { year: number; month: number; day: number } | null {
  const [a, b, c] = [reader.value(token), reader.value(token + 2), reader.value(token + 4)]
  const figures = reader.figures(token + 4)
  if (separator === HYPHEN && reader.figures(token) === 4) return figures === 2 ? { year: a, month: b, day: c } : null
  if (reader.figures(token) >= 3) return null
  const short = figures === 2 && reader.figures(token + 2) === 2 && separator === DOT
  return figures === 4 || short ? { year: fullYear(c, figures), month: b, day: a } : null
}

function readSpaced(reader: TimeReader, token: number): ReadNumericDate | null {
  if (reader.figures(token) !== 2 || reader.figures(token + 1) !== 2 || reader.figures(token + 2) !== 4) return null
  const [day, month, year] = [reader.value(token), reader.value(token + 1), reader.value(token + 2)]
  const to = endOfYearMark(reader, token + 3)
  return to === -1 || !isDate(year, month, day) ? null : { year, month, day, to }
}
