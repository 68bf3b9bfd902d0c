/**
 * Which quotations answer a question, before anything is shown of them: numbers, days, how often words stand in each. Bounded and led by an index, so that a
 * million quotations are not looked through: documents are asked first, for they are fewer, and nothing is joined before it is sorted.
 */
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { OpenRecord } from '../store/record.ts'
import type { QuotationTable } from '../store/tables.ts'
import { type ItemFilter, isIn, matching, publishedWithin } from './item-filter.ts'
import { type Cursor, isBehind, newestFirst } from './list-order.ts'
import { publishersOf } from './list-publishers.ts'
import { isOneOf, numbersOf } from './number-lists.ts'
import { toFts5 } from './word-question.ts'

/** The newest, at most `most`, behind a place: a query of `n` and `said`, to take further. */
export async function quotationHits(record: OpenRecord, filter: ItemFilter, most: number, after: Cursor | null = null) {
  const matches = matching(record, 'quotations', filter)
  const documents = await documentsAsked(record, filter)
  const isByWords = matches !== null && documents?.isFew !== true && !NARROW.some(name => filter[name] !== undefined)
  // SQLite would read the whole row of every hit, to sort by its day; PostgreSQL plans by what it has counted.
  const led =
    isByWords && record.store.engine === 'sqlite'
      ? documents === null && (await isCommon(record, filter, most))
        ? sql`i indexed by quotations_newest`
        : sql`i indexed by quotation_days`
      : null
  const from = led === null ? ('quotations as i' as const) : sql<QuotationTable>`quotations`.as<'i'>(led)
  let query = record.db.selectFrom(from as 'quotations as i').select(['i.n', 'i.said'])
  if (matches !== null) query = query.where(matches)
  for (const condition of ofQuotation(record, filter)) query = query.where(condition)
  if (documents !== null) query = query.where(documents.holds)
  if (after !== null) query = query.where(isBehind('i.said', 'i.n', after))
  return query.orderBy(newestFirst('i.said')).orderBy('i.n', 'desc').limit(most)
}

/** What an index of its own leads to. */
const NARROW = ['only', 'speakers', 'offices', 'kinds'] as const

/** Number and day: all that is needed to say which quotations a list or a count is of. */
export interface Hit {
  readonly n: number
  readonly said: string | null
}

/** The newest quotations that answer, at most `most`: for whoever asks more than once about the same ones. */
export async function newestHits(record: OpenRecord, filter: ItemFilter, most: number): Promise<Hit[]> {
  return (await quotationHits(record, filter, most)).execute()
}

/**
 * Whether so many quotations hold the words that the newest ones are found sooner by going back from the last day than by looking up the day of each: `most / hits` of all
 * are passed on the way, an eighth of the cost of looking one up each.
 */
async function isCommon(record: OpenRecord, filter: ItemFilter, most: number): Promise<boolean> {
  const { rows } = await sql<{ hits: number; last: number | null }>`select
    (select count(*) from quotation_words where quotation_words match ${toFts5(filter.question!)}) as hits,
    (select max(n) from quotations) as last`.execute(record.db)
  const [{ hits, last }] = rows
  return hits * hits > (most * (last ?? 0)) / 8
}

/** How often the words of the question stand in a quotation. */
export interface WeighedHit extends Hit {
  /** Characters of the quote. */
  readonly length: number
  readonly times: number
}

