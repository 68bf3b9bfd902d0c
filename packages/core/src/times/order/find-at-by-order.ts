/**
 * Time expressions by the order of words (English): month and day, weekdays with parts of the day, years and decades, units with «last»,
 * «this», «next», amounts with «ago» and «later», lengths, clock times, repetitions. What they say goes to the same calendar as any language's.
 */
import type { LanguagePack } from '../../kit.ts'
import type { FoundTime } from '../said.ts'
import type { TimeReader } from '../time-reader.ts'
import { amount, bareUnit, compound, minuteOfMatch } from './find-amounts.ts'
import { clock } from './find-clock.ts'
import { monthDay, namedDay } from './find-dates.ts'
import { dayRange } from './find-day-ranges.ts'
import { month, season } from './find-months-and-seasons.ts'
import { quarter } from './find-quarters.ts'
import { relativeUnit, unitBefore } from './find-relative-units.ts'
import { reference, repetition } from './find-sets-and-references.ts'
import { dayFromNow, partOfToldDay, weekday } from './find-weekdays.ts'
import { year } from './find-years-by-order.ts'
import { mayBegin } from './may-begin.ts'

type Rule = (reader: TimeReader, token: number, pack: LanguagePack) => FoundTime | null

/** What begins at a token, or null. */
export function findAtByOrder(reader: TimeReader, token: number, pack: LanguagePack): FoundTime[] | null {
  if (!mayBegin(reader, token, pack)) return null
  const range = dayRange(reader, token)
  if (range !== null) return range
  for (const rule of RULES) {
    const found = rule(reader, token, pack)
    if (found !== null) return [found]
  }
  return null
}

/** The first to find wins; longer shapes stand before the shorter ones they begin with. */
const RULES: readonly Rule[] = [
  minuteOfMatch,
  reference,
  namedDay,
  monthDay,
  clock,
  weekday,
  dayFromNow,
  partOfToldDay,
  month,
  season,
  quarter,
  year,
  relativeUnit,
  unitBefore,
  repetition,
  compound,
  amount,
  bareUnit,
]
