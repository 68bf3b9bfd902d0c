/** What a decision would do to the finding of a stipulation: the core's own rule, over the points with and without the claim. */
import { type Finding, findStatus, type Stipulation } from '@parley/core'
import type { CandidateAnswer, ClaimPoint } from '../../api/contract.ts'
import { type Draft, draftOf } from './draft.ts'

export interface Effect {
  readonly stipulation: string
  readonly now: Finding
  readonly after: Finding
}

interface Ground {
  /** Points of all stipulations, as they count now. */
  readonly points: readonly ClaimPoint[]
  readonly stipulation: Stipulation
  readonly asOf: string
}

/** `draft`: what she would accept; null: she would reject it. */
export function effectOf(
  candidate: CandidateAnswer,
  draft: Draft | null,
  { points, stipulation, asOf }: Ground,
): Effect {
  const counted = candidate.review.state === 'rejected' ? null : draftOf(candidate)
  const without = counted === null ? points : withCount(points, pointOf(candidate, counted), -1)
  const decided = draft === null ? without : withCount(without, pointOf(candidate, draft), 1)
  const finding = (all: readonly ClaimPoint[]): Finding =>
    findStatus(
      stipulation,
      all.filter(point => point.stipulation === stipulation.id),
      { asOf },
    ).finding
  return { stipulation: stipulation.id, now: finding(points), after: finding(decided) }
}

type Uncounted = Omit<ClaimPoint, 'count'>

function pointOf({ general }: CandidateAnswer, { stipulation, assertion, voice, said }: Draft): Uncounted {
  const day = said !== null && /^\d{4}-\d{2}-\d{2}$/.test(said) ? said : null
  return { stipulation: stipulation as string, assertion: assertion!, voice, said: day, general }
}

function withCount(points: readonly ClaimPoint[], wanted: Uncounted, step: 1 | -1): ClaimPoint[] {
  const isWanted = (point: ClaimPoint): boolean =>
    point.stipulation === wanted.stipulation &&
    point.assertion === wanted.assertion &&
    point.voice === wanted.voice &&
    point.said === wanted.said &&
    point.general === wanted.general
  const found = points.find(isWanted)
  if (found === undefined) return step === 1 ? [...points, { ...wanted, count: 1 }] : [...points]
  return points
    .map(point => (point === found ? { ...point, count: point.count + step } : point))
    .filter(({ count }) => count > 0)
}
