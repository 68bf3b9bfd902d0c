/** The page's one outbox of decisions: kept in the browser's storage, sent by one page at a time, opened by whoever is logged in. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { useReviewer } from '../reviewer.ts'
import { useSession } from '../session/use-session.ts'
import { useRecord } from '../shell/use-record.ts'
import { Outbox, type Unwritten } from './outbox.ts'
import { sendDecision } from './send.ts'

let made = 0

export const outbox = new Outbox({
  load: place => localStorage.getItem(place),
  save: (place, text) => localStorage.setItem(place, text),
  send: sendDecision,
  // Absent where a page is neither on this machine nor encrypted: then two pages may send the same, and each asks before it sends again.
  alone: act => (navigator.locks === undefined ? act() : navigator.locks.request('parley.unwritten', act)),
  later: (act, wait) => {
    const timer = setTimeout(act, wait)
    return () => clearTimeout(timer)
  },
  now: () => new Date().toISOString(),
  newId: () => `${Date.now()}-${++made}-${Math.random().toString(36).slice(2)}`,
})

/** Queries whose answers a decision changes. */
const CHANGED = [
  ...['claim-points', 'claims', 'source', 'candidate', 'assessments', 'statements', 'facets', 'events', 'person'],
  ...['people', 'network', 'happenings', 'disputes', 'review-state'],
]

/** Opens the outbox for this record and whoever sits here; sends again when the network is back, and when another page has changed what is kept. */
export function useOutbox(): void {
  const queries = useQueryClient()
  const record = useRecord().data?.name
  const session = useSession().data
  const kind = session?.kind
  const name = session?.name ?? null
  useEffect(() => {
    outbox.whenWritten(() => {
      for (const changed of CHANGED) void queries.invalidateQueries({ queryKey: [changed] })
      // A queue that is being worked off keeps its items; what is decided has one more.
      void queries.invalidateQueries({ queryKey: ['review', 'decided'] })
    })
    const onStorage = ({ key }: StorageEvent) => {
      if (key?.startsWith('parley.unwritten.') === true) outbox.refresh()
    }
    const onOnline = () => void outbox.flush()
    const onLeave = (event: BeforeUnloadEvent) => {
      if (!outbox.isKept() && outbox.list().length > 0) event.preventDefault()
    }
    addEventListener('storage', onStorage)
    addEventListener('online', onOnline)
    addEventListener('beforeunload', onLeave)
    return () => {
      removeEventListener('storage', onStorage)
      removeEventListener('online', onOnline)
      removeEventListener('beforeunload', onLeave)
    }
  }, [queries])
  useEffect(() => {
    if (record === undefined || kind === undefined) return
    const author =
      name !== null ? ({ is: 'one', name } as const) : kind === 'local' ? ({ is: 'anyone' } as const) : NOBODY
    outbox.open(record, author)
  }, [record, kind, name])
}

const NOBODY = { is: 'none' } as const

/** In the order they were made. */
function useUnwritten(): readonly Unwritten[] {
  return useSyncExternalStore(outbox.subscribe, outbox.list)
}

/** Those that somebody should know of, with all behind them; what is only on its way is not told. */
export function useStuck(): readonly Unwritten[] {
  const isOwn = useIsOwn()
  const all = useUnwritten()
  return all.some(entry => entry.problem !== null || entry.tries > 0 || !isOwn(entry)) ? all : NONE
}

const NONE: readonly Unwritten[] = []

/** Whether the server would take it from whoever sits here. */
export function useIsOwn(): (entry: Unwritten) => boolean {
  const session = useSession().data
  const by = useReviewer()
  return entry => session === undefined || session.kind === 'local' || entry.by === by
}
