/** What waits for a reviewer and what was decided, item by item in the order they were taken in, so that a list does not move under anybody's hands. */
import type { Decision, FoundClaim, FoundEvent, FoundQuotation, OpenRecord, ReviewState } from '@parley/record'
import { reviewState } from '@parley/record'
import { CLAIMS, EVENTS, type KindOfItem, QUOTATIONS, type Reviewed } from './changed-items.ts'
import { decisionsAbout } from './decisions-about.ts'

export const REVIEW_STATES = ['open', 'disputed', 'accepted', 'rejected'] as const satisfies readonly ReviewState[]

const KINDS = { claims: CLAIMS, quotations: QUOTATIONS, events: EVENTS } as const
export const REVIEW_KINDS = ['claims', 'quotations', 'events'] as const
export type ReviewKind = (typeof REVIEW_KINDS)[number]

/** An item as found, with the decisions that stand about it. */
export type ToReview = Reviewed<FoundClaim | FoundQuotation | FoundEvent> & { readonly decisions: readonly Decision[] }

export interface ToReviewPage {
  readonly rows: readonly ToReview[]
  /** Number of the last row; null: there is no more. */
  readonly next: number | null
}

/** Rows looked through at a time: what was decided is found by key, not by the database. */
const STRETCH = 200

/** `after`: number of the row the page before ended with; 0: from the start. */
export async function listToReview(
  record: OpenRecord,
  kind: ReviewKind,
  states: readonly ReviewState[],
  limit: number,
  after: number,
): Promise<ToReviewPage> {
  const of = KINDS[kind] as unknown as KindOfItem<FoundClaim>
  const found: ToReview[] = []
  for (let from = after; ; ) {
    const numbers = await record.db
      .selectFrom(kind as 'claims')
      .select('n')
      .where('n', '>', from)
      .orderBy('n')
      .limit(STRETCH)
      .execute()
    const { rows } = await of.list(record, { only: numbers.map(({ n }) => n) }, STRETCH)
    const decisions = await decisionsAbout(record, rows.map(of.keyOf))
    for (const row of [...rows].sort((a, b) => a.n - b.n)) {
      const id = of.keyOf(row)
      const about = decisions.get(id) ?? []
      const review = reviewState(about)
      if (!states.includes(review)) continue
      if (found.length === limit) return { rows: found, next: found[limit - 1].n }
      found.push({ ...row, id, review, decisions: about })
    }
    if (numbers.length < STRETCH) return { rows: found, next: null }
    from = numbers[numbers.length - 1].n
  }
}
