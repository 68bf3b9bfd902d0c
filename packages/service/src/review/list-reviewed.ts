/**
 * The record's items by filter as reviewers left them: the one door by which the page, the command line and the exports take items, so that all
 * show the same. What was rejected is left out; what was corrected is found by what it was corrected to. The order is the record's own.
 */
import {
  type ClaimFilter,
  type Cursor,
  type EventFilter,
  type EventOrder,
  type FoundClaim,
  type FoundEvent,
  type FoundQuotation,
  facet,
  type ItemFilter,
  isBehindPlace,
  isWithinDays,
  listAllClaims,
  listClaims,
  listEvents,
  listQuotations,
  MOST_RANKED,
  type OfficeHeld,
  type OpenRecord,
  type Page,
  placeOfClaim,
  placeOfEvent,
  placeOfQuotation,
  pointsOf,
  type QuotationValues,
  rankHits,
  rankQuotations,
  refFacets,
  sampleQuotations,
  soughtWords,
  speakerOf,
  takeRanked,
  toldAs,
  valuesOf,
} from '@parley/record'
import { isByWords, MOST_HITS, newestHitsOf } from '../record/newest-hits.ts'
import { searchUnchanged } from '../record/while-unchanged.ts'
import {
  type Changed,
  CLAIMS,
  changedItems,
  EVENTS,
  type KindOfItem,
  QUOTATIONS,
  type Reviewed,
} from './changed-items.ts'
import { decisionsAbout, outcomeOf } from './decisions-about.ts'

export interface ReviewChoice {
  /** What reviewers rejected comes, too, as found. */
  readonly rejected?: boolean
}

/** date: newest first; relevance: what answers the sought words best. */
export const SORTS = ['date', 'relevance'] as const
export type Sort = (typeof SORTS)[number]

export function listReviewedQuotations(
  record: OpenRecord,
  { sort = 'date', ...filter }: ItemFilter & ReviewChoice & { readonly sort?: Sort },
  limit: number,
  after: Cursor | null = null,
): Promise<Page<Reviewed<FoundQuotation>>> {
  return listReviewed(record, filter, limit, after, {
    of: QUOTATIONS,
    list: LISTS[sort][filter.without === undefined ? 'kept' : 'plain'],
    placeOf: placeOfQuotation,
    loosen: loosenQuotation,
    fits: fitsQuotation,
  })
}

const LISTS = {
  date: { kept: listByDate, plain: listQuotations },
  relevance: { kept: listByRelevance, plain: rankQuotations },
} as const

/** `filter.without`: as `newestHitsOf` takes it. */
function listByDate(record: OpenRecord, filter: ItemFilter, limit: number, after: Cursor | null) {
  return isByWords(filter) && limit <= MOST_HITS
    ? takeNewest(record, filter, limit, after)
    : listQuotations(record, filter, limit, after)
}

async function takeNewest(
  record: OpenRecord,
  filter: ItemFilter,
  limit: number,
  after: Cursor | null,
): Promise<Page<FoundQuotation>> {
  const { hits, isWhole } = await newestHitsOf(record, filter)
  const left = after === null ? hits : hits.filter(({ n, said }) => isBehindPlace({ day: said, n }, after))
  // Behind the hits that are kept there are others.
  if (!isWhole && left.length <= limit) return listQuotations(record, filter, limit, after)
  const { rows } = await listQuotations(record, { only: left.slice(0, limit).map(({ n }) => n) }, limit)
  return { rows, next: left.length > limit ? placeOfQuotation(rows[limit - 1]) : null }
}

async function listByRelevance(record: OpenRecord, filter: ItemFilter, limit: number, after: Cursor | null) {
  const words = filter.question === undefined ? [] : soughtWords(filter.question)
  if (!isByWords(filter) || words.length === 0) return rankQuotations(record, filter, limit, after)
  const { without: _, ...asked } = filter
  const places = await searchUnchanged(record, `ranked ${JSON.stringify(asked)}`, async () => {
    const { hits } = await newestHitsOf(record, filter)
    return rankHits(record, hits.slice(0, MOST_RANKED), words)
  })
  return takeRanked(record, places, limit, after)
}

export function listReviewedEvents(
  record: OpenRecord,
  { order = 'happened', ...filter }: EventFilter & ReviewChoice & { readonly order?: EventOrder },
  limit: number,
  after: Cursor | null = null,
): Promise<Page<Reviewed<FoundEvent>>> {
  return listReviewed(record, filter, limit, after, {
    of: EVENTS,
    list: (from, asked, most, behind) => listEvents(from, asked, most, behind, order),
    placeOf: row => placeOfEvent(row, order),
    loosen: ({ type: _, types: __, status: ___, told: ____, place: _____, from: ______, until: _______, ...rest }) =>
      rest,
    fits: fitsEvent,
  })
}

