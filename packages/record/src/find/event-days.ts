/** Which events fall within days. A value that is no day (a week, a month, a season, a year) falls within where some of its days do. */
import { dayRange } from '@parley/core'
import { type RawBuilder, type SqlBool, sql } from 'kysely'

/** `time`: the value of an event, ISO or TIMEX3; `from`, `until`: ISO days, both included, undefined: without end. What has no place in the calendar falls within none. */
export function isWithinDays(time: string | null, from: string | undefined, until: string | undefined): boolean {
  if (from === undefined && until === undefined) return true
  const range = time === null ? null : dayRange(time)
  if (range === null) return false
  return (from === undefined || range.last >= from) && (until === undefined || range.first <= until)
}

/** The same as a question to the database, of `i.time`, which is led by an index; values that are no days it lets through by their year, a year to spare. */
export function mayBeWithinDays(from: string | undefined, until: string | undefined): RawBuilder<SqlBool> | null {
  const isNoDay = sql`(substr(i.time, 9, 1) = '' or substr(i.time, 6, 1) = 'W')`
  const parts: RawBuilder<unknown>[] = []
  if (from !== undefined) parts.push(sql`i.time >= ${yearBeside(from, -1)} and (i.time >= ${from} or ${isNoDay})`)
  if (until !== undefined) {
    // A date-time of the last day is greater than the day.
    parts.push(sql`i.time < ${yearBeside(until, 2)} and (i.time <= ${`${until}T99`} or ${isNoDay})`)
  }
  return parts.length === 0 ? null : sql<SqlBool>`(${sql.join(parts, sql` and `)})`
}

function yearBeside(day: string, years: number): string {
  return String(Number(day.slice(0, 4)) + years).padStart(4, '0')
}
