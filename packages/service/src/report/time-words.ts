/** A resolved time in words: `2020-11-10` -> `10 Nov 2020`, `P1Y` -> `1 year`. The value itself is the record; this is its reading. */
import { mondayOf } from '@parley/views'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const REFERENCES: Readonly<Record<string, string>> = {
  PRESENT_REF: 'now',
  PAST_REF: 'in the recent past',
  FUTURE_REF: 'in the near future',
}

const PARTS: Readonly<Record<string, string>> = {
  MO: 'morning',
  MI: 'midday',
  DT: 'daytime',
  AF: 'afternoon',
  EV: 'evening',
  NI: 'night',
}

const SEASONS: Readonly<Record<string, string>> = { SP: 'spring', SU: 'summer', FA: 'autumn', WI: 'winter' }
const ORDINALS = ['first', 'second', 'third', 'fourth']

const UNITS: Readonly<Record<string, string>> = {
  Y: 'year',
  Q: 'quarter',
  M: 'month',
  W: 'week',
  D: 'day',
  E: 'decade',
  C: 'century',
  WE: 'weekend',
  TH: 'hour',
  TM: 'minute',
  TS: 'second',
}

/** `value`: ISO 8601 or TIMEX3, as in an analysis. A value of no known shape is returned as it stands. */
export function describeTime(value: string): string {
  return REFERENCES[value] ?? describeDuration(value) ?? describeDate(value) ?? value
}

/** A day or a day with a clock time as a document gives it: `26 Nov 2021, 18:30`. */
export function describeDay(date: string): string {
  return describeDate(date.replace(/(T\d{2}:\d{2}).*$/, '$1')) ?? date
}

function describeDate(value: string): string | null {
  const [date, clock] = value.split('T', 2)
  const day = describeCalendar(date)
  if (day === null || clock === undefined) return day
  const part = PARTS[clock]
  if (part !== undefined) return `${part} of ${day}`
  return /^\d{2}(?::\d{2})*/.test(clock) ? `${day}, ${clock.length === 2 ? `${clock}:00` : clock}` : null
}

function describeCalendar(date: string): string | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date)
  if (match !== null) {
    const [, year, month, day] = match
    const name = month === undefined ? '' : MONTHS[Number(month) - 1]
    return [day === undefined ? '' : String(Number(day)), name, year].filter(part => part !== '').join(' ')
  }
  const [, year, kind, number] = /^(\d{4})-(W|Q|H)(\d{1,2})(?:-WE)?$/.exec(date) ?? []
  if (kind === 'W')
    return `${date.endsWith('-WE') ? 'weekend' : 'week'} of ${describeCalendar(mondayOf(Number(year), Number(number)))}`
  if (kind === 'Q') return `${ORDINALS[Number(number) - 1]} quarter of ${year}`
  if (kind === 'H') return `${ORDINALS[Number(number) - 1]} half of ${year}`
  const [, seasonYear, season] = /^(\d{4})-(SP|SU|FA|WI)$/.exec(date) ?? []
  if (season !== undefined) return `${SEASONS[season]} of ${seasonYear}`
  if (/^\d{3}X$/.test(date)) return `the ${date.slice(0, 3)}0s`
  if (/^\d{2}XX$/.test(date)) return `the ${date.slice(0, 2)}00s`
  return null
}

function describeDuration(value: string): string | null {
  if (!value.startsWith('P')) return null
  const parts: string[] = []
  let isTime = false
  const pattern = /T|(\d+(?:[.,]\d+)?|X+)(WE|[A-Z])/y
  pattern.lastIndex = 1
  for (let match = pattern.exec(value); match !== null; match = pattern.exec(value)) {
    const [whole, amount, letter] = match
    if (whole === 'T') isTime = true
    else {
      const unit = UNITS[isTime ? `T${letter}` : letter]
      if (unit === undefined) return null
      parts.push(amount.startsWith('X') ? `some ${plural(unit)}` : `${amount} ${amount === '1' ? unit : plural(unit)}`)
    }
    if (pattern.lastIndex === value.length) return parts.length === 0 ? null : parts.join(' ')
  }
  return null
}

function plural(unit: string): string {
  return unit === 'century' ? 'centuries' : `${unit}s`
}
