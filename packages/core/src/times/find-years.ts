/** Rules for years, decades and centuries. */
import { GAP_NONE, KIND_WORD } from '../text/tokens.ts'
import { ADJECTIVAL, GENT, NOMN, NOUN, PLUR } from '../words/grammar.ts'
import { readOrder } from './read-number.ts'
import { afterKind, endOfYearMark, endOfYearsMark, isPlausibleYear, readYear, withDot } from './read-year.ts'
import { calendar, type FoundTime, fixed } from './said.ts'
import type { TimeReader } from './time-reader.ts'
import {
  AFTER_CHRIST,
  AND,
  BEFORE_CHRIST,
  CENTURY_LETTER,
  CENTURY_MARK,
  NUMERAL,
  ORDINAL,
  PREPOSITION_FROM,
  PREPOSITION_ON,
  PREPOSITION_TO,
  RELATION,
  ROMAN,
  UNIT,
} from './time-words.ts'

/** Years that stand without a word for "year" are near ours: «в 1500» may be anything. */
const FIRST_BARE = 1800
const LAST_BARE = 2100
const LONGEST_RANGE = 120

/** «1997–2001 гг.», «с 1993 по 1996 год», «в 1950-53 годах», «2010 и 2011 годах»: two dates. */
export function yearRange(reader: TimeReader, token: number): FoundTime[] | null {
  const first = figuresOfYear(reader, token)
  if (first === null) return null
  const at = first.to
  if (!reader.continues(at)) return null
  const dash = reader.isDash(at) || reader.code(at) === 0x2f
  const pair = reader.has(at, AND)
  const span = reader.has(at, PREPOSITION_TO) && reader.has(token - 1, PREPOSITION_FROM)
  if (!dash && !pair && !span) return null
  const second = reader.continues(at + 1) ? figuresOfYear(reader, at + 1, first.year) : null
  if (second === null || second.year <= first.year || second.year - first.year >= LONGEST_RANGE) return null
  const kind = afterKind(reader, second.to)
  const one = endOfYearMark(reader, kind)
  const many = endOfYearsMark(reader, kind)
  let to = Math.max(one, many)
  if (to === -1) {
    const bracket = reader.code(token - 1) === 0x28
    if (second.figures !== 4 || pair || (!bracket && !reader.isIntroduced(token))) return null
    if (first.year < FIRST_BARE || second.year >= LAST_BARE || isCounting(reader, second.to)) return null
    to = second.to
  }
  const rule = 'times/years'
  return [
    { from: token, to: first.to, said: calendar({ year: first.year }), rule },
    { from: at + 1, to, said: calendar({ year: second.year }), rule },
  ]
}

/** Four figures, `1997-го`; after a first year also its last two: `1950-53`. */
function figuresOfYear(
  reader: TimeReader,
  token: number,
  first = 0,
): { year: number; to: number; figures: number } | null {
  const word = reader.figuredWord(token)
  if (word !== null) {
    if (word.figures !== 4 || !reader.words.ordinalEnds.has(word.rest) || !isPlausibleYear(word.value)) return null
    return { year: word.value, to: token + 1, figures: 4 }
  }
  const figures = reader.figures(token)
  const value = reader.value(token)
  if (figures === 4 && isPlausibleYear(value)) return { year: value, to: token + 1, figures }
  if (first > 0 && figures === 2) return { year: Math.floor(first / 100) * 100 + value, to: token + 1, figures }
  return null
}

/** «2020 год», «1997-м», «в 2004», «(2004)», «две тысячи двадцатом году» */
export function year(reader: TimeReader, token: number): FoundTime[] | null {
  if (isPartOfNumber(reader, token)) return null
  const read = readYear(reader, token)
  if (read === null || read.year === null) return null
  const figured = reader.figuredWord(token) !== null
  // «на 97-м году жизни»
  if (read.marked && reader.has(token - 1, PREPOSITION_ON) && isShortNumber(reader, token)) return null
  if (!read.marked && !figured && !standsAlone(reader, token, read.year)) return null
  const said = read.year === 0 ? fixed('date', null, 'year') : calendar({ year: read.year })
  return [{ from: token, to: read.to, said, rule: 'times/year' }]
}

function isShortNumber(reader: TimeReader, token: number): boolean {
  const figures = reader.figuredWord(token)?.figures ?? reader.figures(token)
  return figures > 0 && figures < 4
}

/** `67 2004`, `3,2004`, `№ 2004`, `№2004` */
function isPartOfNumber(reader: TimeReader, token: number): boolean {
  if (!reader.isNumber(token)) return false
  const before = reader.code(token - 1)
  if (before === 0x2116 || before === 0x23 || before === 0x24 || before === 0x20ac) return true
  if (reader.isNumber(token - 1) && reader.continues(token)) return true
  return (
    (before === 0x2c || before === 0x2e) &&
    reader.isAttached(token) &&
    reader.isAttached(token - 1) &&
    reader.isNumber(token - 2)
  )
}

