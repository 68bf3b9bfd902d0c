/** Rules for units told by their distance from now or from a time told before: «на прошлой неделе», «в этом году», «последние дни». */
import { ADJECTIVAL, agrees, GENT, NOMN, NOUN, PLTM } from '../words/grammar.ts'
import { endOfBorder } from './find-months.ts'
import { readNumber } from './read-number.ts'
import { BY_TENSE, durationOf, type FoundTime, fixed, OF_THE_SAME, precisionOf } from './said.ts'
import type { TimeReader } from './time-reader.ts'
import {
  AND,
  DURING,
  LATEST,
  NEAREST,
  PREPOSITION_IN,
  PREPOSITION_ON,
  PREPOSITION_WITHIN,
  RELATION,
  SAME,
  type Sense,
  UNIT,
  UNITS,
  type Unit,
  VAGUE_AMOUNT,
  WHOLE,
} from './time-words.ts'

const PAST = fixed('date', 'PAST_REF', 'vague')
const FUTURE = fixed('date', 'FUTURE_REF', 'vague')

/** «прошлой неделе», «этом году», «последние годы», «ближайший год», «последние 200 лет», «эти 4 года» */
export function relativeUnit(reader: TimeReader, token: number): FoundTime[] | null {
  const relation = reader.wording(token, RELATION)
  if (relation === null || !reader.continues(relation.to)) return null
  const at = relation.to
  const counted = countedUnit(reader, token, relation.sense, at)
  if (counted !== null) return counted
  const unit = reader.sense(at, UNIT)
  if (unit === null) return null
  const name = UNITS[unit.value]
  const to = at + 1
  const found = (said: FoundTime['said'], rule: string): FoundTime[] => [{ from: token, to, said, rule }]
  const { value, text } = relation.sense
  const during = reader.has(token - 1, PREPOSITION_WITHIN) || reader.has(token - 1, DURING)

  // Week's ends and «сутки» have no singular.
  const many = reader.isPlural(token) && name !== 'WE' && !isAlwaysPlural(reader, at)
  if (many) {
    // «последние дни войны» are counted from its end, not from now.
    if (hasOwner(reader, to)) return null
    if (value === LATEST || value === -1 || value === -2) return found(PAST, 'times/past-units')
    if (value === NEAREST || value === 1) return found(FUTURE, 'times/coming-units')
    return null
  }
  if (value === LATEST || value === NEAREST) {
    if (name === 'WE')
      return found({ kind: 'unit', unit: name, shift: value === LATEST ? -1 : 0 }, 'times/relative-unit')
    // «в последний день саммита» is an ordinal, «за последний день» a length.
    if (name === 'D' && !during && !reader.isPlural(token)) return null
    return found(fixed('duration', durationOf(1, name), precisionOf(name)), 'times/last-unit')
  }
  if (text === 'elapsed' && during)
    return found(fixed('duration', durationOf(1, name), precisionOf(name)), 'times/last-unit')
  if (value === 0 && (name === 'TH' || name === 'TM' || name === 'TS')) return null
  if (name === 'TH' || name === 'TM' || name === 'TS' || name === 'D') {
    return isAlwaysPlural(reader, at)
      ? found(fixed('duration', durationOf(1, name), precisionOf(name)), 'times/last-unit')
      : null
  }
  return found({ kind: 'unit', unit: name, shift: value === SAME ? OF_THE_SAME : value }, 'times/relative-unit')
}

/** A genitive follows. */
function hasOwner(reader: TimeReader, token: number): boolean {
  if (!reader.continues(token) || !reader.isWord(token)) return false
  const { readings, agr, text } = reader.tokens.form[token]
  if (text.length < 3 || (readings[0].pos & (NOUN | ADJECTIVAL)) === 0) return false
  return (agr & GENT) !== 0 && (agr & NOMN) === 0
}

/** «сутки»: a plural that counts one; «часы» are a clock besides, and count hours here. */
function isAlwaysPlural(reader: TimeReader, token: number): boolean {
  if (UNITS[reader.sense(token, UNIT)?.value ?? 0] !== 'D') return false
  return reader.tokens.form[token].readings.some(reading => (reading.lex & PLTM) !== 0)
}

