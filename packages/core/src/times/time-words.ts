/**
 * The calendar words of a language, compiled from its table `times`. A word has senses: what it may mean in a time
 * expression (a month, a unit, "ago"), each with a number or a text. Words are found through the keys of their forms, so a
 * token that no table knows costs one look at an empty array.
 */
import type { LanguagePack } from '../kit.ts'
import type { Form } from '../words/form.ts'
import { ABLT, ACCS, DATV, GENT, LOCT, NOMN, PLUR } from '../words/grammar.ts'

/** Meanings. The value of a sense is said beside each; 0 where there is nothing to say. */
export const MONTH = 1 // 1..12
export const MONTH_ADJECTIVE = 2
export const WEEKDAY = 3 // 1..7
export const WEEKDAY_ADJECTIVE = 4
export const DAY_PART = 5 // text TMO, TAF, TEV, TNI
export const DAY_PART_ADJECTIVE = 6
export const DAY_PART_DEGREE = 7
export const SEASON = 8 // text SP, SU, FA, WI
export const UNIT = 9 // index into UNITS
export const NUMERAL = 10 // the number
export const ORDINAL = 11
export const ROMAN = 12
export const VAGUE_AMOUNT = 13
export const AMOUNT = 14 // text P6M
export const AND_A_HALF = 15
export const APPROXIMATELY = 16
export const NOT = 17
export const THAN = 18
export const RELATION = 19 // -2 … 2, SAME, NEAREST, LATEST
export const WHOLE = 20
export const EVERY = 21
export const BORDER = 22 // beginning, middle, end
export const HALF = 23
export const DAYS_OF_MONTH = 24
export const REFERENCE = 25 // text PRESENT_REF, PAST_REF, FUTURE_REF
export const THESE_DAYS = 26
export const DAYS_FROM_NOW = 27 // days
export const DAY_ADJECTIVE = 28
export const YEAR_ADJECTIVE = 29 // years
export const EVE = 30
export const UNMEASURED = 31
export const CLOCK_WORD = 32 // text T12:00
export const HALF_HOUR = 33
export const QUARTER_HOUR = 34
export const WITHOUT = 35
export const O_CLOCK = 36
export const MINUTES = 37
export const ZONE = 38
export const YEAR_MARK = 39
export const THIS_YEAR_MARK = 40
export const CENTURY_MARK = 41
export const BEFORE_CHRIST = 42
export const AFTER_CHRIST = 43
export const AGO = 44
export const LATER = 45
export const EARLIER = 46
export const AFTER = 47
export const TIMES = 48
export const SET = 49 // text P1D
export const NAMED_DAY = 50 // text 01-01
export const UNIT_ADJECTIVE = 51 // the amount; text D
export const DOUBTFUL_WEEKDAY = 52
export const AHEAD = 53
export const ACHIEVED = 54
export const LASTING = 55
export const BIRTH = 56
export const PREPOSITION_IN = 57
export const PREPOSITION_ON = 58
export const PREPOSITION_FROM = 59
export const PREPOSITION_TO = 60
export const PREPOSITION_WITHIN = 61
export const PREPOSITION_ABOUT = 62
export const PREPOSITION_AFTER = 63
export const AND = 65
export const DURING = 66
export const NUMERAL_PAIR = 67 // value n*1000+m
export const MONTH_PAIR = 68
export const NAME_HEAD = 69
export const DAY_PART_NOUN = 70
export const YEARS_MARK = 71
export const CENTURY_LETTER = 72
export const AT_YEAR_MARK = 73
export const PREPOSITION_UP_TO = 74
export const SAME_LENGTH = 75
export const AND_MORE = 76
export const LASTING_BEFORE = 77
export const ELAPSING = 78
export const PREPOSITION_OUT_OF = 79
export const ANNIVERSARY = 80
export const EMPHASIS = 81

/** Values of RELATION besides -2 … 2. */
export const SAME = 100
export const NEAREST = 101
export const LATEST = 102

/** Units by index: ISO letters, T before those of the clock; E is ten years, C a hundred, L a thousand, WE a week's end. */
export const UNITS = ['TS', 'TM', 'TH', 'D', 'W', 'M', 'Q', 'H', 'Y', 'E', 'C', 'L', 'WE'] as const
export type Unit = (typeof UNITS)[number]

export interface Sense {
  readonly kind: number
  readonly value: number
  readonly text: string
  /** The wording names this very form, not the word. */
  readonly exact: boolean
  /** Keys of the words that must follow, empty for one word. */
  readonly rest: readonly number[]
}

export interface TimeWords {
  /** Senses of wordings that begin with this key; longer wordings first. */
  readonly senses: readonly (readonly Sense[] | undefined)[]
  /** Stems of `-летний` and the like, for words that begin with figures. */
  readonly unitStems: readonly { readonly stem: string; readonly unit: Unit }[]
  /** What may follow the hyphen of a number in figures: ends of amounts, of ordinals, of decades. */
  readonly cardinalEnds: ReadonlySet<string>
  readonly ordinalEnds: ReadonlySet<string>
  readonly decadeEnds: ReadonlySet<string>
}

