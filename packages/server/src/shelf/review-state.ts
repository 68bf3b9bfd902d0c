/** How much waits for reviewers, and how far they agree beyond chance. */
import { agreementOnAssessments, agreementOnItems, listDecisions } from '@parley/record'
import { countOpen } from '@parley/service'
import type { ReviewState } from '../api/schemas.ts'
import type { Shelf } from './shelf.ts'

export async function stateOfReview({ record }: Shelf): Promise<ReviewState> {
  const decisions = await listDecisions(record.db)
  const told = ({ items, reviewers, alpha }: ReturnType<typeof agreementOnItems>) => ({
    items,
    alpha,
    reviewers: [...reviewers],
  })
  return {
    ...(await countOpen(record)),
    agreement: { items: told(agreementOnItems(decisions)), assessments: told(agreementOnAssessments(decisions)) },
  }
}
