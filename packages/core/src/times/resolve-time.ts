/** What a time expression said -> its value on the calendar, by the day of speaking, the story so far and the tense. */
import type { Precision, TimeType } from '../analysis.ts'
import {
  type CalendarDate,
  dateOf,
  dayOf,
  daysInMonth,
  isDate,
  isoDay,
  isoMonth,
  isoWeek,
  isoYear,
  monthNumber,
  weekdayOf,
} from './calendar.ts'
import {
  BY_TENSE,
  type CalendarSaid,
  COMING,
  durationOf,
  OF_THE_SAME,
  OF_WRITING,
  precisionOf,
  type Said,
  type ShiftSaid,
  type UnitSaid,
} from './said.ts'
import type { Story, Told } from './story.ts'
import { FUTURE_TENSE, NO_TENSE, PAST_TENSE, PRESENT_TENSE } from './tense.ts'
import type { Unit } from './time-words.ts'

export interface Resolved {
  readonly type: TimeType
  readonly value: string | null
  readonly precision: Precision
  /** What the story now tells of; null when the value is no date of the calendar. */
  readonly told: { readonly year: number; readonly month: number; readonly day: number } | null
}

/** Where and how an expression stands. */
export interface Place {
  readonly paragraph: number
  /** The clause tells of the past, the future, or does not say. */
  tense(): number
  /** «на сегодня» and «сегодня составляет» mean these days, not the day. */
  lasts(): boolean
}

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

function unresolved(type: TimeType, precision: Precision): Resolved {
  return { type, value: null, precision, told: null }
}

function ofDay(day: number, said: CalendarSaid): Resolved {
  const told = dateOf(day)
  const iso = isoDay(day)
  if (said.clock !== '') return { type: 'time', value: iso + said.clock, precision: precisionOfClock(said.clock), told }
  if (said.part !== '') return { type: 'time', value: `${iso}T${said.part.slice(1)}`, precision: 'part-of-day', told }
  return { type: 'date', value: iso, precision: 'day', told }
}

function precisionOfClock(clock: string): Precision {
  return clock.length > 6 ? 'second' : 'minute'
}

function ofMonth(month: number): Resolved {
  const year = Math.floor(month / 12)
  return {
    type: 'date',
    value: isoMonth(month),
    precision: 'month',
    told: { year, month: month - year * 12 + 1, day: 0 },
  }
}

function ofYear(year: number): Resolved {
  return { type: 'date', value: isoYear(year), precision: 'year', told: { year, month: 0, day: 0 } }
}

// Days, months, seasons, years

function resolveCalendar(said: CalendarSaid, story: Story, place: Place): Resolved {
  if (said.month > 0 && said.day > 0) {
    const day = resolveDate(said, story, place)
    return day === null
      ? unresolved(said.part || said.clock ? 'time' : 'date', said.clock ? 'minute' : said.part ? 'part-of-day' : 'day')
      : ofDay(day, said)
  }
  if (said.month > 0) {
    const year = resolveYear(said, story) ?? yearOfMonth(said, story, place)
    return year === null ? unresolved('date', 'month') : ofMonth(monthNumber(year, said.month))
  }
  if (said.season !== '') return resolveSeason(said, story, place)
  if (said.quarter > 0 || said.half > 0) return resolvePartOfYear(said, story, place)
  if (said.weekday > 0 || said.dayShift !== null || said.toldShift !== null || said.day > 0) {
    const day = resolveDay(said, story, place)
    if (day !== null && said.dayShift === 0 && said.part === '' && said.clock === '' && place.lasts())
      return presentDay()
    if (day !== null) return ofDay(day, said)
    if (said.dayShift === 0 && said.part === '' && said.clock === '' && place.lasts()) return presentDay()
    return unresolved(
      said.part || said.clock ? 'time' : 'date',
      said.clock ? 'minute' : said.part ? 'part-of-day' : 'day',
    )
  }
  if (said.part !== '' || said.clock !== '') {
    // An hour alone is of the day told of last; without one it has no value.
    const day = story.lastDay(place.paragraph, 2)
    if (day === null) return unresolved('time', said.clock ? 'minute' : 'part-of-day')
    return { ...ofDay(dayOf(day.year, day.month, day.day), said), told: null }
  }
  const year = resolveYear(said, story)
  return year === null ? unresolved('date', 'year') : ofYear(year)
}

function presentDay(): Resolved {
  return { type: 'date', value: 'PRESENT_REF', precision: 'vague', told: null }
}

/** The year as said, or counted from now, or that told of last; null when the words give none. */
function resolveYear(said: CalendarSaid, story: Story): number | null {
  if (said.year !== null) return said.year
  if (said.yearShift === null) return null
  if (said.yearShift === OF_WRITING) return story.now === null ? (story.last?.year ?? null) : dateOf(story.now).year
  if (said.yearShift === OF_THE_SAME) return story.last?.year ?? (story.now === null ? null : dateOf(story.now).year)
  return story.now === null ? null : dateOf(story.now).year + said.yearShift
}

