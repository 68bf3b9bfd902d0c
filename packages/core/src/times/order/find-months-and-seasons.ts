/** Months and seasons, with or without a year. */
import { SHAPE_UPPER } from '../../words/form.ts'
import { calendar, type FoundTime } from '../said.ts'
import type { TimeReader } from '../time-reader.ts'
import { PREPOSITION_IN, RELATION, SEASON } from '../time-words.ts'
import { unitAt } from './read-amount.ts'
import { isIntroduced, made, monthAt, pastBorder, pastDot, yearAfter, yearAt } from './read-parts.ts'

/** `March`, `late November`, `last March`, `March 2017`, `of March last year` is two. */
export function month(reader: TimeReader, token: number): FoundTime | null {
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
  const yearShift = year === null && choice === null ? shiftOfYear(reader, after) : null
  return made(token, to, calendar({ month: value, choice, year: year?.year ?? null, yearShift }), 'month')
}

/** «in April next year»: the year that a time of its own behind the month names, counted from now; null for none. */
function shiftOfYear(reader: TimeReader, token: number): number | null {
  const relation = reader.continues(token) ? reader.sense(token, RELATION) : null
  if (relation === null || Math.abs(relation.value) > 1 || unitAt(reader, token + 1) !== 'Y') return null
  return relation.value
}

/** `last summer`, `the spring of 2014`, `this fall`. */
export function season(reader: TimeReader, token: number): FoundTime | null {
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