/** «последние 200 лет» is a length, «последние несколько лет» the past. */
function countedUnit(reader: TimeReader, from: number, relation: Sense, at: number): FoundTime[] | null {
  const vague = reader.has(at, VAGUE_AMOUNT)
  const number = vague ? null : readNumber(reader, at)
  const unitAt = vague ? at + 1 : number?.to
  if (unitAt === undefined || !reader.continues(unitAt)) return null
  const unit = reader.sense(unitAt, UNIT)
  if (unit === null) return null
  const name = UNITS[unit.value]
  const to = unitAt + 1
  if (number !== null) {
    const said = fixed('duration', durationOf(number.value, name), precisionOf(name))
    return [{ from, to, said, rule: 'times/counted-units' }]
  }
  if (relation.value === 0 || relation.value === SAME) {
    return [{ from, to, said: fixed('duration', durationOf(null, name), 'vague'), rule: 'times/counted-units' }]
  }
  const past = relation.value === LATEST || relation.value < 0
  return [{ from, to, said: past ? PAST : FUTURE, rule: 'times/counted-units' }]
}

const BORDERED: ReadonlySet<Unit> = new Set(['W', 'M', 'Q', 'Y', 'E', 'C'])

/** «конце года», «начала недели», «середине месяца»: of the unit we are in. */
export function borderOfUnit(reader: TimeReader, token: number): FoundTime[] | null {
  const at = endOfBorder(reader, token)
  if (at === -1 || !reader.continues(at)) return null
  const unit = reader.sense(at, UNIT)
  if (unit === null || !BORDERED.has(UNITS[unit.value]) || reader.isPlural(at)) return null
  return [
    {
      from: token,
      to: at + 1,
      said: { kind: 'unit', unit: UNITS[unit.value], shift: 0 },
      rule: 'times/border-of-unit',
    },
  ]
}

/** «весь день», «всю неделю», «целый год», «круглые сутки» */
export function wholeUnit(reader: TimeReader, token: number): FoundTime[] | null {
  if (!reader.has(token, WHOLE) || !reader.continues(token + 1)) return null
  const unit = reader.sense(token + 1, UNIT)
  if (unit === null) return null
  const name = UNITS[unit.value]
  if (reader.isPlural(token) && !isAlwaysPlural(reader, token + 1) && name !== 'WE') return null
  // «всего неделю» is no «всю неделю».
  if (!agrees(reader.tokens.form[token].agr, reader.tokens.form[token + 1].agr)) return null
  const said = fixed('duration', durationOf(1, name), precisionOf(name))
  return [{ from: token, to: token + 2, said, rule: 'times/whole-unit' }]
}

/** «в прошлом и этом году»: two dates of one unit. */
export function pairedRelations(reader: TimeReader, token: number): FoundTime[] | null {
  const first = reader.wording(token, RELATION)
  if (first === null || !reader.has(first.to, AND)) return null
  const second = relativeUnit(reader, first.to + 1)
  if (second === null || second[0].said.kind !== 'unit' || Math.abs(first.sense.value) >= 3) return null
  const said = { kind: 'unit', unit: second[0].said.unit, shift: first.sense.value } as const
  return [{ from: token, to: first.to, said, rule: 'times/relative-unit' }, second[0]]
}

/** «в выходные», «на выходных»: the last ones or the next, by the tense. */
export function weekend(reader: TimeReader, token: number): FoundTime[] | null {
  const unit = reader.sense(token, UNIT)
  if (unit === null || UNITS[unit.value] !== 'WE') return null
  if (!reader.has(token - 1, PREPOSITION_IN) && !reader.has(token - 1, PREPOSITION_ON)) return null
  // «в выходные дни»
  const days = reader.continues(token + 1) ? reader.sense(token + 1, UNIT) : null
  const to = days !== null && UNITS[days.value] === 'D' ? token + 2 : token + 1
  return [{ from: token, to, said: { kind: 'unit', unit: 'WE', shift: BY_TENSE }, rule: 'times/weekend' }]
}
