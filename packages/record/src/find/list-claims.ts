/** The record's claims by filter, paged by key. Newest first; what has no day stands last. */
import type { OpenRecord } from '../store/record.ts'
import type { ClaimTable } from '../store/tables.ts'
import {
  type DocumentFacts,
  FACTS,
  type ItemFilter,
  isOfAgreement,
  ofDocument,
  type Page,
  pageOf,
} from './item-filter.ts'
import { type Cursor, isBehind, newestFirst } from './list-order.ts'

export type FoundClaim = Omit<ClaimTable, 'document'> & DocumentFacts

export interface ClaimFilter extends ItemFilter {
  /** A stipulation, or an agreement for all of its. */
  readonly stipulation?: string
  /** `until` keeps the undated, too. */
  readonly undated?: boolean
}

export const CLAIM_COLUMNS = [
  'i.n',
  'i.position',
  'i.start',
  'i.end',
  'i.stipulation',
  'i.assertion',
  'i.claimant',
  'i.claimant_ref',
  'i.claimant_for',
  'i.words',
  'i.general',
  'i.said',
  'i.reported',
  'i.quotation',
  'i.event',
  'i.rule',
] as const

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
    .select(CLAIM_COLUMNS)
  if (stipulation !== undefined) {
    query = stipulation.includes('/')
      ? query.where('i.stipulation', '=', stipulation)
      : query.where(isOfAgreement('i.stipulation', stipulation))
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
