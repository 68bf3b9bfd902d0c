/**
 * The rules that find times, and which of them a token calls. A rule reads what begins at a token and returns it, or null.
 */
import type { LanguagePack } from '../kit.ts'
import { KIND_NUMBER, KIND_WORD } from '../text/tokens.ts'
import { day, dayAdjective, daySeries, hourRange, namedDay, nightBefore } from './find-days.ts'
import { duration, durationRange, minuteOfMatch, unitAdjective, unmeasured } from './find-durations.ts'
import { dayOfMonth, endOfBorder, month, quarter, season } from './find-months.ts'
import { reference } from './find-references.ts'
import { every, habit, setWord, timesPer } from './find-sets.ts'
import { borderOfUnit, pairedRelations, relativeUnit, weekend, wholeUnit } from './find-units.ts'
import { century, decade, year, yearRange } from './find-years.ts'
import { isName } from './is-name.ts'
import type { FoundTime } from './said.ts'
import { SHORTEST_WORD, type TimeReader } from './time-reader.ts'
import {
  AMOUNT,
  APPROXIMATELY,
  BORDER,
  CENTURY_LETTER,
  CENTURY_MARK,
  CLOCK_WORD,
  DAY_ADJECTIVE,
  DAY_PART,
  DAY_PART_ADJECTIVE,
  DAY_PART_DEGREE,
  DAY_PART_NOUN,
  DAYS_FROM_NOW,
  DAYS_OF_MONTH,
  EVE,
  EVERY,
  HALF,
  HALF_HOUR,
  MONTH,
  MONTH_ADJECTIVE,
  MONTH_PAIR,
  NAMED_DAY,
  NOT,
  NUMERAL,
  NUMERAL_PAIR,
  O_CLOCK,
  ORDINAL,
  QUARTER_HOUR,
  REFERENCE,
  RELATION,
  ROMAN,
  SAME_LENGTH,
  SEASON,
  SET,
  THESE_DAYS,
  TIMES,
  type TimeWords,
  timeWordsOf,
  UNIT,
  UNIT_ADJECTIVE,
  UNMEASURED,
  VAGUE_AMOUNT,
  WEEKDAY,
  WEEKDAY_ADJECTIVE,
  WHOLE,
  WITHOUT,
  YEAR_ADJECTIVE,
  YEAR_MARK,
  YEARS_MARK,
} from './time-words.ts'

/** Finds what begins at a token: one expression, or the two or more of a series; null when nothing does. */
type Rule = (reader: TimeReader, token: number) => FoundTime[] | null

/** What begins at a token, by the rules that its words or figures call; null when nothing does. */
export function findAt(reader: TimeReader, token: number, dispatch: Dispatch): FoundTime[] | null {
  const { tokens } = reader
  const kind = tokens.kind[token]
  if (kind !== KIND_WORD && kind !== KIND_NUMBER) return null
  const { keys, text } = tokens.form[token]
  const short = text.length < SHORTEST_WORD
  let called = 0
  let leads = LEADS_NOTHING
  for (let i = 0; i < keys.length; i++) {
    if (keys[i] >= dispatch.rules.length || (short && dispatch.exact[keys[i]] === 0)) continue
    called |= dispatch.rules[keys[i]]
    leads |= dispatch.leads[keys[i]]
  }
  // «этот», «один», «первый» stand at every turn: without a word of the calendar soon after them they begin nothing.
  if (leads === LEADS_CALENDAR && !isCalendarAhead(reader, token, dispatch)) return null
  if (kind === KIND_NUMBER) {
    if (reader.isPlainCount(token)) return null
    called |= RULES_OF_FIGURES
  } else {
    const first = reader.text.charCodeAt(tokens.start[token])
    if (first >= 0x30 && first < 0x3a) called |= RULES_OF_FIGURES
  }
  while (called !== 0) {
    const place = 31 - Math.clz32(called & -called)
    called &= called - 1
    const found = RULES[place].rule(reader, token)
    if (found !== null) return isName(reader, found) ? null : found
  }
  return null
}

