/**
 * The reviewer's desk: what was decided in this sitting, in order, and what could not be written. A decision shows at once and is written behind
 * it, one after the other; one that cannot be written is taken back on the page, with the reason.
 */
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { ask, tell } from '../../api/client.ts'
import type { DecisionAnswer, Paged } from '../../api/contract.ts'

export type Mark = 'accept' | 'correct' | 'reject' | 'later'

interface Made {
  readonly key: string
  /** Of each decision it took. */
  readonly seqs: readonly Promise<number | null>[]
}

export interface Desk {
  readonly marks: ReadonlyMap<string, Mark>
  /** Why the last decision was not written, or null. */
  readonly failure: string | null
  decide(key: string, value: Record<string, string | null> | null, isAccepted: boolean): void
  putOff(key: string): void
  /** Two happenings are one, or a report tells of another than each of these: keys of events. */
  pair(kind: 'merge' | 'split', key: string, others: readonly string[]): void
  /** Takes back the last decision, of this sitting or an earlier one; settles with the item it was about, or null where there is none. */
  undo(): Promise<string | null>
}

export function useDesk(by: string): Desk {
  const queries = useQueryClient()
  const [marks, setMarks] = useState<ReadonlyMap<string, Mark>>(new Map())
  const [failure, setFailure] = useState<string | null>(null)
  const made = useRef<Made[]>([])
  const writes = useRef<Promise<unknown>>(Promise.resolve())

  const mark = (key: string, value: Mark | null) =>
    setMarks(before => {
      const after = new Map(before)
      if (value === null) after.delete(key)
      else after.set(key, value)
      return after
    })
  /** Writes behind all that is being written; null where it failed. */
  const write = (path: string, body: unknown): Promise<number | null> => {
    const written = writes.current.then(async () => {
      try {
        const { seq } = await tell<{ readonly seq: number }>(path, body)
        setFailure(null)
        for (const name of CHANGED) void queries.invalidateQueries({ queryKey: [name] })
        return seq
      } catch (error) {
        setFailure((error as Error).message)
        return null
      }
    })
    writes.current = written
    return written
  }

  return {
    marks,
    failure,
    decide: (key, value, isAccepted) => {
      const kind = !isAccepted ? 'reject' : value === null ? 'accept' : 'correct'
      mark(key, kind)
      const seq = write('decisions', { kind, target: key, by, ...(kind === 'correct' ? { value } : {}) })
      const entry = { key, seqs: [seq] }
      made.current.push(entry)
      void seq.then(written => {
        if (written !== null) return
        made.current = made.current.filter(each => each !== entry)
        mark(key, null)
      })
    },
    putOff: key => mark(key, 'later'),
    pair: (kind, key, others) => {
      const seqs = others.map(other => write('decisions', { kind, target: key, value: { with: other }, by }))
      made.current.push({ key, seqs })
    },
    undo: async () => {
      const last = made.current.pop() ?? (await lastOf(by))
      if (last === null) return null
      mark(last.key, null)
      for (const seq of await Promise.all(last.seqs)) if (seq !== null) await write(`decisions/${seq}/undo`, { by })
      return last.key
    },
  }
}

/** Queries whose answers a decision changes. */
const CHANGED = [
  ...[
    'claim-points',
    'claims',
    'source',
    'candidate',
    'assessments',
    'statements',
    'facets',
    'events',
    'person',
    'people',
  ],
  ...['network', 'happenings', 'review-state'],
]

/** The last decision about an item that still stands, from before this sitting. */
async function lastOf(by: string): Promise<Made | null> {
  const { items } = await ask<Paged<DecisionAnswer>>('decisions', { by })
  const last = items.find(({ kind }) => kind !== 'assess' && kind !== 'undo')
  return last === undefined ? null : { key: last.target, seqs: [Promise.resolve(last.seq)] }
}
