/** When a stipulation is due, as it stood on a given day: amendments have dates, too. All dates are ISO strings. */
import type { Stipulation } from '../dossier.ts'
import { daysInMonth } from '../times/calendar.ts'

export type DueDates = Pick<Stipulation, 'due' | 'amendments'>

/** The due date in force on `day`, as written, or null. Of amendments in force since one day the last in the list stands. */
export function dueOn(stipulation: DueDates, day: string): string | null {
  let due = stipulation.due
  let since = ''
  for (const amendment of stipulation.amendments) {
    const start = lastDayOf(amendment.since)
    if (start > day || start < since) continue
    due = amendment.due
    since = start
  }
  return due
}

/** The last day of a date of any precision, `2015` -> `2015-12-31`; a time of day is left out. */
export function lastDayOf(date: string): string {
  const [year, month, day] = date.slice(0, 10).split('-')
  if (day !== undefined) return `${year}-${month}-${day}`
  if (month !== undefined) return `${year}-${month}-${daysInMonth(Number(year), Number(month))}`
  return `${year}-12-31`
}

/** The same day `months` earlier, or the last of that month where it has no such day: a month before 31 March is 28 or 29 February. */
export function monthsBefore(day: string, months: number): string {
  const [year, month, dayOfMonth] = day.split('-').map(Number)
  const count = year * 12 + month - 1 - months
  const toYear = Math.floor(count / 12)
  const toMonth = count - toYear * 12 + 1
  const to = Math.min(dayOfMonth, daysInMonth(toYear, toMonth))
  return `${String(toYear).padStart(4, '0')}-${String(toMonth).padStart(2, '0')}-${String(to).padStart(2, '0')}`
}
