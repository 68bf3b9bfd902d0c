/** What reviewers decided about items, and what it makes of them. */
import { type Decision, listDecisions, reviewState } from '@parley/record'
import type { Decision as DecisionAnswer, Review } from '../api/schemas.ts'
import type { Shelf } from './shelf.ts'

export function reviewOf(decisions: readonly Decision[] = []): Review {
  return { state: reviewState(decisions), decisions: decisions.map(answerOf) }
}

export function answerOf({ seq, at, by, kind, target, value, why }: Decision): DecisionAnswer {
  return { seq, at, by, kind, target, value: value as DecisionAnswer['value'], why }
}

export interface DecisionQuestion {
  readonly by: string
  readonly before: number | null
}

const PAGE = 50

/** One reviewer's standing decisions, the last first. */
export async function decisionsBy({ record }: Shelf, { by, before }: DecisionQuestion) {
  const all = await listDecisions(record.db, { by })
  const rows = all
    .filter(({ seq }) => before === null || seq < before)
    .reverse()
    .slice(0, PAGE + 1)
  const items = rows.slice(0, PAGE).map(answerOf)
  return { items, next: rows.length > PAGE ? String(items[PAGE - 1].seq) : null }
}

/** Who made it and what it is; null where there is none. */
export async function findDecision({ record }: Shelf, seq: number): Promise<Pick<Decision, 'by' | 'kind'> | null> {
  const row = await record.db.selectFrom('decisions').select(['by', 'kind']).where('seq', '=', seq).executeTakeFirst()
  return row === undefined ? null : { by: row.by, kind: row.kind as Decision['kind'] }
}
