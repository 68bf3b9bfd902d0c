/** Rules for months, seasons, quarters: what is longer than a day and shorter than a year. */
import { SHAPE_LOWER } from '../words/form.ts'
import { choiceOf, readDayNumber } from './read-day.ts'
import { readOrder } from './read-number.ts'
import { type ReadYear, readYearAfter } from './read-year.ts'
import { calendar, type FoundTime } from './said.ts'
import type { TimeReader } from './time-reader.ts'
import {
  AND,
  BORDER,
  DAYS_OF_MONTH,
  HALF,
  MONTH,
  MONTH_PAIR,
  ORDINAL,
  PREPOSITION_TO,
  RELATION,
  SEASON,
  UNIT,
  UNITS,
} from './time-words.ts'

/** «сентябре 2020 года», «прошлом октябре», «мае и июне», «ноябре–декабре 2020 года»: each month with the year that follows. */
export function month(reader: TimeReader, token: number): FoundTime[] | null {
  const relation = reader.wording(token, RELATION)
  const at = relation === null ? token : relation.to
  if (relation !== null && !reader.continues(at)) return null
  const pair = reader.sense(at, MONTH_PAIR)
  if (pair !== null) return monthPair(reader, at, pair.value)
  const name = reader.sense(at, MONTH)
  if (name === null) return null
  const choice = relation === null ? null : choiceOf(relation.sense.value)
  let to = endOfMonthWord(reader, at)
  const year = readYearAfter(reader, to) ?? yearBeyond(reader, to, name.value)
  if (year === null && !isMonthHere(reader, at, name.exact, choice !== null || reader.isIntroduced(token))) return null
  if (year !== null && year.to > to) to = year.to
  const said = calendar({ month: name.value, choice, year: year?.year ?? null, yearShift: year?.shift ?? null })
  return [{ from: token, to, said, rule: year === null ? 'times/month' : 'times/month-of-year' }]
}

/** «мая месяца», `окт.` */
function endOfMonthWord(reader: TimeReader, token: number): number {
  const unit = reader.continues(token + 1) ? reader.sense(token + 1, UNIT) : null
  if (unit !== null && UNITS[unit.value] === 'M') return token + 2
  const short = reader.tokens.end[token] - reader.tokens.start[token] < 5
  return short && reader.figures(token + 2) === 4 ? withDotOf(reader, token + 1) : token + 1
}

function withDotOf(reader: TimeReader, token: number): number {
  return reader.code(token) === 0x2e && reader.isAttached(token) ? token + 1 : token
}

/** Март is a month, Марта a name, «мар» half a word: small letters or a preposition, and not abbreviated. */
function isMonthHere(reader: TimeReader, token: number, abbreviated: boolean, introduced: boolean): boolean {
  if (abbreviated) return false
  return introduced || reader.tokens.form[token].shape === SHAPE_LOWER
}

/** «с мая по июнь 2020 года»: the year of the second month; one earlier when the months turn over the year's end. */
function yearBeyond(reader: TimeReader, token: number, month: number): ReadYear | null {
  if (!reader.continues(token)) return null
  if (!reader.has(token, AND) && !reader.has(token, PREPOSITION_TO) && !reader.isDash(token)) return null
  const second = reader.sense(token + 1, MONTH)
  if (second === null) return null
  const year = readYearAfter(reader, token + 2)
  if (year === null || year.year === null) return null
  return { year: second.value < month ? year.year - 1 : year.year, shift: null, to: token, marked: true }
}

/** «ноябре-декабре 2020 года»: two dates within one word. */
function monthPair(reader: TimeReader, token: number, pair: number): FoundTime[] {
  const year = readYearAfter(reader, token + 1)
  const fields = { year: year?.year ?? null, yearShift: year?.shift ?? null }
  const start = reader.tokens.start[token]
  const hyphen = start + reader.tokens.form[token].text.indexOf('-')
  const to = year === null ? token + 1 : year.to
  const rule = 'times/month-pair'
  return [
    {
      from: token,
      to: token + 1,
      start,
      end: hyphen,
      said: calendar({ month: Math.floor(pair / 1000), ...fields }),
      rule,
    },
    { from: token, to, start: hyphen + 1, said: calendar({ month: pair % 1000, ...fields }), rule },
  ]
}

