/** Days, months, seasons and years: from the fields that the words give to a value on the calendar. */
import { dateOf, dayOf, daysInMonth, isDate, isoYear, monthNumber, weekdayOf } from './calendar.ts'
import { ofDay, ofMonth, ofYear, type Place, type Resolved, unresolved } from './resolved.ts'
import { type CalendarSaid, COMING, NEARER, OF_THE_SAME, OF_WRITING } from './said.ts'
import type { Story, Told } from './story.ts'
import { FUTURE_TENSE, NO_TENSE, PAST_TENSE, PRESENT_TENSE } from './tense.ts'

export function resolveCalendar(said: CalendarSaid, story: Story, place: Place): Resolved {
  if (said.month > 0 && said.day > 0) return dayOrNothing(resolveDate(said, story, place), said)
  if (said.month > 0) {
    const year = resolveYear(said, story) ?? yearOfMonth(said, story, place)
    return year === null ? unresolved('date', 'month') : ofMonth(monthNumber(year, said.month))
  }
  if (said.season !== '') return resolveSeason(said, story, place)
  if (said.quarter > 0 || said.half > 0) return resolvePartOfYear(said, story, place)
  if (said.weekday > 0 || said.dayShift !== null || said.toldShift !== null || said.day > 0) {
    // «сегодня» without an hour may mean these days.
    const these = said.dayShift === 0 && said.part === '' && said.clock === '' && place.lasts()
    return these ? presentDay() : dayOrNothing(resolveDay(said, story, place), said)
  }
  if (said.part !== '' || said.clock !== '') {
    // An hour alone is of the day told of last, and moves the story nowhere.
    const told = story.lastDay(place.paragraph, 2)
    const day = told === null ? null : dayOf(told.year, told.month, told.day)
    return { ...dayOrNothing(day, said), told: null }
  }
  const year = resolveYear(said, story)
  return year === null ? unresolved('date', 'year') : ofYear(year)
}

function dayOrNothing(day: number | null, said: CalendarSaid): Resolved {
  if (day !== null) return ofDay(day, said)
  if (said.clock !== '') return unresolved('time', 'minute')
  return said.part === '' ? unresolved('date', 'day') : unresolved('time', 'part-of-day')
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
  if (said.choice === -1) return candidates.filter(candidate => candidate < now).at(-1) ?? null
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
  if ((tense === NO_TENSE || tense === PRESENT_TENSE) && (month - thisMonth + 12) % 12 <= 2 && month !== thisMonth)
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
  const told = story.lastDay(place.paragraph, shift === -1 ? 0 : 1)
  if (told !== null) {
    const day = dayOf(told.year, told.month, told.day)
    // «накануне» in the news is the day before the report, unless the paragraph tells of an older day.
    if (shift !== -1 || story.now === null || Math.abs(story.now - day) >= OLD_STORY) return day + shift
  }
  return shift === -1 && story.now !== null ? story.now - 1 : null
}

function resolveWeekday(said: CalendarSaid, story: Story, place: Place): number | null {
  const old = said.choice === null || said.choice === NEARER ? oldScene(story, place) : null
  const from = old ?? story.now
  if (from === null) return null
  const ahead = (said.weekday - weekdayOf(from) + 7) % 7
  const coming = from + ahead
  const past = ahead === 0 ? from : coming - 7
  if (said.choice === -1) return ahead === 0 ? from - 7 : past
  if (said.choice === 1) return ahead === 0 ? from + 7 : coming
  if (said.choice === COMING) return coming
  if (said.choice === NEARER) return ahead < 4 && place.tense() === FUTURE_TENSE ? coming : past
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
