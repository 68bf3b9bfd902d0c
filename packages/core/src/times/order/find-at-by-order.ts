/**
 * Time expressions by the order of words (English): month and day, weekdays with parts of the day, years and decades, units with «last»,
 * «this», «next», amounts with «ago» and «later», lengths, clock times, repetitions. What they say goes to the same calendar as any language's.
 */
import type { LanguagePack } from '../../kit.ts'
import { KIND_MARK } from '../../text/tokens.ts'
import { SHAPE_LOWER, SHAPE_UPPER } from '../../words/form.ts'
import { APRO, SBRD } from '../../words/grammar.ts'
import {
  BY_TENSE,
  COMING,
  calendar,
  durationOf,
  type FoundTime,
  fixed,
  OF_THE_SAME,
  precisionOf,
  type Said,
} from '../said.ts'
import type { TimeReader } from '../time-reader.ts'
import {
  AGO,
  AHEAD,
  AND,
  AND_A_HALF,
  APPROXIMATELY,
  BIRTH,
  BORDER,
  CLOCK_WORD,
  DAY_PART,
  DAY_PART_DEGREE,
  DAY_PART_NOUN,
  DAYS_FROM_NOW,
  EARLIER,
  EVERY,
  LATER,
  LATEST,
  MONTH,
  NAMED_DAY,
  NEAREST,
  NUMERAL,
  O_CLOCK,
  ORDINAL,
  PREPOSITION_ABOUT,
  PREPOSITION_AFTER,
  PREPOSITION_FROM,
  PREPOSITION_IN,
  PREPOSITION_ON,
  PREPOSITION_TO,
  PREPOSITION_WITHIN,
  REFERENCE,
  RELATION,
  SAME,
  SEASON,
  SET,
  TIMES,
  timeWordsOf,
  type Unit,
  VAGUE_AMOUNT,
  WEEKDAY,
  WHOLE,
  ZONE,
} from '../time-words.ts'
import { pastApproximation, readAmount, unitAt } from './read-amount.ts'
import { compileParts, readCompound } from './read-compound.ts'

type Rule = (reader: TimeReader, token: number, pack: LanguagePack) => FoundTime | null

/** What begins at a token, or null. */
export function findAtByOrder(reader: TimeReader, token: number, pack: LanguagePack): FoundTime[] | null {
  if (!mayBegin(reader, token, pack)) return null
  for (const rule of RULES) {
    const found = rule(reader, token, pack)
    if (found !== null) return [found]
  }
  return null
}

/** Words of the calendar, and words that begin a time only with one of them soon behind. */
interface Leads {
  readonly calendar: Uint8Array
  readonly leading: Uint8Array
}

const LEADING: ReadonlySet<number> = new Set([
  ...[RELATION, ORDINAL, NUMERAL, APPROXIMATELY, VAGUE_AMOUNT, EVERY, WHOLE, BORDER, DAY_PART_DEGREE],
])
/** Senses that stand beside times and begin none. */
const BESIDE: ReadonlySet<number> = new Set([
  ...[PREPOSITION_IN, PREPOSITION_ON, PREPOSITION_FROM, PREPOSITION_TO, PREPOSITION_WITHIN, PREPOSITION_ABOUT],
  ...[PREPOSITION_AFTER, AND, AHEAD, BIRTH, AND_A_HALF, AGO, LATER, EARLIER, TIMES, ZONE],
])

function compileLeads(pack: LanguagePack): Leads {
  const { senses } = timeWordsOf(pack)
  const calendar = new Uint8Array(senses.length)
  const leading = new Uint8Array(senses.length)
  senses.forEach((of, key) => {
    for (const { kind } of of ?? []) {
      if (LEADING.has(kind)) leading[key] = 1
      else if (!BESIDE.has(kind)) calendar[key] = 1
    }
  })
  return { calendar, leading }
}

/** Tokens looked ahead at: «the last two and a half years». */
const REACH = 6

