/** The record's quotations by filter, paged by key. Newest first; what has no day stands last. */
import type { OpenRecord } from '../store/record.ts'
import type { QuotationTable } from '../store/tables.ts'
import { quotationHits } from './find-quotations.ts'
import { type DocumentFacts, FACTS, type ItemFilter, type Page, pageOf } from './item-filter.ts'
import { type Cursor, newestFirst } from './list-order.ts'

export type FoundQuotation = Omit<QuotationTable, 'document'> &
  DocumentFacts & {
    /** How well it answers, in a list by relevance (`rank-quotations.ts`). */
    readonly score?: number
  }

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
