/** Rules for amounts of time, and for moments told by them: «два года», «полчаса», «год назад», «три дня спустя», «через неделю». */
import { ADJECTIVAL, GENT, NOUN, PLTM, PLUR } from '../words/grammar.ts'
import { readNumber, readOrder } from './read-number.ts'
import { durationOf, type FoundTime, fixed, precisionOf, type Said } from './said.ts'
import type { TimeReader } from './time-reader.ts'
import {
  AFTER,
  AGO,
  AMOUNT,
  AND,
  APPROXIMATELY,
  AT_YEAR_MARK,
  DURING,
  EARLIER,
  ELAPSING,
  LASTING_BEFORE,
  LATER,
  NOT,
  NUMERAL,
  NUMERAL_PAIR,
  PREPOSITION_ABOUT,
  PREPOSITION_AFTER,
  PREPOSITION_FROM,
  PREPOSITION_IN,
  PREPOSITION_ON,
  PREPOSITION_OUT_OF,
  PREPOSITION_UP_TO,
  PREPOSITION_WITHIN,
  SAME_LENGTH,
  THAN,
  UNIT,
  UNIT_ADJECTIVE,
  UNITS,
  UNMEASURED,
  type Unit,
  VAGUE_AMOUNT,
} from './time-words.ts'

interface Amount {
  /** Null for a vague one. */
  readonly amount: number | null
  readonly unit: Unit
  /** A smaller unit after the first: «год и два месяца»; or '' */
  readonly more: string
  /** The value of a set phrase: P6M; or ''. */
  readonly whole: string
  readonly to: number
}

/** «два года», «несколько дней», «полтора часа», «1 год 5 месяцев», «полгода» */
function readAmount(reader: TimeReader, token: number): Amount | null {
  const phrase = reader.wording(token, AMOUNT)
  if (phrase !== null) return { amount: 1, unit: 'Y', more: '', whole: phrase.sense.text, to: phrase.to }
  if (reader.has(token, VAGUE_AMOUNT)) {
    // «считанные», «долгие несколько»: one vague word is enough.
    const at = reader.has(token + 1, VAGUE_AMOUNT) ? token + 2 : token + 1
    const unit = unitAt(reader, at)
    return unit === null || unit === 'WE' ? null : { amount: null, unit, more: '', whole: '', to: at + 1 }
  }
  const number = readNumber(reader, token)
  if (number !== null) {
    const at = endOfKind(reader, number.to)
    const unit = unitAt(reader, at)
    if (unit === null || unit === 'WE') return null
    // «на 97-м году», «в 33 году» count nothing; «к 21 году» does.
    if (reader.has(at, AT_YEAR_MARK) && (number.value % 10 !== 1 || reader.figuredWord(token) !== null)) return null
    return withMore(reader, number.value, unit, withAbbreviationDot(reader, at + 1))
  }
  // «лет пять», «часа два»: about so many.
  const unit = unitAt(reader, token)
  if (
    unit !== null &&
    (reader.tokens.form[token].agr & GENT) !== 0 &&
    reader.continues(token + 1) &&
    reader.has(token + 1, NUMERAL)
  ) {
    const inverted = readNumber(reader, token + 1)
    if (inverted !== null && unitAt(reader, inverted.to) === null) {
      return { amount: inverted.value, unit, more: '', whole: '', to: inverted.to }
    }
  }
  return null
}

/** «рабочих», «календарных», «полных»: one adjective in the genitive plural may stand before the unit. */
function endOfKind(reader: TimeReader, token: number): number {
  if (unitAt(reader, token) !== null || !reader.isWord(token) || unitAt(reader, token + 1) === null) return token
  const { agr, readings } = reader.tokens.form[token]
  const adjective = readings.some(reading => (reading.pos & ADJECTIVAL) !== 0)
  return adjective && (agr & PLUR) !== 0 ? token + 1 : token
}

function unitAt(reader: TimeReader, token: number): Unit | null {
  if (!reader.continues(token)) return null
  const unit = reader.sense(token, UNIT)
  return unit === null ? null : UNITS[unit.value]
}