type Wordings = readonly string[]
type ByMeaning = Readonly<Record<string, Wordings>>
/** The table as written; every part may be missing. */
type TimesTable = Readonly<Record<string, Wordings | ByMeaning | undefined>>

export function timeWordsOf(pack: LanguagePack): TimeWords {
  return pack.derive(compile)
}

/** Whether a form may have one of some meanings. */
export function mayMean(pack: LanguagePack, form: Form, meanings: ReadonlySet<number>): boolean {
  const { senses } = timeWordsOf(pack)
  return form.keys.some(key => senses[key]?.some(({ kind }) => meanings.has(kind)) ?? false)
}

function compile(pack: LanguagePack): TimeWords {
  const table = (pack.data('times') ?? {}) as TimesTable
  const senses: Sense[][] = []
  const add = (wording: string, kind: number, value: number, text = '') => {
    const [first, ...rest] = wording.split(' ').map(word => pack.keys.key(word))
    senses[first] ??= []
    senses[first].push({ kind, value, text, exact: wording.startsWith('='), rest })
  }
  const list = (name: string): Wordings => (table[name] ?? []) as Wordings
  const byMeaning = (name: string): [string, Wordings][] => Object.entries((table[name] ?? {}) as ByMeaning)
  const words = (name: string, kind: number, value = 0, text = '') => {
    for (const wording of list(name)) add(wording, kind, value, text)
  }
  const numbers = (name: string, kind: number) => {
    for (const [value, wordings] of byMeaning(name)) for (const wording of wordings) add(wording, kind, Number(value))
  }
  const texts = (name: string, kind: number) => {
    for (const [text, wordings] of byMeaning(name)) for (const wording of wordings) add(wording, kind, 0, text)
  }

  numbers('months', MONTH)
  numbers('month-adjectives', MONTH_ADJECTIVE)
  numbers('weekdays', WEEKDAY)
  words('doubtful-weekdays', DOUBTFUL_WEEKDAY)
  numbers('weekday-adjectives', WEEKDAY_ADJECTIVE)
  texts('day-parts', DAY_PART)
  texts('day-part-nouns', DAY_PART_NOUN)
  texts('day-part-adjectives', DAY_PART_ADJECTIVE)
  words('day-part-degrees', DAY_PART_DEGREE)
  texts('seasons', SEASON)
  for (const [unit, wordings] of byMeaning('units')) {
    for (const wording of wordings) add(wording, UNIT, UNITS.indexOf(unit as Unit))
  }
  numbers('numerals', NUMERAL)
  numbers('ordinals', ORDINAL)
  words('vague-amounts', VAGUE_AMOUNT)
  texts('amounts', AMOUNT)
  words('and-a-half', AND_A_HALF)
  words('approximately', APPROXIMATELY)
  words('not', NOT)
  words('than', THAN)
  words('before-last', RELATION, -2)
  words('last', RELATION, -1)
  words('elapsed', RELATION, -1, 'elapsed')
  words('this', RELATION, 0)
  words('next', RELATION, 1)
  words('after-next', RELATION, 2)
  words('same', RELATION, SAME)
  words('nearest', RELATION, NEAREST)
  words('latest', RELATION, LATEST)
  words('whole', WHOLE)
  words('every', EVERY)
  words('begin', BORDER)
  words('middle', BORDER)
  words('end', BORDER)
  words('half', HALF)
  words('days-of-month', DAYS_OF_MONTH)
  words('now', REFERENCE, 0, 'PRESENT_REF')
  words('present', REFERENCE, 0, 'PRESENT_REF')
  words('recently', REFERENCE, 0, 'PAST_REF')
  words('past', REFERENCE, 0, 'PAST_REF')
  words('soon', REFERENCE, 0, 'FUTURE_REF')
  words('future', REFERENCE, 0, 'FUTURE_REF')
  words('these-days', THESE_DAYS)
  numbers('days-from-now', DAYS_FROM_NOW)
  numbers('day-adjectives', DAY_ADJECTIVE)
  numbers('year-adjectives', YEAR_ADJECTIVE)
  words('eve', EVE)
  words('unmeasured', UNMEASURED)
  words('noon', CLOCK_WORD, 0, 'T12:00')
  words('midnight', CLOCK_WORD, 0, 'T00:00')
  words('half-hour', HALF_HOUR)
  words('quarter-hour', QUARTER_HOUR)
  words('without', WITHOUT)
  words('o-clock', O_CLOCK)
  words('minutes', MINUTES)
  words('zones', ZONE)
  words('year-marks', YEAR_MARK)
  words('at-year-marks', AT_YEAR_MARK)
  words('years-marks', YEARS_MARK)
  words('century-letters', CENTURY_LETTER)
  words('zeroes', ORDINAL, 0)
  words('this-year-marks', THIS_YEAR_MARK)
  words('century-marks', CENTURY_MARK)
  words('before-christ', BEFORE_CHRIST)
  words('after-christ', AFTER_CHRIST)
  words('ago', AGO)
  words('later', LATER)
  words('earlier', EARLIER)
  words('after', AFTER)
  words('times', TIMES)
  texts('sets', SET)
  texts('named-days', NAMED_DAY)
  words('ahead', AHEAD)
  words('achieved', ACHIEVED)
  words('lasting', LASTING)
  words('births', BIRTH)
  words('same-length', SAME_LENGTH)
  words('and-more', AND_MORE)
  words('lasting-before', LASTING_BEFORE)
  words('elapsing', ELAPSING)
  words('anniversaries', ANNIVERSARY)
  words('emphasis', EMPHASIS)
  words('during', DURING)
  words('name-heads', NAME_HEAD)
  for (const [name, wordings] of byMeaning('prepositions')) {
    const kind = PREPOSITIONS[name]
    if (kind !== undefined) for (const wording of wordings) add(wording, kind, 0)
  }
  for (let number = 1; number < 31; number++) {
    for (const spelling of romanSpellings(number)) add(`=${spelling}`, ROMAN, number)
  }

  const unitStems: { stem: string; unit: Unit }[] = []
  for (const [unit, adjectives] of byMeaning('unit-adjectives')) {
    for (const adjective of adjectives) {
      unitStems.push({ stem: adjective.slice(0, -2), unit: unit as Unit })
      for (const [amount, parts] of byMeaning('numeral-parts')) {
        for (const part of parts) add(part + adjective, UNIT_ADJECTIVE, Number(amount), unit)
      }
    }
  }
  addPairs(pack, byMeaning('numerals'), 100, (spelling, a, b) => add(`=${spelling}`, NUMERAL_PAIR, a * 1000 + b))
  addPairs(pack, byMeaning('months'), 13, (spelling, a, b) => add(`=${spelling}`, MONTH_PAIR, a * 1000 + b))

  for (const of of senses) of?.sort((a, b) => b.rest.length - a.rest.length)
  const ends = (table['figure-ends'] ?? {}) as ByMeaning
  return {
    senses,
    unitStems,
    cardinalEnds: new Set(ends.cardinal),
    ordinalEnds: new Set(ends.ordinal),
    decadeEnds: new Set(ends.decade),
  }
}

