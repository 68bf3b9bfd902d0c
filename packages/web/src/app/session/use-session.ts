/** Who sits before the page, as the server knows them. A page without a server (files as they lie) has nobody to log in. */
import { useQuery } from '@tanstack/react-query'
import { ask } from '../api/client.ts'
import type { Right, SessionAnswer } from '../api/contract.ts'

/** `data` is undefined until the server has answered, and for good where there is none. */
export function useSession() {
  return useQuery({
    queryKey: ['session'],
    queryFn: () => ask<SessionAnswer>('session'),
    retry: false,
    staleTime: 60_000,
    refetchOnWindowFocus: true,
  })
}

/** Whether the server would let them: a control that it would refuse is not shown. */
export function useMay(right: Right): boolean {
  return useSession().data?.rights.includes(right) ?? true
}
