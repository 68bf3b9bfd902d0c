/** Units of the calendar by where they lie: `last week`, `the past few days`, `the year before`, `the weekend`. */
import { BY_TENSE, calendar, durationOf, type FoundTime, fixed, OF_THE_SAME, precisionOf, type Said } from '../said.ts'
import type { TimeReader } from '../time-reader.ts'
import { EARLIER, LATEST, NEAREST, PREPOSITION_AFTER, RELATION, SAME } from '../time-words.ts'
import { readAmount, unitAt } from './read-amount.ts'
import { made, pastArticle, pastBorder } from './read-parts.ts'

/** `last week`, `this year`, `next month`, `that day`, `the past few days`, `the last three years`, `the following day`. */
export function relativeUnit(reader: TimeReader, token: number): FoundTime | null {
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
  // «over the past decade»: ten years up to now, no decade of the calendar.
  if (shift === -1 && (unit === 'E' || unit === 'C'))
    return made(token, at + 1, fixed('duration', durationOf(1, unit), precisionOf(unit)), 'duration')
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
export function unitBefore(reader: TimeReader, token: number): FoundTime | null {
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
