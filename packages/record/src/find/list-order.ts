/** The order of every list that is read page by page: newest first, what has no day last, later numbers first. */
import { type RawBuilder, type SqlBool, sql } from 'kysely'

/** Where a page ended; handed back, the next page begins behind it. */
export interface Cursor {
  readonly day: string | null
  readonly n: number
  /** In a list by relevance, which comes before the day. */
  readonly score?: number
}

/** Columns by their names in the query: `i.said`. */
export function newestFirst(day: string): RawBuilder<unknown> {
  return sql`${sql.ref(day)} desc nulls last`
}

/** True for rows behind a place. */
export function isBehind(day: string, n: string, place: Cursor): RawBuilder<SqlBool> {
  const [on, number] = [sql.ref(day), sql.ref(n)]
  if (place.day === null) return sql<SqlBool>`(${on} is null and ${number} < ${place.n})`
  return sql<SqlBool>`(${on} < ${place.day} or (${on} = ${place.day} and ${number} < ${place.n}) or ${on} is null)`
}

/** The same of two places: whether one lies behind another. */
export function isBehindPlace({ day, n, score = 0 }: Cursor, place: Cursor): boolean {
  if (score !== (place.score ?? 0)) return score < (place.score ?? 0)
  if (day === place.day) return n < place.n
  if (day === null || place.day === null) return day === null
  return day < place.day
}
