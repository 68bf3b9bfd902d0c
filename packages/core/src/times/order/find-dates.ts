/** Days by their month: `August 9, 2017`, `9 August`, and days with names. */
import { calendar, type FoundTime } from '../said.ts'
import type { TimeReader } from '../time-reader.ts'
import { NAMED_DAY, RELATION, WEEKDAY } from '../time-words.ts'
import { dayAt, isCapital, made, monthAt, pastArticle, pastDot, pastOrdinalEnd, yearAfter } from './read-parts.ts'

/** `August 9, 2017`, `Aug. 9`, `9 August 2017`, `the 9th of August`, with a weekday before. */
export function monthDay(reader: TimeReader, token: number): FoundTime | null {
  // «last Oct. 23» is the last one before now.
  const last = reader.sense(token, RELATION)?.value === -1
  let at = last ? token + 1 : token
  const weekday = reader.sense(at, WEEKDAY)
  if (weekday !== null) {
    at = pastDot(reader, at + 1)
    if (reader.code(at) === 0x2c) at++
    if (at >= reader.tokens.count || !reader.continues(at)) return null
  }
  const read = monthThenDay(reader, at) ?? dayThenMonth(reader, at)
  if (read === null) return null
  const year = yearAfter(reader, read.to)
  const clock = year === null ? null : null
  const said = calendar({
    month: read.month,
    day: read.day,
    weekday: weekday?.value ?? 0,
    year: year?.year ?? null,
    choice: last ? -1 : null,
    clock: clock ?? '',
  })
  return made(token, year?.to ?? read.to, said, 'day')
}

function monthThenDay(reader: TimeReader, token: number): { month: number; day: number; to: number } | null {
  const month = monthAt(reader, token)
  if (month === 0) return null
  const at = pastDot(reader, token + 1)
  const day = dayAt(reader, at)
  // «May 2017» is no day.
  return day === 0 ? null : { month, day, to: pastOrdinalEnd(reader, at) }
}

function dayThenMonth(reader: TimeReader, token: number): { month: number; day: number; to: number } | null {
  let at = pastArticle(reader, token)
  const day = dayAt(reader, at)
  if (day === 0) return null
  at = pastOrdinalEnd(reader, at)
  if (
    at < reader.tokens.count &&
    monthAt(reader, at) === 0 &&
    reader.tokens.form[at].folded.length === 2 &&
    reader.isWord(at)
  )
    at++
  if (at >= reader.tokens.count || !reader.continues(at)) return null
  const month = monthAt(reader, at)
  return month === 0 ? null : { month, day, to: pastDot(reader, at + 1) === at + 1 ? at + 1 : at + 1 }
}

export function namedDay(reader: TimeReader, token: number): FoundTime | null {
  const found = reader.wording(token, NAMED_DAY)
  if (found === null || !isCapital(reader, token)) return null
  // «Mary Christmas» is a person.
  if (reader.isWord(token - 1) && isCapital(reader, token - 1) && !reader.beginsSentence(token - 1)) return null
  const [month, day] = found.sense.text.split('-').map(Number)
  const year = yearAfter(reader, found.to)
  return made(token, year?.to ?? found.to, calendar({ month, day, year: year?.year ?? null }), 'named-day')
}
