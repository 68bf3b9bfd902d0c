/** What a time expression said -> its value on the calendar, by the day of speaking, the story so far and the tense. */
import type { TimeType } from '../analysis.ts'
import { type CalendarDate, dateOf, dayOf, isoDay, isoWeek, isoYear, monthNumber, weekdayOf } from './calendar.ts'
import { resolveCalendar } from './resolve-calendar.ts'
import { ofMonth, ofYear, type Place, type Resolved, unresolved } from './resolved.ts'
import { BY_TENSE, durationOf, OF_THE_SAME, precisionOf, type Said, type ShiftSaid, type UnitSaid } from './said.ts'
import type { Story } from './story.ts'
import { FUTURE_TENSE, PAST_TENSE } from './tense.ts'
import type { Unit } from './time-words.ts'

export function resolve(said: Said, story: Story, place: Place): Resolved {
  if (said.kind === 'fixed') return { type: said.type, value: said.value, precision: said.precision, told: null }
  if (said.kind === 'same-length') return { type: 'duration', value: story.length, precision: 'vague', told: null }
  if (said.kind === 'these-days') {
    const value = place.tense() === FUTURE_TENSE ? 'FUTURE_REF' : 'PAST_REF'
    return { type: 'date', value, precision: 'vague', told: null }
  }
  if (said.kind === 'unit') return resolveUnit(said, story, place)
  if (said.kind === 'shift') return resolveShift(said, story, place)
  return resolveCalendar(said, story, place)
}

function resolveUnit(said: UnitSaid, story: Story, place: Place): Resolved {
  const { unit } = said
  const precision = precisionOf(unit)
  if (said.shift === OF_THE_SAME) {
    const told = unit === 'Y' ? story.lastYear(place.paragraph, 2) : story.lastDay(place.paragraph, 1)
    if (unit === 'M') {
      const month = story.lastYear(place.paragraph, 1)
      return month === null || month.month === 0
        ? unresolved('date', precision)
        : ofMonth(monthNumber(month.year, month.month))
    }
    if (told === null) return unresolved('date', precision)
    return unit === 'Y' ? ofYear(told.year) : unitAround(dayOf(told.year, told.month, told.day), unit, 0)
  }
  const scene = story.sceneOf(place.paragraph)
  // «На следующий год» in a story of 1998 is 1999.
  if (unit === 'Y' && said.shift === 1 && scene?.dated && place.tense() === PAST_TENSE) return ofYear(scene.year + 1)
  if (story.now === null) return unresolved('date', precision)
  const byTense = place.tense() === FUTURE_TENSE ? 0 : -1
  return unitAround(story.now, unit, said.shift === BY_TENSE ? byTense : said.shift)
}

/** The unit at a distance from the one around a day. */
function unitAround(day: number, unit: Unit, shift: number): Resolved {
  const date = dateOf(day)
  const plain = (value: string, told: CalendarDate | null = null): Resolved => ({
    type: 'date',
    value,
    precision: precisionOf(unit),
    told,
  })
  switch (unit) {
    case 'W':
      return plain(isoWeek(day + shift * 7))
    case 'WE':
      return plain(`${isoWeek(day + weekendShift(day, shift) * 7)}-WE`)
    case 'M':
      return ofMonth(monthNumber(date.year, date.month) + shift)
    case 'Q': {
      const quarter = date.year * 4 + Math.floor((date.month - 1) / 3) + shift
      return plain(`${isoYear(Math.floor(quarter / 4))}-Q${(quarter % 4) + 1}`)
    }
    case 'H': {
      const half = date.year * 2 + (date.month < 7 ? 0 : 1) + shift
      return plain(`${isoYear(Math.floor(half / 2))}-H${(half % 2) + 1}`)
    }
    case 'E':
      return plain(`${Math.floor(date.year / 10) + shift}X`)
    case 'C':
      return plain(String(Math.floor(date.year / 100) + shift).padStart(2, '0'))
    case 'L':
      return plain(String(Math.floor(date.year / 1000) + shift))
    case 'D':
      return { type: 'date', value: isoDay(day + shift), precision: 'day', told: dateOf(day + shift) }
    default:
      return ofYear(date.year + shift)
  }
}

/** The last week's end is this week's once it has come. */
function weekendShift(day: number, shift: number): number {
  return shift === -1 && weekdayOf(day) >= 6 ? -1 : shift
}

function resolveShift(said: ShiftSaid, story: Story, place: Place): Resolved {
  const { amount, unit } = said
  if (said.from === 'tense') {
    const tense = place.tense()
    if (tense === PAST_TENSE || story.now === null || typeOfShift(unit) === 'time') {
      return { type: 'duration', value: durationOf(amount, unit), precision: precisionOf(unit), told: null }
    }
    return shifted(story.now, amount, unit, said.sign)
  }
  if (said.from === 'now') {
    if (amount === null) return { type: 'date', value: 'PAST_REF', precision: 'vague', told: null }
    return story.now === null
      ? unresolved(typeOfShift(unit), precisionOf(unit))
      : shifted(story.now, amount, unit, said.sign)
  }
  const told = story.lastDay(place.paragraph, 1)
  if (amount === null) return unresolved('date', 'vague')
  if (told !== null) return shifted(dayOf(told.year, told.month, told.day), amount, unit, said.sign)
  const year = story.lastYear(place.paragraph, 1)
  if (year !== null && unit === 'Y' && Number.isInteger(amount)) return ofYear(year.year + said.sign * amount)
  if (year !== null && year.month > 0 && unit === 'M')
    return ofMonth(monthNumber(year.year, year.month) + said.sign * amount)
  return unresolved(typeOfShift(unit), precisionOf(unit))
}

function typeOfShift(unit: Unit): TimeType {
  return unit === 'TH' || unit === 'TM' || unit === 'TS' ? 'time' : 'date'
}

/** A day, month or year at a distance, as precise as the unit; weeks are counted in days, an hour off is the same day's hour unknown. */
function shifted(from: number, amount: number | null, unit: Unit, sign: 1 | -1): Resolved {
  if (amount === null) return { type: 'date', value: 'FUTURE_REF', precision: 'vague', told: null }
  const { year, month } = dateOf(from)
  if (unit === 'D' || unit === 'W') {
    const day = from + sign * Math.round(amount * (unit === 'W' ? 7 : 1))
    return { type: 'date', value: isoDay(day), precision: 'day', told: dateOf(day) }
  }
  const months: Partial<Record<Unit, number>> = { M: 1, Q: 3, H: 6, Y: 12 }
  const size = months[unit]
  if (size !== undefined) {
    if (unit === 'Y' && Number.isInteger(amount)) return ofYear(year + sign * amount)
    return ofMonth(monthNumber(year, month) + sign * Math.round(amount * size))
  }
  if (unit === 'E') return ofYear(year + sign * Math.round(amount * 10))
  if (unit === 'C') return ofYear(year + sign * Math.round(amount * 100))
  return unresolved(typeOfShift(unit), precisionOf(unit))
}
