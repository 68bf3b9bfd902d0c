/** What happened, every happening once, by the day it happened; latest first, undated last. */
import {
  type Cursor,
  type EventFilter,
  type EventOrder,
  type FoundEvent,
  groupHappenings,
  type Happening,
  listDecisions,
  placeOfEvent,
} from '@parley/record'
import { listReviewedEvents } from '@parley/service'
import type { EventItem, Paged } from '../api/schemas.ts'
import { writePlace } from './cursor.ts'
import { nameFacts, placeNames } from './names.ts'
import type { Shelf } from './shelf.ts'

const PAGE = 100
/** A day is not parted between pages, unless it holds more. */
const MOST = 500

/** Reports that reviewers brought together across days stand together where they are on one page. */
export async function listEvents(
  { record, kit }: Shelf,
  filter: EventFilter,
  order: EventOrder,
  after: Cursor | null,
): Promise<Paged<EventItem>> {
  const { rows, next } = await wholeDays(record, filter, order, after)
  const namesOf = placeNames(kit.dossiers)
  const items = (await happeningsOf(record, rows)).map(({ events, sources }) => {
    const [row] = events
    const placed = events.find(({ place }) => place !== null) ?? row
    return {
      document: row.document,
      title: row.title ?? row.name,
      publisher: row.publisher,
      language: row.language,
      index: row.position,
      type: row.type,
      mode: row.mode,
      words: row.words,
      actors: together(events, 'actors'),
      recipients: together(events, 'recipients'),
      place: placed.place,
      placeNames: namesOf(placed.place_ref).map(nameFacts),
      time: row.time,
      status: row.status as EventItem['status'],
      // News where one of its reports is.
      background: events.every(event => event.background === 1),
      reported: row.published,
      sources,
      reports: events.map(event => ({
        document: event.document,
        title: event.title ?? event.name,
        publisher: event.publisher,
        index: event.position,
        reported: event.published,
      })),
    }
  })
  return { items, next: next === null ? null : writePlace(next) }
}

/** The same happening once, however many of these events tell it, with what reviewers brought together and set apart. */
export async function happeningsOf({ db }: Shelf['record'], events: readonly FoundEvent[]): Promise<Happening[]> {
  const decisions = (await listDecisions(db)).filter(({ kind }) => kind === 'merge' || kind === 'split')
  return groupHappenings(events, decisions)
}

async function wholeDays(record: Shelf['record'], filter: EventFilter, order: EventOrder, after: Cursor | null) {
  const { rows, next } = await listReviewedEvents(record, { ...filter, order }, MOST, after)
  const dayAt = (i: number): string | undefined =>
    rows[i] === undefined ? undefined : placeOfEvent(rows[i], order).day?.slice(0, 10)
  let end = PAGE
  while (end < rows.length && dayAt(end) !== undefined && dayAt(end) === dayAt(end - 1)) end++
  if (end >= rows.length) return { rows, next }
  return { rows: rows.slice(0, end), next: placeOfEvent(rows[end - 1], order) }
}

/** Whoever one of the reports names, each once. */
function together(events: readonly FoundEvent[], side: 'actors' | 'recipients'): EventItem['actors'] {
  const all = events.flatMap(event => JSON.parse(event[side]) as EventItem['actors'])
  return [...new Map(all.map(one => [one.ref ?? one.name, one])).values()]
}
