/** What reviewers conclude about stipulations. It stands beside the finding and changes nothing in it. */
import type { Dossier } from '@parley/core'
import { decisionsAbout } from '@parley/service'
import type { Decision } from '../api/schemas.ts'
import { answerOf } from './reviews.ts'
import type { Shelf } from './shelf.ts'

/** Standing assessments of the dossier's stipulations, in the order they were made. */
export async function assessmentsOf({ record }: Shelf, { agreements }: Dossier): Promise<Decision[]> {
  const stipulations = agreements.flatMap(({ provisions }) =>
    provisions.flatMap(({ stipulations }) => stipulations.map(({ id }) => id)),
  )
  const decisions = await decisionsAbout(record, stipulations)
  return [...decisions.values()]
    .flat()
    .sort((a, b) => a.seq - b.seq)
    .map(answerOf)
}