function mayBegin(reader: TimeReader, token: number, pack: LanguagePack): boolean {
  const form = reader.tokens.form[token]
  const first = form.text.charCodeAt(0)
  if (first > 0x2f && first < 0x3a) return true
  if (reader.tokens.kind[token] === KIND_MARK) return false
  const { calendar, leading } = pack.derive(compileLeads)
  let leads = (form.lex & APRO) !== 0 && form.readings.length === 1
  for (const key of form.keys) {
    if (key >= calendar.length) continue
    if (calendar[key] === 1) return true
    if (leading[key] === 1) leads = true
  }
  if (!leads) return form.text.includes('-')
  const end = Math.min(reader.tokens.count, token + REACH)
  for (let next = token + 1; next < end; next++) {
    const ahead = reader.tokens.form[next]
    const code = ahead.text.charCodeAt(0)
    if (code > 0x2f && code < 0x3a) return true
    for (const key of ahead.keys) if (key < calendar.length && calendar[key] === 1) return true
  }
  return form.text.includes('-')
}

function made(from: number, to: number, said: Said, rule: string): FoundTime {
  return { from, to, said, rule: `times/${rule}` }
}

/** Past an article before what the calendar names: «the». */
function pastArticle(reader: TimeReader, token: number): number {
  const form = reader.tokens.form[token]
  return form !== undefined && form.readings.length === 1 && form.text.length === 3 && reader.isWord(token)
    ? token + 1
    : token
}

// — days —

const isCapital = (reader: TimeReader, token: number): boolean => reader.tokens.form[token].shape !== SHAPE_LOWER

function monthAt(reader: TimeReader, token: number): number {
  const sense = reader.sense(token, MONTH)
  return sense !== null && isCapital(reader, token) ? sense.value : 0
}

/** Past the dot of «Aug.». */
function pastDot(reader: TimeReader, token: number): number {
  return reader.code(token) === 0x2e && reader.isAttached(token) && reader.continues(token + 1) ? token + 1 : token
}

/** Day of a month at a token: 9, 9th, ninth; 0 for none. */
function dayAt(reader: TimeReader, token: number): number {
  if (!reader.continues(token)) return 0
  const figures = reader.figures(token)
  if (figures > 0 && figures < 3) {
    const value = reader.value(token)
    return value > 0 && value < 32 ? value : 0
  }
  const ordinal = reader.sense(token, ORDINAL)
  return ordinal !== null && ordinal.value < 32 ? ordinal.value : 0
}

/** Past a number and the end of an ordinal written to it: «9th». */
function pastOrdinalEnd(reader: TimeReader, token: number): number {
  const end = token + 1
  const isEnd = reader.isNumber(token) && reader.isAttached(end) && reader.isWord(end)
  return isEnd && reader.words.ordinalEnds.has(reader.tokens.form[end].folded) ? end + 1 : end
}

function yearAt(reader: TimeReader, token: number): number {
  if (reader.figures(token) !== 4 || !reader.continues(token)) return 0
  const value = reader.value(token)
  return value > 999 && value < 2200 ? value : 0
}

/** `, 2017`, ` 2017`: the year and the token after it. */
function yearAfter(reader: TimeReader, token: number): { year: number; to: number } | null {
  const at = reader.code(token) === 0x2c ? token + 1 : token
  const year = yearAt(reader, at)
  if (year === 0) return null
  return { year, to: at + 1 }
}

/** `August 9, 2017`, `Aug. 9`, `9 August 2017`, `the 9th of August`, with a weekday before. */
function monthDay(reader: TimeReader, token: number): FoundTime | null {
  let at = token
  const weekday = reader.sense(at, WEEKDAY)
  if (weekday !== null) {
    at = pastDot(reader, at + 1)
    if (reader.code(at) === 0x2c) at++
    if (at >= reader.tokens.count || !reader.continues(at)) return null
  }
  const read = monthThenDay(reader, at) ?? dayThenMonth(reader, at)
  if (read === null) return null
  const year = yearAfter(reader, read.to)
  const clock = year === null ? null : null
  const said = calendar({
    month: read.month,
    day: read.day,
    weekday: weekday?.value ?? 0,
    year: year?.year ?? null,
    clock: clock ?? '',
  })
  return made(token, year?.to ?? read.to, said, 'day')
}

function monthThenDay(reader: TimeReader, token: number): { month: number; day: number; to: number } | null {
  const month = monthAt(reader, token)
  if (month === 0) return null
  const at = pastDot(reader, token + 1)
  const day = dayAt(reader, at)
  // «May 2017» is no day.
  return day === 0 ? null : { month, day, to: pastOrdinalEnd(reader, at) }
}