/** What the words of a pack call. */
export interface Dispatch {
  readonly words: TimeWords
  /** By key: the rules that the words with this key call, a bit each by the rule's place in RULES. */
  readonly rules: Int32Array
  /** By key: LEADS_CALENDAR, LEADS_ALONE, both or neither. */
  readonly leads: Uint8Array
  /** 1 for the keys of forms, 0 for those of dictionary words. */
  readonly exact: Uint8Array
  /** 1 for the keys of words of the calendar: months, units, weekdays. */
  readonly calendar: Uint8Array
}

const LEADS_NOTHING = 0
/** The word begins an expression only with a word of the calendar after it. */
const LEADS_CALENDAR = 1
/** The word may be an expression by itself. */
const LEADS_ALONE = 2

const LEADING: ReadonlySet<number> = new Set([
  RELATION,
  ORDINAL,
  NUMERAL,
  NUMERAL_PAIR,
  ROMAN,
  APPROXIMATELY,
  NOT,
  VAGUE_AMOUNT,
  EVERY,
  WHOLE,
  BORDER,
  HALF,
  DAY_PART_DEGREE,
])
const OF_CALENDAR: ReadonlySet<number> = new Set([
  MONTH,
  WEEKDAY,
  UNIT,
  DAY_PART,
  DAY_PART_NOUN,
  SEASON,
  YEAR_MARK,
  YEARS_MARK,
  CENTURY_MARK,
  CENTURY_LETTER,
  DAYS_OF_MONTH,
  O_CLOCK,
  UNMEASURED,
])
/** Tokens looked ahead at: «в две тысячи двадцать первом году». */
const AHEAD_REACH = 5

function isCalendarAhead(reader: TimeReader, token: number, dispatch: Dispatch): boolean {
  const { tokens } = reader
  const end = Math.min(tokens.count, token + 1 + AHEAD_REACH)
  for (let next = token + 1; next < end; next++) {
    if (tokens.kind[next] === KIND_NUMBER) return true
    const first = reader.text.charCodeAt(tokens.start[next])
    if (first >= 0x30 && first < 0x3a) return true
    const { keys } = tokens.form[next]
    for (let i = 0; i < keys.length; i++) if (dispatch.calendar[keys[i]] === 1) return true
  }
  return false
}

export function dispatchOf(pack: LanguagePack): Dispatch {
  return pack.derive(compileDispatch)
}

function compileDispatch(pack: LanguagePack): Dispatch {
  const words = timeWordsOf(pack)
  const rules = new Int32Array(words.senses.length)
  const leads = new Uint8Array(words.senses.length)
  const calendar = new Uint8Array(words.senses.length)
  const exact = new Uint8Array(words.senses.length)
  words.senses.forEach((senses, key) => {
    for (const { kind, exact: form } of senses ?? []) {
      if (form) exact[key] = 1
      if (OF_CALENDAR.has(kind)) calendar[key] = 1
      if (LEADING.has(kind)) leads[key] |= LEADS_CALENDAR
      else if (RULES.some(({ words: kinds }) => kinds.includes(kind))) leads[key] |= LEADS_ALONE
      RULES.forEach(({ words: kinds }, place) => {
        // The dictionary files ordinals under their numerals.
        if (!kinds.includes(kind) && !(kind === NUMERAL && kinds.includes(ORDINAL))) return
        rules[key] |= 1 << place
      })
    }
  })
  return { words, rules, leads, exact, calendar }
}

