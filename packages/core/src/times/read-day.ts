/**
 * A day and what may stand around it, in any order: day and month with the year, weekday, «вчера», part of the day, hour.
 * «утром в понедельник», «понедельник, 9 ноября 2020 года», «9 ноября в 14:00» are one expression each.
 */
import { GAP_NONE } from '../text/tokens.ts'
import { SHAPE_LOWER, SHAPE_UPPER } from '../words/form.ts'
import { ABLT, ADJECTIVAL, CASE, GENT, NOUN } from '../words/grammar.ts'
import { readClock } from './read-clock.ts'
import { readOrdinal } from './read-number.ts'
import { readNumericDate } from './read-numeric-date.ts'
import { readYearAfter, withDot } from './read-year.ts'
import { type CalendarSaid, COMING, calendar, OF_THE_SAME } from './said.ts'
import type { TimeReader } from './time-reader.ts'
import {
  AND,
  DAY_PART,
  DAY_PART_DEGREE,
  DAY_PART_NOUN,
  DAYS_FROM_NOW,
  DOUBTFUL_WEEKDAY,
  EMPHASIS,
  EVE,
  HALF,
  LATEST,
  MONTH,
  NEAREST,
  ORDINAL,
  PREPOSITION_FROM,
  PREPOSITION_IN,
  PREPOSITION_ON,
  PREPOSITION_TO,
  RELATION,
  SAME,
  UNIT,
  UNITS,
  WEEKDAY,
} from './time-words.ts'

const COMMA = 0x2c

export interface ReadDay {
  readonly said: CalendarSaid
  readonly to: number
}

/** The longest day phrase that begins at `token`, or null. */
export function readDay(reader: TimeReader, token: number): ReadDay | null {
  const said = calendar({})
  let to = readElement(reader, token, said, true)
  if (to === -1) return null
  for (;;) {
    const next = extend(reader, to, said)
    if (next === -1) break
    to = next
  }
  return hasDay(said) || said.part !== '' || said.clock !== '' ? { said, to } : null
}

function hasDay(said: CalendarSaid): boolean {
  return said.day > 0 || said.weekday > 0 || said.dayShift !== null || said.toldShift !== null
}

/** Reads one more element after `token`, over a comma or a preposition where Russian puts one; -1 when none follows. */
function extend(reader: TimeReader, token: number, said: CalendarSaid): number {
  if (!reader.continues(token)) return -1
  const direct = readElement(reader, token, said, false)
  if (direct !== -1) return direct
  let at = token
  const comma = reader.code(at) === COMMA
  if (comma) at++
  if (!reader.continues(at)) return -1
  const preposition = reader.has(at, PREPOSITION_IN)
  if (preposition) at++
  if (!comma && !preposition) return -1
  if (!reader.continues(at)) return -1
  // «в понедельник, 9 ноября», «25 июля, в четверг», «вчера, 9 мая»: one day said twice. Hours after a comma are another matter.
  const once = { ...said }
  const to = readElement(reader, at, once, false)
  if (to === -1) return -1
  // `10.11.2020, 14:00`: figures go with figures.
  if (
    comma &&
    (once.clock !== said.clock || once.part !== said.part) &&
    !(said.day > 0 && !preposition && reader.isNumber(at))
  )
    return -1
  if (comma && !preposition && said.day > 0 && once.weekday > 0 && said.weekday === 0) return -1
  if (!comma && preposition && said.day === 0 && once.day > 0) return -1
  Object.assign(said, once)
  return to
}

/** Reads an element that `said` lacks yet; returns the token after it, or -1. */
function readElement(reader: TimeReader, token: number, said: CalendarSaid, first: boolean): number {
  if (said.day === 0 && said.month === 0) {
    const date = readNumericDate(reader, token) ?? readDayOfMonth(reader, token)
    if (date !== null && (said.weekday === 0 || said.choice === null)) {
      said.day = date.day
      said.month = date.month
      said.year = date.year
      said.yearShift = 'yearShift' in date ? date.yearShift : null
      return date.to
    }
  }
  if (said.weekday === 0 && said.dayShift === null && said.toldShift === null) {
    const to = readWeekday(reader, token, said, first)
    if (to !== -1) return to
  }
  if (said.dayShift === null && said.toldShift === null && said.weekday === 0 && said.day === 0) {
    const to = readShift(reader, token, said)
    if (to !== -1) return to
  }
  if (said.part === '' && said.clock === '') {
    const to = readPart(reader, token, said, first)
    if (to !== -1) return to
    const clock = readClock(reader, token)
    if (clock !== null) {
      said.clock = clock.clock
      return clock.to
    }
  }
  return -1
}