function dayThenMonth(reader: TimeReader, token: number): { month: number; day: number; to: number } | null {
  let at = pastArticle(reader, token)
  const day = dayAt(reader, at)
  if (day === 0) return null
  at = pastOrdinalEnd(reader, at)
  if (
    at < reader.tokens.count &&
    monthAt(reader, at) === 0 &&
    reader.tokens.form[at].folded.length === 2 &&
    reader.isWord(at)
  )
    at++
  if (at >= reader.tokens.count || !reader.continues(at)) return null
  const month = monthAt(reader, at)
  return month === 0 ? null : { month, day, to: pastDot(reader, at + 1) === at + 1 ? at + 1 : at + 1 }
}

/** `last Tuesday night`, `Friday`, `early Monday`, `Thursday morning`. */
function weekday(reader: TimeReader, token: number): FoundTime | null {
  let at = token
  let choice: number | null = null
  const relation = reader.sense(at, RELATION)
  if (relation !== null) {
    choice = Math.abs(relation.value) <= 2 ? relation.value : relation.value === SAME ? OF_THE_SAME : null
    at++
  } else if (reader.has(at, DAY_PART_DEGREE) && reader.has(at + 1, WEEKDAY)) at++
  const sense = reader.sense(at, WEEKDAY)
  if (sense === null || !isCapital(reader, at)) return null
  if (relation !== null && at === token) return null
  const { text } = reader.tokens.form[at]
  // «Sun», «Mon» are days only with a dot or a date behind them.
  if (text.length === 3 && reader.code(at + 1) !== 0x2e) return null
  at++
  const part = reader.continues(at) ? reader.sense(at, DAY_PART_NOUN) : null
  const named = part?.text ?? ''
  // «until Tuesday» is the coming one.
  if (choice === null && reader.has(token - 1, PREPOSITION_TO)) choice = COMING
  return made(token, part === null ? at : at + 1, calendar({ weekday: sense.value, choice, part: named }), 'weekday')
}

/** `yesterday`, `tomorrow morning`, `this evening`, `tonight`, `last night`. */
function dayFromNow(reader: TimeReader, token: number): FoundTime | null {
  const sense = reader.sense(token, DAYS_FROM_NOW)
  if (sense !== null) {
    const part = reader.sense(token + 1, DAY_PART_NOUN)
    const to = part === null ? token + 1 : token + 2
    return made(token, to, calendar({ dayShift: sense.value, part: part?.text ?? '' }), 'day-from-now')
  }
  const now = reader.sense(token, DAY_PART)
  if (now !== null) return made(token, token + 1, calendar({ dayShift: 0, part: now.text }), 'part-of-day')
  const relation = reader.sense(token, RELATION)
  const part = relation === null ? null : reader.sense(token + 1, DAY_PART_NOUN)
  if (relation === null || part === null || !reader.continues(token + 1)) return null
  if (relation.value !== 0 && relation.value !== -1) return null
  return made(token, token + 2, calendar({ dayShift: relation.value, part: part.text }), 'part-of-day')
}

function namedDay(reader: TimeReader, token: number): FoundTime | null {
  const found = reader.wording(token, NAMED_DAY)
  if (found === null || !isCapital(reader, token)) return null
  // «Mary Christmas» is a person.
  if (reader.isWord(token - 1) && isCapital(reader, token - 1) && !reader.beginsSentence(token - 1)) return null
  const [month, day] = found.sense.text.split('-').map(Number)
  const year = yearAfter(reader, found.to)
  return made(token, year?.to ?? found.to, calendar({ month, day, year: year?.year ?? null }), 'named-day')
}

// — months, seasons, years —

/** `March`, `late November`, `last March`, `March 2017`, `of March last year` is two. */
function month(reader: TimeReader, token: number): FoundTime | null {
  let at = token
  let choice: number | null = null
  const relation = reader.sense(at, RELATION)
  if (relation !== null) {
    choice = Math.abs(relation.value) <= 2 ? relation.value : null
    at++
  } else at = pastBorder(reader, at)
  const value = monthAt(reader, at)
  if (value === 0) return null
  const { text } = reader.tokens.form[at]
  const bare = at === token
  // «May», «March» are other words too, «Jan» a name: a preposition, a border or a year makes them months.
  const doubtful = reader.tokens.form[at].readings.some(r => (r.pos & ~1) !== 0) || text.length < 4
  const after = pastDot(reader, at + 1)
  const year = yearAfter(reader, after)
  if (bare && year === null && doubtful && !isIntroduced(reader, token)) return null
  if (bare && reader.tokens.form[at].shape === SHAPE_UPPER && text.length > 3 && year === null) return null
  const to = year?.to ?? at + 1
  return made(token, to, calendar({ month: value, choice, year: year?.year ?? null }), 'month')
}

