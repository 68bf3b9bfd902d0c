/** Days of one month under one name: `3-14 July`, `25th to 29th November`, `March 3-5`, `April 24 and 25`. A range is two dates. */
import { CONJ, PREP, VERB } from '../../words/grammar.ts'
import { calendar, type FoundTime } from '../said.ts'
import type { TimeReader } from '../time-reader.ts'
import { AND, PREPOSITION_UP_TO } from '../time-words.ts'
import { dayAt, made, monthAt, pastArticle, pastDot, pastOrdinalEnd, yearAfter } from './read-parts.ts'

export function dayRange(reader: TimeReader, token: number): FoundTime[] | null {
  return daysThenMonth(reader, token) ?? monthThenDays(reader, token)
}

function daysThenMonth(reader: TimeReader, token: number): FoundTime[] | null {
  const first = pastArticle(reader, token)
  const day = dayAt(reader, first)
  const end = day === 0 ? 0 : pastOrdinalEnd(reader, first)
  const second = end === 0 ? -1 : pastLink(reader, end)
  if (second < 0) return null
  const later = dayAt(reader, pastArticle(reader, second))
  if (later === 0 || later <= day) return null
  let at = pastOrdinalEnd(reader, pastArticle(reader, second))
  // «the 3rd and 4th of July».
  if (at + 1 < reader.tokens.count && monthAt(reader, at) === 0 && monthAt(reader, at + 1) > 0) at++
  if (at >= reader.tokens.count || !reader.continues(at)) return null
  const month = monthAt(reader, at)
  if (month === 0) return null
  const year = yearAfter(reader, at + 1)
  return [
    made(token, end, calendar({ month, day, year: year?.year ?? null }), 'day-range'),
    made(second, year?.to ?? at + 1, calendar({ month, day: later, year: year?.year ?? null }), 'day-range'),
  ]
}

function monthThenDays(reader: TimeReader, token: number): FoundTime[] | null {
  const month = monthAt(reader, token)
  const first = month === 0 ? -1 : pastDot(reader, token + 1)
  const day = first < 0 ? 0 : dayAt(reader, first)
  const end = day === 0 ? 0 : pastOrdinalEnd(reader, first)
  const second = end === 0 ? -1 : pastLink(reader, end)
  if (second < 0) return null
  const later = dayAt(reader, second)
  const to = pastOrdinalEnd(reader, second)
  if (later === 0 || later <= day || countsSomething(reader, to)) return null
  const year = yearAfter(reader, to)
  return [
    made(token, end, calendar({ month, day, year: year?.year ?? null }), 'day-range'),
    made(second, year?.to ?? to, calendar({ month, day: later, year: year?.year ?? null }), 'day-range'),
  ]
}

/** Past what joins two days: a dash, «and», «to»; -1 where nothing does. */
function pastLink(reader: TimeReader, token: number): number {
  if (token + 1 >= reader.tokens.count || !reader.continues(token)) return -1
  const links = reader.isDash(token) || reader.has(token, AND) || reader.has(token, PREPOSITION_UP_TO)
  return links && reader.continues(token + 1) ? token + 1 : -1
}

/** «April 24 and 25 people»: the number counts what follows. */
function countsSomething(reader: TimeReader, token: number): boolean {
  if (token >= reader.tokens.count || !reader.isWord(token) || !reader.continues(token)) return false
  return (reader.tokens.form[token].readings[0].pos & (PREP | CONJ | VERB)) === 0
}
