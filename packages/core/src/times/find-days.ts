/** Rules for days and hours. */
import { SHAPE_LOWER } from '../words/form.ts'
import { CASE, DATV } from '../words/grammar.ts'
import { readHourRange } from './read-clock.ts'
import { readDay, readDayNumber } from './read-day.ts'
import { type CalendarSaid, calendar, type FoundTime } from './said.ts'
import type { TimeReader } from './time-reader.ts'
import {
  AND,
  DAY_ADJECTIVE,
  DAY_PART,
  DAY_PART_ADJECTIVE,
  DAY_PART_NOUN,
  MONTH,
  MONTH_ADJECTIVE,
  NAMED_DAY,
  PREPOSITION_FROM,
  PREPOSITION_ON,
  PREPOSITION_TO,
  UNIT,
  UNITS,
  WEEKDAY_ADJECTIVE,
  YEAR_ADJECTIVE,
} from './time-words.ts'

/** «ночь на 10 ноября», «ночь с 5 на 6 мая», «ночь с пятницы на субботу»: the date is that of the morning after. */
export function nightBefore(reader: TimeReader, token: number): FoundTime[] | null {
  const night = reader.sense(token, DAY_PART_NOUN) ?? reader.sense(token, DAY_PART)
  if (night === null || night.text !== 'TNI') return null
  let at = token + 1
  if (reader.has(at, PREPOSITION_FROM)) {
    const first = readDay(reader, at + 1)
    const number = first === null ? readDayNumber(reader, at + 1) : null
    if (first !== null) at = first.to
    else if (number !== null) at = number.to
    else return null
  }
  if (!reader.has(at, PREPOSITION_ON) || !reader.continues(at)) return null
  const day = readDay(reader, at + 1)
  if (day === null || (day.said.day === 0 && day.said.weekday === 0 && day.said.dayShift === null)) return null
  return [{ from: token, to: day.to, said: day.said, rule: 'times/night-before' }]
}

const MOST_DAYS = 8

/** «5–9 ноября», «с 5 по 9 ноября», «5, 6 и 7 ноября 2020 года»: each day is a date, the last one with the month. */
export function daySeries(reader: TimeReader, token: number): FoundTime[] | null {
  const first = readDayNumber(reader, token)
  if (first === null || !reader.continues(first.to)) return null
  if (reader.has(first.to, MONTH)) return null
  const days = [{ from: token, to: first.to, value: first.value }]
  let at = first.to
  let last = 0
  while (days.length < MOST_DAYS) {
    last = at
    if (reader.isDash(at) || reader.code(at) === 0x2f || reader.has(at, AND) || reader.code(at) === 0x2c) at++
    else if (reader.has(at, PREPOSITION_TO) && reader.has(token - 1, PREPOSITION_FROM)) at++
    else return null
    const next = reader.continues(at) ? readDayNumber(reader, at) : null
    if (next === null || next.value <= days[days.length - 1].value) return null
    days.push({ from: at, to: next.to, value: next.value })
    at = next.to
    if (!reader.continues(at)) return null
    if (reader.has(at, MONTH)) break
  }
  // «погибли 5, 9 ноября…»: a comma alone does not join days.
  if (reader.code(last) === 0x2c) return null
  const end = days[days.length - 1]
  const date = readDay(reader, end.from)
  if (date === null || date.said.month === 0) return null
  const { month, year, yearShift } = date.said
  const found: FoundTime[] = days.slice(0, -1).map(day => ({
    from: day.from,
    to: day.to,
    said: calendar({ day: day.value, month, year, yearShift }),
    rule: 'times/day-series',
  }))
  found.push({ from: end.from, to: date.to, said: date.said, rule: 'times/day-series' })
  return found
}

/** A day phrase: see read-day.ts. */
export function day(reader: TimeReader, token: number): FoundTime[] | null {
  const read = readDay(reader, token)
  if (read === null) return null
  if (isHabit(reader, token, read.said)) return null
  return [{ from: token, to: read.to, said: read.said, rule: ruleOf(read.said) }]
}

