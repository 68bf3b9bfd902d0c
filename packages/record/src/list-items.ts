/** The record as tables: quotations, passages, events, claims, sources, by filter, paged by key. Newest first; what has no day stands last. */
import { type ExpressionBuilder, type RawBuilder, type SqlBool, sql } from 'kysely'
import { isEmptyQuestion, type Question, toFts5, toTsquery } from './find-question.ts'
import { quotationHits } from './find-quotations.ts'
import { type Cursor, isBehind, newestFirst } from './list-order.ts'
import type { OpenRecord } from './record.ts'
import type { ClaimTable, EventTable, QuotationTable, Tables } from './tables.ts'

/** Filters all hold at once; absent ones hold for all. */
export interface ItemFilter {
  /** Words and facets (`facet`), from an index. */
  readonly question?: Question
  /** Days, both included: of what was said, happened or (for sources) was published. */
  readonly from?: string
  readonly until?: string
  readonly language?: string
  /** Part of the publisher's name or of the address, letter by letter. */
  readonly source?: string
  /** Id of one document. */
  readonly document?: string
  /** Any of these, each as `speakerOf` names it. */
  readonly speakers?: readonly string[]
  /** Who speaks for a side, and when: any of these. */
  readonly offices?: readonly OfficeHeld[]
  /** Of what was said, `2021`: any of these. */
  readonly years?: readonly string[]
  /** Exact names: any of these. */
  readonly publishers?: readonly string[]
  readonly languages?: readonly string[]
  /** direct, indirect, mixed: any of these. */
  readonly kinds?: readonly string[]
  /** Numbers of rows: these alone. */
  readonly only?: readonly number[]
  /** Numbers of rows that are left out. */
  readonly without?: readonly number[]
}

/** An id in the dossier, and the days on which what it says counts; both included, null: without end. */
export interface OfficeHeld {
  readonly ref: string
  readonly from: string | null
  readonly until: string | null
}

/** What a speaker is chosen by: the id in the dossier, or the name where no dossier knows them; null: nobody named. */
export function speakerOf({
  speaker,
  speaker_ref: ref,
}: Pick<QuotationTable, 'speaker' | 'speaker_ref'>): string | null {
  return ref ?? speaker
}

export interface Page<T> {
  readonly rows: readonly T[]
  /** null: there is no more. */
  readonly next: Cursor | null
}

export interface DocumentFacts {
  /** Id of the document. */
  readonly document: string
  readonly name: string
  readonly title: string | null
  readonly publisher: string | null
  readonly url: string | null
  readonly published: string | null
  readonly language: string | null
  readonly text: string
}

export type FoundQuotation = Omit<QuotationTable, 'document'> &
  DocumentFacts & {
    /** How well it answers, in a list by relevance (`rank-quotations.ts`). */
    readonly score?: number
  }

const FACTS = [
  'd.id as document',
  'd.name',
  'd.title',
  'd.publisher',
  'd.url',
  'd.published',
  'd.language',
  'd.text',
] as const

export async function listQuotations(
  record: OpenRecord,
  filter: ItemFilter,
  limit: number,
  after: Cursor | null = null,
): Promise<Page<FoundQuotation>> {
  const hits = await quotationHits(record, filter, limit + 1, after)
  const rows = await record.db
    .selectFrom(hits.as('h'))
    .innerJoin('quotations as i', 'i.n', 'h.n')
    .innerJoin('documents as d', 'd.n', 'i.document')
    .select(FACTS)
    .select(['i.n', 'i.position', 'i.start', 'i.end', 'i.kind', 'i.act', 'i.parts', 'i.quote', 'i.speaker'])
    .select(['i.speaker_ref', 'i.said', 'i.reported', 'i.rule'])
    .orderBy(newestFirst('h.said'))
    .orderBy('h.n', 'desc')
    .execute()
  return pageOf(rows, limit, placeOfQuotation)
}

/** Where a row stands in its list. */
export function placeOfQuotation({ said, n, score }: Pick<FoundQuotation, 'said' | 'n' | 'score'>): Cursor {
  return score === undefined ? { day: said, n } : { day: said, n, score }
}

