/** Hours as written: `14:00`, «в 9 часов утра», «8 утра», «в половине десятого», «без четверти пять», «полдень». */
import { ACCS, GENT, LOCT } from '../words/grammar.ts'
import { readNumber, readOrdinal } from './read-number.ts'
import type { TimeReader } from './time-reader.ts'
import {
  CLOCK_WORD,
  DAY_PART_NOUN,
  HALF_HOUR,
  MINUTES,
  O_CLOCK,
  PREPOSITION_ABOUT,
  PREPOSITION_AFTER,
  PREPOSITION_FROM,
  PREPOSITION_IN,
  PREPOSITION_ON,
  PREPOSITION_TO,
  PREPOSITION_UP_TO,
  QUARTER_HOUR,
  UNIT,
  WITHOUT,
  ZONE,
} from './time-words.ts'

export interface ReadClock {
  /** `T09:30`; `T14` where the words give no minutes is written `T14:00` all the same. */
  readonly clock: string
  readonly to: number
}

const COLON = 0x3a
const DOT = 0x2e

/** The hour that begins at `token`, or null. What stands before decides between «в 3 часа» and «3 часа» of work. */
export function readClock(reader: TimeReader, token: number): ReadClock | null {
  return readDigital(reader, token) ?? readWord(reader, token) ?? readHalf(reader, token) ?? readHours(reader, token)
}

/** `14:00`, `14.00`, `9:30 утра`, `15:30:05 мск`. */
function readDigital(reader: TimeReader, token: number): ReadClock | null {
  const hours = reader.value(token)
  if (hours === -1 || hours >= 25 || reader.figures(token) >= 3) return null
  const separator = reader.code(token + 1)
  if (separator !== COLON && separator !== DOT) return null
  if (!reader.isAttached(token + 1) || !reader.isAttached(token + 2) || reader.figures(token + 2) !== 2) return null
  const minutes = reader.value(token + 2)
  if (minutes >= 60) return null
  let to = token + 3
  let seconds = -1
  if (
    reader.code(to) === separator &&
    reader.isAttached(to) &&
    reader.isAttached(to + 1) &&
    reader.figures(to + 1) > 0
  ) {
    if (separator === DOT || reader.figures(to + 1) !== 2) return null // 10.11.20 is a date
    seconds = reader.value(to + 1)
    to += 2
  }
  const bare = to
  if (reader.continues(to) && reader.has(to, O_CLOCK)) to++
  const part = partOfDay(reader, to)
  if (part !== '') to++
  to = endOfZone(reader, to)
  // A colon may part the goals of a match, a dot decimals: then something must say that it is an hour.
  const said = to > bare || isHourPreposition(reader, token - 1)
  if (!said && (separator === DOT || reader.figures(token) < 2)) return null
  if (!said && reader.isAttached(token) && reader.code(token - 1) !== 0x28) return null
  if (to === bare && isCounted(reader, to)) return null
  return { clock: clockOf(hourOfDay(hours, part), minutes, seconds), to }
}

/** `2.50 раза`, `9.30 процента`: what follows is counted. */
function isCounted(reader: TimeReader, token: number): boolean {
  return reader.code(token) === 0x25 || (reader.continues(token) && reader.has(token, UNIT))
}

/** «полдень», «полночь» */
function readWord(reader: TimeReader, token: number): ReadClock | null {
  const word = reader.sense(token, CLOCK_WORD)
  return word === null ? null : { clock: word.text, to: token + 1 }
}

/** «половине десятого утра», «четверть пятого», «без четверти пять», «без десяти минут три» */
function readHalf(reader: TimeReader, token: number): ReadClock | null {
  let minutes = 0
  let hour = -1
  let to = token
  if (reader.has(token, WITHOUT)) {
    if (reader.has(token + 1, QUARTER_HOUR)) {
      minutes = 45
      to = token + 2
    } else {
      const less = readNumber(reader, token + 1)
      if (less === null || less.value >= 30) return null
      minutes = 60 - less.value
      to = reader.has(less.to, MINUTES) ? less.to + 1 : less.to
    }
    const whole = readNumber(reader, to)
    if (whole === null || whole.value < 1 || whole.value >= 25) return null
    hour = whole.value - 1
    to = whole.to
    if (reader.has(to, O_CLOCK)) to++
  } else {
    if (reader.has(token, HALF_HOUR)) minutes = 30
    else if (reader.has(token, QUARTER_HOUR)) minutes = 15
    else return null
    // «в половине десятого»: half of the tenth hour
    const begun = readOrdinal(reader, token + 1)
    if (begun === null || begun.value < 1 || begun.value >= 13) return null
    hour = begun.value - 1
    to = begun.to
    const part = partOfDay(reader, to)
    if (part === '' && !isHourPreposition(reader, token - 1)) return null
  }
  const part = partOfDay(reader, to)
  if (part !== '') to++
  return { clock: clockOf(hourOfDay(hour, part), minutes, -1), to: endOfZone(reader, to) }
}

