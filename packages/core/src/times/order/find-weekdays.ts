/** Weekdays and days counted from now, with parts of the day. */
import { COMING, calendar, type FoundTime, OF_THE_SAME } from '../said.ts'
import type { TimeReader } from '../time-reader.ts'
import {
  DAY_PART,
  DAY_PART_DEGREE,
  DAY_PART_NOUN,
  DAYS_FROM_NOW,
  PREPOSITION_TO,
  RELATION,
  SAME,
  WEEKDAY,
} from '../time-words.ts'
import { isCapital, made } from './read-parts.ts'

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
  // «until Tuesday» is the coming one.
  if (choice === null && reader.has(token - 1, PREPOSITION_TO)) choice = COMING
  return made(token, part === null ? at : at + 1, calendar({ weekday: sense.value, choice, part: named }), 'weekday')
}

/** `yesterday`, `tomorrow morning`, `this evening`, `tonight`, `last night`. */
export function dayFromNow(reader: TimeReader, token: number): FoundTime | null {
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
