/** Documents' times: each stretch that names a date, an hour, a length of time or a repetition, with its value. */
import type { TextDocument } from '../document.ts'
import type { LanguagePack } from '../kit.ts'
import { KIND_NUMBER, KIND_WORD, type Sentences, type Tokens } from '../text/tokens.ts'
import { SHAPE_LOWER } from '../words/form.ts'
import { readingOf, type Words } from '../words/readings.ts'
import { dayOf, parseDay } from './calendar.ts'
import { day, dayAdjective, daySeries, hourRange, namedDay, nightBefore } from './find-days.ts'
import { duration, durationRange, minuteOfMatch, sameLength, unitAdjective, unmeasured } from './find-durations.ts'
import { dayOfMonth, endOfBorder, month, quarter, season } from './find-months.ts'
import { reference, theseDays } from './find-references.ts'
import { every, habit, setWord, timesPer } from './find-sets.ts'
import { borderOfUnit, pairedRelations, relativeUnit, weekend, wholeUnit } from './find-units.ts'
import { century, decade, year, yearRange } from './find-years.ts'
import { type Place, resolve } from './resolve-time.ts'
import type { FoundTime, Said } from './said.ts'
import { Story } from './story.ts'
import { Tense } from './tense.ts'
import type { TimeExpression } from './time-expression.ts'
import { SHORTEST_WORD, TimeReader } from './time-reader.ts'
import {
  AHEAD,
  AMOUNT,
  ANNIVERSARY,
  APPROXIMATELY,
  BIRTH,
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
  NAME_HEAD,
  NAMED_DAY,
  NOT,
  NUMERAL,
  NUMERAL_PAIR,
  O_CLOCK,
  ORDINAL,
  PREPOSITION_FROM,
  PREPOSITION_ON,
  PREPOSITION_OUT_OF,
  PREPOSITION_TO,
  PREPOSITION_UP_TO,
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

/** Sorted by first token, without overlaps. Relative times are resolved against `document.published` and the text before them. */
export function findTimes(
  document: TextDocument,
  tokens: Tokens,
  sentences: Sentences,
  words: Words,
  pack: LanguagePack,
): TimeExpression[] {
  const dispatch = dispatchOf(pack)
  const reader = new TimeReader(document.text, tokens, sentences, dispatch.words)
  const tense = new Tense(reader, token => readingOf(tokens, words, token))
  const story = new Story(parseDay(document.published))
  const times: TimeExpression[] = []
  let token = 0
  while (token < tokens.count) {
    const found = findAt(reader, token, dispatch)
    if (found === null) {
      token++
      continue
    }
    for (const time of found) times.push(tell(time, reader, story, tense))
    token = found[found.length - 1].to
  }
  return times
}

/** What begins at a token, by the rules that its words or figures call; null when nothing does. */
function findAt(reader: TimeReader, token: number, dispatch: Dispatch): FoundTime[] | null {
  const { tokens } = reader
  const kind = tokens.kind[token]
  if (kind !== KIND_WORD && kind !== KIND_NUMBER) return null
  const { keys, text } = tokens.form[token]
  const short = text.length < SHORTEST_WORD
  let low = 0
  let high = 0
  let leads = LEADS_NOTHING
  for (let i = 0; i < keys.length; i++) {
    if (keys[i] >= dispatch.low.length || (short && dispatch.exact[keys[i]] === 0)) continue
    low |= dispatch.low[keys[i]]
    high |= dispatch.high[keys[i]]
    leads |= dispatch.leads[keys[i]]
  }
  // «этот», «один», «первый» stand at every turn: without a word of the calendar soon after them they begin nothing.
  if (leads === LEADS_CALENDAR && !isCalendarAhead(reader, token, dispatch)) return null
  if (kind === KIND_NUMBER) {
    if (reader.isPlainCount(token)) return null
    low |= FIGURES_LOW
  } else {
    const first = reader.text.charCodeAt(tokens.start[token])
    if (first >= 0x30 && first < 0x3a) low |= FIGURES_LOW
  }
  for (let place = 0; low !== 0 || high !== 0; place++) {
    const bit = place < HALF_OF_RULES ? low & (1 << place) : high & (1 << (place - HALF_OF_RULES))
    if (bit === 0) {
      if (place >= RULES.length) break
      continue
    }
    if (place < HALF_OF_RULES) low &= ~bit
    else high &= ~bit
    const found = RULES[place].rule(reader, token)
    if (found !== null) return isName(reader, found) ? null : found
  }
  return null
}

/** «улица 9 Мая», and what alone fills a pair of quotation marks with a capital: the newspaper «Сегодня». */
function isName(reader: TimeReader, found: readonly FoundTime[]): boolean {
  const { from } = found[0]
  const { to } = found[found.length - 1]
  if (reader.has(from - 1, NAME_HEAD) && isCapitalised(reader, from, to + 1)) return true
  if (reader.wording(to, ANNIVERSARY) !== null && found[0].said.kind === 'fixed') return true
  const { shape } = reader.tokens.form[from]
  if (shape !== SHAPE_LOWER && isInTitle(reader, from)) return true
  if (shape === SHAPE_LOWER || !isQuote(reader.code(from - 1)) || !isQuote(reader.code(to))) return false
  return reader.isAttached(from) && reader.isAttached(to)
}

const LONGEST_TITLE = 8

/** «фильм «Один день врача»»: a capital right after a quotation mark that follows a word, and no end of a sentence inside. */
function isInTitle(reader: TimeReader, token: number): boolean {
  if (!isQuote(reader.code(token - 1)) || !reader.isAttached(token) || !reader.isWord(token - 2)) return false
  if (!reader.continues(token - 1)) return false
  for (let at = token; at < token + LONGEST_TITLE; at++) {
    const code = reader.code(at)
    if (isQuote(code)) return true
    if (code === 0x2e || code === 0x2c || code === 0x21 || code === 0x3f) return false
  }
  return false
}

function isCapitalised(reader: TimeReader, from: number, to: number): boolean {
  for (let token = from; token < to && token < reader.tokens.count; token++) {
    if (reader.isWord(token) && reader.tokens.form[token].shape !== SHAPE_LOWER) return true
  }
  return false
}

function isQuote(code: number): boolean {
  return code === 0x22 || code === 0xab || code === 0xbb || (code >= 0x201c && code < 0x2020)
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
  return null
}

/** Resolves one expression and lets the story go on from it. */
function tell(found: FoundTime, reader: TimeReader, story: Story, tense: Tense): TimeExpression {
  const { from, to, said } = found
  const { tokens } = reader
  const sentence = reader.sentenceOf(from)
  const paragraph = reader.paragraphOf(from)
  let known: number | null = null
  const place: Place = {
    paragraph,
    tense: () => {
      known ??= tense.around(from, to)
      return known
    },
    lasts: () => found.rule !== 'times/adjective' && (isAsOf(reader, from) || tense.lasts(from, to)),
  }
  const { type, value, precision, told } = resolve(said, story, place)
  if (type === 'duration' && value !== null) story.length = value
  if (told !== null) {
    const dated = said.kind === 'calendar' && said.year !== null
    const scene = isScene(reader, from, sentence)
    story.tell({ ...told, dated, scene, sentence, paragraph })
    // A text that dates itself at its beginning has a day of speaking after all.
    if (dated && scene && told.day > 0 && story.now === null && isSelfDating(reader, paragraph, said)) {
      story.now = dayOf(told.year, told.month, told.day)
    }
  }
  return {
    from,
    to,
    start: found.start ?? tokens.start[from],
    end: found.end ?? tokens.end[to - 1],
    type,
    value,
    precision,
    rule: found.rule,
  }
}

/** «на сегодня», but not «назначено на сегодня». */
function isAsOf(reader: TimeReader, from: number): boolean {
  return reader.has(from - 1, PREPOSITION_ON) && !reader.has(from - 2, AHEAD)
}

/** A full date dates its text when it stands in the first paragraph of the report, or close to it with its weekday. */
function isSelfDating(reader: TimeReader, paragraph: number, said: Said): boolean {
  const { zone } = reader.sentences
  let first = 0
  while (first < paragraph && zone[first] !== 'lead' && zone[first] !== 'body') first++
  if (paragraph <= first) return true
  return said.kind === 'calendar' && said.weekday > 0 && paragraph < first + NEAR_THE_BEGINNING
}

const NEAR_THE_BEGINNING = 3

/** The story does not move to the start or end of a stretch («с 2004 года»), nor to a birth. */
function isScene(reader: TimeReader, from: number, sentence: number): boolean {
  const before = from - 1
  if (
    reader.has(before, PREPOSITION_FROM) ||
    reader.has(before, PREPOSITION_OUT_OF) ||
    reader.has(before, PREPOSITION_TO) ||
    reader.has(before, PREPOSITION_UP_TO)
  )
    return false
  const first = Math.max(reader.sentences.from[sentence], from - 12)
  const end = Math.min(reader.sentences.to[sentence], from + 12)
  for (let token = first; token < end; token++) if (reader.has(token, BIRTH)) return false
  return true
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
 * The first to find wins; longer shapes stand before the shorter ones they begin with.
 */
const RULES: readonly { readonly rule: Rule; readonly words: readonly number[]; readonly figures?: true }[] = [
  { rule: namedDay, words: [NAMED_DAY] },
  { rule: reference, words: [REFERENCE] },
  { rule: theseDays, words: [THESE_DAYS] },
  { rule: unmeasured, words: [UNMEASURED, APPROXIMATELY] },
  { rule: sameLength, words: [SAME_LENGTH] },
  { rule: setWord, words: [SET] },
  { rule: timesPer, words: [TIMES, NUMERAL], figures: true },
  { rule: every, words: [EVERY] },
  { rule: habit, words: [WEEKDAY] },
  { rule: nightBefore, words: [DAY_PART, DAY_PART_NOUN] },
  { rule: border, words: BORDER_WORDS },
  { rule: borderOfUnit, words: BORDER_WORDS },
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

/** Which rules may begin at a token, as a set of bits by their place in RULES (two words of them). */
interface Dispatch {
  readonly words: TimeWords
  readonly low: Int32Array
  readonly high: Int32Array
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

const HALF_OF_RULES = 30

function dispatchOf(pack: LanguagePack): Dispatch {
  return pack.derive(compileDispatch)
}

function compileDispatch(pack: LanguagePack): Dispatch {
  const words = timeWordsOf(pack)
  const low = new Int32Array(words.senses.length)
  const high = new Int32Array(words.senses.length)
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
        if (place < HALF_OF_RULES) low[key] |= 1 << place
        else high[key] |= 1 << (place - HALF_OF_RULES)
      })
    }
  })
  return { words, low, high, leads, exact, calendar }
}

const FIGURES_LOW = RULES.reduce(
  (bits, { figures }, place) => (figures && place < HALF_OF_RULES ? bits | (1 << place) : bits),
  0,
)
