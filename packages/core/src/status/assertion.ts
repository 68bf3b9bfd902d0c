/** What a claim asserts about a stipulation, as an order and as contradictions. Defined in `ontology/assertions.tsv`. */
import type { AnalysedClaim } from '../analysis.ts'

export type Assertion = AnalysedClaim['assertion']

/** From the least advanced to the most. */
export const ASSERTIONS: readonly Assertion[] = ['breached', 'halted', 'not-begun', 'planned', 'progress', 'fulfilled']

/** 0 for the least advanced. */
export function rankOf(assertion: Assertion): number {
  return ASSERTIONS.indexOf(assertion)
}

/** True when some of them say that the duty is being done and others that it is not. `planned` contradicts nothing. */
export function isContradictory(assertions: Iterable<Assertion>): boolean {
  let done = false
  let undone = false
  for (const assertion of assertions) {
    if (assertion === 'fulfilled' || assertion === 'progress') done = true
    else if (assertion !== 'planned') undone = true
  }
  return done && undone
}
