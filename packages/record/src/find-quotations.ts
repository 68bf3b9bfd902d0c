/**
 * Which quotations answer a question, before anything is shown of them: numbers, days, how often words stand in each. Bounded and led by an index, so that a
 * million quotations are not looked through: documents are asked first, for they are fewer, and nothing is joined before it is sorted.
 */
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { ItemFilter } from './list-items.ts'
import { isIn, matching } from './list-items.ts'
import { type Cursor, isBehind, newestFirst } from './list-order.ts'
import type { OpenRecord } from './record.ts'
import type { QuotationTable } from './tables.ts'

/** The newest, at most `most`, behind a place: a query of `n` and `said`, to take further. */
export async function quotationHits(record: OpenRecord, filter: ItemFilter, most: number, after: Cursor | null = null) {
  const matches = matching(record, 'quotations', filter)
  const documents = await documentsAsked(record, filter)
  const isByWords = matches !== null && documents?.isFew !== true && !NARROW.some(name => filter[name] !== undefined)
  // SQLite would read the whole row of every hit, to sort by its day; PostgreSQL plans by what it has counted.
  const from =
    isByWords && record.store.engine === 'sqlite'
      ? sql<QuotationTable>`quotations`.as<'i'>(sql`i indexed by quotation_days`)
      : ('quotations as i' as const)
  let query = record.db.selectFrom(from as 'quotations as i').select(['i.n', 'i.said'])
  if (matches !== null) query = query.where(matches)
  for (const condition of ofQuotation(filter)) query = query.where(condition)
  if (documents !== null) query = query.where(documents.holds)
  if (after !== null) query = query.where(isBehind('i.said', 'i.n', after))
  return query.orderBy(newestFirst('i.said')).orderBy('i.n', 'desc').limit(most)
}

/** What an index of its own leads to. */
const NARROW = ['only', 'speakers', 'offices', 'kinds'] as const

/** How often the words of the question stand in a quotation. */
export interface QuotationHit {
  readonly n: number
  readonly said: string | null
  /** Characters of the quote. */
  readonly length: number
  readonly times: number
}

/** The newest quotations that answer the question, at most `most`, with how often `words` stand in each. */
export async function countWords(
  record: OpenRecord,
  filter: ItemFilter,
  words: readonly string[],
  most: number,
): Promise<QuotationHit[]> {
  const hits = await quotationHits(record, filter, most)
  const list = sql.join(words)
  if (record.store.engine === 'postgres') {
    const { rows } = await sql<QuotationHit>`select h.n, h.said, length(q.quote) as length,
      (select coalesce(sum(cardinality(w.positions)), 0) from unnest(q.words) w where w.lexeme in (${list})) as times
      from ${hits} h join quotations q on q.n = h.n`.execute(record.db)
    return rows.map(row => ({ ...row, length: Number(row.length), times: Number(row.times) }))
  }
  // A view on the index itself, of this connection alone.
  await sql`create virtual table if not exists temp.quotation_terms using fts5vocab(main, quotation_words, instance)`.execute(
    record.db,
  )
  const { rows } = await sql<QuotationHit>`with h as materialized ${hits},
    t as (select doc, count(*) as times from temp.quotation_terms where term in (${list}) and doc in (select n from h) group by doc)
    select h.n, h.said, length(q.quote) as length, coalesce(t.times, 0) as times
    from h join quotations q on q.n = h.n left join t on t.doc = h.n`.execute(record.db)
  return rows
}

/** What is asked of the quotation itself. */
function ofQuotation(filter: ItemFilter): RawBuilder<SqlBool>[] {
  const { from, until, speakers, offices, years, kinds, only, without } = filter
  const all: RawBuilder<SqlBool>[] = []
  if (from !== undefined) all.push(sql`i.said >= ${from}`)
  if (until !== undefined) all.push(sql`i.said <= ${until}`)
  if (kinds !== undefined && kinds.length > 0) all.push(sql`i.kind in (${sql.join(kinds)})`)
  if (speakers !== undefined && speakers.length > 0) {
    const list = sql.join(speakers)
    all.push(sql`(i.speaker_ref in (${list}) or (i.speaker_ref is null and i.speaker in (${list})))`)
  }
  if (offices !== undefined) {
    const held = offices.map(({ ref, from: first, until: last }) => {
      const days = [
        ...(first === null ? [] : [sql`i.said >= ${first}`]),
        ...(last === null ? [] : [sql`i.said <= ${last}`]),
      ]
      return sql<SqlBool>`(${sql.join([sql`i.speaker_ref = ${ref}`, ...days], sql` and `)})`
    })
    all.push(either(held))
  }
  if (years !== undefined && years.length > 0)
    all.push(either(years.map(year => sql`(i.said >= ${`${year}-01-01`} and i.said <= ${`${year}-12-31`})`)))
  if (only !== undefined) all.push(sql`i.n in (${numbers(only)})`)
  if (without !== undefined && without.length > 0) all.push(sql`i.n not in (${numbers(without)})`)
  return all
}

function either(conditions: readonly RawBuilder<SqlBool>[]): RawBuilder<SqlBool> {
  return conditions.length === 0 ? sql`1 = 0` : sql`(${sql.join(conditions, sql` or `)})`
}

/** Whole numbers, written out: engines bind only some thousands of values. */
function numbers(list: readonly number[]): RawBuilder<unknown> {
  return sql.raw(list.map(Number).join(',') || 'null')
}

/** Documents that are few are named, and lead to their quotations; of many it is looked up for each quotation whether it is of them. */
const FEW = 1000

/** null: all. */
async function documentsAsked(
  record: OpenRecord,
  filter: ItemFilter,
): Promise<{ readonly holds: RawBuilder<SqlBool>; readonly isFew: boolean } | null> {
  const { language, languages, publishers, source, document } = filter
  const all: RawBuilder<SqlBool>[] = []
  if (language !== undefined) all.push(sql`d.language = ${language}`)
  if (languages !== undefined && languages.length > 0) all.push(sql`d.language in (${sql.join(languages)})`)
  if (publishers !== undefined && publishers.length > 0) all.push(sql`d.publisher in (${sql.join(publishers)})`)
  if (document !== undefined) all.push(sql`d.id = ${document}`)
  if (source !== undefined) {
    const holds = (column: string) => isIn(record, sql`coalesce(${sql.ref(column)}, '')`, source)
    all.push(either([holds('d.publisher'), holds('d.url')]))
  }
  if (all.length === 0) return null
  const asked = record.db
    .selectFrom('documents as d')
    .select('d.n')
    .where(sql<SqlBool>`${sql.join(all, sql` and `)}`)
  const few = await asked.limit(FEW + 1).execute()
  if (few.length <= FEW) return { holds: sql`i.document in (${numbers(few.map(({ n }) => n))})`, isFew: true }
  // The sign keeps SQLite from beginning with the documents.
  return { holds: sql`+i.document in ${asked}`, isFew: false }
}
