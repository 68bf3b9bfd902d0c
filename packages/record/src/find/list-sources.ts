/** Where the record's documents come from, and the runs that took them in. */
import { sql } from 'kysely'
import type { OpenRecord } from '../store/record.ts'
import { isIn, type Page, publishedWithin } from './item-filter.ts'

export interface FoundSource {
  readonly n: number
  readonly document: string
  readonly name: string
  readonly title: string | null
  readonly publisher: string | null
  readonly url: string | null
  readonly published: string | null
  readonly language: string | null
  /** Path or address it was taken from, and where in it. */
  readonly origin: string
  readonly part: string
  readonly at: string
  /** SHA-256 of the archived bytes. */
  readonly archive: string
  /** Id of the first document that tells the story, or null: not yet grouped. */
  readonly story: string | null
  /** Why it could not be read, or null. */
  readonly failure: string | null
}

export interface SourceFilter {
  /** Part of the publisher, the address or the origin. */
  readonly source?: string
  readonly language?: string
  readonly from?: string
  readonly until?: string
  readonly story?: string
}

/** In the order they came; `after`: number of the last row seen, 0 for all. Every taking of a document is a row. */
export async function listSources(
  record: OpenRecord,
  filter: SourceFilter,
  limit: number,
  after = 0,
): Promise<Page<FoundSource>> {
  const { source, language, from, until, story } = filter
  let query = record.db
    .selectFrom('documents as d')
    .innerJoin('sources as s', 's.document', 'd.n')
    .innerJoin('captures as c', 'c.id', 's.capture')
    .leftJoin('stories as y', 'y.document', 'd.n')
    .select(['d.n', 'd.id as document', 'd.name', 'd.title', 'd.publisher', 'd.url', 'd.published', 'd.language'])
    .select(['c.origin', 's.part', 'c.at', 'c.sha256 as archive', 'y.story'])
    .select(eb =>
      eb
        .selectFrom('analyses as a')
        .select('a.failure')
        .whereRef('a.document', '=', 'd.n')
        .where('a.failure', 'is not', null)
        .orderBy('a.at', 'desc')
        .limit(1)
        .as('failure'),
    )
    .where('d.n', '>', after)
  if (source !== undefined) {
    const text = sql`coalesce(d.publisher, '') || ' ' || coalesce(d.url, '') || ' ' || c.origin`
    query = query.where(isIn(record, text, source))
  }
  if (language !== undefined) query = query.where('d.language', '=', language)
  for (const condition of publishedWithin(from, until)) query = query.where(condition)
  if (story !== undefined) query = query.where('y.story', '=', story)
  // A page ends with a whole document: all places it came from stand together.
  const rows = await query
    .orderBy('d.n')
    .orderBy('c.id')
    .orderBy('s.part')
    .limit(limit + 1)
    .execute()
  if (rows.length <= limit) return { rows, next: null }
  const cut = rows[limit].n
  const whole = rows.filter(({ n }) => n < cut)
  const page = whole.length > 0 ? whole : rows.slice(0, limit)
  const last = page[page.length - 1].n
  return { rows: page, next: { day: null, n: last } }
}

export interface FoundImport {
  readonly id: string
  readonly at: string
  readonly by: string
  readonly what: readonly string[]
  readonly withdrawn: string | null
}

/** All runs of `add`, the last first. */
export async function listImports(record: OpenRecord): Promise<FoundImport[]> {
  const rows = await record.db.selectFrom('imports').selectAll().orderBy('at', 'desc').orderBy('id').execute()
  return rows.map(({ what, ...row }) => ({ ...row, what: JSON.parse(what) as string[] }))
}
