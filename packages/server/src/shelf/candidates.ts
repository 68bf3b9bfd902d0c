/** What waits for a reviewer: claims, quotations whose speaker is not known, and what reviewers differ on of both. */
import { claimantBehind, type Dossier, type Span } from '@parley/core'
import {
  type Cursor,
  claimKey,
  disputesAmong,
  listDecisions,
  parseItemKey,
  quotationKey,
  unpackAnalysis,
} from '@parley/record'
import { claimantOf, decisionsAbout } from '@parley/service'
import { sql } from 'kysely'
import type { Candidate, CandidateInPlace, Paged } from '../api/schemas.ts'
import { writePlace } from './cursor.ts'
import { passageAround } from './passage.ts'
import { reviewOf } from './reviews.ts'
import type { Shelf } from './shelf.ts'

export const QUEUES = ['claims', 'speakers', 'disputed', 'decided'] as const
export type Queue = (typeof QUEUES)[number]

const PAGE = 40
/** Rows looked through at a time: what was decided is found by key, not by the database. */
const STRETCH = 200

/** In the order they were taken in, so that a queue does not move under the reviewer's hands. */
export async function listCandidates(shelf: Shelf, queue: Queue, after: Cursor | null): Promise<Paged<Candidate>> {
  if (queue === 'disputed') return listDisputed(shelf, after)
  const items: Candidate[] = []
  let n = after?.n ?? 0
  for (;;) {
    const rows =
      queue === 'speakers'
        ? await quotationRows(shelf, n)
        : await claimRows(shelf, n, queue === 'claims' ? {} : { isDecided: true })
    const decisions = await decisionsAbout(
      shelf.record,
      rows.map(({ candidate }) => candidate.key),
    )
    for (const { candidate, place } of rows) {
      const review = reviewOf(decisions.get(candidate.key))
      n = place
      if (!belongs(queue, review.state)) continue
      items.push({ ...candidate, review })
      if (items.length === PAGE) return { items, next: writePlace({ day: null, n }) }
    }
    if (rows.length < STRETCH) return { items, next: null }
  }
}

/** In the order they came into dispute. */
async function listDisputed(shelf: Shelf, after: Cursor | null): Promise<Paged<Candidate>> {
  const items: Candidate[] = []
  for (const { kind, target, decisions } of disputesAmong(await listDecisions(shelf.record.db))) {
    const { seq } = decisions[decisions.length - 1]
    if ((kind !== 'claim' && kind !== 'quotation') || seq <= (after?.n ?? 0)) continue
    if (items.length === PAGE) return { items, next: writePlace({ day: null, n: lastSeq(items[PAGE - 1]) }) }
    const found = await findItem(shelf, target, parseItemKey(target)!.document, kind)
    if (found === null) continue
    const all = await decisionsAbout(shelf.record, [target])
    items.push({ ...found, review: reviewOf(all.get(target)) })
  }
  return { items, next: null }
}

function lastSeq({ review: { decisions } }: Candidate): number {
  return Math.max(...decisions.map(({ seq }) => seq))
}

function belongs(queue: Queue, state: Candidate['review']['state']): boolean {
  return queue === 'decided' ? state === 'accepted' || state === 'rejected' : state === 'open'
}

interface Found {
  readonly candidate: Omit<Candidate, 'review'>
  readonly place: number
}

interface Where {
  /** Id of one document; absent: of all. */
  readonly document?: string
  /** Of documents alone that reviewers have decided something in. */
  readonly isDecided?: true
}

async function claimRows(shelf: Shelf, after: number, { document, isDecided }: Where = {}): Promise<Found[]> {
  let query = shelf.record.db
    .selectFrom('claims as i')
    .innerJoin('documents as d', 'd.n', 'i.document')
    .select(['i.n', 'i.position', 'i.start', 'i.end', 'i.stipulation', 'i.assertion', 'i.claimant', 'i.claimant_ref'])
    .select(['i.claimant_for', 'i.words', 'i.general', 'i.said', 'i.reported', 'i.rule'])
    .select(['d.id as document', 'd.name', 'd.title', 'd.publisher', 'd.language', 'd.published'])
    .where('i.n', '>', after)
  if (document !== undefined) query = query.where('d.id', '=', document)
  if (isDecided === true) {
    // A key of an item begins with the id of its document: 32 characters.
    const decided = shelf.record.db.selectFrom('decisions').select(sql<string>`substr(target, 1, 32)`.as('id'))
    query = query.where('i.document', 'in', eb =>
      eb
        .selectFrom('documents')
        .select('n')
        .where('id', 'in', decided.where('undone', 'is', null)),
    )
  }
  const rows = await query.orderBy('i.n').limit(STRETCH).execute()
  return rows.map(row => {
    const dossier = dossierAbout(shelf, row.stipulation)
    const claimant = dossier === null ? null : claimantOf(dossier, row)
    const candidate = {
      ...factsOf(row),
      key: claimKey(row),
      kind: 'claim' as const,
      spans: [{ start: row.start, end: row.end }],
      words: row.words,
      stipulation: row.stipulation,
      assertion: row.assertion as Candidate['assertion'],
      voice: claimant?.voice ?? null,
      who: row.claimant,
      role: claimant?.role ?? null,
      act: null,
      said: row.said,
      general: row.general === 1,
      rule: row.rule,
    }
    return { candidate, place: row.n }
  })
}

