/** Weekdays and days counted from now, with parts of the day. */
import { CLIT } from '../../words/grammar.ts'
import { COMING, calendar, type FoundTime, NEARER, OF_THE_SAME } from '../said.ts'
import type { TimeReader } from '../time-reader.ts'
import {
  DAY_PART,
  DAY_PART_DEGREE,
  DAY_PART_NOUN,
  DAYS_FROM_NOW,
  PREPOSITION_UP_TO,
  RELATION,
  SAME,
  WEEKDAY,
} from '../time-words.ts'
import { isCapital, made, pastArticle } from './read-parts.ts'

/** «until Tuesday» is the coming one («Until Tuesday, they had said nothing» is what its verb says); «Tuesday's talks» the nearest, whatever the verb says of something else. */
export function choiceBeside(reader: TimeReader, from: number, to: number): number | null {
  if (reader.has(from - 1, PREPOSITION_UP_TO))
    return reader.sentences.from[reader.sentences.of[from]] === from - 1 ? null : COMING
  return to < reader.tokens.count && (reader.tokens.form[to].lex & CLIT) !== 0 ? NEARER : null
}

/** `last Tuesday night`, `Friday`, `early Monday`, `Thursday morning`. */
export function weekday(reader: TimeReader, token: number): FoundTime | null {
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
  if (choice === null) choice = choiceBeside(reader, token, at)
  return made(token, part === null ? at : at + 1, calendar({ weekday: sense.value, choice, part: named }), 'weekday')
}

/** `yesterday`, `day before yesterday`, `tomorrow morning`, `this evening`, `tonight`, `last night`. */
export function dayFromNow(reader: TimeReader, token: number): FoundTime | null {
  const day = reader.wording(token, DAYS_FROM_NOW)
  if (day !== null) {
    const part = reader.sense(day.to, DAY_PART_NOUN)
    const to = part === null ? day.to : day.to + 1
    return made(token, to, calendar({ dayShift: day.sense.value, part: part?.text ?? '' }), 'day-from-now')
  }
  const now = reader.sense(token, DAY_PART)
  if (now !== null) return made(token, token + 1, calendar({ dayShift: 0, part: now.text }), 'part-of-day')
  const relation = reader.sense(token, RELATION)
  const part = relation === null ? null : reader.sense(token + 1, DAY_PART_NOUN)
  if (relation === null || part === null || !reader.continues(token + 1)) return null
  if (relation.value !== 0 && relation.value !== -1) return null
  return made(token, token + 2, calendar({ dayShift: relation.value, part: part.text }), 'part-of-day')
}

/** `the next morning`, `the previous night`: counted from the day told of last. */
export function partOfToldDay(reader: TimeReader, token: number): FoundTime | null {
  const at = pastArticle(reader, token)
  const relation = at === token ? null : reader.sense(at, RELATION)
  if (relation === null || Math.abs(relation.value) !== 1) return null
  const part = reader.continues(at + 1) ? reader.sense(at + 1, DAY_PART_NOUN) : null
  return part === null
    ? null
    : made(token, at + 2, calendar({ toldShift: relation.value, part: part.text }), 'part-of-told-day')
}
