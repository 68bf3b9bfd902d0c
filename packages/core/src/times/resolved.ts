/** A value on the calendar, and what the story then tells of. */
import type { Precision, TimeType } from '../analysis.ts'
import { dateOf, isoDay, isoMonth, isoYear } from './calendar.ts'
import type { CalendarSaid } from './said.ts'

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

export function unresolved(type: TimeType, precision: Precision): Resolved {
  return { type, value: null, precision, told: null }
}

export function ofDay(day: number, said: CalendarSaid): Resolved {
  const told = dateOf(day)
  const iso = isoDay(day)
  if (said.clock !== '') return { type: 'time', value: iso + said.clock, precision: precisionOfClock(said.clock), told }
  if (said.part !== '') return { type: 'time', value: `${iso}T${said.part.slice(1)}`, precision: 'part-of-day', told }
  return { type: 'date', value: iso, precision: 'day', told }
}

function precisionOfClock(clock: string): Precision {
  return clock.length > 6 ? 'second' : 'minute'
}

export function ofMonth(month: number): Resolved {
  const year = Math.floor(month / 12)
  return {
    type: 'date',
    value: isoMonth(month),
    precision: 'month',
    told: { year, month: month - year * 12 + 1, day: 0 },
  }
}

export function ofYear(year: number): Resolved {
  return { type: 'date', value: isoYear(year), precision: 'year', told: { year, month: 0, day: 0 } }
}
