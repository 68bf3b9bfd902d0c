/** The newest quotations that answer a question, as plain values to count: no words, no order to page by. */
import { type RawBuilder, sql } from 'kysely'
import type { OpenRecord } from '../store/record.ts'
import { type Hit, quotationHits } from './find-quotations.ts'
import type { ItemFilter } from './item-filter.ts'

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
  /** Ids of the stipulations of the claims in it, parted by spaces, or null. */
  readonly stipulations: string | null
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
  return valuesIn(record, sql`${await quotationHits(record, filter, most)}`)
}

/** The same of hits that are known. */
export function valuesOf(record: OpenRecord, hits: readonly Hit[]): Promise<QuotationValues[]> {
  if (record.store.engine === 'sqlite') {
    const list = JSON.stringify(hits.map(({ n, said }) => [n, said]))
    return valuesIn(record, sql`(select value ->> 0 as n, value ->> 1 as said from json_each(${list}))`)
  }
  const numbers = hits.map(({ n }) => n)
  return valuesIn(record, sql`(select unnest(${numbers}::bigint[]) as n)`)
}

/** SQLite finds all of it in three narrow indexes; rows and their documents lie all over the tables. */
async function valuesIn({ db, store }: OpenRecord, hits: RawBuilder<unknown>): Promise<QuotationValues[]> {
  const { joined, claims, list, order } = READING[store.engine]
  const { rows } = await sql<QuotationValues>`
    with h as materialized ${hits}
    select i.n, i.said, i.speaker, i.speaker_ref, i.act, i.kind, i.reported, d.language, d.publisher,
      (select ${list} from ${claims} where c.document = i.document and c.quotation = i.position) as stipulations
    from h ${joined} ${order}`.execute(db)
  return rows
}

const READING = {
  sqlite: {
    joined: sql.raw(`cross join quotations i indexed by quotations_newest on i.said is h.said and i.n = h.n
      cross join documents d indexed by document_facets on d.n = i.document`),
    claims: sql.raw('claims c indexed by claims_of_quotations'),
    list: sql.raw("group_concat(c.stipulation, ' ')"),
    // Newest first, as its loops give them.
    order: sql.raw(''),
  },
  postgres: {
    joined: sql.raw('join quotations i on i.n = h.n join documents d on d.n = i.document'),
    claims: sql.raw('claims c'),
    list: sql.raw("string_agg(c.stipulation, ' ')"),
    order: sql.raw('order by i.said desc nulls last, i.n desc'),
  },
} as const

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
