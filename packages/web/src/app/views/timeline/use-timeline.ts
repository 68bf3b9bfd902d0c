/** What the timeline asks the record for: events, the statements between them, how many each facet would leave. */
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { ask } from '../../api/client.ts'
import type { EventAnswer, EventFacetName, FacetsAnswer, Paged, StatementAnswer } from '../../api/contract.ts'
import type { TimelineSearch } from '../../router.tsx'
import { type Merged, mergeRows, type TimelineRow } from './merge-rows.ts'

export interface Timeline extends Merged {
  readonly counts: FacetsAnswer<EventFacetName> | undefined
  readonly isLoaded: boolean
  readonly error: Error | null
  readonly more: () => void
}

export function useTimeline({ show, order, ...asked }: TimelineSearch): Timeline {
  const { from, until, actor = [], type, told, place } = asked
  // A statement is of no kind, told as nothing, at no place.
  const hasStatements = show !== 'events' && type === undefined && told === undefined && place === undefined
  const events = useInfiniteQuery({
    queryKey: ['events', asked, order],
    queryFn: ({ pageParam }) => ask<Paged<EventAnswer>>('events', { ...asked, order, after: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
    placeholderData: keepPreviousData,
    enabled: show !== 'statements',
  })
  const said = { from, until, by: actor[0] }
  const statements = useInfiniteQuery({
    queryKey: ['statements', said],
    queryFn: ({ pageParam }) => ask<Paged<StatementAnswer>>('statements', { ...said, after: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
    placeholderData: keepPreviousData,
    enabled: hasStatements && actor.length < 2,
  })
  const counts = useQuery({
    queryKey: ['event facets', asked],
    queryFn: () => ask<FacetsAnswer<EventFacetName>>('events/facets', asked),
    placeholderData: keepPreviousData,
  })
  // Neither is shown without the other: rows that come between would push the others about.
  const isLoaded = !events.isLoading && !statements.isLoading
  const some: readonly EventAnswer[] = show === 'statements' || !isLoaded ? [] : itemsOf(events)
  const between: readonly StatementAnswer[] = hasStatements && isLoaded && actor.length < 2 ? itemsOf(statements) : []
  const merged = mergeRows(
    {
      rows: some.map(
        (event): TimelineRow => ({ kind: 'event', event, day: order === undefined ? event.time : event.reported }),
      ),
      hasMore: events.hasNextPage && some.length > 0,
    },
    {
      rows: between.map((statement): TimelineRow => ({ kind: 'statement', statement, day: statement.said })),
      hasMore: statements.hasNextPage && between.length > 0,
    },
  )
  return {
    ...merged,
    counts: counts.data,
    isLoaded,
    error: events.error ?? statements.error,
    more: () => void (merged.next === 'event' ? events : statements).fetchNextPage(),
  }
}

function itemsOf<Item>({
  data,
}: {
  readonly data: { readonly pages: readonly Paged<Item>[] } | undefined
}): readonly Item[] {
  return data?.pages.flatMap(({ items }) => items) ?? []
}
