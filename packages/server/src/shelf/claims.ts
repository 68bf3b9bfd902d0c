/** Claims on a stipulation from the record, as words with what stands around them. */
import { type Claimant, claimantBehind, type Dossier, evidenceAt } from '@parley/core'
import { type Cursor, claimKey, isBehind, newestFirst } from '@parley/record'
import type { Claim, Paged } from '../api/schemas.ts'
import { writePlace } from './cursor.ts'
import { decisionsAbout, reviewOf } from './reviews.ts'
import type { Shelf } from './shelf.ts'

export interface ClaimantRow {
  readonly claimant: string | null
  readonly claimant_ref: string | null
  readonly claimant_for: string | null
  readonly publisher: string | null
  readonly said: string | null
  readonly reported: string | null
}

export function voiceOf(dossier: Dossier, row: ClaimantRow): Claimant {
  const { claimant: name, claimant_ref: ref, claimant_for: speaksFor } = row
  const claimant = name === null ? null : { name, ref, ...(speaksFor === null ? {} : { speaksFor }) }
  return claimantBehind(dossier, claimant, row)
}

export interface ClaimQuestion {
  readonly stipulation: string
  /** Party, body, `press`, or `other` for those who speak for nobody; null: all. */
  readonly voice: string | null
  /** Said on this day or later; null: whenever. */
  readonly from: string | null
  /** Said up to this day, or undated; null: whenever. */
  readonly until: string | null
  readonly after: Cursor | null
}

const PAGE = 20
/** Rows looked through at a time: voices are found by the dossier, not by the database. */
const STRETCH = 200

/** Newest first, undated last. */
export async function claimsOf(shelf: Shelf, dossier: Dossier, question: ClaimQuestion): Promise<Paged<Claim>> {
  const { voice } = question
  const items: Omit<Claim, 'review'>[] = []
  let after = question.after
  for (;;) {
    const rows = await stretch(shelf, question, after)
    for (const row of rows) {
      const claimant = voiceOf(dossier, row)
      after = { day: row.said, n: row.n }
      if (voice !== null && (claimant.voice ?? 'other') !== voice) continue
      if (items.length === PAGE) return withReviews(shelf, items, items[PAGE - 1].place)
      items.push({ ...describe(row, claimant), place: writePlace(after) })
    }
    if (rows.length < STRETCH) return withReviews(shelf, items, null)
  }
}

/** The claims with what reviewers said of each. */
async function withReviews(
  { record }: Shelf,
  items: readonly Omit<Claim, 'review'>[],
  next: string | null,
): Promise<Paged<Claim>> {
  const decisions = await decisionsAbout(
    record,
    items.map(({ key }) => key),
  )
  return { items: items.map(item => ({ ...item, review: reviewOf(decisions.get(item.key)) })), next }
}

async function stretch({ record }: Shelf, { stipulation, from, until }: ClaimQuestion, after: Cursor | null) {
  let query = record.db
    .selectFrom('claims as c')
    .innerJoin('documents as d', 'd.n', 'c.document')
    .innerJoin('texts as t', 't.sha256', 'd.text')
    .select([
      'c.n',
      'c.position',
      'c.start',
      'c.end',
      'c.stipulation',
      'c.assertion',
      'c.claimant',
      'c.claimant_ref',
      'c.claimant_for',
    ])
    .select(['c.general', 'c.said', 'c.reported', 'c.rule', 'd.id', 'd.name', 'd.title', 'd.publisher', 'd.language'])
    .select(['t.text', 't.sha256'])
    .where('c.stipulation', '=', stipulation)
  if (from !== null) query = query.where('c.said', '>=', from)
  if (until !== null) query = query.where(eb => eb.or([eb('c.said', '<=', until), eb('c.said', 'is', null)]))
  if (after !== null) query = query.where(isBehind('c.said', 'c.n', after))
  return query.orderBy(newestFirst('c.said')).orderBy('c.n', 'desc').limit(STRETCH).execute()
}

type ClaimRow = Awaited<ReturnType<typeof stretch>>[number]

function describe(row: ClaimRow, claimant: Claimant): Omit<Claim, 'place' | 'review'> {
  const { before, quote, after } = evidenceAt(
    { text: row.text, document: { id: row.id, sha256: row.sha256 } },
    row.start,
    row.end,
  )
  return {
    document: row.id,
    title: row.title ?? row.name,
    publisher: row.publisher,
    language: row.language,
    index: row.position,
    stipulation: row.stipulation,
    assertion: row.assertion as Claim['assertion'],
    voice: claimant.voice,
    claimant: claimant.name,
    role: claimant.role,
    said: row.said,
    reported: row.reported,
    general: row.general === 1,
    start: row.start,
    end: row.end,
    before,
    words: quote,
    after,
    rule: row.rule,
    key: claimKey({ ...row, document: row.id }),
  }
}