/** «9 часов утра», «8 утра», «час дня», «14 часов 30 минут»: without a part of the day only after a preposition of hours. */
function readHours(reader: TimeReader, token: number): ReadClock | null {
  let to = token
  let hour = 1
  const hourless = reader.has(token, O_CLOCK)
  if (!hourless) {
    const number = readNumber(reader, token)
    if (number === null || number.value < 0 || number.value >= 25 || !Number.isInteger(number.value)) return null
    hour = number.value
    to = number.to
  }
  let minutes = 0
  const marked = reader.continues(to) && reader.has(to, O_CLOCK)
  if (marked) {
    to = reader.code(to + 1) === DOT && reader.isAttached(to + 1) && isShort(reader, to) ? to + 2 : to + 1
    const more = readNumber(reader, to)
    if (more !== null && more.value < 60 && reader.has(more.to, MINUTES)) {
      minutes = more.value
      to = more.to + 1
      if (reader.code(to) === DOT && reader.isAttached(to) && isShort(reader, to - 1)) to++
    }
  }
  const part = partOfDay(reader, to)
  if (part !== '') {
    // «3 дня» are three days unless hours are named.
    if (!marked && part === 'TAF') return null
    to++
  } else if (!marked || hourless || !isAtHour(reader, token)) {
    // «60 километров в час»: one o'clock asks for its part of the day.
    return null
  }
  return { clock: clockOf(hourOfDay(hour, part), minutes, -1), to: endOfZone(reader, to) }
}

function isShort(reader: TimeReader, token: number): boolean {
  return reader.tokens.end[token] - reader.tokens.start[token] < 4
}

/** «в 14 часов», «к 10 часам»; «с 9 до 18 часов». «До 5 часов», «около 5 часов» are as often amounts. */
function isAtHour(reader: TimeReader, token: number): boolean {
  const before = token - 1
  // «в двух часах езды» is an amount: the hour of day stands in the accusative.
  if (reader.has(before, PREPOSITION_IN)) return !isOnlyLocative(reader, token) && !isOnlyLocative(reader, token + 1)
  if (reader.has(before, PREPOSITION_FROM)) return true
  if (!reader.has(before, PREPOSITION_TO)) return false
  return !reader.has(before, PREPOSITION_UP_TO) || reader.has(before - 2, PREPOSITION_FROM)
}

function isOnlyLocative(reader: TimeReader, token: number): boolean {
  const { agr } = reader.tokens.form[token] ?? { agr: 0 }
  return (agr & LOCT) !== 0 && (agr & (ACCS | GENT)) === 0
}

function isHourPreposition(reader: TimeReader, token: number): boolean {
  return (
    reader.has(token, PREPOSITION_IN) ||
    reader.has(token, PREPOSITION_TO) ||
    reader.has(token, PREPOSITION_FROM) ||
    reader.has(token, PREPOSITION_ON) ||
    reader.has(token, PREPOSITION_ABOUT) ||
    reader.has(token, PREPOSITION_AFTER)
  )
}

/** Part of the day named after an hour: «утра», «дня»; '' when none is. */
function partOfDay(reader: TimeReader, token: number): string {
  if (!reader.continues(token) || (reader.tokens.form[token].agr & GENT) === 0) return ''
  return reader.sense(token, DAY_PART_NOUN)?.text ?? ''
}

/** «мск», «по московскому времени» */
function endOfZone(reader: TimeReader, token: number): number {
  const zone = reader.continues(token) ? reader.wording(token, ZONE) : null
  return zone === null ? token : zone.to
}

/** Of the 24 hours: «8 вечера» is 20, «12 ночи» 0, «2 дня» 14. */
function hourOfDay(hour: number, part: string): number {
  if (hour >= 13) return hour
  if (part === 'TNI') return hour >= 9 ? (hour + 12) % 24 : hour
  if (part === 'TMO') return hour % 12
  if (part === 'TAF') return hour < 8 ? hour + 12 : hour
  if (part === 'TEV') return hour === 12 ? 0 : hour + 12
  return hour
}

function clockOf(hour: number, minutes: number, seconds: number): string {
  const pad = (value: number) => String(value).padStart(2, '0')
  return `T${pad(hour)}:${pad(minutes)}${seconds === -1 ? '' : `:${pad(seconds)}`}`
}

/** «с 9 до 18 часов»: two hours of the day, the unit after the second alone. */
export function readHourRange(
  reader: TimeReader,
  token: number,
): { readonly first: ReadClock; readonly second: ReadClock; readonly from: number } | null {
  if (!reader.has(token - 1, PREPOSITION_FROM)) return null
  const first = readNumber(reader, token)
  if (first === null || first.value >= 25 || !Number.isInteger(first.value) || !reader.continues(first.to)) return null
  if (!reader.has(first.to, PREPOSITION_TO)) return null
  const from = first.to + 1
  const second = readNumber(reader, from)
  if (second === null || second.value >= 25 || !Number.isInteger(second.value) || !reader.has(second.to, O_CLOCK))
    return null
  const part = partOfDay(reader, second.to + 1)
  const to = endOfZone(reader, part === '' ? second.to + 1 : second.to + 2)
  const clock = (value: number) => clockOf(hourOfDay(value, part), 0, -1)
  return { first: { clock: clock(first.value), to: first.to }, second: { clock: clock(second.value), to }, from }
}
