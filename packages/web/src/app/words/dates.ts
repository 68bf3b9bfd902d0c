/** Days and times as the interface writes them: `26 Nov 2021`, `26 нояб. 2021`. Values stay ISO in fields and in the record. */
import { mondayOf } from '@parley/views'
import type { i18n } from 'i18next'

/** `date`: ISO day, month or year (a clock time behind it is left out). A value of another shape is returned as it stands. */
export function formatDay(date: string, language: string): string {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?$/.exec(date)
  if (match === null) return date
  const [, year, month, day] = match
  if (month === undefined) return year
  const parts: Intl.DateTimeFormatOptions = {
    year: 'numeric',
    month: 'short',
    ...(day === undefined ? {} : { day: 'numeric' }),
  }
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)))
  const locale = language === 'en' ? 'en-GB' : language
  return new Intl.DateTimeFormat(locale, { ...parts, timeZone: 'UTC' }).format(at).replace(/\s*г\.$/, '')
}

const SEASONS = ['SP', 'SU', 'FA', 'WI']
const REFERENCES: Readonly<Record<string, string>> = {
  PRESENT_REF: 'time.present',
  PAST_REF: 'time.past',
  FUTURE_REF: 'time.future',
}

/** A resolved time in words: days, months and years, weeks, seasons, quarters, «now». A value of no known shape is returned as it stands. */
export function formatTime(value: string, { t, language }: Pick<i18n, 't' | 'language'>): string {
  const reference = REFERENCES[value]
  if (reference !== undefined) return t(reference)
  const [, year, kind, number] = /^(\d{4})-(W|Q|H)(\d{1,2})(?:-WE)?$/.exec(value) ?? []
  if (kind === 'W') return t('time.week', { day: formatDay(mondayOf(Number(year), Number(number)), language) })
  if (kind !== undefined) return t(kind === 'Q' ? 'time.quarter' : 'time.half', { number: Number(number), year })
  const [, seasonYear, season] = /^(\d{4})-(\w{2})$/.exec(value) ?? []
  if (season !== undefined && SEASONS.includes(season)) return t(`time.${season}`, { year: seasonYear })
  return formatDay(value, language)
}

/** A whole day that the calendar has: `2021-11-26`. */
export function isIsoDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const at = Date.parse(value)
  // 30 February is taken for a day in March.
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(value)
}

/** A month as narrow as a cell: `Nov 21`, `ноя 21`; three letters hold the column in every language. */
export function formatMonth(date: string, language: string): string {
  const at = new Date(`${date.slice(0, 7)}-01T00:00Z`)
  const month = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { month: 'short', timeZone: 'UTC' })
  return `${month.format(at).slice(0, 3)} ${date.slice(2, 4)}`
}