/** Day number of a day and month. */
function resolveDate(said: CalendarSaid, story: Story, place: Place): number | null {
  const { month, day } = said
  const year = resolveYear(said, story)
  if (year !== null) return isDate(year, month, day) ? dayOf(year, month, day) : null
  if (said.yearShift !== null) return null
  const fits = (candidate: number) => isDate(candidate, month, day)

  const told = yearFromStory(month, day, story, place)
  if (told !== null && fits(told)) return dayOf(told, month, day)
  if (story.now === null) return null
  const now = story.now
  const { year: thisYear } = dateOf(now)
  const candidates = [thisYear - 1, thisYear, thisYear + 1].filter(fits).map(candidate => dayOf(candidate, month, day))
  if (candidates.length === 0) return null
  if (said.weekday > 0) {
    // «понедельник, 9 ноября»: the weekday tells the year, the nearest first.
    const agreeing = candidates.filter(candidate => weekdayOf(candidate) === said.weekday)
    if (agreeing.length > 0) return nearest(agreeing, now)
  }
  return byTense(candidates, now, place.tense(), story.selfDated)
}

function nearest(days: readonly number[], now: number): number {
  return days.reduce((best, day) => (Math.abs(day - now) < Math.abs(best - now) ? day : best))
}

/** A tense that would make the day this far off, with another as near as a month, was read from the wrong verb. */
const TOO_FAR = 320
/** Without a tense a report tells of the past, unless that lies this far back. */
const PAST_REACH = 240

/** A present tense tells of days this near: «начинается 5 мая». */
const NEAR = 45

function byTense(candidates: readonly number[], now: number, tense: number, selfDated: boolean): number {
  const past = candidates.filter(day => day <= now).at(-1)
  const coming = candidates.find(day => day >= now)
  if (past === undefined) return coming ?? candidates[0]
  if (coming === undefined) return past
  if (selfDated && tense === NO_TENSE) return nearest(candidates, now)
  if (tense === FUTURE_TENSE) return coming - now >= TOO_FAR ? past : coming
  if (tense === PAST_TENSE) return now - past >= TOO_FAR ? coming : past
  if (tense === PRESENT_TENSE && coming - now < NEAR) return now - past < NEAR ? past : coming
  return now - past < PAST_REACH ? past : coming
}

/** The year that the story gives a day and month without one, or null. */
function yearFromStory(month: number, day: number, story: Story, place: Place): number | null {
  const scene = story.sceneOf(place.paragraph)
  if (scene?.dated) {
    if (story.now === null || place.tense() !== FUTURE_TENSE || scene.year > dateOf(story.now).year) {
      return yearAfterScene(scene, month, story)
    }
  }
  const recalled = story.recall(month, day)
  if (recalled !== null && (story.now === null || place.tense() !== FUTURE_TENSE)) return recalled.year
  const month0 = day > 0 ? story.recall(month, 0) : null
  if (month0?.scene && (story.now === null || place.tense() !== FUTURE_TENSE)) return month0.year
  return null
}

/** After «в сентябре 2020 года» comes 10 November 2020, and 5 January 2021 when that is not yet to come. */
function yearAfterScene(scene: Told, month: number, story: Story): number {
  if (scene.month === 0 || month >= scene.month) return scene.year
  const turned = scene.month - month >= 6
  if (!turned) return scene.year
  return story.now === null || monthNumber(scene.year + 1, month) <= monthOf(story.now) ? scene.year + 1 : scene.year
}

function monthOf(day: number): number {
  const date = dateOf(day)
  return monthNumber(date.year, date.month)
}

function yearOfMonth(said: CalendarSaid, story: Story, place: Place): number | null {
  if (said.yearShift !== null) return null
  const { now } = story
  const { month, choice } = said
  if (choice === null || choice === OF_THE_SAME) {
    const told = yearFromStory(month, 0, story, place)
    if (told !== null) return told
  }
  if (now === null) return null
  const { year, month: thisMonth } = dateOf(now)
  const turn = (offset: number) => year + offset
  if (choice === -1) return month < thisMonth ? year : turn(-1)
  if (choice === 1) return month > thisMonth ? year : turn(1)
  if (choice === 0) return year
  if (choice === COMING) return month >= thisMonth ? year : turn(1)
  const tense = place.tense()
  if (tense === FUTURE_TENSE) return month >= thisMonth ? year : turn(1)
  if (tense === NO_TENSE && (month - thisMonth + 12) % 12 <= 2 && month !== thisMonth)
    return month > thisMonth ? year : turn(1)
  return month <= thisMonth ? year : turn(-1)
}

/** Weekdays, days from now or from the day told of, days of a month without its name. */
function resolveDay(said: CalendarSaid, story: Story, place: Place): number | null {
  const { now } = story
  if (said.dayShift !== null) return now === null ? null : now + said.dayShift
  if (said.toldShift !== null) return resolveToldDay(said.toldShift, story, place)
  if (said.weekday > 0) return resolveWeekday(said, story, place)
  if (now === null) return null
  const { year, month } = dateOf(now)
  if (said.monthShift !== null) return dayInMonth(monthNumber(year, month) + said.monthShift, said.day)
  const candidates = [-1, 0, 1]
    .map(shift => dayInMonth(monthNumber(year, month) + shift, said.day))
    .filter(day => day !== null)
  return candidates.length === 0 ? null : byTense(candidates, now, place.tense(), story.selfDated)
}

