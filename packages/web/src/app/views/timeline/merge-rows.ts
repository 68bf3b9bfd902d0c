/** Events and statements as one list, by the day each is dated by, newest first, undated last. */
import type { EventAnswer, StatementAnswer } from '../../api/contract.ts'

export type TimelineRow =
  | { readonly kind: 'event'; readonly day: string | null; readonly event: EventAnswer }
  | { readonly kind: 'statement'; readonly day: string | null; readonly statement: StatementAnswer }

export interface Merged {
  readonly rows: readonly TimelineRow[]
  /** The list that must be read on before more rows can be shown; null: all are shown. */
  readonly next: TimelineRow['kind'] | null
}

/** One list as far as it is loaded. */
export interface Loaded {
  readonly rows: readonly TimelineRow[]
  readonly hasMore: boolean
}

/** Rows down to where both lists are known: what would stand between rows not yet loaded waits. An event stands before the statements of its day. */
export function mergeRows(events: Loaded, statements: Loaded): Merged {
  const ends = [events, statements].flatMap(({ rows, hasMore }) => (hasMore && rows.length > 0 ? [rows.at(-1)!] : []))
  const end = ends.sort((a, b) => newerFirst(a.day, b.day))[0]
  const rows = [...events.rows, ...statements.rows]
    .map((row, i) => ({ row, i }))
    .sort((a, b) => newerFirst(a.row.day, b.row.day) || a.i - b.i)
    .map(({ row }) => row)
  if (end === undefined) return { rows, next: null }
  return { rows: rows.filter(row => newerFirst(row.day, end.day) <= 0), next: end.kind }
}

/** By their days alone: the clock of an event does not part it from what was said that day. */
function newerFirst(a: string | null, b: string | null): number {
  const [left, right] = [(a ?? '').slice(0, 10), (b ?? '').slice(0, 10)]
  return left === right ? 0 : left > right ? -1 : 1
}