/** «понедельникам»: the dative plural of «по понедельникам». */
export function isHabitual(reader: TimeReader, token: number): boolean {
  return reader.isPlural(token) && (reader.tokens.form[token].agr & CASE) === DATV
}

/** «по понедельникам» is a repetition. */
function isHabit(reader: TimeReader, token: number, said: CalendarSaid): boolean {
  return said.weekday > 0 && said.day === 0 && isHabitual(reader, token)
}

function ruleOf(said: CalendarSaid): string {
  if (said.day > 0) return said.year === null && said.yearShift === null ? 'times/day-of-month' : 'times/full-date'
  if (said.weekday > 0) return 'times/weekday'
  if (said.dayShift !== null) return 'times/day-from-now'
  if (said.toldShift !== null) return 'times/day-from-told'
  return said.clock === '' ? 'times/part-of-day' : 'times/hour'
}

/** «пятничные молитвы», «вчерашняя встреча», «утреннее заседание», «ноябрьское заявление», «прошлогодний договор» */
export function dayAdjective(reader: TimeReader, token: number): FoundTime[] | null {
  if (reader.tokens.form[token].shape !== SHAPE_LOWER && !reader.beginsSentence(token)) return null
  const found = (said: CalendarSaid): FoundTime[] => [{ from: token, to: token + 1, said, rule: 'times/adjective' }]
  const shift = reader.sense(token, DAY_ADJECTIVE)
  if (shift !== null) {
    const read = calendar({ dayShift: shift.value })
    const unit = reader.continues(token + 1) ? reader.sense(token + 1, UNIT) : null
    if (unit !== null && UNITS[unit.value] === 'D') return [{ ...found(read)[0], to: token + 2 }]
    const part = reader.sense(token + 1, DAY_PART) ?? reader.sense(token + 1, DAY_PART_NOUN)
    if (part === null || part.text === 'TAF') return found(read)
    return [{ from: token, to: token + 2, said: { ...read, part: part.text }, rule: 'times/adjective' }]
  }
  const weekday = reader.sense(token, WEEKDAY_ADJECTIVE)
  if (weekday !== null) return found(calendar({ weekday: weekday.value }))
  const part = reader.sense(token, DAY_PART_ADJECTIVE)
  if (part !== null) return found(calendar({ part: part.text }))
  const month = reader.sense(token, MONTH_ADJECTIVE)
  if (month !== null) return found(calendar({ month: month.value }))
  const year = reader.sense(token, YEAR_ADJECTIVE)
  if (year !== null && year.value !== 0) return found(calendar({ yearShift: year.value }))
  return null
}

/** «Новый год», «День Победы» */
export function namedDay(reader: TimeReader, token: number): FoundTime[] | null {
  const match = reader.wording(token, NAMED_DAY)
  if (match === null) return null
  const { text } = match.sense
  if (text.length > 5) {
    const said = calendar({
      year: Number(text.slice(0, 4)),
      month: Number(text.slice(5, 7)),
      day: Number(text.slice(8, 10)),
    })
    // The words before the day name the event, not the day: the span is the day and its month.
    return [{ from: match.to - 2, to: match.to, said, rule: 'times/named-day' }]
  }
  const said = calendar({ month: Number(text.slice(0, 2)), day: Number(text.slice(3, 5)) })
  return [{ from: token, to: match.to, said, rule: 'times/named-day' }]
}

/** «с 9 до 18 часов» */
export function hourRange(reader: TimeReader, token: number): FoundTime[] | null {
  const range = readHourRange(reader, token)
  if (range === null) return null
  const { first, second, from } = range
  const rule = 'times/hour-range'
  return [
    { from: token, to: first.to, said: calendar({ clock: first.clock }), rule },
    { from, to: second.to, said: calendar({ clock: second.clock }), rule },
  ]
}