const PREPOSITIONS: Readonly<Record<string, number>> = {
  in: PREPOSITION_IN,
  on: PREPOSITION_ON,
  from: PREPOSITION_FROM,
  to: PREPOSITION_TO,
  'out-of': PREPOSITION_OUT_OF,
  'up-to': PREPOSITION_UP_TO,
  within: PREPOSITION_WITHIN,
  after: PREPOSITION_AFTER,
  about: PREPOSITION_ABOUT,
  and: AND,
}

/** `xix` with Latin letters, and with Cyrillic х and і where typists put them. */
function romanSpellings(number: number): string[] {
  const roman =
    'x'.repeat(Math.floor(number / 10)) + ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'][number % 10]
  return roman.includes('x') ? [roman, roman.replaceAll('x', 'х')] : [roman]
}

/** «два-три», «ноябре-декабре»: two words of one kind joined by a hyphen, in each case and number that both have. */
function addPairs(
  pack: LanguagePack,
  words: [string, Wordings][],
  limit: number,
  add: (spelling: string, a: number, b: number) => void,
): void {
  const cases = [NOMN, GENT, DATV, ACCS, ABLT, LOCT]
  const forms = words
    .map(([value, wordings]) => ({
      value: Number(value),
      spellings: cases.map(wanted => inflected(pack, wordings[0], wanted)),
    }))
    .filter(({ value }) => Number.isInteger(value) && value < limit)
    .sort((a, b) => a.value - b.value)
  const seen = new Set<string>()
  for (const a of forms) {
    for (const b of forms) {
      if (a.value === b.value || b.value > a.value * 2 + 10) continue
      a.spellings.forEach((first, i) => {
        const second = b.spellings[i]
        const spelling = `${first}-${second}`
        if (first === null || second === null || seen.has(spelling)) return
        seen.add(spelling)
        add(spelling, a.value, b.value)
      })
    }
  }
}

function inflected(pack: LanguagePack, word: string, wanted: number): string | null {
  const { readings } = pack.lexicon.form(word)
  const reading = readings.find(candidate => candidate.lemma === word && (candidate.agr & PLUR) === 0) ?? readings[0]
  return pack.lexicon.inflect(reading, wanted)
}

/** Tells the forms and abbreviations of months, for datelines. */
export function monthsOf(pack: LanguagePack): (form: Form) => boolean {
  const { senses } = timeWordsOf(pack)
  return form => form.keys.some(key => senses[key]?.some(({ kind }) => kind === MONTH) ?? false)
}