/** `30 мин.`, `14 ч.`: a dot that does not end the sentence. */
function withAbbreviationDot(reader: TimeReader, to: number): number {
  if (reader.code(to) !== 0x2e || !reader.isAttached(to) || to + 1 >= reader.tokens.count) return to
  return reader.sentenceOf(to) === reader.sentenceOf(to + 1) ? to + 1 : to
}

/** «1 год 5 месяцев», «два часа и тридцать минут» */
function withMore(reader: TimeReader, amount: number, unit: Unit, to: number): Amount {
  const at = reader.has(to, AND) ? to + 1 : to
  const next = reader.continues(at) ? readNumber(reader, at) : null
  const smaller = next === null ? null : unitAt(reader, next.to)
  if (next === null || smaller === null || UNITS.indexOf(smaller) >= UNITS.indexOf(unit) || amount % 1 !== 0) {
    return { amount, unit, more: '', whole: '', to }
  }
  return {
    amount,
    unit,
    more: durationOf(next.value, smaller),
    whole: '',
    to: withAbbreviationDot(reader, next.to + 1),
  }
}

function isoOf(read: Amount): string {
  if (read.whole !== '') return read.whole
  const value = durationOf(read.amount, read.unit)
  if (read.more === '') return value
  // P1Y and P5M are P1Y5M, P1D and PT6H are P1DT6H, PT2H and PT30M are PT2H30M.
  const more = read.more.slice(1)
  return value.includes('T') && more.startsWith('T') ? value + more.slice(1) : value + more
}

function saidOf(read: Amount): Said {
  const vague = read.amount === null
  return fixed('duration', isoOf(read), vague ? 'vague' : precisionOf(read.unit))
}

/** Amount and unit of a set phrase as well: P6M is six months. */
function shiftOf(read: Amount): { amount: number | null; unit: Unit } {
  const match = /^P(T?)([\d.]+)([A-Z])$/.exec(read.whole)
  return match === null ? read : { amount: Number(match[2]), unit: (match[1] + match[3]) as Unit }
}

/** Words before an amount that belong to it: «почти», «более чем», «не менее»; the token after them. */
function endOfApproximation(reader: TimeReader, token: number): number {
  let at = token
  if (reader.has(at, NOT) && reader.has(at + 1, APPROXIMATELY)) at++
  for (let i = 0; i < 2 && reader.has(at, APPROXIMATELY); i++) at++
  if (at > token && reader.code(at) === 0x2c && reader.has(at + 1, THAN)) at++
  if (at > token && reader.has(at, THAN)) at++
  return at
}

/** «два года», «почти полгода», «более 10 лет», «несколько минут»; with «назад», «спустя», «ранее» a moment. */
export function duration(reader: TimeReader, token: number): FoundTime[] | null {
  const start = endOfApproximation(reader, token)
  const read = readAmount(reader, start) ?? readBareUnit(reader, start, start > token)
  if (read === null) return null
  const moment = readMoment(reader, token, read)
  if (moment !== null) return [moment]
  return [{ from: token, to: read.to, said: saidOf(read), rule: 'times/duration' }]
}

/** «год» in «за год», «на неделю», «через месяц», «в течение суток», «год назад», «почти год»: an amount of one without a number. */
function readBareUnit(reader: TimeReader, token: number, approximate: boolean): Amount | null {
  const unit = unitOf(reader, token)
  if (unit === null || unit === 'WE') return null
  const before = token - 1
  const many = reader.isPlural(token)
  const to = token + 1
  const amount = (value: number | null): Amount => {
    const half = value === 1 ? readHalfAfter(reader, to) : to
    if (half > to) return { amount: 1.5, unit, more: '', whole: '', to: half }
    return value === 1 ? withMore(reader, 1, unit, to) : { amount: value, unit, more: '', whole: '', to }
  }
  const during = reader.has(before, DURING)
  if (many && !isOne(reader, token)) return during ? amount(null) : null
  if (during || approximate || isMomentAt(reader, to)) return amount(1)
  if (reader.has(before, AFTER) || reader.has(before, LASTING_BEFORE)) return amount(1)
  if (reader.has(before, ELAPSING) || (reader.continues(to) && reader.has(to, ELAPSING))) return amount(1)
  const measured =
    reader.has(before, PREPOSITION_WITHIN) ||
    reader.has(before, PREPOSITION_ON) ||
    reader.has(before, PREPOSITION_ABOUT)
  if (!measured) {
    // «год и два месяца» counts one by what follows, «сутки» by themselves.
    const more = withMore(reader, 1, unit, to)
    if (more.more !== '') return more
    return many && !reader.has(before, PREPOSITION_IN) && !isAttribute(reader, before) ? amount(1) : null
  }
  // «на час пик», «на день рождения»: the unit has a genitive of its own.
  if (reader.has(before, PREPOSITION_ON) && isNamed(reader, to)) return null
  return amount(1)
}

