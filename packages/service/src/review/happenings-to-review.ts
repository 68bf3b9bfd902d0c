/** Happenings whose reports a reviewer may merge or split: what the record takes for one, and what stands near without being taken for the same. */
import {
  type Cursor,
  type Decision,
  eventKey,
  type FoundEvent,
  groupHappenings,
  type Happening,
  isBehindPlace,
  listDecisions,
  type OpenRecord,
  placeOfEvent,
} from '@parley/record'
import { listReviewedEvents } from './list-reviewed.ts'

export interface HappeningToReview {
  readonly happening: Happening
  /** Happenings of the same day and type, or of the same day with somebody in common. */
  readonly near: readonly Happening[]
  /** Standing merges and splits of its reports, in order. */
  readonly decisions: readonly Decision[]
}

/** Events looked through, the newest first. */
const MOST = 2000
const PAGE = 500
const NEAR = 6

/** Those of several reports, with something near, or already decided about; latest first. `after`: place of the first event of the last one shown. */
export async function happeningsToReview(
  record: OpenRecord,
  limit: number,
  after: Cursor | null,
): Promise<{ readonly rows: readonly HappeningToReview[]; readonly next: Cursor | null }> {
  const events: FoundEvent[] = []
  for (let at: Cursor | null = null; events.length < MOST; ) {
    const page: Awaited<ReturnType<typeof listReviewedEvents>> = await listReviewedEvents(record, {}, PAGE, at)
    events.push(...page.rows)
    if (page.next === null) break
    at = page.next
  }
  const decisions = (await listDecisions(record.db)).filter(({ kind }) => kind === 'merge' || kind === 'split')
  const groups = groupHappenings(events, decisions)
  const byDay = Map.groupBy(groups, dayOf)
  const found = groups.flatMap((happening): HappeningToReview[] => {
    const near =
      dayOf(happening) === null ? [] : (byDay.get(dayOf(happening)) ?? []).filter(other => isNear(happening, other))
    const keys = new Set(happening.events.map(eventKey))
    const own = decisions.filter(({ target, value }) => keys.has(target) || keys.has((value as { with: string }).with))
    const isQuestion = happening.events.length > 1 || near.length > 0 || own.length > 0
    return isQuestion ? [{ happening, near: near.slice(0, NEAR), decisions: own }] : []
  })
  const behind = found.filter(({ happening }) => after === null || isBehindPlace(placeOf(happening), after))
  const rows = behind.slice(0, limit)
  return { rows, next: behind.length > limit ? placeOf(rows[rows.length - 1].happening) : null }
}

function placeOf({ events: [first] }: Happening): Cursor {
  return placeOfEvent(first)
}

function dayOf({ events: [{ time }] }: Happening): string | null {
  return time?.slice(0, 10) ?? null
}

function isNear(one: Happening, other: Happening): boolean {
  if (one === other) return false
  if (one.events[0].type === other.events[0].type) return true
  const names = namesOf(one)
  return [...namesOf(other)].some(name => names.has(name))
}

function namesOf({ events }: Happening): Set<string> {
  return new Set(
    events.flatMap(({ actors, recipients }) =>
      [...JSON.parse(actors), ...JSON.parse(recipients)].map(
        ({ name, ref }: { name: string; ref: string | null }) => ref ?? name,
      ),
    ),
  )
}
