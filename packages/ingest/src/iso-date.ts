/** Dates of publication: `2021-11-26` or `2021-11-26T18:30`, with seconds and offset where they are known. */

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(?:Z|[+-](\d{2}):(\d{2}))?)?$/

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** True for a day, or a day and a time, that the calendar has: 2021-02-30 is none. */
export function isIsoDate(value: string): boolean {
  const match = SHAPE.exec(value)
  if (match === null) return false
  const [year, month, day, hour, minute, second, offsetHour, offsetMinute] = match
    .slice(1)
    .map(part => Number(part ?? 0))
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return false
  // 60 is a leap second.
  return hour < 24 && minute < 60 && second <= 60 && offsetHour < 24 && offsetMinute < 60
}

function daysIn(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return month === 2 && isLeap ? 29 : DAYS[month - 1]
}

/**
 * The ISO form of a date as pages write it for machines: `2021-11-26 18:30:00+0300`, `20211126T1830`, `26.11.2021 18:30`,
 * `Fri, 26 Nov 2021 18:30:00 +0300`. null when it is none of these or no real date. The day stays the one written: no
 * conversion between time zones.
 */
export function toIsoDate(written: string): string | null {
  const value = written.trim()
  if (isIsoDate(value)) return value
  for (const shape of LOOSE_SHAPES) {
    const parts = shape.exec(value)?.groups
    if (parts === undefined) continue
    const month = /^\d+$/.test(parts.month) ? parts.month : String(1 + MONTHS.indexOf(parts.month.toLowerCase()))
    const day = `${parts.year}-${month.padStart(2, '0')}-${parts.day.padStart(2, '0')}`
    const iso = parts.hour === undefined ? day : `${day}T${parts.hour.padStart(2, '0')}:${clock(parts)}${zone(parts)}`
    return isIsoDate(iso) ? iso : null
  }
  return null
}

// The month names of RFC 5322, which is English whatever the page's language.
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const TIME = String.raw`(?:[T ,]+(?<hour>\d{1,2}):?(?<minute>\d{2})(?::?(?<second>\d{2})(?:\.\d+)?)?\s*(?<zone>Z|GMT|UTC|[+-]\d{2}:?\d{2})?)?`
const LOOSE_SHAPES = [
  new RegExp(String.raw`^(?<year>\d{4})[-/.]?(?<month>\d{2})[-/.]?(?<day>\d{2})${TIME}$`),
  new RegExp(String.raw`^(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})${TIME}$`),
  new RegExp(String.raw`^(?:[A-Za-z]{3}, )?(?<day>\d{1,2}) (?<month>[A-Za-z]{3}) (?<year>\d{4})${TIME}$`),
]

type Parts = Readonly<Record<string, string | undefined>>

function clock(parts: Parts): string {
  return parts.second === undefined ? `${parts.minute}` : `${parts.minute}:${parts.second}`
}

function zone(parts: Parts): string {
  if (parts.zone === undefined) return ''
  if (!/^[+-]/.test(parts.zone)) return 'Z'
  return `${parts.zone.slice(0, 3)}:${parts.zone.slice(-2)}`
}