export function listReviewedClaims(
  record: OpenRecord,
  filter: ClaimFilter & ReviewChoice,
  limit: number,
  after: Cursor | null = null,
): Promise<Page<Reviewed<FoundClaim>>> {
  return listReviewed(record, filter, limit, after, {
    of: CLAIMS,
    list: listClaims,
    placeOf: placeOfClaim,
    loosen: ({ stipulation: _, from: __, until: ___, ...rest }) => rest,
    fits: fitsClaim,
  })
}

/** Every claim, found and as reviewers left it, in the order of `listAllClaims`; in stretches. */
export async function* allReviewedClaims(
  record: OpenRecord,
): AsyncGenerator<readonly { readonly found: FoundClaim; readonly reviewed: FoundClaim | null }[]> {
  const changed = new Map((await changedItems(record, CLAIMS)).map(({ found, reviewed }) => [found.n, reviewed]))
  for await (const rows of listAllClaims(record))
    yield rows.map(found => ({ found, reviewed: changed.has(found.n) ? changed.get(found.n)! : found }))
}

/**
 * The newest quotations that answer, as values to count; at most `most`, and how they stand after review. What was rejected is not counted.
 */
export async function sampleReviewedQuotations(
  record: OpenRecord,
  { rejected = false, ...filter }: ItemFilter & ReviewChoice,
  most: number,
): Promise<QuotationValues[]> {
  const changed = await changedItems(record, QUOTATIONS)
  const without = [...(filter.without ?? []), ...changed.map(({ found }) => found.n)]
  // Hits that are kept are without what reviewers changed, and nothing else.
  const rows =
    filter.without === undefined && isByWords(filter) && most <= MOST_HITS + 1
      ? await valuesOf(record, (await newestHitsOf(record, { ...filter, without })).hits.slice(0, most))
      : await sampleQuotations(record, { ...filter, without }, most)
  const moved = await answering(record, standing(changed, rejected), filter)
  if (moved.length === 0) return rows
  const points = Map.groupBy(await pointsOf(record, [...moved.map(({ n }) => n)]), ({ n }) => n)
  const about = (n: number) =>
    points
      .get(n)
      ?.map(({ stipulation }) => stipulation)
      .join(' ') ?? null
  const fitting = moved.map(row => ({ ...row, stipulations: about(row.n) }))
  return [...fitting, ...rows].slice(0, most)
}

/** How many that answer were rejected. */
export async function countRejectedQuotations(record: OpenRecord, filter: ItemFilter): Promise<number> {
  const rejected = (await changedItems(record, QUOTATIONS)).filter(({ reviewed }) => reviewed === null)
  return (await answering(record, standing(rejected, true), filter)).length
}

/** Of rows as reviewers left them those that pass the filter. */
async function answering(
  record: OpenRecord,
  rows: readonly Reviewed<FoundQuotation>[],
  filter: ItemFilter,
): Promise<readonly Reviewed<FoundQuotation>[]> {
  const moved = rows.filter(row => fitsQuotation(row, filter))
  const only = moved.map(({ n }) => n).filter(n => filter.only === undefined || filter.only.includes(n))
  if (only.length === 0) return []
  const passing = await listQuotations(record, { ...loosenQuotation(filter), only }, only.length)
  const numbers = new Set(passing.rows.map(({ n }) => n))
  return moved.filter(({ n }) => numbers.has(n))
}

interface Listing<Row extends { readonly n: number; readonly text: string }, Filter extends ItemFilter> {
  readonly of: KindOfItem<Row>
  readonly list: (record: OpenRecord, filter: Filter, limit: number, after: Cursor | null) => Promise<Page<Row>>
  readonly placeOf: (row: Row) => Cursor
  /** The filter without what a correction may change. */
  readonly loosen: (filter: Filter) => Filter
  /** Whether a row passes what `loosen` took away. */
  readonly fits: (row: Row, filter: Filter) => boolean
}

