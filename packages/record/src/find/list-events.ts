/** The record's events by filter, paged by key. Latest first; what has no day stands last. */
import { sql } from 'kysely'
import type { OpenRecord } from '../store/record.ts'
import type { EventTable } from '../store/tables.ts'
import { isWithinDays, mayBeWithinDays } from './event-days.ts'
import { type DocumentFacts, FACTS, type ItemFilter, isIn, ofDocument, type Page, pageOf } from './item-filter.ts'
import { type Cursor, isBehind, newestFirst } from './list-order.ts'

export type FoundEvent = Omit<EventTable, 'document'> & DocumentFacts

/** As what reports tell an event: its status, or, where it is told as having been, whether it is news. */
export const TOLD_AS = ['news', 'background', 'ongoing', 'planned', 'denied', 'hypothetical'] as const
export type ToldAs = (typeof TOLD_AS)[number]

export function toldAs({ status, background }: Pick<EventTable, 'status' | 'background'>): ToldAs {
  return status === 'occurred' ? (background === 1 ? 'background' : 'news') : (status as ToldAs)
}

export const EVENT_ORDERS = ['happened', 'reported'] as const
/** By which day a list of events goes. */
export type EventOrder = (typeof EVENT_ORDERS)[number]

export interface EventFilter extends ItemFilter {
  /** PLOVER type. */
  readonly type?: string
  /** Any of these. */
  readonly types?: readonly string[]
  readonly status?: string
  /** Any of these. */
  readonly told?: readonly ToldAs[]
  /** Exact name or id of an actor or recipient. */
  readonly actor?: string
  /** Exact names or ids: any of these. */
  readonly actors?: readonly string[]
  /** Exact name or id. */
  readonly place?: string
}

/**
 * By the day they happened or, in the order `reported`, were published; the question of words does not apply. A page may
 * hold fewer than asked for before the last.
 */
export async function listEvents(
  record: OpenRecord,
  filter: EventFilter,
  limit: number,
  after: Cursor | null = null,
  order: EventOrder = 'happened',
): Promise<Page<FoundEvent>> {
  const { type, types = [], status, told = [], actor, actors = [], place } = filter
  const by = order === 'happened' ? 'i.time' : 'd.published'
  let query = record.db
    .selectFrom('events as i')
    .innerJoin('documents as d', 'd.n', 'i.document')
    .select(FACTS)
    .select(['i.n', 'i.position', 'i.start', 'i.end', 'i.type', 'i.mode', 'i.words', 'i.actors', 'i.recipients'])
    .select(['i.place', 'i.place_ref', 'i.time', 'i.status', 'i.background', 'i.rule'])
  if (type !== undefined) query = query.where('i.type', '=', type)
  if (types.length > 0) query = query.where('i.type', 'in', types)
  if (status !== undefined) query = query.where('i.status', '=', status)
  if (told.length > 0) {
    query = query.where(eb =>
      eb.or(
        told.map(as => {
          if (as !== 'news' && as !== 'background') return eb('i.status', '=', as)
          return eb.and([eb('i.status', '=', 'occurred'), eb('i.background', '=', as === 'background' ? 1 : 0)])
        }),
      ),
    )
  }
  if (place !== undefined) query = query.where(eb => eb.or([eb('i.place', '=', place), eb('i.place_ref', '=', place)]))
  // JSON of our own making: a value stands in it as JSON.stringify writes it.
  const takesPart = (name: string) => isIn(record, sql`i.actors || i.recipients`, `:${JSON.stringify(name)}`)
  if (actor !== undefined) query = query.where(takesPart(actor))
  if (actors.length > 0) query = query.where(eb => eb.or(actors.map(takesPart)))
  const { from, until } = filter
  const days = mayBeWithinDays(from, until)
  if (days !== null) query = query.where(days)
  if (after !== null) query = query.where(isBehind(by, 'i.n', after))
  const rows = await query
    .where(eb => ofDocument(record, eb as never, filter))
    .orderBy(newestFirst(by))
    .orderBy('i.n', 'desc')
    .limit(limit + 1)
    .execute()
  const page = pageOf(rows, limit, row => placeOfEvent(row, order))
  return { ...page, rows: page.rows.filter(({ time }) => isWithinDays(time, from, until)) }
}

export function placeOfEvent(
  { time, published, n }: Pick<FoundEvent, 'time' | 'published' | 'n'>,
  order: EventOrder = 'happened',
): Cursor {
  return { day: order === 'happened' ? time : published, n }
}
