/** The first and the last day that a resolved time may mean: for ordering and for asking whether it falls into a period. */
import { dayOf, daysInMonth, isoDay, weekdayOf } from './calendar.ts'

/** Both included, `YYYY-MM-DD`. */
export interface DayRange {
  readonly first: string
  readonly last: string
}

/** ISO 8601 / TIMEX3 as an analysis gives it; null for what is no stretch of the calendar: a duration, `PAST_REF`, a year unknown. */
export function dayRange(value: string): DayRange | null {
  const slash = value.indexOf('/')
  if (slash > 0) {
    const from = dayRange(value.slice(0, slash))
    const to = dayRange(value.slice(slash + 1))
    return from === null || to === null || to.last < from.first ? null : { first: from.first, last: to.last }
  }
  const date = value.split('T', 1)[0]
  const [, years, rest] = /^([\dX]{4})(?:-(.+))?$/.exec(date) ?? []
  if (years === undefined) return null
  const from = Number(years.replaceAll('X', '0'))
  const to = Number(years.replaceAll('X', '9'))
  if (rest === undefined) return /^\d/.test(years) && from > 0 ? range(from, 1, to, 12) : null
  if (from !== to) return null
  return withinYear(from, rest)
}

function withinYear(year: number, rest: string): DayRange | null {
  const [, month, day] = /^(\d\d)(?:-(\d\d))?$/.exec(rest) ?? []
  if (month !== undefined) {
    if (Number(month) < 1 || Number(month) > 12) return null
    if (day === undefined) return range(year, Number(month), year, Number(month))
    if (Number(day) < 1 || Number(day) > daysInMonth(year, Number(month))) return null
    const iso = isoDay(dayOf(year, Number(month), Number(day)))
    return { first: iso, last: iso }
  }
  const [, kind, number, weekend] = /^([QHW])(\d{1,2})(-WE)?$/.exec(rest) ?? []
  const count = Number(number)
  if (kind === 'Q' && count >= 1 && count < 5) return range(year, count * 3 - 2, year, count * 3)
  if (kind === 'H' && count >= 1 && count < 3) return range(year, count * 6 - 5, year, count * 6)
  if (kind === 'W' && count >= 1 && count < 54) {
    // 4 January lies in the first week.
    const fourth = dayOf(year, 1, 4)
    const monday = fourth - weekdayOf(fourth) + 1 + (count - 1) * 7
    return { first: isoDay(weekend === undefined ? monday : monday + 5), last: isoDay(monday + 6) }
  }
  const season = SEASONS[rest]
  return season === undefined ? null : range(year + season[0], season[1], year + season[2], season[3])
}

// Years before and after, and months. The winter of a year is the one that ends or the one that begins in it.
const SEASONS: Readonly<Record<string, readonly [fromYear: number, from: number, toYear: number, to: number]>> = {
  SP: [0, 3, 0, 5],
  SU: [0, 6, 0, 8],
  FA: [0, 9, 0, 11],
  WI: [-1, 12, 1, 2],
}

function range(fromYear: number, fromMonth: number, toYear: number, toMonth: number): DayRange {
  return {
    first: isoDay(dayOf(fromYear, fromMonth, 1)),
    last: isoDay(dayOf(toYear, toMonth, daysInMonth(toYear, toMonth))),
  }
}
