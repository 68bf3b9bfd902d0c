/** The calendar as arithmetic: days are counted from 1970-01-01 (day 0), proleptic Gregorian. No clock, no time zone. */

/** Monday 1 … Sunday 7. */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

/** Day number of a date; month 1..12, day 1..31, not checked (31 April is 1 May). */
export function dayOf(year: number, month: number, day: number): number {
  // Howard Hinnant, "chrono-compatible low-level date algorithms": years begin in March, so the leap day is the last.
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

export interface CalendarDate {
  readonly year: number
  /** 1..12 */
  readonly month: number
  /** 1..31 */
  readonly day: number
}

export function dateOf(dayNumber: number): CalendarDate {
  const z = dayNumber + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const mp = Math.floor((5 * dayOfYear + 2) / 153)
  const month = mp < 10 ? mp + 3 : mp - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return { year, month, day: dayOfYear - Math.floor((153 * mp + 2) / 5) + 1 }
}

export function daysInMonth(year: number, month: number): number {
  return month === 12 ? 31 : dayOf(year, month + 1, 1) - dayOf(year, month, 1)
}

/** True for a day that exists: not 31 April, 29 February in leap years only. */
export function isDate(year: number, month: number, day: number): boolean {
  return month >= 1 && month < 13 && day >= 1 && day < daysInMonth(year, month) + 1
}

/** ISO 8601 week: the year it belongs to (not always the calendar's) and its number. */
function weekOf(day: number): { readonly year: number; readonly week: number } {
  const thursday = day + 4 - weekdayOf(day)
  const { year } = dateOf(thursday)
  return { year, week: Math.floor((thursday - dayOf(year, 1, 1)) / 7) + 1 }
}

/** Months counted from year 0: for adding and comparing. */
export function monthNumber(year: number, month: number): number {
  return year * 12 + month - 1
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}

export function isoYear(year: number): string {
  return pad(year, 4)
}

export function isoMonth(month: number): string {
  return `${isoYear(Math.floor(month / 12))}-${pad((((month % 12) + 12) % 12) + 1, 2)}`
}

export function isoDay(day: number): string {
  const date = dateOf(day)
  return `${isoYear(date.year)}-${pad(date.month, 2)}-${pad(date.day, 2)}`
}

export function isoWeek(day: number): string {
  const { year, week } = weekOf(day)
  return `${isoYear(year)}-W${pad(week, 2)}`
}

/** Day number of an ISO date or date-time, or null for anything else. */
export function parseDay(iso: string | null): number | null {
  const match = iso === null ? null : /^(\d{4})-(\d{2})-(\d{2})(?:$|[T ])/.exec(iso)
  if (match === null) return null
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return isDate(year, month, day) ? dayOf(year, month, day) : null
}
