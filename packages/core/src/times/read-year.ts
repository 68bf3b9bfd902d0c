/** Years as written: `2020`, `2020 г.`, `2020-го`, «двадцатого года», «прошлого года», `с. г.` */
import { ADJECTIVAL } from '../words/grammar.ts'
import { readOrdinal } from './read-number.ts'
import { OF_THE_SAME, OF_WRITING } from './said.ts'
import type { TimeReader } from './time-reader.ts'
import {
  AFTER_CHRIST,
  AT_YEAR_MARK,
  BEFORE_CHRIST,
  RELATION,
  SAME,
  THIS_YEAR_MARK,
  YEAR_MARK,
  YEARS_MARK,
} from './time-words.ts'

export interface ReadYear {
  /** Null when it is said by its distance from now; 0 for a year before Christ, which has no value here. */
  readonly year: number | null
  /** Years from now, OF_THE_SAME, or null. */
  readonly shift: number | null
  readonly to: number
  /** A word for "year" stands there, so that the number can be nothing else. */
  readonly marked: boolean
}

const FIRST_YEAR = 1000
const LAST_YEAR = 2199
/** Two figures below this are of this century: 24 is 2024, 41 is 1941. */
const TURN = 40

export function isPlausibleYear(value: number): boolean {
  return value >= FIRST_YEAR && value < LAST_YEAR + 1
}

export function fullYear(value: number, figures: number): number {
  if (figures > 2) return value
  return value < TURN ? 2000 + value : 1900 + value
}

/** The year right after a day, month or season. */
export function readYearAfter(reader: TimeReader, token: number): ReadYear | null {
  if (!reader.continues(token)) return null
  return readTurn(reader, token) ?? readYear(reader, token) ?? readYearFromNow(reader, token)
}

/** `зимой 2020/21 года`: a stretch over the turn of the year goes by the year it begins in. */
function readTurn(reader: TimeReader, token: number): ReadYear | null {
  if (reader.figures(token) !== 4 || reader.code(token + 1) !== 0x2f || reader.figures(token + 2) === 0) return null
  const mark = endOfYearMark(reader, token + 3)
  return mark === -1 ? null : plain(reader.value(token), mark, true)
}

/** A year in figures or words. A number without a word for "year" must look like one: four figures. */
export function readYear(reader: TimeReader, token: number): ReadYear | null {
  const figures = reader.figures(token)
  if (figures > 0) {
    const value = reader.value(token)
    const mark = endOfYearMark(reader, figures === 4 ? afterKind(reader, token + 1) : token + 1)
    if (mark === -1) return figures === 4 && isPlausibleYear(value) ? plain(value, token + 1, false) : null
    if (figures === 4 && value > 0 && value < LAST_YEAR + 1) return christened(reader, value, mark)
    // `в 33 году`, `в 988 году`, `в 97 году`: «33 года» would be an amount.
    if (figures < 4 && reader.has(token + 1, AT_YEAR_MARK)) {
      const era = reader.wording(mark, AFTER_CHRIST)
      if (era !== null) return plain(value, era.to, true)
      return christened(reader, figures === 2 ? fullYear(value, 2) : value, mark)
    }
    return null
  }
  const word = reader.figuredWord(token)
  if (word !== null) {
    if (!reader.words.ordinalEnds.has(word.rest)) return null
    const mark = endOfYearMark(reader, token + 1)
    if (word.figures === 4 && isPlausibleYear(word.value))
      return plain(word.value, mark === -1 ? token + 1 : mark, mark !== -1)
    if (word.figures === 2 && mark !== -1) return plain(fullYear(word.value, 2), mark, true)
    return null
  }
  // «в две тысячи двадцатом году», «в сорок первом году»
  const ordinal = readOrdinal(reader, token)
  if (ordinal === null) return null
  const mark = endOfYearMark(reader, ordinal.to)
  if (mark === -1) return null
  if (isPlausibleYear(ordinal.value)) return plain(ordinal.value, mark, true)
  const composed = ordinal.to - token > 1 || ordinal.value % 10 === 0
  if (ordinal.value >= 20 && ordinal.value < 100 && composed && reader.has(ordinal.to, AT_YEAR_MARK)) {
    return plain(fullYear(ordinal.value, 2), mark, true)
  }
  return null
}

/** «прошлого года», «того же года», «с. г.» */
function readYearFromNow(reader: TimeReader, token: number): ReadYear | null {
  const short = reader.wording(token, THIS_YEAR_MARK)
  if (short !== null) return { year: null, shift: OF_WRITING, to: withDot(reader, short.to), marked: true }
  const relation = reader.wording(token, RELATION)
  if (relation === null) return null
  const mark = endOfYearMark(reader, relation.to)
  if (mark === -1) return null
  const { value } = relation.sense
  if (value === SAME) return { year: null, shift: OF_THE_SAME, to: mark, marked: true }
  if (value < -2 || value >= 3) return null
  return { year: null, shift: value, to: mark, marked: true }
}

function plain(year: number, to: number, marked: boolean): ReadYear {
  return { year, shift: null, to, marked }
}

/** With the era that may follow: a year before Christ has no value in four figures. */
function christened(reader: TimeReader, year: number, to: number): ReadYear {
  const before = reader.wording(to, BEFORE_CHRIST)
  if (before !== null) return plain(0, withDot(reader, before.to), true)
  const after = reader.wording(to, AFTER_CHRIST)
  return plain(year, after === null ? to : withDot(reader, after.to), true)
}

/** «2020 учебного года»: one adjective may stand before the word for "year". */
export function afterKind(reader: TimeReader, token: number): number {
  if (!reader.continues(token) || !reader.continues(token + 1) || !reader.isWord(token)) return token
  const { pos } = reader.tokens.form[token]
  const kind = (pos & ADJECTIVAL) !== 0 && (reader.has(token + 1, YEAR_MARK) || reader.has(token + 1, YEARS_MARK))
  return kind && !reader.has(token, YEAR_MARK) && reader.wording(token, RELATION) === null ? token + 1 : token
}

/** Token after a word for "year" and the dot of `г.`, or -1. */
export function endOfYearMark(reader: TimeReader, token: number): number {
  if (!reader.continues(token) || !reader.has(token, YEAR_MARK)) return -1
  return withDot(reader, token + 1)
}

/** Token after a word for "years" and the dot of `гг.`, or -1. */
export function endOfYearsMark(reader: TimeReader, token: number): number {
  if (!reader.continues(token) || !reader.has(token, YEARS_MARK)) return -1
  return withDot(reader, token + 1)
}

/** The dot of an abbreviation of one or two letters belongs to it. */
export function withDot(reader: TimeReader, to: number): number {
  const short = reader.tokens.end[to - 1] - reader.tokens.start[to - 1] < 3
  return short && reader.code(to) === 0x2e && reader.isAttached(to) ? to + 1 : to
}
