/** What happened, by the day it happened; latest first, undated last. */

import type { Cursor, EventFilter } from '@parley/record'
import { listReviewedEvents } from '@parley/service'
import type { EventItem, Paged } from '../api/schemas.ts'
import { writePlace } from './cursor.ts'
import { nameFacts, placeNames } from './names.ts'
import type { Shelf } from './shelf.ts'

const PAGE = 100

export async function listEvents(
  { record, kit }: Shelf,
  filter: EventFilter,
  after: Cursor | null,
): Promise<Paged<EventItem>> {
  const { rows, next } = await listReviewedEvents(record, filter, PAGE, after)
  const namesOf = placeNames(kit.dossiers)
  const items = rows.map(row => ({
    document: row.document,
    title: row.title ?? row.name,
    publisher: row.publisher,
    language: row.language,
    index: row.position,
    type: row.type,
    mode: row.mode,
    words: row.words,
    actors: JSON.parse(row.actors) as EventItem['actors'],
    recipients: JSON.parse(row.recipients) as EventItem['recipients'],
    place: row.place,
    placeNames: namesOf(row.place_ref).map(nameFacts),
    time: row.time,
    status: row.status as EventItem['status'],
    background: row.background === 1,
    reported: row.published,
  }))
  return { items, next: next === null ? null : writePlace(next) }
}
