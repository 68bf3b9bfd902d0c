/** Where times lie on the chart: a window of the calendar, ticks from years to hours. Instants are milliseconds since 1970 in UTC; values of the record have no zone. */
import { dayRange } from '@parley/core'
import { utcTicks } from 'd3-time'

export const DAY = 86_400_000
const HOUR = 3_600_000

/** `[from, until)`, in milliseconds. */
export interface Stretch {
  readonly from: number
  readonly until: number
}

/** The stretch of a value: an hour, a day, a month; null for what has no place in the calendar. */
export function stretchOf(value: string | null): Stretch | null {
  if (value === null) return null
  const range = dayRange(value)
  if (range === null) return null
  const from = instant(range.first)
  const [, hours, minutes] = /T(\d{2})(?::(\d{2}))?/.exec(value) ?? []
  if (hours === undefined) return { from, until: instant(range.last) + DAY }
  const at = from + Number(hours) * HOUR + Number(minutes ?? 0) * 60_000
  return { from: at, until: at + (minutes === undefined ? HOUR : 60_000) }
}

/** Whole days from the last day of `time` until the day of a report; below 0 where it looks ahead to the first; 0 within, and for what has no day. */
export function daysAfter(time: string | null, reported: string): number {
  const [happened, told] = [time === null ? null : dayRange(time), dayRange(reported)]
  if (happened === null || told === null) return 0
  const days = (from: string, until: string): number => (instant(until) - instant(from)) / DAY
  if (told.first > happened.last) return days(happened.last, told.first)
  return told.last < happened.first ? -days(told.last, happened.first) : 0
}

/** What a value is precise to. */
export type Precision = 'hour' | 'partOfDay' | 'day' | 'week' | 'month' | 'part' | 'year'

export function precisionOf(value: string): Precision | null {
  if (dayRange(value) === null) return null
  if (/T\d/.test(value)) return 'hour'
  if (/T\w/.test(value)) return 'partOfDay'
  if (/^\d{4}-\d{2}-\d{2}/.test(value)) return 'day'
  if (/^\d{4}-W/.test(value)) return 'week'
  if (/^\d{4}-\d{2}$/.test(value)) return 'month'
  return /^\d{4}$/.test(value) ? 'year' : 'part'
}

/** `day`: ISO. */
export function instant(day: string): number {
  return Date.parse(`${day}T00:00Z`)
}

function isoDayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10)
}

/** The days of a window as an address holds them, both included. */
export function daysOf({ from, until }: Stretch): { readonly from: string; readonly until: string } {
  return { from: isoDayOf(from), until: isoDayOf(until - 1) }
}

/** Days that a window may be long: each step of the zoom. */
const STEPS = [1, 7, 31, 92, 366, 3 * 366, 10 * 366, 50 * 366]

/** The next step closer or farther round the middle, in whole days; null where there is none. */
export function zoomed({ from, until }: Stretch, way: 'in' | 'out'): Stretch | null {
  const days = (until - from) / DAY
  const step = way === 'in' ? STEPS.findLast(step => step < days) : STEPS.find(step => step > days)
  if (step === undefined) return null
  const middle = (from + until) / 2
  const first = Math.floor((middle - (step * DAY) / 2) / DAY) * DAY
  return { from: first, until: first + step * DAY }
}

/** Moved by half of itself, by a day at least. */
export function moved({ from, until }: Stretch, way: 'earlier' | 'later'): Stretch {
  const by = Math.max(Math.round((until - from) / 2 / DAY), 1) * DAY * (way === 'later' ? 1 : -1)
  return { from: from + by, until: until + by }
}

/** Percent of the chart's width; beyond 0 and 100 for what lies outside. A margin keeps marks on the ends whole. */
export function placeIn({ from, until }: Stretch, at: number): number {
  return MARGIN + ((100 - 2 * MARGIN) * (at - from)) / (until - from)
}

/** The instant at a percent of the chart's width. */
export function instantAt({ from, until }: Stretch, percent: number): number {
  return from + ((until - from) * (percent - MARGIN)) / (100 - 2 * MARGIN)
}

const MARGIN = 2

export interface Tick {
  readonly at: number
  readonly label: string
}

/** About nine, on whole years, months, days or hours; each named by the largest unit it begins. */
export function ticksOf({ from, until }: Stretch, language: string): Tick[] {
  const locale = language === 'en' ? 'en-GB' : language
  return utcTicks(new Date(from), new Date(until), 9).map(date => ({
    at: date.getTime(),
    label: new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...formatOf(date, until - from) }).format(date),
  }))
}

function formatOf(date: Date, length: number): Intl.DateTimeFormatOptions {
  if (length > 3 * DAY && date.getUTCHours() === 0 && date.getUTCDate() === 1) {
    return date.getUTCMonth() === 0 ? { year: 'numeric' } : { month: 'short' }
  }
  if (date.getUTCHours() === 0 && date.getUTCMinutes() === 0) return { day: 'numeric', month: 'short' }
  return { hour: '2-digit', minute: '2-digit' }
}