export interface ReadDayOfMonth {
  readonly day: number
  readonly month: number
  readonly year: number | null
  readonly yearShift: number | null
  readonly to: number
}

/** «9 ноября 2020 года», «9-го мая», «девятое мая»; a year that follows a second date is taken from there: «с 5 мая по 9 июня 2020 года». */
function readDayOfMonth(reader: TimeReader, token: number): ReadDayOfMonth | null {
  const day = readDayNumber(reader, token)
  if (day === null || !reader.continues(day.to)) return null
  const month = reader.sense(day.to, MONTH)
  if (month === null) return null
  const to = day.to + 1
  const year = readYearAfter(reader, to) ?? readYearAfterDot(reader, to)
  if (year !== null) return { day: day.value, month: month.value, year: year.year, yearShift: year.shift, to: year.to }
  const later = yearOfSecondDate(reader, to, month.value)
  return { day: day.value, month: month.value, year: later, yearShift: null, to }
}

/** 1..31 in figures, with an ordinal end, or as a word. */
export function readDayNumber(
  reader: TimeReader,
  token: number,
): { readonly value: number; readonly to: number } | null {
  const figures = reader.figures(token)
  if (figures > 0) {
    const value = figures < 3 ? reader.value(token) : 0
    return value > 0 && value < 32 ? { value, to: token + 1 } : null
  }
  const word = reader.figuredWord(token)
  if (word !== null) {
    return word.value > 0 && word.value < 32 && reader.words.ordinalEnds.has(word.rest)
      ? { value: word.value, to: token + 1 }
      : null
  }
  const ordinal = readOrdinal(reader, token)
  return ordinal !== null && ordinal.value > 0 && ordinal.value < 32 ? ordinal : null
}

/** `5 окт. 2020 г.` */
function readYearAfterDot(reader: TimeReader, token: number) {
  if (reader.code(token) !== 0x2e || reader.tokens.gap[token] !== GAP_NONE) return null
  if (reader.figures(token + 1) !== 4) return null
  return readYearAfter(reader, token + 1)
}

function yearOfSecondDate(reader: TimeReader, token: number, month: number): number | null {
  if (!reader.continues(token)) return null
  if (!reader.has(token, PREPOSITION_TO) && !reader.has(token, AND) && !reader.isDash(token)) return null
  const day = readDayNumber(reader, token + 1)
  const second = day === null ? null : reader.sense(day.to, MONTH)
  if (day === null || second === null) return null
  const year = readYearAfter(reader, day.to + 1)
  if (year === null || year.year === null) return null
  return second.value < month ? year.year - 1 : year.year
}

/** «понедельник», «прошлую пятницу», «ближайший вторник» */
function readWeekday(reader: TimeReader, token: number, said: CalendarSaid, first: boolean): number {
  let at = token
  let choice: number | null = null
  const relation = first ? reader.wording(token, RELATION) : null
  if (relation !== null) {
    at = relation.to
    choice = choiceOf(relation.sense.value)
  }
  const weekday = reader.continues(at) || at === token ? reader.sense(at, WEEKDAY) : null
  if (weekday === null) return -1
  const form = reader.tokens.form[at]
  // «в ВС сообщили»: two capitals are an acronym, a weekday is cut to «вс».
  if (form.shape === SHAPE_UPPER && form.text.length === 2) return -1
  const named = form.shape !== SHAPE_LOWER && !reader.beginsSentence(at)
  const before = at - 1
  const introduced = reader.has(before, PREPOSITION_IN) || reader.has(before, PREPOSITION_ON) || choice !== null
  if (named && !introduced && first) return -1
  if (first && choice === null && reader.has(at, DOUBTFUL_WEEKDAY)) {
    // «с среды», «к среде», «до среды»; «среда, 5 мая» shows itself by the date.
    const bounded = reader.has(before, PREPOSITION_FROM) || reader.has(before, PREPOSITION_TO)
    const dated = reader.code(at + 1) === COMMA ? at + 2 : at + 1
    if (!bounded && readDayOfMonth(reader, dated) === null) return -1
  }
  said.weekday = weekday.value
  said.choice = choice
  return withDot(reader, at + 1)
}

export function choiceOf(relation: number): number | null {
  if (relation === SAME) return OF_THE_SAME
  if (relation === NEAREST) return COMING
  if (relation === LATEST) return -1
  return relation
}

