/** The sources of the record: as a list, and one with its analysis. */
import { type Cursor, claimKey, eventKey, isBehind, newestFirst, quotationKey, unpackAnalysis } from '@parley/record'
import { archivedOf, decisionsAbout } from '@parley/service'
import { sql } from 'kysely'
import type { Paged, Source, SourceItem } from '../api/schemas.ts'
import { writePlace } from './cursor.ts'
import { reviewOf } from './reviews.ts'
import type { Shelf } from './shelf.ts'

const PAGE = 50

export interface SourceQuestion {
  /** Part of a title, publisher or address, in any case; '' for all. */
  readonly about: string
  readonly after: Cursor | null
}

/** Newest publication first, undated last. */
export async function listSources(shelf: Shelf, { about, after }: SourceQuestion): Promise<Paged<SourceItem>> {
  let query = described(shelf)
  if (about !== '') {
    const columns = ['d.title', 'd.name', 'd.publisher', 'd.url']
    const holds = (column: string, part: string) => {
      const like = `%${part.replace(/[\\%_]/g, '\\$&')}%`
      return sql<boolean>`lower(coalesce(${sql.ref(column)}, '')) like lower(${like}) escape '\\'`
    }
    query = query.where(eb => eb.or(columns.flatMap(column => inAnyCase(about).map(part => holds(column, part)))))
  }
  if (after !== null) query = query.where(isBehind('d.published', 'd.n', after))
  const rows = await query
    .orderBy(newestFirst('d.published'))
    .orderBy('d.n', 'desc')
    .limit(PAGE + 1)
    .execute()
  const items = rows.slice(0, PAGE)
  const last = items.at(-1)
  return {
    items: items.map(itemOf),
    next: rows.length > PAGE && last !== undefined ? writePlace({ day: last.published, n: last.n }) : null,
  }
}

/** SQLite knows capitals of the Latin letters alone: others are asked for as they stand in a text and at its beginning. */
function inAnyCase(words: string): string[] {
  const small = words.toLowerCase()
  return [...new Set([words, small, small.charAt(0).toUpperCase() + small.slice(1)])]
}

/** Those that came by one import, in the order they came; `after`: number of the last one seen. */
export async function sourcesOfImport(shelf: Shelf, run: string, after: number): Promise<Paged<SourceItem>> {
  const rows = await described(shelf)
    .where('d.n', '>', after)
    .where(eb =>
      eb.exists(
        eb
          .selectFrom('sources as s')
          .innerJoin('captures as c', 'c.id', 's.capture')
          .select('s.document')
          .whereRef('s.document', '=', 'd.n')
          .where('c.import', '=', run),
      ),
    )
    .orderBy('d.n')
    .limit(PAGE + 1)
    .execute()
  const shown = rows.slice(0, PAGE)
  return { items: shown.map(itemOf), next: rows.length > PAGE ? String(shown[PAGE - 1].n) : null }
}

/** null where the record has no such document, or nothing has read it yet. */
export async function readSource(shelf: Shelf, id: string): Promise<Source | null> {
  const row = await described(shelf).where('d.id', '=', id).executeTakeFirst()
  if (row === undefined) return null
  const { db } = shelf.record
  const made = await db
    .selectFrom('readings as r')
    .innerJoin('analyses as a', join => join.onRef('a.document', '=', 'r.document').onRef('a.reader', '=', 'r.reader'))
    .innerJoin('documents as d', 'd.n', 'r.document')
    .innerJoin('texts as t', 't.sha256', 'd.text')
    .select(['a.body', 't.text'])
    .where('r.document', '=', row.n)
    .executeTakeFirst()
  if (made === undefined || made.body === null) return null
  const archived = await archivedOf(shelf.record, row.id)
  return {
    ...itemOf(row),
    taken: archived?.taken ?? null,
    archive: archived?.sha256 ?? null,
    isPage: archived?.isPage ?? false,
    analysis: unpackAnalysis(made.body, made.text),
    reviews: await reviewsOf(shelf, row),
  }
}

/** What reviewers decided about the items of one document. */
async function reviewsOf({ record }: Shelf, { n, id }: SourceRow): Promise<Source['reviews']> {
  const quotations = await record.db
    .selectFrom('quotations')
    .select(['position', 'parts'])
    .where('document', '=', n)
    .execute()
  const events = await record.db
    .selectFrom('events')
    .select(['position', 'start', 'end', 'type'])
    .where('document', '=', n)
    .execute()
  const claims = await record.db
    .selectFrom('claims')
    .select(['position', 'start', 'end', 'stipulation'])
    .where('document', '=', n)
    .execute()
  const items = [
    ...quotations.map(row => ({
      kind: 'quotation' as const,
      index: row.position,
      key: quotationKey({ ...row, document: id }),
    })),
    ...events.map(row => ({ kind: 'event' as const, index: row.position, key: eventKey({ ...row, document: id }) })),
    ...claims.map(row => ({ kind: 'claim' as const, index: row.position, key: claimKey({ ...row, document: id }) })),
  ]
  const decisions = await decisionsAbout(
    record,
    items.map(({ key }) => key),
  )
  return items.flatMap(({ kind, index, key }) =>
    decisions.has(key) ? [{ kind, index, review: reviewOf(decisions.get(key)) }] : [],
  )
}

function described({ record }: Shelf) {
  return record.db
    .selectFrom('documents as d')
    .select(['d.n', 'd.id', 'd.name', 'd.title', 'd.publisher', 'd.language', 'd.published', 'd.url'])
    .select(eb => [
      eb
        .selectFrom('quotations as i')
        .whereRef('i.document', '=', 'd.n')
        .select(count => count.fn.countAll<number>().as('n'))
        .as('quotations'),
      eb
        .selectFrom('events as i')
        .whereRef('i.document', '=', 'd.n')
        .select(count => count.fn.countAll<number>().as('n'))
        .as('events'),
      eb
        .selectFrom('claims as i')
        .whereRef('i.document', '=', 'd.n')
        .select(count => count.fn.countAll<number>().as('n'))
        .as('claims'),
    ])
}

type SourceRow = Awaited<ReturnType<ReturnType<typeof described>['execute']>>[number]

function itemOf({ id, name, title, publisher, language, published, url, ...counts }: SourceRow): SourceItem {
  return {
    id,
    title: title ?? name,
    publisher,
    language,
    published,
    url,
    quotations: Number(counts.quotations),
    events: Number(counts.events),
    claims: Number(counts.claims),
  }
}
