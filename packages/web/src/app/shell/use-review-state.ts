/** How much waits for reviewers, and how far they agree; asked again after each decision. */
import { useQuery } from '@tanstack/react-query'
import { ask } from '../api/client.ts'
import type { ReviewStateAnswer } from '../api/contract.ts'

export function useReviewState() {
  return useQuery({
    queryKey: ['review-state'],
    queryFn: () => ask<ReviewStateAnswer>('review/state'),
    staleTime: 10_000,
  })
}