/** «летом 2016 года», «прошлой весной», «этим летом», «к лету» */
export function season(reader: TimeReader, token: number): FoundTime[] | null {
  const relation = reader.wording(token, RELATION)
  const at = relation === null ? token : relation.to
  if (relation !== null && !reader.continues(at)) return null
  const name = reader.sense(at, SEASON)
  if (name === null || (reader.tokens.form[at].shape !== SHAPE_LOWER && !reader.beginsSentence(at))) return null
  const year = readYearAfter(reader, at + 1)
  const choice = relation === null ? null : choiceOf(relation.sense.value)
  const said = calendar({ season: name.text, choice, year: year?.year ?? null, yearShift: year?.shift ?? null })
  return [{ from: token, to: year === null ? at + 1 : year.to, said, rule: 'times/season' }]
}

/** «третьем квартале 2020 года», «II квартал», «первом полугодии» */
export function quarter(reader: TimeReader, token: number): FoundTime[] | null {
  const which = readOrder(reader, token)
  if (which === null || !reader.continues(which.to)) return null
  const unit = reader.sense(which.to, UNIT)
  if (unit === null) return null
  const name = UNITS[unit.value]
  if ((name !== 'Q' && name !== 'H') || which.value < 1 || which.value >= (name === 'Q' ? 5 : 3)) return null
  const year = readYearAfter(reader, which.to + 1)
  const fields = { year: year?.year ?? null, yearShift: year?.shift ?? null }
  const said = name === 'Q' ? calendar({ quarter: which.value, ...fields }) : calendar({ half: which.value, ...fields })
  return [{ from: token, to: year === null ? which.to + 1 : year.to, said, rule: 'times/quarter' }]
}

/** «первых числах декабря», «третьей декаде мая», «15 числа», «15-го числа прошлого месяца» */
export function dayOfMonth(reader: TimeReader, token: number): FoundTime[] | null {
  const day = readDayNumber(reader, token)
  const relation = day === null ? reader.wording(token, RELATION) : null
  const at = day?.to ?? relation?.to ?? token
  if (at === token || !reader.continues(at) || !reader.has(at, DAYS_OF_MONTH)) return null
  const to = at + 1
  const many = reader.isPlural(at) || (!reader.has(token, ORDINAL) && relation !== null)
  const name = reader.continues(to) ? reader.sense(to, MONTH) : null
  if (name !== null) {
    const year = readYearAfter(reader, to + 1)
    const fields = { year: year?.year ?? null, yearShift: year?.shift ?? null }
    const figured = day !== null && !reader.has(token, ORDINAL) && !many
    const said = calendar({ month: name.value, day: figured ? day.value : 0, ...fields })
    return [{ from: token, to: year === null ? to + 1 : year.to, said, rule: 'times/days-of-month' }]
  }
  if (day === null || many) return null
  const next = reader.continues(to) ? reader.wording(to, RELATION) : null
  const unit = next === null ? null : reader.sense(next.to, UNIT)
  if (next !== null && unit !== null && UNITS[unit.value] === 'M' && Math.abs(next.sense.value) < 3) {
    const said = calendar({ day: day.value, monthShift: next.sense.value })
    return [{ from: token, to: next.to + 1, said, rule: 'times/days-of-month' }]
  }
  // «15 числа каждого месяца» and a bare «число 15» are no dates.
  if (!reader.isNumber(token) && reader.figuredWord(token) === null) return null
  return [{ from: token, to, said: calendar({ day: day.value }), rule: 'times/days-of-month' }]
}

/** «начало», «конец», «середина», «первая половина», «вторая половина»: the token after them, or -1. */
export function endOfBorder(reader: TimeReader, token: number): number {
  if (reader.has(token, BORDER)) return token + 1
  const relation = reader.wording(token, RELATION)
  if (relation !== null && reader.has(relation.to, HALF)) return relation.to + 1
  if (reader.has(token, ORDINAL) && reader.has(token + 1, HALF)) return token + 2
  return reader.has(token, HALF) ? token + 1 : -1
}