export interface FoundPassage extends DocumentFacts {
  readonly n: number
  readonly start: number
  readonly end: number
  /** The words of the passage. */
  readonly words: string
}

/** Passages of texts that hold the words; newest publication first. */
export async function listPassages(
  record: OpenRecord,
  filter: ItemFilter,
  limit: number,
  after: Cursor | null = null,
): Promise<Page<FoundPassage>> {
  let query = record.db
    .selectFrom('passages as i')
    .innerJoin('documents as d', 'd.n', 'i.document')
    .innerJoin('texts as t', 't.sha256', 'd.text')
    .select(FACTS)
    .select(['i.n', 'i.start', 'i.end', 't.text as whole'])
  const matches = matching(record, 'passages', filter)
  if (matches !== null) query = query.where(matches)
  if (filter.from !== undefined) query = query.where('d.published', '>=', filter.from)
  // A date-time of the last day is greater than the day.
  if (filter.until !== undefined) query = query.where('d.published', '<=', `${filter.until}T99`)
  if (after !== null) query = query.where(isBehind('d.published', 'i.n', after))
  const rows = await query
    .where(eb => ofDocument(record, eb as never, filter))
    .orderBy(newestFirst('d.published'))
    .orderBy('i.n', 'desc')
    .limit(limit + 1)
    .execute()
  const found = rows.map(({ whole, ...row }) => ({ ...row, words: whole.slice(row.start, row.end) }))
  return pageOf(found, limit, ({ published, n }) => ({ day: published, n }))
}

export type FoundEvent = Omit<EventTable, 'document'> & DocumentFacts

export interface EventFilter extends ItemFilter {
  /** PLOVER type. */
  readonly type?: string
  readonly status?: string
  /** Exact name or id of an actor or recipient. */
  readonly actor?: string
  /** Exact name or id. */
  readonly place?: string
}

/** By the day they happened; the question of words does not apply. */
export async function listEvents(
  record: OpenRecord,
  filter: EventFilter,
  limit: number,
  after: Cursor | null = null,
): Promise<Page<FoundEvent>> {
  const { type, status, actor, place } = filter
  let query = record.db
    .selectFrom('events as i')
    .innerJoin('documents as d', 'd.n', 'i.document')
    .select(FACTS)
    .select(['i.n', 'i.position', 'i.start', 'i.end', 'i.type', 'i.mode', 'i.words', 'i.actors', 'i.recipients'])
    .select(['i.place', 'i.place_ref', 'i.time', 'i.status', 'i.background', 'i.rule'])
  if (type !== undefined) query = query.where('i.type', '=', type)
  if (status !== undefined) query = query.where('i.status', '=', status)
  if (place !== undefined) query = query.where(eb => eb.or([eb('i.place', '=', place), eb('i.place_ref', '=', place)]))
  if (actor !== undefined) {
    // JSON of our own making: a value stands in it as JSON.stringify writes it.
    query = query.where(isIn(record, sql`i.actors || i.recipients`, `:${JSON.stringify(actor)}`))
  }
  if (filter.from !== undefined) query = query.where('i.time', '>=', filter.from)
  if (filter.until !== undefined) query = query.where('i.time', '<=', `${filter.until}T99`)
  if (after !== null) query = query.where(isBehind('i.time', 'i.n', after))
  const rows = await query
    .where(eb => ofDocument(record, eb as never, filter))
    .orderBy(newestFirst('i.time'))
    .orderBy('i.n', 'desc')
    .limit(limit + 1)
    .execute()
  return pageOf(rows, limit, placeOfEvent)
}

export function placeOfEvent({ time, n }: Pick<FoundEvent, 'time' | 'n'>): Cursor {
  return { day: time, n }
}

export type FoundClaim = Omit<ClaimTable, 'document'> & DocumentFacts

export interface ClaimFilter extends ItemFilter {
  /** A stipulation, or an agreement for all of its. */
  readonly stipulation?: string
  /** `until` keeps the undated, too. */
  readonly undated?: boolean
}