function isIntroduced(reader: TimeReader, token: number): boolean {
  return [PREPOSITION_IN, PREPOSITION_FROM, PREPOSITION_TO, PREPOSITION_WITHIN, PREPOSITION_ON].some(kind =>
    reader.has(token - 1, kind),
  )
}

/** «early», «late», «the beginning of», «mid-»: they belong to what they bound. */
function pastBorder(reader: TimeReader, token: number): number {
  if (!reader.has(token, BORDER) && !reader.has(token, DAY_PART_DEGREE)) return token
  let at = token + 1
  if (at < reader.tokens.count && reader.isDash(at)) at++
  // «early in 2016»: one small word between.
  if (at < reader.tokens.count && reader.has(at, PREPOSITION_IN)) at++
  return reader.continues(at) ? at : token
}

/** `last summer`, `the spring of 2014`, `this fall`. */
function season(reader: TimeReader, token: number): FoundTime | null {
  let at = token
  const relation = reader.sense(at, RELATION)
  if (relation !== null) at++
  const sense = at < reader.tokens.count ? reader.sense(at, SEASON) : null
  if (sense === null) return null
  const of = at + 2 < reader.tokens.count && yearAt(reader, at + 2) > 0 && reader.isWord(at + 1)
  const year = of ? yearAt(reader, at + 2) : yearAt(reader, at + 1)
  const to = year === 0 ? at + 1 : of ? at + 3 : at + 2
  if (
    relation === null &&
    year === 0 &&
    !(reader.has(token - 1, PREPOSITION_IN) || reader.has(token - 2, PREPOSITION_IN))
  )
    return null
  if (relation === null && year === 0 && reader.tokens.form[at].readings.length > 2) return null
  const choice = relation === null || Math.abs(relation.value) > 2 ? null : relation.value
  return made(token, to, calendar({ season: sense.text, choice, year: year || null }), 'season')
}

/** `2016`, `early 2016`, `the 1990s`, `mid-1990s`, `fiscal 2014`. */
function year(reader: TimeReader, token: number): FoundTime | null {
  const at = pastBorder(reader, token)
  const tens = decadeOfFigures(reader, token, at)
  if (tens !== null) return tens
  const value = yearAt(reader, at)
  if (value > 0 && at < reader.tokens.count) {
    const next = at + 1
    // 1990 s is a decade, 2,016 and 2016 dollars are counts.
    const isSum =
      reader.code(at - 1) === 0x24 ||
      (reader.code(next) === 0x2e &&
        reader.isAttached(next) &&
        reader.isNumber(next + 1) &&
        reader.isAttached(next + 1))
    if (isSum || value < 1500) return null
    if (reader.code(next) === 0x2c && reader.isAttached(next + 1) && reader.isNumber(next + 1)) return null
    if (reader.isWord(next) && unitAt(reader, next) !== null && reader.tokens.form[next].folded.endsWith('s'))
      return null
    return made(token, next, calendar({ year: value }), 'year')
  }
  return decade(reader, token, at)
}

/** `1990s`, `'90s` written in figures, the ending a token of its own; the border stays outside. */
function decadeOfFigures(reader: TimeReader, token: number, at: number): FoundTime | null {
  const figures = reader.figures(at)
  if ((figures !== 4 && figures !== 2) || !reader.isWord(at + 1) || !reader.isAttached(at + 1)) return null
  if (reader.tokens.form[at + 1].folded !== 's' || reader.value(at) % 10 !== 0) return null
  const year = figures === 4 ? reader.value(at) : 1900 + reader.value(at)
  if (figures === 2 && !(reader.code(at - 1) !== 0 && reader.isAttached(at))) return null
  return made(token === at ? token : at, at + 2, fixed('date', `${Math.floor(year / 10)}X`, 'decade'), 'decade')
}

