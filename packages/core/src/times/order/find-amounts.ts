/** Amounts of time: `two years ago`, `three days later`, `20 years`, `weeks`, `14-year-old`. */
import type { LanguagePack } from '../../kit.ts'
import { ADJF } from '../../words/grammar.ts'
import { durationOf, type FoundTime, fixed, precisionOf } from '../said.ts'
import type { TimeReader } from '../time-reader.ts'
import { AGO, LATER, ORDINAL, RELATION, type Unit, WHOLE } from '../time-words.ts'
import { pastApproximation, readAmount, unitAt } from './read-amount.ts'
import { compileParts, readCompound } from './read-compound.ts'
import { made, pastArticle, pastOrdinalEnd } from './read-parts.ts'

/** `two years ago`, `three days later`, `20 years`, `nearly half an hour`, `years`, `the whole week`. */
export function amount(reader: TimeReader, token: number): FoundTime | null {
  const start = pastApproximation(reader, token)
  let at = start
  if (reader.has(at, WHOLE) && at > token) at++
  // «the 2021-22 school year»: the end of a range of years is no amount.
  if (reader.isDash(at - 1) && reader.isAttached(at) && reader.figures(at - 2) === 4) return null
  const found = readAmount(reader, at)
  if (found === null) return null
  at = found.to
  // «two long years», «ten consecutive days».
  let unit = at < reader.tokens.count && reader.continues(at) ? unitAt(reader, at) : null
  if (unit === null && reader.isWord(at) && reader.isWord(at + 1) && reader.continues(at + 1)) {
    const { pos } = reader.tokens.form[at].readings[0]
    unit = (pos & ADJF) !== 0 && found.amount !== 1 && !reader.has(at, RELATION) ? unitAt(reader, at + 1) : null
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
export function bareUnit(reader: TimeReader, token: number): FoundTime | null {
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
export function compound(reader: TimeReader, token: number, pack: LanguagePack): FoundTime | null {
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

/** `the 62nd minute`: of a match, on no clock. */
export function minuteOfMatch(reader: TimeReader, token: number): FoundTime | null {
  const at = pastArticle(reader, token)
  const end = pastOrdinalEnd(reader, at)
  if (at === token || (end === at + 1 && !reader.has(at, ORDINAL)) || unitAt(reader, end) !== 'TM') return null
  return made(token, end + 1, fixed('time', null, 'minute'), 'minute-of-match')
}
