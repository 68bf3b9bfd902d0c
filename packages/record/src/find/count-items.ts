/** How many items fit a filter, by what they name: the figures of a map and a network, counted by the database. */
import { sql } from 'kysely'
import type { OpenRecord } from '../store/record.ts'
import { isWithinDays, mayBeWithinDays } from './event-days.ts'
import { type ItemFilter, matching, ofDocument } from './item-filter.ts'

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
  return foldByPlace(await eventsAt(record, 'place_ref', days).orderBy('place_ref').execute(), days)
}

/** Events at places that no dossier knows, by the name the documents have; those with most events, `limit` of them. */
export async function countEventsAtOtherPlaces(record: OpenRecord, days: Days, limit: number): Promise<PlaceCount[]> {
  const rows = await eventsAt(record, 'place', days).where('place_ref', 'is', null).execute()
  return foldByPlace(rows, days)
    .sort((a, b) => b.count - a.count || (a.place < b.place ? -1 : 1))
    .slice(0, limit)
}

/** Counted by place; where days are asked for, by each time there, too. */
function eventsAt({ db }: OpenRecord, column: 'place' | 'place_ref', { from, until }: Days) {
  const asked = mayBeWithinDays(from, until)
  const query = db
    .selectFrom('events as i')
    .select(`i.${column} as place`)
    .select(eb => [eb.fn.countAll<number>().as('count'), eb.fn.max('i.time').as('last')])
    .where(`i.${column}`, 'is not', null)
    .groupBy(`i.${column}`)
  return asked === null ? query : query.where(asked).groupBy('i.time')
}

function foldByPlace(rows: readonly (Omit<PlaceCount, 'place'> & { place: string | null })[], days: Days) {
  const found = new Map<string, PlaceCount>()
  for (const { place, count, last } of rows) {
    if (place === null || !isWithinDays(last, days.from, days.until)) continue
    const before = found.get(place)
    const isLater = before === undefined || (last ?? '') > (before.last ?? '')
    found.set(place, { place, count: Number(count) + (before?.count ?? 0), last: isLater ? last : before.last })
  }
  return [...found.values()]
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
