/** The imports of the record, and the events of the one that goes on: whoever reloads the page sees it where it is. */
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { ask } from '../../api/client.ts'
import type { ImportAnswer, ImportNoticeAnswer, Paged } from '../../api/contract.ts'

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

/** What the record keeps of inputs of an import that were taken in all the same. */
export function useNotices({ id, state }: Pick<ImportAnswer, 'id' | 'state'>): readonly ImportNoticeAnswer[] {
  const notices = useQuery({
    queryKey: ['import-notices', id, isOver({ state })],
    queryFn: () => ask<readonly ImportNoticeAnswer[]>(`imports/${id}/notices`),
    placeholderData: before => before,
  })
  return notices.data ?? NONE
}

const NONE: readonly ImportNoticeAnswer[] = []

/** What is new of an import, as it goes; null where nothing has come yet. Views of the record ask again once it is over. */
export function useProgress(id: string | null): Live | null {
  const queries = useQueryClient()
  const [live, setLive] = useState<Live | null>(null)
  useEffect(() => {
    if (id === null) return
    const events = new EventSource(`/api/v1/imports/${id}/events`)
    const asking: Partial<Record<'failure' | 'notice', ReturnType<typeof setTimeout>>> = {}
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
    for (const kind of ['failure', 'notice'] as const)
      events.addEventListener(kind, () => {
        asking[kind] ??= setTimeout(() => {
          delete asking[kind]
          void queries.invalidateQueries({ queryKey: [`import-${kind}s`, id] })
        }, ASKED_EVERY)
      })
    return () => {
      for (const timer of Object.values(asking)) clearTimeout(timer)
      events.close()
    }
  }, [id, queries])
  return live?.id === id ? live : null
}

/** Milliseconds. */
const ASKED_EVERY = 1000
