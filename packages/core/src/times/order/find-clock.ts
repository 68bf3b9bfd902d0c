/** Clock times: `3:30 p.m. Tuesday`, `noon`, `14:00 GMT`. */
import { calendar, type FoundTime } from '../said.ts'
import type { TimeReader } from '../time-reader.ts'
import { CLOCK_WORD, DAY_PART_NOUN, O_CLOCK, PREPOSITION_IN, WEEKDAY, ZONE } from '../time-words.ts'
import { choiceBeside } from './find-weekdays.ts'
import { made, pastArticle } from './read-parts.ts'

/** `3:30 p.m.`, `10 a.m.`, `2 p.m. Tuesday`, `noon`, `14:00 GMT`. */
export function clock(reader: TimeReader, token: number): FoundTime | null {
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
  const half = halfOfDay(reader, at) ?? inPartOfDay(reader, at)
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
    said.choice = choiceBeside(reader, token, at + 1)
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

/** `4 in the morning`, `9 in the evening`. */
function inPartOfDay(reader: TimeReader, token: number): { evening: boolean; to: number } | null {
  if (!reader.has(token, PREPOSITION_IN)) return null
  const at = pastArticle(reader, token + 1)
  const part = at === token + 1 ? null : reader.sense(at, DAY_PART_NOUN)
  return part === null ? null : { evening: part.text !== 'TMO', to: at + 1 }
}

/** Latin: ante meridiem, post meridiem. */
const MORNING = 'am'
const EVENING = 'pm'
