/** What reviewers conclude about duties. An assessment stands beside the finding and never replaces it. */
import type { Assertion } from '@parley/core'
import { useQuery } from '@tanstack/react-query'
import { ask } from '../../api/client.ts'
import type { DecisionAnswer } from '../../api/contract.ts'

export interface ShownAssessment {
  readonly seq: number
  readonly by: string
  readonly status: Assertion
  /** The Peace Accords Matrix' scale, 0 to 3. */
  readonly pam: number
  /** Day it is true of. */
  readonly on: string
  readonly why: string
}

export type AssessmentsOf = (stipulation: string) => readonly ShownAssessment[]

/** Those true of a day up to `asOf`: of each reviewer the latest, the newest first. */
export function useAssessments(dossier: string, asOf: string): AssessmentsOf {
  const { data } = useQuery({
    queryKey: ['assessments', dossier],
    queryFn: () => ask<readonly DecisionAnswer[]>(`dossiers/${dossier}/assessments`),
  })
  return stipulation =>
    latestOf(
      (data ?? []).filter(({ target }) => target === stipulation),
      asOf,
    )
}

export function latestOf(decisions: readonly DecisionAnswer[], asOf: string): readonly ShownAssessment[] {
  const latest = new Map<string, ShownAssessment>()
  for (const { seq, by, value, why } of decisions) {
    const { status, pam, on } = value as Pick<ShownAssessment, 'status' | 'pam' | 'on'>
    if (on > asOf || on < (latest.get(by)?.on ?? '')) continue
    latest.set(by, { seq, by, status, pam, on, why: why ?? '' })
  }
  return [...latest.values()].sort((a, b) => (a.on === b.on ? b.seq - a.seq : a.on < b.on ? 1 : -1))
}