/** `1990s`, `the '90s`, `mid-1990s`: a word of figures and an s. */
function decade(reader: TimeReader, from: number, at: number): FoundTime | null {
  const form = reader.tokens.form[at]
  if (form === undefined || !reader.isWord(at)) return null
  const folded = form.folded.startsWith('mid-') ? form.folded.slice(4) : form.folded
  if (!folded.endsWith('s') && folded.length !== 4) return null
  const figures = folded.endsWith('s') ? folded.slice(0, -1) : folded
  const value = Number(figures)
  if (!Number.isInteger(value) || figures.length !== 4 || value < 1000 || value > 2100) return null
  if (!folded.endsWith('s')) return made(from, at + 1, calendar({ year: value }), 'year')
  return made(
    folded === form.folded ? at : from,
    at + 1,
    fixed('date', `${Math.floor(value / 10)}X`, 'decade'),
    'decade',
  )
}

// — units —

/** `last week`, `this year`, `next month`, `that day`, `the past few days`, `the last three years`, `the following day`. */
function relativeUnit(reader: TimeReader, token: number): FoundTime | null {
  const first = pastBorder(reader, token)
  const article = pastArticle(reader, first)
  let at = article
  const relation = at < reader.tokens.count ? reader.sense(at, RELATION) : null
  if (relation === null) return weekend(reader, token, article)
  at++
  const amount = readAmount(reader, at)
  if (amount !== null && at < reader.tokens.count) {
    const unit = unitAt(reader, amount.to)
    if (unit === null) return null
    if (amount.amount === null && (unit === 'D' || unit === 'W' || unit === 'M' || unit === 'Y')) {
      const value = relation.value === 1 || relation.value === NEAREST ? 'FUTURE_REF' : 'PAST_REF'
      return made(token, amount.to + 1, fixed('date', value, 'vague'), 'reference')
    }
    return made(token, amount.to + 1, fixed('duration', durationOf(amount.amount, unit), precisionOf(unit)), 'duration')
  }
  if (at >= reader.tokens.count || !reader.continues(at)) return null
  const unit = unitAt(reader, at)
  if (unit === null) return null
  const plural = reader.tokens.form[at].folded.endsWith('s')
  if (plural) {
    if (relation.value === 0 || relation.value === SAME) return null
    return made(token, at + 1, fixed('date', relation.value === 1 ? 'FUTURE_REF' : 'PAST_REF', 'vague'), 'reference')
  }
  const shift = relation.value === LATEST ? -1 : relation.value === NEAREST ? 1 : relation.value
  if (unit.startsWith('T')) return null
  const said: Said =
    unit === 'D' && shift !== SAME
      ? calendar(shift === 0 ? { dayShift: 0 } : { toldShift: shift })
      : {
          kind: 'unit',
          unit,
          shift: shift === SAME ? OF_THE_SAME : unit === 'WE' && shift === 0 ? BY_TENSE : shift,
        }
  return made(token, at + 1, said, 'unit')
}

/** `the year before`, `the day after`, with nothing behind that they could be before or after. */
function unitBefore(reader: TimeReader, token: number): FoundTime | null {
  const at = pastArticle(reader, token)
  const unit = at === token ? null : unitAt(reader, at)
  if (unit === null || unit.startsWith('T')) return null
  const sign = reader.has(at + 1, EARLIER) ? -1 : reader.has(at + 1, PREPOSITION_AFTER) ? 1 : 0
  if (sign === 0 || (at + 2 < reader.tokens.count && reader.code(at + 2) === 0)) return null
  return made(token, at + 2, { kind: 'shift', amount: 1, unit, sign, from: 'told' }, 'unit-before')
}

/** `the weekend`. */
function weekend(reader: TimeReader, token: number, at: number): FoundTime | null {
  if (unitAt(reader, at) !== 'WE' || at === token) return null
  return made(token, at + 1, { kind: 'unit', unit: 'WE', shift: BY_TENSE }, 'weekend')
}

