/** What a time expression says before the calendar is asked: the fields its words give, nothing that they leave out. */
import type { Precision, TimeType } from '../analysis.ts'
import type { Unit } from './time-words.ts'

/** Of the year (month, day) the text told of last. */
export const OF_THE_SAME = 1000
/** Of the year of writing, or of that told of last where the text bears no date: `с. г.` */
export const OF_WRITING = 1002
/** The last or the next one, as the tense of the clause has it. */
export const BY_TENSE = 1003
/** The nearest, the past one before one as near: «Tuesday's talks». */
export const NEARER = 1004
/** The coming one: «в ближайший вторник». */
export const COMING = 1001

/** A day, month, season or year, with or without an hour. 0 and '' where nothing is said. */
export interface CalendarSaid {
  readonly kind: 'calendar'
  /** Year as said, or null. */
  year: number | null
  /** Years from now («прошлого года» is -1), OF_THE_SAME, or null. */
  yearShift: number | null
  month: number
  /** Months from now for a day without a month: «5 числа прошлого месяца». */
  monthShift: number | null
  day: number
  weekday: number
  /** Which weekday, month or season: -1 the last, 0 this, 1 the next, OF_THE_SAME, COMING, NEARER, or null. */
  choice: number | null
  /** Days from now, or null: «вчера» is -1. */
  dayShift: number | null
  /** Days from the day told of last, or null: «на следующий день» is 1, «накануне» -1. */
  toldShift: number | null
  season: string
  quarter: number
  half: number
  /** TMO, TAF, TEV, TNI or ''. */
  part: string
  /** `T09:30`, `T14` or ''. */
  clock: string
}

/** A unit of the calendar by its distance from now: «на прошлой неделе», «в этом десятилетии». */
export interface UnitSaid {
  readonly kind: 'unit'
  readonly unit: Unit
  /** Distance in units, OF_THE_SAME or BY_TENSE. */
  readonly shift: number
}

/** An amount of time before or after a moment: «два года назад», «три дня спустя». */
export interface ShiftSaid {
  readonly kind: 'shift'
  /** Null for a vague amount. */
  readonly amount: number | null
  readonly unit: Unit
  readonly sign: 1 | -1
  /** `now`: from the day of speaking. `told`: from the day told of last. `tense`: now in the future tense, an amount else. */
  readonly from: 'now' | 'told' | 'tense'
}

/** A value that the words give whole: durations, sets, references, decades. */
export interface FixedSaid {
  readonly kind: 'fixed'
  readonly type: TimeType
  readonly value: string | null
  readonly precision: Precision
}

/** «за то же время»: as long as the length told of last. */
export interface SameLengthSaid {
  readonly kind: 'same-length'
}

/** «на днях»: the near past or the near future, by the tense. */
export interface TheseDaysSaid {
  readonly kind: 'these-days'
}

export type Said = CalendarSaid | UnitSaid | ShiftSaid | FixedSaid | SameLengthSaid | TheseDaysSaid

export function calendar(fields: Partial<Omit<CalendarSaid, 'kind'>>): CalendarSaid {
  return {
    kind: 'calendar',
    year: null,
    yearShift: null,
    month: 0,
    monthShift: null,
    day: 0,
    weekday: 0,
    choice: null,
    dayShift: null,
    toldShift: null,
    season: '',
    quarter: 0,
    half: 0,
    part: '',
    clock: '',
    ...fields,
  }
}

export function fixed(type: TimeType, value: string | null, precision: Precision): FixedSaid {
  return { kind: 'fixed', type, value, precision }
}

/** A stretch found to be a time expression, not yet resolved. */
export interface FoundTime {
  /** Tokens, half-open. */
  readonly from: number
  readonly to: number
  /** Characters, where they are not those of the tokens: «ноябре» of «ноябре-декабре». */
  readonly start?: number
  readonly end?: number
  readonly said: Said
  readonly rule: string
}

const PRECISION_OF_UNIT: Readonly<Record<Unit, Precision>> = {
  TS: 'second',
  TM: 'minute',
  TH: 'hour',
  D: 'day',
  W: 'week',
  M: 'month',
  Q: 'quarter',
  H: 'quarter',
  Y: 'year',
  E: 'decade',
  C: 'century',
  L: 'century',
  WE: 'week',
}

export function precisionOf(unit: Unit): Precision {
  return PRECISION_OF_UNIT[unit]
}

/** `P2Y`, `PT30M`, `P1.5Y`, `PXD`: an amount of a unit as ISO 8601; null amounts are X. */
export function durationOf(amount: number | null, unit: Unit): string {
  const figure = (factor: number) => (amount === null ? 'X' : String(Math.round(amount * factor * 1000) / 1000))
  if (unit.startsWith('T')) return `PT${figure(1)}${unit[1]}`
  if (unit === 'Q') return `P${figure(3)}M`
  if (unit === 'H') return `P${figure(6)}M`
  if (unit === 'WE') return `P${figure(1)}WE`
  if (unit === 'E') return amount === null ? 'PXDE' : `P${figure(10)}Y`
  if (unit === 'C') return amount === null ? 'PXCE' : `P${figure(100)}Y`
  if (unit === 'L') return amount === null ? 'PXY' : `P${figure(1000)}Y`
  return `P${figure(1)}${unit}`
}
