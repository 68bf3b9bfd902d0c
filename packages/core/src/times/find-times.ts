/** The times of a document: each stretch that names a date, an hour, a length of time or a repetition, with its value. */
import type { TextDocument } from '../document.ts'
import type { LanguagePack } from '../kit.ts'
import { isOrdered } from '../language.ts'
import type { TokenRange } from '../span.ts'
import type { Sentences, Tokens } from '../text/tokens.ts'
import type { Words } from '../words/readings.ts'
import { dayOf, parseDay } from './calendar.ts'
import { findAtByOrder } from './order/find-at-by-order.ts'
import { TenseByOrder } from './order/tense-by-order.ts'
import { resolve } from './resolve-time.ts'
import type { Place } from './resolved.ts'
import type { FoundTime, Said } from './said.ts'
import { Story } from './story.ts'
import type { TenseReader } from './tense.ts'
import { TenseByForms } from './tense-by-forms.ts'
import type { TimeExpression } from './time-expression.ts'
import { TimeReader } from './time-reader.ts'
import { dispatchOf, findAt } from './time-rules.ts'
import {
  AHEAD,
  BIRTH,
  PREPOSITION_FROM,
  PREPOSITION_ON,
  PREPOSITION_OUT_OF,
  PREPOSITION_TO,
  PREPOSITION_UP_TO,
} from './time-words.ts'

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
  const readAt = (token: number) => words.chosen[token]
  const tense = isOrdered(pack) ? new TenseByOrder(reader, readAt, pack) : new TenseByForms(reader, readAt)
  const story = new Story(parseDay(document.published))
  const times: TimeExpression[] = []
  const ordered = isOrdered(pack)
  let token = 0
  while (token < tokens.count) {
    const found = ordered ? findAtByOrder(reader, token, pack) : findAt(reader, token, dispatch)
    if (found === null) {
      token++
      continue
    }
    const whole = { from: found[0].from, to: found[found.length - 1].to }
    for (const time of found) times.push(tell(time, whole, reader, story, tense))
    token = found[found.length - 1].to
  }
  return times
}

/** Resolves one expression and lets the story go on from it. */
/** `whole`: the range it belongs to, whose ends stand in one tense. */
function tell(
  found: FoundTime,
  whole: TokenRange,
  reader: TimeReader,
  story: Story,
  tense: TenseReader,
): TimeExpression {
  const { from, to, said } = found
  const { tokens } = reader
  const sentence = reader.sentenceOf(from)
  const paragraph = reader.paragraphOf(from)
  let known: number | null = null
  const place: Place = {
    paragraph,
    tense: () => {
      known ??= tense.around(whole.from, whole.to)
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