function unitOf(reader: TimeReader, token: number): Unit | null {
  const unit = reader.sense(token, UNIT)
  return unit === null ? null : UNITS[unit.value]
}

/** «сутки» */
function isOne(reader: TimeReader, token: number): boolean {
  if (unitOf(reader, token) !== 'D') return false
  return reader.tokens.form[token].readings.some(reading => (reading.lex & PLTM) !== 0)
}

/** «вторые сутки» */
function isAttribute(reader: TimeReader, token: number): boolean {
  return reader.isWord(token) && (reader.tokens.form[token].pos & ADJECTIVAL) !== 0
}

function isNamed(reader: TimeReader, token: number): boolean {
  if (!reader.continues(token) || !reader.isWord(token)) return false
  const { readings } = reader.tokens.form[token]
  return readings.every(reading => (reading.pos & NOUN) !== 0 && (reading.agr & GENT) !== 0)
}

function readHalfAfter(reader: TimeReader, to: number): number {
  const half = readNumber(reader, to)
  return half !== null && half.value === 0.5 ? half.to : to
}

function isMomentAt(reader: TimeReader, token: number): boolean {
  if (!reader.continues(token)) return false
  return reader.wording(token, AGO) !== null || reader.has(token, LATER) || reader.has(token, EARLIER)
}

/** «два года назад», «три дня спустя», «неделей ранее», «через месяц» */
function readMoment(reader: TimeReader, from: number, read: Amount): FoundTime | null {
  const { amount, unit } = shiftOf(read)
  const at = read.to
  if (reader.continues(at)) {
    const ago = reader.wording(at, AGO)
    if (ago !== null)
      return { from, to: ago.to, said: { kind: 'shift', amount, unit, sign: -1, from: 'now' }, rule: 'times/ago' }
    if (reader.has(at, LATER) && !reader.has(at + 1, THAN)) {
      return { from, to: at + 1, said: { kind: 'shift', amount, unit, sign: 1, from: 'told' }, rule: 'times/later' }
    }
    if (reader.has(at, EARLIER) && !reader.has(at + 1, THAN)) {
      return { from, to: at + 1, said: { kind: 'shift', amount, unit, sign: -1, from: 'told' }, rule: 'times/earlier' }
    }
  }
  if (!reader.has(from - 1, AFTER)) return null
  // «через два часа после взрыва» measures from another moment: an amount.
  if (reader.has(at, PREPOSITION_AFTER)) return null
  return { from, to: at, said: { kind: 'shift', amount, unit, sign: 1, from: 'tense' }, rule: 'times/in-a-while' }
}

/** «10–15 лет», «5-7 дней», «от двух до пяти лет»: two amounts of one unit; also «два-три дня» in one word. */
export function durationRange(reader: TimeReader, token: number): FoundTime[] | null {
  const rule = 'times/duration-range'
  const pair = reader.sense(token, NUMERAL_PAIR)
  if (pair !== null) {
    const unit = unitAt(reader, token + 1)
    if (unit === null) return null
    const start = reader.tokens.start[token]
    const hyphen = start + reader.tokens.form[token].text.indexOf('-')
    const said = (amount: number) => fixed('duration', durationOf(amount, unit), precisionOf(unit))
    return [
      { from: token, to: token + 1, start, end: hyphen, said: said(Math.floor(pair.value / 1000)), rule },
      { from: token, to: token + 2, start: hyphen + 1, said: said(pair.value % 1000), rule },
    ]
  }
  const first = readNumber(reader, token)
  if (first === null) return fromOneUnit(reader, token)
  if (!reader.continues(first.to)) return null
  const dash = reader.isDash(first.to)
  const upTo =
    reader.has(first.to, PREPOSITION_UP_TO) &&
    (reader.has(token - 1, PREPOSITION_FROM) || reader.has(token - 1, PREPOSITION_OUT_OF))
  const or = reader.has(first.to, AND)
  if (!dash && !upTo && !or) return null
  const second = reader.continues(first.to + 1) ? readAmount(reader, first.to + 1) : null
  if (second === null || second.amount === null || second.whole !== '' || second.amount <= first.value) return null
  const said = fixed('duration', durationOf(first.value, second.unit), precisionOf(second.unit))
  return [
    { from: token, to: first.to, said, rule },
    { from: first.to + 1, to: second.to, said: saidOf(second), rule },
  ]
}

