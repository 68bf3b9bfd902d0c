/** Rules for what happens again and again: «ежегодно», «каждый день», «два раза в неделю», «по понедельникам». */
import { isHabitual } from './find-days.ts'
import { readNumber } from './read-number.ts'
import { durationOf, type FoundTime, fixed, precisionOf } from './said.ts'
import type { TimeReader } from './time-reader.ts'
import { DAY_PART_NOUN, EVERY, MONTH, PREPOSITION_IN, SEASON, SET, TIMES, UNIT, UNITS, WEEKDAY } from './time-words.ts'

/** «ежедневный», «по утрам» (without its preposition) */
export function setWord(reader: TimeReader, token: number): FoundTime[] | null {
  const match = reader.wording(token, SET)
  if (match === null) return null
  const from = match.to - token > 1 ? token + 1 : token
  return [{ from, to: match.to, said: fixed('set', match.sense.text, 'vague'), rule: 'times/set-word' }]
}

/** «каждый день», «каждые три года», «каждую пятницу», «каждое утро», «каждым летом» */
export function every(reader: TimeReader, token: number): FoundTime[] | null {
  if (!reader.has(token, EVERY) || !reader.continues(token + 1)) return null
  const rule = 'times/every'
  const number = readNumber(reader, token + 1)
  const at = number === null ? token + 1 : number.to
  const unit = reader.continues(at) ? reader.sense(at, UNIT) : null
  if (unit !== null) {
    const name = UNITS[unit.value]
    const said = fixed('set', durationOf(number === null ? 1 : number.value, name), precisionOf(name))
    return [{ from: token, to: at + 1, said, rule }]
  }
  if (number !== null) return null
  const weekday = reader.sense(at, WEEKDAY)
  if (weekday !== null)
    return [{ from: token, to: at + 1, said: fixed('set', `XXXX-WXX-${weekday.value}`, 'day'), rule }]
  const part = reader.sense(at, DAY_PART_NOUN)
  if (part !== null)
    return [{ from: token, to: at + 1, said: fixed('set', `XXXX-XX-XX${part.text}`, 'part-of-day'), rule }]
  const month = reader.sense(at, MONTH)
  if (month !== null) {
    const said = fixed('set', `XXXX-${String(month.value).padStart(2, '0')}`, 'month')
    return [{ from: token, to: at + 1, said, rule }]
  }
  const season = reader.sense(at, SEASON)
  if (season !== null) return [{ from: token, to: at + 1, said: fixed('set', `XXXX-${season.text}`, 'season'), rule }]
  return null
}

/** «раз в неделю», «два раза в год», «трижды в день», «раз в два года» */
export function timesPer(reader: TimeReader, token: number): FoundTime[] | null {
  const number = readNumber(reader, token)
  const at = number === null ? token : number.to
  if (!reader.has(at, TIMES) || !reader.continues(at + 1) || !reader.has(at + 1, PREPOSITION_IN)) return null
  const every = readNumber(reader, at + 2)
  const unitAt = every === null ? at + 2 : every.to
  const unit = reader.continues(unitAt) ? reader.sense(unitAt, UNIT) : null
  if (unit === null) return null
  const name = UNITS[unit.value]
  const said = fixed('set', durationOf(every === null ? 1 : every.value, name), precisionOf(name))
  return [{ from: token, to: unitAt + 1, said, rule: 'times/times-per' }]
}

/** «понедельникам» of «по понедельникам и средам» */
export function habit(reader: TimeReader, token: number): FoundTime[] | null {
  const weekday = reader.sense(token, WEEKDAY)
  if (weekday === null || !reader.isPlural(token) || !isHabitual(reader, token)) return null
  return [{ from: token, to: token + 1, said: fixed('set', `XXXX-WXX-${weekday.value}`, 'day'), rule: 'times/habit' }]
}
