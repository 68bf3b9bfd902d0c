/** Passages of texts by filter, paged by key. Newest publication first; what has no day stands last. */
import type { OpenRecord } from '../store/record.ts'
import {
  type DocumentFacts,
  FACTS,
  type ItemFilter,
  matching,
  ofDocument,
  type Page,
  pageOf,
  publishedWithin,
} from './item-filter.ts'
import { type Cursor, isBehind, newestFirst } from './list-order.ts'

export interface FoundPassage extends DocumentFacts {
  readonly n: number
  readonly start: number
  readonly end: number
  /** The words of the passage. */
  readonly words: string
}

/** Those that hold the words. */
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
  for (const condition of publishedWithin(filter.from, filter.until)) query = query.where(condition)
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
