/** The words that name an event: the way to them in their source. */
import { Link } from '@tanstack/react-router'
import type { EventAnswer } from '../api/contract.ts'

export function EventWords({
  event,
}: {
  readonly event: Pick<EventAnswer, 'document' | 'index' | 'language' | 'words'>
}) {
  return (
    <Link
      to="/source/$id"
      params={{ id: event.document }}
      search={{ i: `e${event.index}` }}
      className="words"
      lang={event.language ?? undefined}
    >
      {event.words}
    </Link>
  )
}