/** `two years ago`, `three days later`, `20 years`, `nearly half an hour`, `years`, `the whole week`. */
function amount(reader: TimeReader, token: number): FoundTime | null {
  const start = pastApproximation(reader, token)
  let at = start
  if (reader.has(at, WHOLE) && at > token) at++
  const found = readAmount(reader, at)
  if (found === null) return null
  at = found.to
  // «two long years», «ten consecutive days».
  let unit = at < reader.tokens.count && reader.continues(at) ? unitAt(reader, at) : null
  if (unit === null && reader.isWord(at) && reader.isWord(at + 1) && reader.continues(at + 1)) {
    const { pos } = reader.tokens.form[at].readings[0]
    unit = (pos & 2) !== 0 && found.amount !== 1 ? unitAt(reader, at + 1) : null
    if (unit !== null) at++
  }
  if (reader.isDash(at) && unit === null) unit = unitAt(reader, at + 1) === null ? null : unitAt(reader, ++at)
  if (unit === null) return null
  // «a second», «second-hand», «one day» in a tale are no lengths; «a day» after a price neither.
  if (found.amount === 1 && (unit === 'TS' || unit === 'Q') && !reader.isNumber(start)) return null
  const to = at + 1
  const ago = reader.wording(to, AGO)
  if (ago !== null)
    return made(token, ago.to, { kind: 'shift', amount: found.amount, unit, sign: -1, from: 'now' }, 'ago')
  const later = reader.wording(to, LATER)
  if (later !== null)
    return made(token, later.to, { kind: 'shift', amount: found.amount, unit, sign: 1, from: 'told' }, 'later')
  if (found.amount === 1 && isRate(reader, token))
    return made(token, to, fixed('set', `P1${unit}`, precisionOf(unit)), 'rate')
  return made(token, to, fixed('duration', durationValue(found.amount, unit), precisionOf(unit)), 'duration')
}

/** Halves of hours and years are counted in the unit below. */
function durationValue(count: number | null, unit: Unit): string {
  if (count !== null && !Number.isInteger(count)) {
    if (unit === 'TH' && count > 1) return `PT${Math.floor(count)}H${Math.round((count % 1) * 60)}M`
    if (unit === 'TH') return durationOf(count * 60, 'TM')
    if (unit === 'Y') return durationOf(count * 12, 'M')
  }
  return durationOf(count, unit)
}

/** «five people a day», «$5 a month»: how often. */
function isRate(reader: TimeReader, token: number): boolean {
  return reader.isNumber(token - 1) || (reader.isWord(token - 1) && reader.isNumber(token - 2))
}

/** `years`, `weeks`, `decades`: a length nobody counted. */
function bareUnit(reader: TimeReader, token: number): FoundTime | null {
  const unit = unitAt(reader, token)
  if (unit === null || unit === 'WE' || !reader.tokens.form[token].folded.endsWith('s')) return null
  if (unit === 'Q' || unit === 'TS') return null
  // «the minutes» are of a meeting as often.
  if (unit.startsWith('T') && token > 0 && pastArticle(reader, token - 1) === token) return null
  const ago = reader.wording(token + 1, AGO)
  if (ago !== null) return made(token, ago.to, fixed('date', 'PAST_REF', 'vague'), 'reference')
  const later = reader.wording(token + 1, LATER)
  if (later !== null) return made(token, later.to, fixed('date', 'FUTURE_REF', 'vague'), 'reference')
  return made(token, token + 1, fixed('duration', durationOf(null, unit), precisionOf(unit)), 'duration')
}

/** `20-minute`, `14-year-old`. */
function compound(reader: TimeReader, token: number, pack: LanguagePack): FoundTime | null {
  const parts = pack.derive(compileParts)
  const found = readCompound(reader, token, parts)
  if (found === null) return null
  return made(
    token,
    token + 1,
    fixed('duration', durationOf(found.amount, found.unit), precisionOf(found.unit)),
    'compound',
  )
}

// — clock, repetitions, references —

/** `3:30 p.m.`, `10 a.m.`, `2 p.m. Tuesday`, `noon`, `14:00 GMT`. */
function clock(reader: TimeReader, token: number): FoundTime | null {
  const word = reader.sense(token, CLOCK_WORD)
  if (word !== null) return made(token, token + 1, calendar({ clock: word.text }), 'clock')
  if (reader.figures(token) === 0 || reader.figures(token) > 2) return null
  const hour = reader.value(token)
  let at = token + 1
  let minute = -1
  if (
    (reader.code(at) === 0x3a || reader.code(at) === 0x2e) &&
    reader.isAttached(at) &&
    reader.isAttached(at + 1) &&
    reader.figures(at + 1) === 2
  ) {
    minute = reader.value(at + 1)
    at += 2
  }
  if (hour > 24 || minute > 59) return null
  const half = halfOfDay(reader, at)
  const oClock = half === null && reader.has(at, O_CLOCK)
  if (half === null && !oClock && (minute < 0 || reader.code(token + 1) === 0x2e)) return null
  if (half !== null) at = half.to
  else if (oClock) at++
  const hours = half === null ? hour : (hour % 12) + (half.evening ? 12 : 0)
  const zone = reader.wording(at, ZONE)
  if (zone !== null) at = zone.to
  const pad = (value: number): string => String(value).padStart(2, '0')
  const said = calendar({ clock: `T${pad(hours)}:${pad(Math.max(0, minute))}` })
  const day = at < reader.tokens.count && reader.continues(at) ? reader.sense(at, WEEKDAY) : null
  if (day !== null) {
    said.weekday = day.value
    at++
  }
  return made(token, at, said, 'clock')
}

