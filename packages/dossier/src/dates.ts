/** Dates as a dossier writes them: `2018`, `2018-05`, `2018-05-08`, and for due dates `2020-11-10T00:00+03:00`. */

export const DATE = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/
export const DATE_TIME = /^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2}))?)?)?$/
export const DAY = /^\d{4}-\d{2}-\d{2}$/

/** True when the day and the hour exist: not 2021-02-30, not 25:00. `date` matches DATE_TIME. */
export function existsInCalendar(date: string): boolean {
  const [year, month = 1, day = 1] = date.slice(0, 10).split('-').map(Number)
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return false
  const time = date.slice(11)
  return time === '' || (Number(time.slice(0, 2)) < 24 && Number(time.slice(3, 5)) < 60)
}

/** Days from 1970-01-01 to the first day of a date of any precision. */
export function firstDay(date: string): number {
  const [year, month = 1, day = 1] = date.slice(0, 10).split('-').map(Number)
  return Date.UTC(year, month - 1, day) / 86_400_000
}

/** Days from 1970-01-01 to its last day. */
export function lastDay(date: string): number {
  const [year, month = 12, day = daysIn(year, month)] = date.slice(0, 10).split('-').map(Number)
  return Date.UTC(year, month - 1, day) / 86_400_000
}

/** `days` from 1970-01-01 as `2018-05-08`. */
export function dayText(days: number): string {
  return new Date(days * 86_400_000).toISOString().slice(0, 10)
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}
