/** Happenings to merge or split, each report with its words in their place. */
import { evidenceAt } from '@parley/core'
import { type Cursor, eventKey, type FoundEvent, type Happening } from '@parley/record'
import { happeningsToReview, textsOf } from '@parley/service'
import type { HappeningToReview, Paged } from '../api/schemas.ts'
import { writePlace } from './cursor.ts'
import { answerOf } from './reviews.ts'
import type { Shelf } from './shelf.ts'

const PAGE = 40

export async function listHappenings({ record }: Shelf, after: Cursor | null): Promise<Paged<HappeningToReview>> {
  const { rows, next } = await happeningsToReview(record, PAGE, after)
  const events = rows.flatMap(({ happening, near }) => [happening, ...near].flatMap(one => one.events))
  const texts = await textsOf(
    record,
    events.map(({ text }) => text),
  )
  const items = rows.map(({ happening, near, decisions }) => ({
    ...described(happening, texts),
    near: near.map(other => described(other, texts)),
    decisions: decisions.map(answerOf),
  }))
  return { items, next: next === null ? null : writePlace(next) }
}

function described({ id, events, sources }: Happening, texts: ReadonlyMap<string, string>) {
  const [{ type, mode, status, time }] = events
  return {
    id,
    type,
    mode,
    status,
    time,
    place: events.find(({ place }) => place !== null)?.place ?? null,
    sources,
    reports: events.map(event => reportOf(event, texts.get(event.text) ?? '')),
  }
}

/** One report of an event, with its words in their place. */
export function reportOf(event: FoundEvent, text: string): HappeningToReview['reports'][number] {
  const { document, title, name, publisher, language, published, position: index, start, end, place } = event
  const { before, quote, after } = evidenceAt({ text, document: { id: document, sha256: event.text } }, start, end)
  const actors = [event.actors, event.recipients].flatMap(json => JSON.parse(json) as { name: string }[])
  return {
    key: eventKey(event),
    document,
    title: title ?? name,
    publisher,
    language,
    published,
    index,
    actors: [...new Set(actors.map(actor => actor.name))],
    place,
    before,
    words: quote,
    after,
  }
}
