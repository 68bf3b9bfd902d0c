/** The square of an event: full for what happened, struck for what is retold, dashed for plans. */
import type { AnalysedEvent } from '@parley/core'
import { Mark, type MarkName } from './symbols.tsx'

export function EventMark({ event }: { readonly event: Pick<AnalysedEvent, 'status' | 'background'> }) {
  return <Mark name={eventMark(event)} />
}

function eventMark({ status, background }: Pick<AnalysedEvent, 'status' | 'background'>): MarkName {
  if (background) return 'background'
  return status === 'planned' ? 'event-planned' : status
}