async function quotationRows(shelf: Shelf, after: number, { document }: Where = {}): Promise<Found[]> {
  // SQLite would gather all of the unnamed and sort them by number; their own index has them in order.
  const isLed = document === undefined && shelf.record.store.engine === 'sqlite'
  const from = isLed ? sql`quotations`.as(sql`i indexed by quotations_unnamed`) : 'quotations as i'
  let query = shelf.record.db
    .selectFrom(from as 'quotations as i')
    .innerJoin('documents as d', 'd.n', 'i.document')
    .select(['i.n', 'i.position', 'i.parts', 'i.quote', 'i.speaker', 'i.act', 'i.said', 'i.rule'])
    .select(['d.id as document', 'd.name', 'd.title', 'd.publisher', 'd.language', 'd.published'])
    .where('i.n', '>', after)
  query = document === undefined ? query.where('i.speaker', 'is', null) : query.where('d.id', '=', document)
  const rows = await query.orderBy('i.n').limit(STRETCH).execute()
  return rows.map(row => ({
    candidate: {
      ...factsOf(row),
      key: quotationKey(row),
      kind: 'quotation' as const,
      spans: parseItemKey(quotationKey(row))!.spans.map(({ start, end }) => ({ start, end })),
      words: row.quote,
      stipulation: null,
      assertion: null,
      voice: null,
      who: row.speaker,
      role: null,
      act: row.act,
      said: row.said,
      general: false,
      rule: row.rule,
    },
    place: row.n,
  }))
}

interface RowFacts {
  readonly document: string
  readonly name: string
  readonly title: string | null
  readonly publisher: string | null
  readonly language: string | null
  readonly published: string | null
  readonly position: number
}

function factsOf({ document, name, title, publisher, language, published, position }: RowFacts) {
  return { document, title: title ?? name, publisher, language, published, index: position }
}

function dossierAbout({ kit }: Shelf, stipulation: string): Dossier | null {
  const agreement = stipulation.slice(0, stipulation.indexOf('/'))
  return kit.dossiers.find(({ agreements }) => agreements.some(({ id }) => id === agreement)) ?? null
}

/** One candidate with its passage and everybody its document names; null where the record has no such item. */
export async function readCandidate(shelf: Shelf, key: string): Promise<CandidateInPlace | null> {
  const parsed = parseItemKey(key)
  if (parsed === null || parsed.kind === 'event') return null
  const found = await findItem(shelf, key, parsed.document, parsed.kind)
  if (found === null) return null
  const made = await shelf.record.db
    .selectFrom('documents as d')
    .innerJoin('texts as t', 't.sha256', 'd.text')
    .innerJoin('readings as r', 'r.document', 'd.n')
    .innerJoin('analyses as a', join => join.onRef('a.document', '=', 'r.document').onRef('a.reader', '=', 'r.reader'))
    .select(['t.text', 'a.body'])
    .where('d.id', '=', parsed.document)
    .executeTakeFirst()
  if (made === undefined || made.body === null) return null
  const { entities } = unpackAnalysis(made.body, made.text)
  const { said, published, publisher, stipulation, spans } = found
  const dossier = stipulation === null ? null : dossierAbout(shelf, stipulation)
  const decisions = await decisionsAbout(shelf.record, [key])
  return {
    ...found,
    review: reviewOf(decisions.get(key)),
    passage: passageAround(made.text, { start: spans[0].start, end: (spans.at(-1) as Span).end }),
    speakers: entities
      .filter(({ kind }) => kind !== 'place' && kind !== 'document')
      .map(entity => ({
        name: entity.name,
        ref: entity.ref,
        voice:
          dossier === null ? null : claimantBehind(dossier, entity, { publisher, said, reported: published }).voice,
      })),
  }
}

async function findItem(shelf: Shelf, key: string, document: string, kind: Candidate['kind']) {
  const rowsAfter = kind === 'claim' ? claimRows : quotationRows
  for (let after: Cursor['n'] = 0; ; ) {
    const rows = await rowsAfter(shelf, after, { document })
    const found = rows.find(({ candidate }) => candidate.key === key)
    if (found !== undefined) return found.candidate
    if (rows.length < STRETCH) return null
    after = rows[rows.length - 1].place
  }
}
