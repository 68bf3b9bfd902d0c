/** The newest quotations that answer a question, as plain values to count: no words, no order to page by. */
import { quotationHits } from './find-quotations.ts'
import type { ItemFilter } from './list-items.ts'
import type { OpenRecord } from './record.ts'

export interface QuotationValues {
  readonly n: number
  readonly speaker: string | null
  readonly speaker_ref: string | null
  readonly act: string | null
  readonly kind: string
  readonly said: string | null
  readonly reported: string | null
  readonly language: string | null
  readonly publisher: string | null
}

export interface PointOfQuotation {
  /** Number of the quotation. */
  readonly n: number
  readonly stipulation: string
  readonly assertion: string
}

/** At most `most` rows. */
export async function sampleQuotations(
  record: OpenRecord,
  filter: ItemFilter,
  most: number,
): Promise<QuotationValues[]> {
  const hits = await quotationHits(record, filter, most)
  return record.db
    .selectFrom(hits.as('h'))
    .innerJoin('quotations as i', 'i.n', 'h.n')
    .innerJoin('documents as d', 'd.n', 'i.document')
    .select(['i.n', 'i.said'])
    .select(['i.speaker', 'i.speaker_ref', 'i.act', 'i.kind', 'i.reported', 'd.language', 'd.publisher'])
    .execute()
}

/** What claims made in these quotations are about. */
export async function pointsOf(record: OpenRecord, numbers: readonly number[]): Promise<PointOfQuotation[]> {
  const found: PointOfQuotation[] = []
  for (let from = 0; from < numbers.length; from += STRETCH) {
    const rows = await record.db
      .selectFrom('quotations as i')
      .innerJoin('claims as c', join =>
        join.onRef('c.document', '=', 'i.document').onRef('c.quotation', '=', 'i.position'),
      )
      .select(['i.n', 'c.stipulation', 'c.assertion'])
      .where('i.n', 'in', numbers.slice(from, from + STRETCH))
      .orderBy('c.n')
      .execute()
    for (const row of rows) found.push(row)
  }
  return found
}

/** Values bound in one question; engines take some thousands. */
const STRETCH = 500
