/**
 * The reviewer's desk: what was decided in this sitting, in order. A decision shows at once and goes to the outbox, which keeps it until the record
 * has it; one that cannot be written stays decided on the page, with a sign, until it is written or taken back.
 */
import { useRef, useState } from 'react'
import { ask } from '../../api/client.ts'
import type { DecisionAnswer, Paged } from '../../api/contract.ts'
import { outbox, useStuck } from '../../decisions/decisions.ts'
import type { Decided, Unwritten } from '../../decisions/outbox.ts'

export type Mark = 'accept' | 'correct' | 'reject' | 'later'

interface Made {
  readonly key: string
  /** Of each decision it took: its id in the outbox, or its number in the record. */
  readonly ids: readonly (string | number)[]
}

/** What a decision is about, in words that can be shown while it is not written. */
export interface About {
  readonly key: string
  readonly words: string
  readonly language: string | null
}

export interface Desk {
  readonly marks: ReadonlyMap<string, Mark>
  /** Keys of items whose decisions are not written, and are not just on their way. */
  readonly unwritten: ReadonlySet<string>
  decide(about: About, value: Record<string, string | null> | null, isAccepted: boolean): void
  putOff(key: string): void
  /** Two happenings are one, or a report tells of another than each of these: keys of events. */
  pair(kind: 'merge' | 'split', about: About, others: readonly string[]): void
  /** Takes back the last decision, of this sitting or an earlier one; settles with the item it was about, or null where there is none. */
  undo(): Promise<string | null>
  /** One that was not written was taken back elsewhere on the page: its item is open again. */
  forget(entry: Unwritten): void
}

export function useDesk(by: string): Desk {
  const [own, setOwn] = useState<ReadonlyMap<string, Mark>>(new Map())
  const made = useRef<Made[]>([])
  const stuck = useStuck()

  const mark = (key: string, value: Mark | null) =>
    setOwn(before => {
      const after = new Map(before)
      if (value === null) after.delete(key)
      else after.set(key, value)
      return after
    })
  const put = ({ words, language }: About, decided: Decided): string =>
    outbox.put(decided, { by, about: words, language })

  return {
    // What an earlier sitting decided and could not write is decided.
    marks: new Map([...stuck.flatMap(markOf), ...own]),
    unwritten: new Set(stuck.map(({ decided }) => decided.target)),
    decide: (about, value, isAccepted) => {
      const kind = !isAccepted ? 'reject' : value === null ? 'accept' : 'correct'
      mark(about.key, kind)
      const id = put(about, { kind, target: about.key, ...(value !== null && isAccepted ? { value } : {}) })
      made.current.push({ key: about.key, ids: [id] })
    },
    putOff: key => mark(key, 'later'),
    pair: (kind, about, others) => {
      const ids = others.map(other => put(about, { kind, target: about.key, value: { with: other } }))
      made.current.push({ key: about.key, ids })
    },
    undo: async () => {
      const last = made.current.pop() ?? lastStuck(stuck, by) ?? (await lastOf(by))
      if (last === null) return null
      mark(last.key, null)
      for (const id of last.ids) {
        const seq = typeof id === 'number' ? id : await outbox.takeBack(id)
        if (seq !== null)
          put({ key: last.key, words: String(seq), language: null }, { kind: 'undo', target: `decision/${seq}` })
      }
      return last.key
    },
    forget: ({ id, decided }) => {
      mark(decided.target, null)
      made.current = made.current.filter(({ ids }) => !ids.includes(id))
    },
  }
}

function markOf({ decided: { kind, target } }: Unwritten): [string, Mark][] {
  return kind === 'accept' || kind === 'correct' || kind === 'reject' ? [[target, kind]] : []
}

/** The last one that an earlier sitting could not write. */
function lastStuck(stuck: readonly Unwritten[], by: string): Made | null {
  const last = stuck.findLast(entry => entry.by === by && entry.decided.kind !== 'assess')
  return last === undefined ? null : { key: last.decided.target, ids: [last.id] }
}

/** The last decision about an item that still stands, from before this sitting. */
async function lastOf(by: string): Promise<Made | null> {
  const { items } = await ask<Paged<DecisionAnswer>>('decisions', { by })
  const last = items.find(({ kind }) => kind !== 'assess' && kind !== 'undo')
  return last === undefined ? null : { key: last.target, ids: [last.seq] }
}
