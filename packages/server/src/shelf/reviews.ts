/** What reviewers decided about items, and what it makes of them. */
import { type Decision, listDecisions, type OpenRecord, type ReviewState, reviewState } from '@parley/record'
import type { Decision as DecisionAnswer, Review } from '../api/schemas.ts'
import type { Shelf } from './shelf.ts'

/** Bound values of one question; engines take some thousands. */
const STRETCH = 500

/** Standing decisions by the item they are about; items without any have no entry. */
export async function decisionsAbout({ db }: OpenRecord, keys: readonly string[]): Promise<Map<string, Decision[]>> {
  const found = new Map<string, Decision[]>()
  for (let from = 0; from < keys.length; from += STRETCH) {
    const rows = await db
      .selectFrom('decisions')
      .selectAll()
      .where('target', 'in', keys.slice(from, from + STRETCH))
      .where('undone', 'is', null)
      .where('kind', '<>', 'undo')
      .orderBy('seq')
      .execute()
    for (const row of rows) {
      const decision = { ...row, kind: row.kind as Decision['kind'], value: parsed(row.value) }
      found.set(row.target, [...(found.get(row.target) ?? []), decision])
    }
  }
  return found
}

function parsed(value: string | null): unknown {
  return value === null ? null : JSON.parse(value)
}

export function reviewOf(decisions: readonly Decision[] = []): Review {
  return { state: reviewState(decisions), decisions: decisions.map(answerOf) }
}

export function answerOf({ seq, at, by, kind, target, value, why }: Decision): DecisionAnswer {
  return { seq, at, by, kind, target, value: value as DecisionAnswer['value'], why }
}

export type Correction = Readonly<Record<string, string | null>>

/** What decisions make of an item: rejected ones count no more, accepted ones count as last corrected; where reviewers differ it stays as found. */
export function verdictOn(decisions: readonly Decision[]): {
  readonly state: ReviewState
  readonly correction: Correction
} {
  const state = reviewState(decisions)
  const last = decisions.findLast(({ kind }) => kind === 'correct')
  return { state, correction: state === 'accepted' && last !== undefined ? (last.value as Correction) : {} }
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