/** «от года до пяти лет» */
function fromOneUnit(reader: TimeReader, token: number): FoundTime[] | null {
  const unit = unitOf(reader, token)
  if (unit === null || !reader.has(token - 1, PREPOSITION_OUT_OF) || !reader.has(token + 1, PREPOSITION_UP_TO))
    return null
  const second = readAmount(reader, token + 2)
  if (second === null || reader.isPlural(token)) return null
  const rule = 'times/duration-range'
  return [
    { from: token, to: token + 1, said: fixed('duration', durationOf(1, unit), precisionOf(unit)), rule },
    { from: token + 2, to: second.to, said: saidOf(second), rule },
  ]
}

/** «43-летний», «трёхдневный», «29 летнего» */
export function unitAdjective(reader: TimeReader, token: number): FoundTime[] | null {
  const rule = 'times/unit-adjective'
  const sense = reader.sense(token, UNIT_ADJECTIVE)
  const found = (amount: number, unit: Unit, to: number): FoundTime[] => [
    { from: token, to, said: fixed('duration', durationOf(amount, unit), precisionOf(unit)), rule },
  ]
  if (sense !== null) return found(sense.value, sense.text as Unit, token + 1)
  const word = reader.figuredWord(token)
  if (word !== null) {
    const unit = adjectiveUnit(reader, word.rest)
    return unit === null ? null : found(word.value, unit, token + 1)
  }
  if (
    !reader.isNumber(token) ||
    reader.figures(token) >= 4 ||
    !reader.continues(token + 1) ||
    !reader.isWord(token + 1)
  )
    return null
  const unit = adjectiveUnit(reader, reader.tokens.form[token + 1].folded)
  // «11 часовых поясов» are no hours.
  return unit === null || unit.startsWith('T') ? null : found(reader.value(token), unit, token + 2)
}

/** Unit of «летний», «дневного»: a stem of the table and an adjective's end of two or three letters. */
function adjectiveUnit(reader: TimeReader, word: string): Unit | null {
  for (const { stem, unit } of reader.words.unitStems) {
    const end = word.length - stem.length
    if (end >= 2 && end < 4 && word.startsWith(stem)) return unit
  }
  return null
}

/** «долгое время»: a length that nothing measures. */
export function unmeasured(reader: TimeReader, token: number): FoundTime[] | null {
  const start = endOfApproximation(reader, token)
  const match = reader.wording(start, UNMEASURED)
  if (match === null) return sameLength(reader, token)
  return [{ from: token, to: match.to, said: fixed('duration', null, 'vague'), rule: 'times/unmeasured' }]
}

/** «за то же время» */
function sameLength(reader: TimeReader, token: number): FoundTime[] | null {
  const match = reader.wording(token, SAME_LENGTH)
  if (match === null || !reader.has(token - 1, PREPOSITION_WITHIN)) return null
  return [{ from: token, to: match.to, said: { kind: 'same-length' }, rule: 'times/same-length' }]
}

/** «на 67-й минуте»: a moment of a match, whose beginning nobody tells. */
export function minuteOfMatch(reader: TimeReader, token: number): FoundTime[] | null {
  const order = readOrder(reader, token)
  if (order === null || reader.isNumber(token) || !reader.has(token - 1, PREPOSITION_ON)) return null
  const unit = unitAt(reader, order.to)
  if (unit !== 'TM' || reader.isPlural(order.to)) return null
  return [{ from: token, to: order.to + 1, said: fixed('time', null, 'minute'), rule: 'times/minute-of-match' }]
}