function dayInMonth(month: number, day: number): number | null {
  const year = Math.floor(month / 12)
  const of = month - year * 12 + 1
  return day < daysInMonth(year, of) + 1 ? dayOf(year, of, day) : null
}

/** Days between a scene and now that make it another story than the day's news. */
const OLD_STORY = 14

/** The scene of the paragraph when it lies off the day of speaking, as a day number. */
function oldScene(story: Story, place: Place): number | null {
  const told = story.lastDay(place.paragraph, 0)
  if (told === null) return null
  const day = dayOf(told.year, told.month, told.day)
  return story.now === null || Math.abs(story.now - day) >= OLD_STORY ? day : null
}

function resolveToldDay(shift: number, story: Story, place: Place): number | null {
  const told = story.lastDay(place.paragraph, 1)
  if (told !== null) {
    const day = dayOf(told.year, told.month, told.day)
    // «накануне» in the news is the day before the report, unless the paragraph tells of an older day.
    if (shift !== -1 || story.now === null || Math.abs(story.now - day) >= OLD_STORY) return day + shift
  }
  return shift === -1 && story.now !== null ? story.now - 1 : null
}

function resolveWeekday(said: CalendarSaid, story: Story, place: Place): number | null {
  const old = said.choice === null ? oldScene(story, place) : null
  const from = old ?? story.now
  if (from === null) return null
  const ahead = (said.weekday - weekdayOf(from) + 7) % 7
  const coming = from + ahead
  const past = ahead === 0 ? from : coming - 7
  if (said.choice === -1) return ahead === 0 ? from - 7 : past
  if (said.choice === 1) return ahead === 0 ? from + 7 : coming
  if (said.choice === COMING) return coming
  if (said.choice === 0) return from - weekdayOf(from) + said.weekday
  const tense = place.tense()
  if (old !== null || story.selfDated) {
    // Beside another day the nearest one is meant.
    if (tense === FUTURE_TENSE) return coming
    return ahead <= 3 ? coming : past
  }
  return tense === FUTURE_TENSE ? coming : past
}

const SEASON_START: Readonly<Record<string, number>> = { WI: 12, SP: 3, SU: 6, FA: 9 }

function resolveSeason(said: CalendarSaid, story: Story, place: Place): Resolved {
  const of = (year: number): Resolved => ({
    type: 'date',
    value: `${isoYear(year)}-${said.season}`,
    precision: 'season',
    told: { year, month: 0, day: 0 },
  })
  const year = resolveYear(said, story)
  if (year !== null) return of(year)
  const scene = story.sceneOf(place.paragraph)
  if (said.choice === null && scene?.dated && place.tense() !== FUTURE_TENSE) return of(scene.year)
  if (said.choice === OF_THE_SAME && story.last !== null) return of(story.last.year)
  if (story.now === null) return unresolved('date', 'season')
  const { year: thisYear, month } = dateOf(story.now)
  const start = SEASON_START[said.season]
  // A winter is named by the year it ends in when we stand in its first two months of the year.
  const begun = said.season === 'WI' ? month === 12 || month < 3 : month >= start
  const within = said.season === 'WI' ? month === 12 || month < 3 : month >= start && month < start + 3
  if (said.choice === 0) return of(thisYear)
  if (said.choice === -1) return of(begun && !within && said.season !== 'WI' ? thisYear : thisYear - 1)
  if (said.choice === 1) return of(month < start ? thisYear : thisYear + 1)
  if (said.choice === COMING || place.tense() === FUTURE_TENSE)
    return of(within || month < start ? thisYear : thisYear + 1)
  return of(begun ? thisYear : thisYear - 1)
}

function resolvePartOfYear(said: CalendarSaid, story: Story, place: Place): Resolved {
  const suffix = said.quarter > 0 ? `Q${said.quarter}` : `H${said.half}`
  const scene = story.sceneOf(place.paragraph)
  let year = resolveYear(said, story) ?? (scene?.dated ? scene.year : null)
  if (year === null && story.now !== null) {
    const { year: thisYear, month } = dateOf(story.now)
    const start = said.quarter > 0 ? (said.quarter - 1) * 3 + 1 : (said.half - 1) * 6 + 1
    year = thisYear
    if (place.tense() !== FUTURE_TENSE && month < start) year--
    else if (place.tense() === FUTURE_TENSE && month >= start + (said.quarter > 0 ? 3 : 6)) year++
  }
  if (year === null) return unresolved('date', 'quarter')
  return { type: 'date', value: `${isoYear(year)}-${suffix}`, precision: 'quarter', told: { year, month: 0, day: 0 } }
}

// Units

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

// Amounts from a moment

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
