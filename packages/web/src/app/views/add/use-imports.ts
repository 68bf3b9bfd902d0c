/** The imports of the record, and the events of the one that goes on: whoever reloads the page sees it where it is. */
import { skipToken, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { ask } from '../../api/client.ts'
import type { ImportAnswer, Paged } from '../../api/contract.ts'

/** The last first. */
export function useImports() {
  return useInfiniteQuery({
    queryKey: ['imports'],
    queryFn: ({ pageParam }) => ask<Paged<ImportAnswer>>('imports', { before: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
  })
}

const OVER: readonly ImportAnswer['state'][] = ['done', 'cancelled', 'interrupted', 'withdrawn']

export function isOver({ state }: Pick<ImportAnswer, 'state'>): boolean {
  return OVER.includes(state)
}

/** The one that goes on, else the one that has waited longest, or null. */
export function currentOf(imports: readonly ImportAnswer[]): ImportAnswer | null {
  const open = imports.filter(each => !isOver(each))
  return open.find(({ state }) => state !== 'waiting') ?? open.at(-1) ?? null
}

type Live = Partial<ImportAnswer> & { readonly id: string }

/** Of an input that was taken in all the same: a guessed encoding, files passed over. In English. */
export interface ImportNotice {
  readonly input: string
  readonly message: string
}

/** Notices kept of one import: who reads more of them reads the log. */
const NOTICES = 200

/** What the server said of inputs of this import while this page was open. */
export function useNotices(id: string): readonly ImportNotice[] {
  const kept = useQuery({
    queryKey: noticesOf(id),
    queryFn: skipToken,
    initialData: NONE,
    gcTime: Number.POSITIVE_INFINITY,
  })
  return kept.data ?? NONE
}

const NONE: readonly ImportNotice[] = []
const noticesOf = (id: string) => ['import-notices', id]

/** What is new of an import, as it goes; null where nothing has come yet. Views of the record ask again once it is over. */
export function useProgress(id: string | null): Live | null {
  const queries = useQueryClient()
  const [live, setLive] = useState<Live | null>(null)
  useEffect(() => {
    if (id === null) return
    const events = new EventSource(`/api/v1/imports/${id}/events`)
    let asking: ReturnType<typeof setTimeout> | undefined
    events.addEventListener('state', event => {
      const state = JSON.parse(event.data) as Live & Pick<ImportAnswer, 'state'>
      if (!isOver(state)) {
        setLive(state)
        return
      }
      events.close()
      // The list first: that it is over is shown together with what came of it.
      void queries.invalidateQueries({ queryKey: ['imports'] }).then(() => queries.invalidateQueries())
    })
    events.addEventListener('notice', event => {
      const { input, message } = JSON.parse(event.data) as ImportNotice
      queries.setQueryData<readonly ImportNotice[]>(noticesOf(id), (before = NONE) =>
        before.length >= NOTICES || before.some(each => each.input === input && each.message === message)
          ? before
          : [...before, { input, message }],
      )
    })
    events.addEventListener('failure', () => {
      asking ??= setTimeout(() => {
        asking = undefined
        void queries.invalidateQueries({ queryKey: ['import-failures', id] })
      }, FAILURES_EVERY)
    })
    return () => {
      clearTimeout(asking)
      events.close()
    }
  }, [id, queries])
  return live?.id === id ? live : null
}

/** Milliseconds. */
const FAILURES_EVERY = 1000
