/** What the open record holds; asked once, and again when the page comes back to the front. */
import { useQuery } from '@tanstack/react-query'
import { ask } from '../api/client.ts'
import type { RecordAnswer } from '../api/contract.ts'

export function useRecord() {
  return useQuery({ queryKey: ['record'], queryFn: () => ask<RecordAnswer>('record'), refetchOnWindowFocus: true })
}