/** The hits with how often `words` stand in each. */
export async function countWords(
  record: OpenRecord,
  hits: readonly Hit[],
  words: readonly string[],
): Promise<WeighedHit[]> {
  const numbers = hits.map(({ n }) => n)
  const list = sql.join(words)
  if (record.store.engine === 'postgres') {
    const { rows } = await sql<{ n: number; length: number; times: number }>`select q.n, length(q.quote) as length,
      (select coalesce(sum(cardinality(w.positions)), 0) from unnest(q.words) w where w.lexeme in (${list})) as times
      from quotations q where ${isOneOf(record, 'q.n', numbers)}`.execute(record.db)
    const found = new Map(rows.map(row => [row.n, row]))
    return hits.map(hit => ({
      ...hit,
      length: Number(found.get(hit.n)?.length ?? 0),
      times: Number(found.get(hit.n)?.times ?? 0),
    }))
  }
  // A view on the index itself, of this connection alone.
  await sql`create virtual table if not exists temp.quotation_terms using fts5vocab(main, quotation_words, instance)`.execute(
    record.db,
  )
  const { rows: counted } = await sql<{ doc: number; times: number }>`select doc, count(*) as times
    from temp.quotation_terms where term in (${list}) and ${isOneOf(record, 'doc', numbers)} group by doc`.execute(
    record.db,
  )
  const { rows: measured } = await sql<{ n: number; length: number }>`select n, length(quote) as length
    from quotations where ${isOneOf(record, 'n', numbers)}`.execute(record.db)
  // Joined here: SQLite would go through one list for each row of the other.
  const times = new Map(counted.map(({ doc, times }) => [doc, times]))
  const lengths = new Map(measured.map(({ n, length }) => [n, length]))
  return hits.map(hit => ({ ...hit, length: lengths.get(hit.n) ?? 0, times: times.get(hit.n) ?? 0 }))
}

/** What is asked of the quotation itself. */
function ofQuotation(record: OpenRecord, filter: ItemFilter): RawBuilder<SqlBool>[] {
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
  if (only !== undefined) all.push(isOneOf(record, 'i.n', only))
  if (without !== undefined && without.length > 0) all.push(sql`not ${isOneOf(record, 'i.n', without)}`)
  return all
}

function either(conditions: readonly RawBuilder<SqlBool>[]): RawBuilder<SqlBool> {
  return conditions.length === 0 ? sql`1 = 0` : sql`(${sql.join(conditions, sql` or `)})`
}

/** Documents that are few are named, and lead to their quotations; of more it is looked up whether a quotation is of them; of most, what its document is. */
const FEW = 1000
const MANY = 10_000

/** null: all. */
async function documentsAsked(
  record: OpenRecord,
  filter: ItemFilter,
): Promise<{ readonly holds: RawBuilder<SqlBool>; readonly isFew: boolean } | null> {
  const { language, languages, publishers, document } = filter
  const all = publishedWithin(filter.reportedFrom, filter.reportedUntil)
  if (language !== undefined) all.push(sql`d.language = ${language}`)
  if (languages !== undefined && languages.length > 0) all.push(sql`d.language in (${sql.join(languages)})`)
  if (publishers !== undefined && publishers.length > 0) all.push(sql`d.publisher in (${sql.join(publishers)})`)
  if (document !== undefined) all.push(sql`d.id = ${document}`)
  const source = await sourceAsked(record, filter)
  if (source !== null) all.push(source.found)
  if (all.length === 0) return null
  const found = await numbersOf(record, sql`select d.n from documents d where ${every(all)} limit ${MANY + 1}`)
  if (found.length <= MANY) {
    // The sign keeps SQLite from beginning with the documents.
    const isFew = found.length <= FEW
    return { holds: isOneOf(record, isFew ? 'i.document' : sql`+i.document`, found), isFew }
  }
  if (source !== null) all[all.length - 1] = source.seen
  return { holds: sql`exists (select 1 from documents d where d.n = i.document and ${every(all)})`, isFew: false }
}

function every(conditions: readonly RawBuilder<SqlBool>[]): RawBuilder<SqlBool> {
  return sql`${sql.join(conditions, sql` and `)}`
}

/** Part of a publisher's name or of an address. `found`: as documents are looked for, by their indexes; `seen`: as one is looked at. null: whatever it is. */
async function sourceAsked(record: OpenRecord, { source = '' }: ItemFilter) {
  if (source === '') return null
  const publishers = (await publishersOf(record)).filter(publisher => publisher.includes(source))
  const named = publishers.length === 0 ? sql<SqlBool>`1 = 0` : sql<SqlBool>`publisher in (${sql.join(publishers)})`
  // All addresses are: said so, that SQLite goes through their index and not through the documents without one.
  const addressed = sql<SqlBool>`(url >= '' and ${isIn(record, sql.ref('url'), source)})`
  const led = sql.raw(record.store.engine === 'sqlite' ? 'indexed by documents_2' : '')
  return {
    found: sql<SqlBool>`d.n in (select n from documents where ${named} union select n from documents ${led} where ${addressed})`,
    seen: sql<SqlBool>`(${named} or ${addressed})`,
  }
}
