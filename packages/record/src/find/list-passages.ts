/** Passages of texts by filter, paged by key. Newest publication first; what has no day stands last. */
import type { OpenRecord } from '../store/record.ts'
import { type DocumentFacts, FACTS, type ItemFilter, matching, ofDocument, type Page, pageOf } from './item-filter.ts'
import { type Cursor, isBehind, newestFirst } from './list-order.ts'

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