/** «вчера», «накануне», «в тот же день», «на следующий день», «этот день» */
function readShift(reader: TimeReader, token: number, said: CalendarSaid): number {
  const shift = reader.sense(token, DAYS_FROM_NOW)
  if (shift !== null) {
    said.dayShift = shift.value
    return token + 1
  }
  if (reader.has(token, EVE)) {
    if (isOfSomething(reader, token + 1)) return -1
    said.toldShift = -1
    return token + 1
  }
  const relation = reader.wording(token, RELATION)
  if (relation === null) return -1
  const at = reader.has(relation.to, EMPHASIS) ? relation.to + 1 : relation.to
  const unit = reader.continues(at) ? reader.sense(at, UNIT) : null
  if (unit === null || UNITS[unit.value] !== 'D' || relation.sense.text !== '') return -1
  if (reader.isPlural(token)) return -1
  const { value } = relation.sense
  if (value === SAME || value === 0) said.toldShift = 0
  else if (value === 1 || value === -1) said.toldShift = value
  else return -1
  return at + 1
}

/** «накануне поездки»: a noun in the genitive follows, perhaps after its adjective. */
function isOfSomething(reader: TimeReader, token: number): boolean {
  if (!reader.continues(token) || !reader.isWord(token)) return false
  if (reader.has(token, DAY_PART) || reader.has(token, DAY_PART_DEGREE)) return false
  const { agr, shape, readings, text } = reader.tokens.form[token]
  // To the dictionary every letter is also a noun.
  if (text.length < 3 || (readings[0].pos & (NOUN | ADJECTIVAL)) === 0 || (agr & GENT) === 0) return false
  // A name after it is as often the subject: «накануне Белова сообщила».
  return shape === SHAPE_LOWER || (agr & CASE) === GENT
}

/** «утром», «поздно вечером», «этой ночью», «к вечеру», «утро понедельника» */
function readPart(reader: TimeReader, token: number, said: CalendarSaid, first: boolean): number {
  const half = readHalfOfDay(reader, token, said)
  if (half !== -1) return half
  let at = token
  while (at < token + 2 && reader.has(at, DAY_PART_DEGREE) && reader.continues(at + 1)) at++
  let relation = false
  let relate: number | null = null
  if (at === token) {
    const found = reader.wording(at, RELATION)
    if (found !== null && reader.continues(found.to)) {
      at = found.to
      relation = true
      relate = found.sense.value
    }
  }
  const adverb = reader.sense(at, DAY_PART)
  const noun = adverb ?? reader.sense(at, DAY_PART_NOUN)
  if (noun === null) return -1
  const sure = relation || !first || at > token
  if (adverb !== null && !sure && isInstrumentalNoun(reader, at)) return -1
  if (adverb === null && !sure) {
    if (noun.text === 'TAF') return -1
    const bounded = reader.has(token - 1, PREPOSITION_TO) || reader.has(token - 1, PREPOSITION_FROM)
    const dated = isDated(reader, at + 1)
    if (!dated && (!bounded || isOfSomething(reader, at + 1))) return -1
  }
  if (adverb === null && relation && noun.text === 'TAF') return -1
  said.part = noun.text
  // «этой ночью» is of the day of speaking, «в тот же вечер» of the day told of.
  if (relate !== null && !hasDay(said)) {
    if (relate === 0 || relate === -1) said.dayShift = 0
    else if (relate === 1) said.toldShift = 1
    else if (relate === SAME) said.toldShift = 0
  }
  return at + 1
}

/** «первой половине дня», «второй половине дня» */
function readHalfOfDay(reader: TimeReader, token: number, said: CalendarSaid): number {
  const which = reader.sense(token, ORDINAL)
  if (which === null || which.value < 1 || which.value >= 3 || !reader.has(token + 1, HALF)) return -1
  const unit = reader.sense(token + 2, UNIT)
  if (unit === null || UNITS[unit.value] !== 'D') return -1
  said.part = which.value === 1 ? 'TMO' : 'TAF'
  return token + 3
}

/** «днём» is also an instrumental: «каждым днём», «днём выборов», «перед днём». */
function isInstrumentalNoun(reader: TimeReader, token: number): boolean {
  if (!reader.has(token, UNIT)) return false
  if (isOfSomething(reader, token + 1) && !isDated(reader, token + 1)) return true
  if (!reader.continues(token) || !reader.isWord(token - 1)) return false
  const { pos, agr } = reader.tokens.form[token - 1]
  return (pos & ADJECTIVAL) !== 0 && (agr & ABLT) !== 0
}

/** A weekday or a date begins at `token`: «утро понедельника», «вечером 9 мая». */
function isDated(reader: TimeReader, token: number): boolean {
  if (!reader.continues(token)) return false
  return reader.has(token, WEEKDAY) || readDayOfMonth(reader, token) !== null
}