/** Four bare figures are a year after a preposition of time or in brackets, when they count nothing. */
function standsAlone(reader: TimeReader, token: number, value: number): boolean {
  if (value < FIRST_BARE || value >= LAST_BARE) return false
  const next = token + 1
  const after = reader.code(next)
  if (
    after === 0x25 ||
    after === 0x24 ||
    after === 0x20ac ||
    (after === 0x2c && reader.isAttached(next + 1) && reader.isNumber(next + 1))
  )
    return false
  if (reader.code(token - 1) === 0x28 && after === 0x29) return true
  return reader.isIntroduced(token) && !isCounting(reader, next)
}

/** A word in the plural and an oblique case, a unit or another number follows: «в 2000 километрах», «до 2000 солдат», «2000 тысяч». */
function isCounting(reader: TimeReader, token: number): boolean {
  if (!reader.continues(token)) return false
  if (reader.isNumber(token) || reader.has(token, NUMERAL) || reader.has(token, UNIT)) return true
  if (reader.tokens.kind[token] !== KIND_WORD) return false
  const { pos, agr, readings } = reader.tokens.form[token]
  if ((pos & (NOUN | ADJECTIVAL)) === 0 || (agr & PLUR) === 0) return false
  return (agr & NOMN) === 0 || readings.some(reading => (reading.agr & (PLUR | GENT)) === (PLUR | GENT))
}

/** «1990-е», «начале 90-х гг.», «девяностые годы», «80-х годах прошлого века» */
export function decade(reader: TimeReader, token: number): FoundTime[] | null {
  const word = reader.figuredWord(token)
  let value = -1
  let to = token + 1
  let full = false
  if (word !== null) {
    if (!reader.words.decadeEnds.has(word.rest) || word.value % 10 !== 0) return null
    value = word.value
    full = word.figures === 4
    if (word.figures !== 2 && !(full && isPlausibleYear(value))) return null
  } else {
    const ordinal = reader.sense(token, ORDINAL)
    if (ordinal === null || !reader.isPlural(token)) return null
    value = ordinal.value
    if (value % 10 !== 0 || (value >= 100 && value !== 2000) || value === 10) return null
    full = value === 2000
  }
  const mark = endOfYearsMark(reader, to)
  if (mark !== -1) to = mark
  else if (!full && !(reader.isIntroduced(token) && endsClause(reader, to))) return null
  else if (full && isCounting(reader, to) && word === null) return null
  const century = readCentury(reader, to)
  if (century !== null && !full) {
    const said = fixed('date', `${pad(century.century - 1)}${Math.floor(value / 10)}X`, 'decade')
    return [{ from: token, to: century.to, said, rule: 'times/decade' }]
  }
  const year = full ? value : value < 30 && !(value === 20 && word === null) ? 2000 + value : 1900 + value
  return [{ from: token, to, said: fixed('date', `${Math.floor(year / 10)}X`, 'decade'), rule: 'times/decade' }]
}

/** «в девяностые он уехал», «из 90-х»: no noun follows for which the number would be an attribute. */
function endsClause(reader: TimeReader, token: number): boolean {
  if (!reader.continues(token) || reader.tokens.kind[token] !== KIND_WORD) return true
  const { pos, agr } = reader.tokens.form[token]
  return (pos & (NOUN | ADJECTIVAL)) === 0 || (agr & PLUR) === 0
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}

/** «XX века», «прошлого века», «двадцатого столетия», `XVII в.` */
function readCentury(reader: TimeReader, token: number): { readonly century: number; readonly to: number } | null {
  if (!reader.continues(token)) return null
  const relation = reader.wording(token, RELATION)
  if (relation !== null) {
    if (!reader.has(relation.to, CENTURY_MARK) || Math.abs(relation.sense.value) >= 3) return null
    return { century: 21 + relation.sense.value, to: relation.to + 1 }
  }
  const order = readOrder(reader, token)
  if (order === null || order.value < 1 || order.value >= 31 || !reader.continues(order.to)) return null
  // «4 века» are an amount.
  if (reader.isNumber(token) && order.value < 10) return null
  if (reader.has(order.to, CENTURY_MARK)) return { century: order.value, to: order.to + 1 }
  if (
    reader.has(token, ROMAN) &&
    reader.has(order.to, CENTURY_LETTER) &&
    reader.code(order.to + 1) === 0x2e &&
    reader.tokens.gap[order.to + 1] === GAP_NONE
  ) {
    return { century: order.value, to: order.to + 2 }
  }
  return null
}

/** «XX век», «в 21 веке», «XIX–XX веков»; TIMEX3 writes a century by the figures its years begin with. */
export function century(reader: TimeReader, token: number): FoundTime[] | null {
  const rule = 'times/century'
  const read = readCentury(reader, token)
  if (read !== null) {
    const before = reader.wording(read.to, BEFORE_CHRIST)
    const after = before ?? reader.wording(read.to, AFTER_CHRIST)
    const value = before !== null ? null : pad(read.century - 1)
    const to = after === null ? read.to : withDot(reader, after.to)
    return [{ from: token, to, said: fixed('date', value, 'century'), rule }]
  }
  const roman = reader.sense(token, ROMAN)
  if (roman === null || (!reader.isDash(token + 1) && !reader.has(token + 1, AND))) return null
  const second = readCentury(reader, token + 2)
  if (second === null) return null
  return [
    { from: token, to: token + 1, said: fixed('date', pad(roman.value - 1), 'century'), rule },
    { from: token + 2, to: second.to, said: fixed('date', pad(second.century - 1), 'century'), rule },
  ]
}