async function listReviewed<Row extends { readonly n: number; readonly text: string }, Filter extends ItemFilter>(
  record: OpenRecord,
  { rejected = false, ...asked }: Filter & ReviewChoice,
  limit: number,
  after: Cursor | null,
  { of, list, placeOf, loosen, fits }: Listing<Row, Filter>,
): Promise<Page<Reviewed<Row>>> {
  const filter = asked as unknown as Filter
  const changed = await changedItems(record, of)
  const without = [...(filter.without ?? []), ...changed.map(({ found }) => found.n)]
  const page = await list(record, { ...filter, without }, limit, after)
  const decisions = await decisionsAbout(record, page.rows.map(of.keyOf))
  const asFound = page.rows.map(row => {
    const id = of.keyOf(row)
    return { ...row, id, review: outcomeOf(decisions.get(id)).state }
  })
  const moved = standing(changed, rejected).filter(row => fits(row, filter))
  const fitting = (moved.length === 0 ? [] : await inRecord(moved)).filter(
    row => after === null || isBehindPlace(placeOf(row), after),
  )
  const all = [...asFound, ...fitting].sort((a, b) => (isBehindPlace(placeOf(b), placeOf(a)) ? -1 : 1))
  if (all.length <= limit && page.next === null) return { rows: all, next: null }
  const rows = all.slice(0, limit)
  return { rows, next: placeOf(rows[rows.length - 1]) }

  async function inRecord(rows: readonly Reviewed<Row>[]): Promise<readonly Reviewed<Row>[]> {
    const only = rows.map(({ n }) => n).filter(n => filter.only === undefined || filter.only.includes(n))
    const passing = await list(record, { ...loosen(filter), only }, only.length, null)
    const scores = new Map(passing.rows.map(row => [row.n, placeOf(row).score]))
    return rows
      .filter(({ n }) => scores.has(n))
      .map(row => (scores.get(row.n) === undefined ? row : { ...row, score: scores.get(row.n) }))
  }
}

function standing<Row>(changed: readonly Changed<Row>[], rejected: boolean): Reviewed<Row>[] {
  return changed.flatMap(({ found, reviewed }) => (reviewed !== null ? [reviewed] : rejected ? [found] : []))
}

/** What stands in the words of a quotation no reviewer changes; who says it and how, he may. */
function isOfText(words: readonly string[]): boolean {
  return !words.some(word => /^(?:by|act|kind)§/.test(word))
}

function loosenQuotation(filter: ItemFilter): ItemFilter {
  const { question, from: _, until: __, speakers: ___, offices: ____, years: _____, kinds: ______, ...rest } = filter
  return question === undefined ? rest : { ...rest, question: { ...question, all: question.all.filter(isOfText) } }
}

function fitsQuotation(
  row: FoundQuotation,
  { question, from, until, speakers, offices, years, kinds }: ItemFilter,
): boolean {
  const { speaker, speaker_ref: ref, act, kind, said } = row
  const names = (speaker ?? '').split(' ').map(word => facet('by', word))
  const facets = new Set([...names, ...refFacets('by', ref), facet('act', act ?? ''), facet('kind', kind)])
  const asked = question?.all.filter(words => !isOfText(words)) ?? []
  if (!asked.every(words => words.some(word => facets.has(word)))) return false
  if (speakers !== undefined && speakers.length > 0 && !speakers.includes(speakerOf(row) ?? '')) return false
  if (kinds !== undefined && kinds.length > 0 && !kinds.includes(kind)) return false
  const isHeld = (one: OfficeHeld) =>
    one.ref === ref && isSaidWithin(said, one.from ?? undefined, one.until ?? undefined)
  if (offices !== undefined && !offices.some(isHeld)) return false
  if (years !== undefined && years.length > 0 && !years.includes(said?.slice(0, 4) ?? '')) return false
  return isSaidWithin(said, from, until)
}

function fitsEvent(row: FoundEvent, filter: EventFilter): boolean {
  const { type, types = [], status, told = [], place, from, until } = filter
  if (type !== undefined && row.type !== type) return false
  if (types.length > 0 && !types.includes(row.type)) return false
  if (status !== undefined && row.status !== status) return false
  if (told.length > 0 && !told.includes(toldAs(row))) return false
  if (place !== undefined && row.place !== place && row.place_ref !== place) return false
  return isWithinDays(row.time, from, until)
}

function fitsClaim(row: FoundClaim, { stipulation, from, until, undated }: ClaimFilter): boolean {
  const isAsked =
    stipulation === undefined || row.stipulation === stipulation || row.stipulation.startsWith(`${stipulation}/`)
  if (!isAsked) return false
  if (row.said === null && undated === true && from === undefined) return true
  return isSaidWithin(row.said, from, until)
}

/** As the record compares what was said: as text. */
function isSaidWithin(day: string | null, from: string | undefined, until: string | undefined): boolean {
  if (from !== undefined && (day === null || day < from)) return false
  return until === undefined || (day !== null && day <= until)
}
