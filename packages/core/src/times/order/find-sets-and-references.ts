/** Repetitions (`every day`, `weekly`) and what points at no date (`now`, `recently`). */
import { SBRD } from '../../words/grammar.ts'
import { durationOf, type FoundTime, fixed, precisionOf } from '../said.ts'
import type { TimeReader } from '../time-reader.ts'
import { EVERY, PREPOSITION_IN, REFERENCE, SET, WEEKDAY } from '../time-words.ts'
import { readAmount, unitAt } from './read-amount.ts'
import { made } from './read-parts.ts'

/** `every day`, `each week`, `every two years`, `daily`. */
export function repetition(reader: TimeReader, token: number): FoundTime | null {
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

export function reference(reader: TimeReader, token: number): FoundTime | null {
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
  // «in the past four years» is an amount.
  if (found.sense.text === 'PAST_REF' && found.to < reader.tokens.count && readAmount(reader, found.to) !== null)
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