export async function listClaims(
  record: OpenRecord,
  filter: ClaimFilter,
  limit: number,
  after: Cursor | null = null,
): Promise<Page<FoundClaim>> {
  const { stipulation } = filter
  let query = record.db
    .selectFrom('claims as i')
    .innerJoin('documents as d', 'd.n', 'i.document')
    .select(FACTS)
    .select(['i.n', 'i.position', 'i.start', 'i.end', 'i.stipulation', 'i.assertion', 'i.claimant', 'i.claimant_ref'])
    .select('i.claimant_for')
    .select(['i.words', 'i.general', 'i.said', 'i.reported', 'i.quotation', 'i.event', 'i.rule'])
  if (stipulation !== undefined) {
    // One stipulation is an agreement's id, `/` and its number. `/` is followed by `0` in ASCII: all ids that begin with `agreement/`.
    query = stipulation.includes('/')
      ? query.where('i.stipulation', '=', stipulation)
      : query.where('i.stipulation', '>', `${stipulation}/`).where('i.stipulation', '<', `${stipulation}0`)
  }
  const { from, until, undated } = filter
  if (from !== undefined) query = query.where('i.said', '>=', from)
  if (until !== undefined && undated === true)
    query = query.where(eb => eb.or([eb('i.said', '<=', until), eb('i.said', 'is', null)]))
  else if (until !== undefined) query = query.where('i.said', '<=', until)
  if (after !== null) query = query.where(isBehind('i.said', 'i.n', after))
  const rows = await query
    .where(eb => ofDocument(record, eb as never, filter))
    .orderBy(newestFirst('i.said'))
    .orderBy('i.n', 'desc')
    .limit(limit + 1)
    .execute()
  return pageOf(rows, limit, placeOfClaim)
}

export function placeOfClaim({ said, n }: Pick<FoundClaim, 'said' | 'n'>): Cursor {
  return { day: said, n }
}

type Any = ExpressionBuilder<Tables & { i: Tables['quotations']; d: Tables['documents'] }, 'i' | 'd'>

export function matching(record: OpenRecord, table: 'quotations' | 'passages', { question }: ItemFilter) {
  if (question === undefined || isEmptyQuestion(question)) return null
  if (record.store.engine === 'postgres') return sql<SqlBool>`i.words @@ ${toTsquery(question)}::text::tsquery`
  const index = table === 'quotations' ? 'quotation_words' : 'passage_words'
  return sql<SqlBool>`i.n in (select rowid from ${sql.table(index)} where ${sql.table(index)} match ${toFts5(question)})`
}

/** True where a text holds another, letter by letter: `like` takes small letters for capitals on one engine and not on the other. */
export function isIn(record: OpenRecord, text: RawBuilder<unknown>, part: string): RawBuilder<SqlBool> {
  const at = sql.raw(record.store.engine === 'sqlite' ? 'instr' : 'strpos')
  return sql<SqlBool>`${at}(${text}, ${part}) > 0`
}

export function ofDocument(record: OpenRecord, eb: Any, { language, source, document, only, without }: ItemFilter) {
  const all = []
  // Whole numbers, written out: engines bind only some thousands of values.
  if (only !== undefined) all.push(sql<SqlBool>`i.n in (${sql.raw(only.map(Number).join(',') || 'null')})`)
  if (without !== undefined && without.length > 0)
    all.push(sql<SqlBool>`i.n not in (${sql.raw(without.map(Number).join(','))})`)
  if (language !== undefined) all.push(eb('d.language', '=', language))
  if (document !== undefined) all.push(eb('d.id', '=', document))
  if (source !== undefined) {
    const holds = (column: string) => sql<SqlBool>`${isIn(record, sql`coalesce(${sql.ref(column)}, '')`, source)}`
    all.push(eb.or([holds('d.publisher'), holds('d.url')]))
  }
  return eb.and(all)
}

function pageOf<T>(rows: readonly T[], limit: number, cursorOf: (row: T) => Cursor): Page<T> {
  if (rows.length <= limit) return { rows, next: null }
  const page = rows.slice(0, limit)
  return { rows: page, next: cursorOf(page[limit - 1]) }
}