/** `a.m.`, `pm`. */
function halfOfDay(reader: TimeReader, token: number): { evening: boolean; to: number } | null {
  if (!reader.isWord(token)) return null
  const { folded } = reader.tokens.form[token]
  if (folded === MORNING || folded === EVENING) return { evening: folded === EVENING, to: token + 1 }
  const dotted =
    reader.code(token + 1) === 0x2e &&
    reader.isWord(token + 2) &&
    reader.tokens.form[token + 2].folded === MORNING.charAt(1)
  if (!dotted || (folded !== MORNING.charAt(0) && folded !== EVENING.charAt(0))) return null
  const to = reader.code(token + 3) === 0x2e && reader.isAttached(token + 3) ? token + 4 : token + 3
  return { evening: folded === EVENING.charAt(0), to }
}

/** Latin: ante meridiem, post meridiem. */
const MORNING = 'am'
const EVENING = 'pm'

/** `every day`, `each week`, `every two years`, `daily`. */
function repetition(reader: TimeReader, token: number): FoundTime | null {
  const word = reader.sense(token, SET)
  if (word !== null) return made(token, token + 1, fixed('set', word.text, 'vague'), 'set')
  if (!reader.has(token, EVERY)) return null
  const unit = unitAt(reader, token + 1)
  if (unit !== null) return made(token, token + 2, fixed('set', durationOf(1, unit), precisionOf(unit)), 'set')
  const day = reader.sense(token + 1, WEEKDAY)
  if (day !== null) return made(token, token + 2, fixed('set', `XXXX-WXX-${day.value}`, 'day'), 'set')
  const count = readAmount(reader, token + 1)
  const each = count === null ? null : unitAt(reader, count.to)
  if (count === null || each === null) return null
  return made(token, count.to + 1, fixed('set', durationOf(count.amount, each), precisionOf(each)), 'set')
}

function reference(reader: TimeReader, token: number): FoundTime | null {
  const found = reader.wording(token, REFERENCE)
  if (found === null) return null
  // «as soon as» is no time.
  if (
    reader.code(token) === 0 &&
    found.to === token + 1 &&
    found.sense.text === 'FUTURE_REF' &&
    isAs(reader, token + 1)
  )
    return null
  // «in the future»: the preposition stays outside.
  const from = reader.has(token, PREPOSITION_IN) ? token + 1 : token
  return made(from, found.to, fixed('date', found.sense.text, 'vague'), 'reference')
}

/** A conjunction of comparison behind it. */
function isAs(reader: TimeReader, token: number): boolean {
  return (
    token < reader.tokens.count &&
    (reader.tokens.form[token].lex & SBRD) !== 0 &&
    reader.tokens.form[token].text.length === 2
  )
}

/** `the 62nd minute`: of a match, on no clock. */
function minuteOfMatch(reader: TimeReader, token: number): FoundTime | null {
  const at = pastArticle(reader, token)
  const end = pastOrdinalEnd(reader, at)
  if (at === token || (end === at + 1 && !reader.has(at, ORDINAL)) || unitAt(reader, end) !== 'TM') return null
  return made(token, end + 1, fixed('time', null, 'minute'), 'minute-of-match')
}

/** The first to find wins; longer shapes stand before the shorter ones they begin with. */
const RULES: readonly Rule[] = [
  minuteOfMatch,
  reference,
  namedDay,
  monthDay,
  clock,
  weekday,
  dayFromNow,
  month,
  season,
  year,
  relativeUnit,
  unitBefore,
  repetition,
  compound,
  amount,
  bareUnit,
]
