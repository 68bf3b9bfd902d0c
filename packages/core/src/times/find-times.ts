/** Documents' times: each stretch that names a date, an hour, a length of time or a repetition, with its value. */
import type { TextDocument } from '../document.ts'
import type { LanguagePack } from '../kit.ts'
import { KIND_MARK, KIND_NUMBER, KIND_WORD, type Sentences, type Tokens } from '../text/tokens.ts'
import { SHAPE_LOWER } from '../words/form.ts'
import { readingOf, type Words } from '../words/readings.ts'
import { dayOf, parseDay } from './calendar.ts'
import { day, dayAdjective, daySeries, namedDay, nightBefore, numericDate } from './find-days.ts'
import { duration, durationRange, minuteOfMatch, sameLength, unitAdjective, unmeasured } from './find-durations.ts'
import { dayOfMonth, endOfBorder, month, quarter, season } from './find-months.ts'
import { reference, theseDays } from './find-references.ts'
import { every, habit, setWord, timesPer } from './find-sets.ts'
import { borderOfUnit, pairedRelations, relativeUnit, weekend, wholeUnit } from './find-units.ts'
import { century, decade, year, yearRange } from './find-years.ts'
import { type Place, resolve } from './resolve-time.ts'
import type { FoundTime } from './said.ts'
import { Story } from './story.ts'
import { Tense } from './tense.ts'
import type { TimeExpression } from './time-expression.ts'
import { TimeReader } from './time-reader.ts'
import {
  AHEAD,
  BIRTH,
  mayBegin,
  NAME_HEAD,
  PREPOSITION_FROM,
  PREPOSITION_ON,
  PREPOSITION_TO,
  PREPOSITION_UP_TO,
  timeWordsOf,
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
  const reader = new TimeReader(document.text, tokens, sentences, timeWordsOf(pack))
  const tense = new Tense(reader, token => readingOf(tokens, words, token))
  const story = new Story(parseDay(document.published))
  const times: TimeExpression[] = []
  let token = 0
  while (token < tokens.count) {
    const found = begins(reader, token) ? findAt(reader, token) : null
    if (found === null) {
      token++
      continue
    }
    for (const time of found) times.push(tell(time, reader, story, tense))
    token = found[found.length - 1].to
  }
  return times
}

/** A number, a word that begins with figures, or a word of the table. */
function begins(reader: TimeReader, token: number): boolean {
  const { tokens } = reader
  const kind = tokens.kind[token]
  if (kind === KIND_MARK) return false
  if (kind === KIND_NUMBER) return true
  if (kind !== KIND_WORD) return false
  const first = reader.text.charCodeAt(tokens.start[token])
  return (first >= 0x30 && first < 0x3a) || mayBegin(reader.words, tokens.form[token])
}

function findAt(reader: TimeReader, token: number): FoundTime[] | null {
  for (const rule of RULES) {
    const found = rule(reader, token)
    if (found !== null) return isName(reader, found) ? null : found
  }
  return null
}

/** «улица 9 Мая», and what alone fills a pair of quotation marks with a capital: the newspaper «Сегодня». */
function isName(reader: TimeReader, found: readonly FoundTime[]): boolean {
  const { from } = found[0]
  const { to } = found[found.length - 1]
  if (reader.has(from - 1, NAME_HEAD) && isCapitalised(reader, from, to + 1)) return true
  const { shape } = reader.tokens.form[from]
  if (shape === SHAPE_LOWER || !isQuote(reader.code(from - 1)) || !isQuote(reader.code(to))) return false
  return reader.isAttached(from) && reader.isAttached(to)
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
    if (dated && scene && told.day > 0 && story.now === null && paragraph < LAST_SELF_DATING) {
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

/** Paragraphs in which a full date dates a text without a publication date: headline, captions, lead. */
const LAST_SELF_DATING = 4

/** The story does not move to the start or end of a stretch («с 2004 года»), nor to a birth. */
function isScene(reader: TimeReader, from: number, sentence: number): boolean {
  const before = from - 1
  if (
    reader.has(before, PREPOSITION_FROM) ||
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

/** The first to find wins; longer shapes stand before the shorter ones they begin with. */
const RULES: readonly Rule[] = [
  namedDay,
  reference,
  theseDays,
  unmeasured,
  sameLength,
  setWord,
  timesPer,
  every,
  habit,
  numericDate,
  nightBefore,
  border,
  borderOfUnit,
  daySeries,
  day,
  dayOfMonth,
  quarter,
  century,
  decade,
  yearRange,
  year,
  unitAdjective,
  durationRange,
  minuteOfMatch,
  duration,
  month,
  season,
  pairedRelations,
  relativeUnit,
  weekend,
  wholeUnit,
  dayAdjective,
]
