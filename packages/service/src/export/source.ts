/** What an export is made of: rows of the record by filter, and the dossiers that say what they cannot. */
import type { Dossier } from '@parley/core'
import {
  type ClaimFilter,
  type Cursor,
  claimKey,
  type EventFilter,
  eventKey,
  type FoundClaim,
  type FoundEvent,
  type FoundQuotation,
  type ItemFilter,
  listClaims,
  listDecisions,
  listEvents,
  listQuotations,
  type OpenRecord,
  type Page,
  quotationKey,
  type ReviewState,
  reviewState,
} from '@parley/record'

export interface ExportSource {
  readonly record: OpenRecord
  readonly filter: ItemFilter
  readonly events: EventFilter
  readonly claims: ClaimFilter
  readonly dossiers: readonly Dossier[]
}

/** An item with the key it goes by outside, and what reviewers say of it. */
export type Exported<T> = T & { readonly id: string; readonly review: ReviewState }

const PAGE = 500

export async function* quotationsOf({ record, filter }: ExportSource): AsyncGenerator<Exported<FoundQuotation>> {
  yield* all(record, after => listQuotations(record, filter, PAGE, after), quotationKey)
}

export async function* eventsOf({ record, events }: ExportSource): AsyncGenerator<Exported<FoundEvent>> {
  yield* all(record, after => listEvents(record, events, PAGE, after), eventKey)
}

export async function* claimsOf({ record, claims }: ExportSource): AsyncGenerator<Exported<FoundClaim>> {
  yield* all(record, after => listClaims(record, claims, PAGE, after), claimKey)
}

async function* all<T extends object>(
  record: OpenRecord,
  pageAfter: (after: Cursor | null) => Promise<Page<T>>,
  keyOf: (row: T) => string,
): AsyncGenerator<Exported<T>> {
  const decisions = Map.groupBy(await listDecisions(record.db), ({ target }) => target)
  for (let after: Cursor | null = null; ; ) {
    const page: Page<T> = await pageAfter(after)
    for (const row of page.rows) {
      const id = keyOf(row)
      yield { ...row, id, review: reviewState(decisions.get(id) ?? []) }
    }
    if (page.next === null) return
    after = page.next
  }
}
