/**
 * The change log: an append-only chain. A link names who changed what, when and why; the leaves are the rows that came or went, each with the
 * hash of what it says; their Merkle root (RFC 6962) and the link before go into the link's own hash. So a changed row, a changed leaf and a
 * missing link all show.
 */

import type { Db, Store, Write } from '../store/store.ts'
import type { LogTable } from '../store/tables.ts'
import { hashOf } from './hash.ts'
import { merkleRoot } from './merkle-root.ts'

export type LeafKind =
  | 'import'
  | 'failure'
  | 'capture'
  | 'document'
  | 'source'
  | 'reader'
  | 'analysis'
  | 'decision'
  | 'withdrawn'

/** `id` without spaces. */
export interface Leaf {
  readonly kind: LeafKind
  readonly id: string
  /** Of what the row says; of a withdrawn one, what it said. */
  readonly hash: string
}

export interface Change {
  /** ISO instant. */
  readonly at: string
  readonly by: string
  /** `take in`, `read`, `decide`, `roll back`. */
  readonly what: string
  readonly why?: string | null
  readonly leaves: readonly Leaf[]
}

/** What the first link follows. */
export const BEFORE_ALL = '0'.repeat(64)

/** Appends one link and returns its number. Without leaves nothing has changed, and nothing is written: null. */
export async function appendChange(store: Store, write: Write, change: Change): Promise<number | null> {
  if (change.leaves.length === 0) return null
  const last = await lastLink(write)
  const lines = change.leaves.map(lineOf).sort()
  const link = {
    seq: (last?.seq ?? 0) + 1,
    at: change.at,
    by: change.by,
    what: change.what,
    why: change.why ?? null,
    body: lines.join('\n'),
    root: merkleRoot(lines),
    previous: last?.hash ?? BEFORE_ALL,
  }
  await store.insert(write, 'log', [{ ...link, hash: hashOfLink(link) }])
  return link.seq
}

export function lastLink(db: Db | Write): Promise<Pick<LogTable, 'seq' | 'hash'> | undefined> {
  return db.selectFrom('log').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1).executeTakeFirst()
}

/** The body stands in the hash by its root. */
export function hashOfLink({ seq, at, by, what, why, root, previous }: Omit<LogTable, 'body' | 'hash'>): string {
  return hashOf([seq, at, by, what, why, root, previous])
}

function lineOf({ kind, id, hash }: Leaf): string {
  return `${kind} ${id} ${hash}`
}

export function parseLeaves(body: string): Leaf[] {
  return body.split('\n').map(line => {
    const [kind, id, hash] = line.split(' ')
    return { kind: kind as LeafKind, id, hash }
  })
}
