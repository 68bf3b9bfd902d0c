/** Rules for words that point at now, the past or the future without a date: «сейчас», «в ближайшее время», «недавно». */
import { SHAPE_LOWER } from '../words/form.ts'
import { ADJECTIVAL, LOCT, NOUN } from '../words/grammar.ts'
import { type FoundTime, fixed } from './said.ts'
import type { TimeReader } from './time-reader.ts'
import { REFERENCE, THESE_DAYS } from './time-words.ts'

export function reference(reader: TimeReader, token: number): FoundTime[] | null {
  const match = reader.wording(token, REFERENCE)
  if (match === null) return theseDays(reader, token)
  if (match.to === token + 1 && !isAlone(reader, token)) return null
  return [{ from: token, to: match.to, said: fixed('date', match.sense.text, 'vague'), rule: 'times/reference' }]
}

/** «в будущем», «в прошлом» are nouns only where no noun follows: «в прошлом году» is another matter. */
function isAlone(reader: TimeReader, token: number): boolean {
  const { pos, shape } = reader.tokens.form[token]
  if ((pos & (ADJECTIVAL | NOUN)) === 0) return true
  if (shape !== SHAPE_LOWER && !reader.beginsSentence(token)) return false
  if (!reader.continues(token + 1) || !reader.isWord(token + 1)) return true
  const next = reader.tokens.form[token + 1]
  return (next.pos & (NOUN | ADJECTIVAL)) === 0 || (next.agr & LOCT) === 0
}

/** «на днях»: the past or the future, by the tense. */
function theseDays(reader: TimeReader, token: number): FoundTime[] | null {
  const match = reader.wording(token, THESE_DAYS)
  if (match === null) return null
  return [{ from: token, to: match.to, said: { kind: 'these-days' }, rule: 'times/these-days' }]
}
