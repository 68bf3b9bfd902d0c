/** What the lists of items share: filters, what is told of the document, pages. */
import { type ExpressionBuilder, type RawBuilder, type SqlBool, sql } from 'kysely'
import type { OpenRecord } from '../store/record.ts'
import type { QuotationTable, Tables } from '../store/tables.ts'
import type { Cursor } from './list-order.ts'
import { isOneOf } from './number-lists.ts'
import { isEmptyQuestion, type Question, toFts5, toTsquery } from './word-question.ts'

/** Filters all hold at once; absent ones hold for all. */
export interface ItemFilter {
  /** Words and facets (`facet`), from an index. */
  readonly question?: Question
  /** Days, both included: of what was said, happened or (for sources) was published. */
  readonly from?: string
  readonly until?: string
  /** Days, both included, of the publication of what reports it. */
  readonly reportedFrom?: string
  readonly reportedUntil?: string
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

/** Columns of `DocumentFacts`. */
export const FACTS = [
  'd.id as document',
  'd.name',
  'd.title',
  'd.publisher',
  'd.url',
  'd.published',
  'd.language',
  'd.text',
] as const

type Any = ExpressionBuilder<Tables & { i: Tables['quotations']; d: Tables['documents'] }, 'i' | 'd'>

/** What a filter asks of the words, from their index; null: nothing. */
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

/** Conditions on `d.published`: within days, both included. */
export function publishedWithin(from: string | undefined, until: string | undefined): RawBuilder<SqlBool>[] {
  const all: RawBuilder<SqlBool>[] = []
  if (from !== undefined) all.push(sql`d.published >= ${from}`)
  // A date-time of the last day is greater than the day.
  if (until !== undefined) all.push(sql`d.published <= ${`${until}T99`}`)
  return all
}

/** True for the stipulations of an agreement: they are its id, `/` and a number, and `/` is followed by `0` in ASCII. */
export function isOfAgreement(stipulation: string, agreement: string): RawBuilder<SqlBool> {
  const id = sql.ref(stipulation)
  return sql<SqlBool>`(${id} > ${`${agreement}/`} and ${id} < ${`${agreement}0`})`
}

/** What a filter asks of the document of an item (`d`), and which items of these (`i`) it names or leaves out. */
export function ofDocument(record: OpenRecord, eb: Any, filter: ItemFilter) {
  const { language, source, document, only, without } = filter
  const all = publishedWithin(filter.reportedFrom, filter.reportedUntil)
  if (only !== undefined) all.push(isOneOf(record, 'i.n', only))
  if (without !== undefined && without.length > 0) all.push(sql<SqlBool>`not ${isOneOf(record, 'i.n', without)}`)
  if (language !== undefined) all.push(sql<SqlBool>`d.language = ${language}`)
  if (document !== undefined) all.push(sql<SqlBool>`d.id = ${document}`)
  if (source !== undefined) {
    const holds = (column: string) => sql<SqlBool>`${isIn(record, sql`coalesce(${sql.ref(column)}, '')`, source)}`
    all.push(sql<SqlBool>`(${holds('d.publisher')} or ${holds('d.url')})`)
  }
  return eb.and(all)
}

/** A page of at most `limit` rows, of which one more was asked for to tell whether there are more. */
export function pageOf<T>(rows: readonly T[], limit: number, cursorOf: (row: T) => Cursor): Page<T> {
  if (rows.length <= limit) return { rows, next: null }
  const page = rows.slice(0, limit)
  return { rows: page, next: cursorOf(page[limit - 1]) }
}
