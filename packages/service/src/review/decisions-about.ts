/** What reviewers decided about items, and what that makes of each. */
import { type Decision, listDecisions, type OpenRecord, type ReviewState, reviewState } from '@parley/record'

/** Fields with what they are instead. */
export type Correction = Readonly<Record<string, string | null>>

export interface Outcome {
  readonly state: ReviewState
  /** Empty where the item stands as found. */
  readonly correction: Correction
}

/** Rejected items count no more, accepted ones count as last corrected; where reviewers differ an item stays as found. `decisions`: standing ones, in order. */
export function outcomeOf(decisions: readonly Decision[] = []): Outcome {
  const state = reviewState(decisions)
  const last = decisions.findLast(({ kind }) => kind === 'correct')
  return { state, correction: state === 'accepted' && last !== undefined ? (last.value as Correction) : {} }
}

/** Whether the item counts otherwise than it was found. */
export function isOtherwise({ state, correction }: Outcome): boolean {
  return state === 'rejected' || Object.keys(correction).length > 0
}

/** Standing decisions by the item or stipulation they are about, each list in the order they were made; items without any have no entry. */
export async function decisionsAbout(
  { db }: OpenRecord,
  targets: readonly string[],
): Promise<ReadonlyMap<string, readonly Decision[]>> {
  if (targets.length === 0) return new Map()
  return Map.groupBy(await listDecisions(db, { targets }), ({ target }) => target)
}
