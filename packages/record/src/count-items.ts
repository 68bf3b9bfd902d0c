/** How many items fit a filter, by what they name: the figures of a map and a network, counted by the database. */
import { sql } from 'kysely'
import { type ItemFilter, matching, ofDocument } from './list-items.ts'
import type { OpenRecord } from './record.ts'

export interface PlaceCount {
  /** Ref or name of the place, as the analyses have it. */
  readonly place: string
  readonly count: number
  /** When the last of them happened, or null where none is dated. */
  readonly last: string | null
}

type Days = Pick<ItemFilter, 'from' | 'until'>

/** Events at places that a dossier knows; days, both included, are of the happening. */
export async function countEventsByPlace(record: OpenRecord, days: Days): Promise<PlaceCount[]> {
  const rows = await eventsOf(record, days)
    .select('place_ref as place')
    .where('place_ref', 'is not', null)
    .groupBy('place_ref')
    .orderBy('place_ref')
    .execute()
  return rows.map(placeCount)
}

/** Events at places that no dossier knows, by the name the documents have; those with most events, `limit` of them. */
export async function countEventsAtOtherPlaces(record: OpenRecord, days: Days, limit: number): Promise<PlaceCount[]> {
  const rows = await eventsOf(record, days)
    .select('place')
    .where('place_ref', 'is', null)
    .where('place', 'is not', null)
    .groupBy('place')
    .orderBy('count', 'desc')
    .orderBy('place')
    .limit(limit)
    .execute()
  return rows.map(placeCount)
}

function eventsOf({ db }: OpenRecord, { from, until }: Days) {
  let query = db.selectFrom('events').select(eb => [eb.fn.countAll<number>().as('count'), eb.fn.max('time').as('last')])
  if (from !== undefined) query = query.where('time', '>=', from)
  if (until !== undefined) query = query.where('time', '<=', `${until}T99`)
  return query
}

function placeCount({ place, count, last }: { place: string | null; count: number; last: string | null }): PlaceCount {
  return { place: place as string, count: Number(count), last }
}

export interface Counted {
  readonly count: number
  /** Day the last of them was said, or null. */
  readonly last: string | null
  /** The count ended at the limit: there are more. */
  readonly isCut: boolean
}

/** Quotations that fit, no more than `limit` of them (those taken in last). */
export async function countQuotations(record: OpenRecord, filter: ItemFilter, limit: number): Promise<Counted> {
  const { count, last } = await record.db
    .selectFrom(fitting(record, filter, limit).as('found'))
    .select(eb => [eb.fn.countAll<number>().as('count'), eb.fn.max('said').as('last')])
    .executeTakeFirstOrThrow()
  return { count: Number(count), last, isCut: Number(count) === limit }
}

export interface SpeakerCount {
  /** As the document names them. */
  readonly speaker: string
  readonly ref: string | null
  readonly count: number
  readonly last: string | null
}

/** Who said the quotations that fit, no more than `limit` of them (those taken in last); the unnamed are left out. */
export async function countSpeakers(record: OpenRecord, filter: ItemFilter, limit: number): Promise<SpeakerCount[]> {
  const rows = await record.db
    .selectFrom(fitting(record, filter, limit).as('found'))
    // Whom a dossier knows goes by many names.
    .select(eb => [eb.fn.max('speaker').as('speaker'), 'speaker_ref'])
    .select(eb => [eb.fn.countAll<number>().as('count'), eb.fn.max('said').as('last')])
    .where('speaker', 'is not', null)
    .groupBy(['speaker_ref', sql`case when speaker_ref is null then speaker end`])
    .execute()
  return rows
    .map(({ speaker, speaker_ref: ref, count, last }) => ({
      speaker: speaker as string,
      ref,
      count: Number(count),
      last,
    }))
    .sort((a, b) => b.count - a.count || (a.speaker < b.speaker ? -1 : 1))
}

function fitting(record: OpenRecord, filter: ItemFilter, limit: number) {
  let query = record.db
    .selectFrom('quotations as i')
    .innerJoin('documents as d', 'd.n', 'i.document')
    .select(['i.speaker', 'i.speaker_ref', 'i.said'])
  const matches = matching(record, 'quotations', filter)
  if (matches !== null) query = query.where(matches)
  if (filter.from !== undefined) query = query.where('i.said', '>=', filter.from)
  if (filter.until !== undefined) query = query.where('i.said', '<=', filter.until)
  return query
    .where(eb => ofDocument(record, eb as never, filter))
    .orderBy('i.n', 'desc')
    .limit(limit)
}
