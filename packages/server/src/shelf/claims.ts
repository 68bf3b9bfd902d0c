/** Claims on a stipulation from the record, as words with what stands around them. */
import { type Claimant, type Dossier, evidenceAt } from '@parley/core'
import { type Cursor, type FoundClaim, placeOfClaim } from '@parley/record'
import { claimantOf, decisionsAbout, listReviewedClaims, type Reviewed, textsOf } from '@parley/service'
import type { Claim, Paged } from '../api/schemas.ts'
import { writePlace } from './cursor.ts'
import { reviewOf } from './reviews.ts'
import type { Shelf } from './shelf.ts'

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

/** Newest first, undated last, as reviewers left them. */
export async function claimsOf(shelf: Shelf, dossier: Dossier, question: ClaimQuestion): Promise<Paged<Claim>> {
  const { stipulation, voice, from, until } = question
  const filter = {
    stipulation,
    undated: true,
    ...(from === null ? {} : { from }),
    ...(until === null ? {} : { until }),
  }
  const found: { row: Reviewed<FoundClaim>; claimant: Claimant }[] = []
  let next: string | null = null
  for (let after = question.after; ; ) {
    const page = await listReviewedClaims(shelf.record, filter, STRETCH, after)
    for (const row of page.rows) {
      const claimant = claimantOf(dossier, row)
      if (voice !== null && (claimant.voice ?? 'other') !== voice) continue
      if (found.length === PAGE) {
        next = writePlace(placeOfClaim(found[PAGE - 1].row))
        break
      }
      found.push({ row, claimant })
    }
    if (next !== null || page.next === null) break
    after = page.next
  }
  const texts = await textsOf(
    shelf.record,
    found.map(({ row }) => row.text),
  )
  const decisions = await decisionsAbout(
    shelf.record,
    found.map(({ row }) => row.id),
  )
  const items = found.map(({ row, claimant }) => ({
    ...describe(row, claimant, texts.get(row.text) ?? ''),
    review: reviewOf(decisions.get(row.id)),
  }))
  return { items, next }
}

function describe(row: Reviewed<FoundClaim>, claimant: Claimant, text: string): Omit<Claim, 'review'> {
  const { before, quote, after } = evidenceAt(
    { text, document: { id: row.document, sha256: row.text } },
    row.start,
    row.end,
  )
  return {
    place: writePlace(placeOfClaim(row)),
    document: row.document,
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
    key: row.id,
  }
}