/** Border words stand before what they bound: «начале 90-х гг.», «конца 2015 года», «первой половине мая». */
function border(reader: TimeReader, token: number): FoundTime[] | null {
  const at = endOfBorder(reader, token)
  if (at === -1 || !reader.continues(at)) return null
  for (const rule of BORDERED_RULES) {
    const found = rule(reader, at)
    if (found === null || found[0].from !== at) continue
    if (found[0].said.kind === 'fixed' && found[0].said.type !== 'date') continue
    return [{ ...found[0], from: token }, ...found.slice(1)]
  }
  return borderOfUnit(reader, token)
}

/** What may stand after «в начале», «в конце», «во второй половине». */
const BORDERED_RULES: readonly Rule[] = [decade, century, yearRange, year, quarter, month, season, relativeUnit]

const BORDER_WORDS = [BORDER, HALF, ORDINAL, RELATION]
const ORDER_WORDS = [ORDINAL, ROMAN, NUMERAL]
const AMOUNT_WORDS = [NUMERAL, VAGUE_AMOUNT, AMOUNT, UNIT, APPROXIMATELY, NOT]
const DAY_WORDS = [
  ORDINAL,
  NUMERAL,
  WEEKDAY,
  RELATION,
  DAYS_FROM_NOW,
  EVE,
  DAY_PART,
  DAY_PART_NOUN,
  DAY_PART_DEGREE,
  CLOCK_WORD,
  HALF_HOUR,
  QUARTER_HOUR,
  WITHOUT,
  UNIT,
]

/**
 * The rules, and what each may begin with: senses of a word, or (`figures`) a number or a word that begins with figures.
 * At most 31, so that a set of them is one number. The first to find wins; longer shapes stand before the shorter ones they begin with.
 */
const RULES: readonly { readonly rule: Rule; readonly words: readonly number[]; readonly figures?: true }[] = [
  { rule: namedDay, words: [NAMED_DAY] },
  { rule: reference, words: [REFERENCE, THESE_DAYS] },
  { rule: unmeasured, words: [UNMEASURED, SAME_LENGTH, APPROXIMATELY] },
  { rule: setWord, words: [SET] },
  { rule: timesPer, words: [TIMES, NUMERAL], figures: true },
  { rule: every, words: [EVERY] },
  { rule: habit, words: [WEEKDAY] },
  { rule: nightBefore, words: [DAY_PART, DAY_PART_NOUN] },
  { rule: border, words: BORDER_WORDS },
  { rule: hourRange, words: [NUMERAL], figures: true },
  { rule: daySeries, words: ORDER_WORDS, figures: true },
  { rule: day, words: DAY_WORDS, figures: true },
  { rule: dayOfMonth, words: [...ORDER_WORDS, RELATION], figures: true },
  { rule: quarter, words: ORDER_WORDS, figures: true },
  { rule: century, words: [...ORDER_WORDS, RELATION], figures: true },
  { rule: decade, words: [ORDINAL], figures: true },
  { rule: yearRange, words: [], figures: true },
  { rule: year, words: [ORDINAL, NUMERAL], figures: true },
  { rule: unitAdjective, words: [UNIT_ADJECTIVE], figures: true },
  { rule: durationRange, words: [NUMERAL, NUMERAL_PAIR, UNIT], figures: true },
  { rule: minuteOfMatch, words: [ORDINAL], figures: true },
  { rule: duration, words: AMOUNT_WORDS, figures: true },
  { rule: month, words: [MONTH, MONTH_PAIR, RELATION] },
  { rule: season, words: [SEASON, RELATION] },
  { rule: pairedRelations, words: [RELATION] },
  { rule: relativeUnit, words: [RELATION] },
  { rule: weekend, words: [UNIT] },
  { rule: wholeUnit, words: [WHOLE] },
  {
    rule: dayAdjective,
    words: [DAY_ADJECTIVE, WEEKDAY_ADJECTIVE, DAY_PART_ADJECTIVE, MONTH_ADJECTIVE, YEAR_ADJECTIVE],
  },
]

const RULES_OF_FIGURES = RULES.reduce((bits, { figures }, place) => (figures ? bits | (1 << place) : bits), 0)
