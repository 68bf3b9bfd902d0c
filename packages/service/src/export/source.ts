/** What an export is made of: rows of the record by filter as reviewers left them, and the dossiers that say what they cannot. */
import type { Dossier } from '@parley/core'
import type {
  ClaimFilter,
  Cursor,
  EventFilter,
  FoundClaim,
  FoundEvent,
  FoundQuotation,
  ItemFilter,
  OpenRecord,
  Page,
} from '@parley/record'
import type { Reviewed } from '../review/changed-items.ts'
import {
  listReviewedClaims,
  listReviewedEvents,
  listReviewedQuotations,
  type ReviewChoice,
} from '../review/list-reviewed.ts'

/** Items as reviewers left them; what they rejected is left out unless it is asked for. */
export interface ExportSource extends ReviewChoice {
  readonly record: OpenRecord
  readonly filter: ItemFilter
  readonly events: EventFilter
  readonly claims: ClaimFilter
  readonly dossiers: readonly Dossier[]
}

const PAGE = 500

export async function* quotationsOf({
  record,
  filter,
  rejected = false,
}: ExportSource): AsyncGenerator<Reviewed<FoundQuotation>> {
  yield* all(after => listReviewedQuotations(record, { ...filter, rejected }, PAGE, after))
}

export async function* eventsOf({
  record,
  events,
  rejected = false,
}: ExportSource): AsyncGenerator<Reviewed<FoundEvent>> {
  yield* all(after => listReviewedEvents(record, { ...events, rejected }, PAGE, after))
}

export async function* claimsOf({
  record,
  claims,
  rejected = false,
}: ExportSource): AsyncGenerator<Reviewed<FoundClaim>> {
  yield* all(after => listReviewedClaims(record, { ...claims, rejected }, PAGE, after))
}

async function* all<Row>(pageAfter: (after: Cursor | null) => Promise<Page<Row>>): AsyncGenerator<Row> {
  for (let after: Cursor | null = null; ; ) {
    const page: Page<Row> = await pageAfter(after)
    yield* page.rows
    if (page.next === null) return
    after = page.next
  }
}
