/** What somebody asked to have taken in, as it waits in the spool, and what became of it. Plain data: both are files there. */
import type { AddInput } from '@parley/service/record'

export type OrderKind = 'files' | 'text' | 'addresses' | 'feeds'

export interface OrderMade {
  readonly kind: OrderKind
  readonly by: string
  /** Paths of uploads are names inside the order's own folder. Of `feeds` none: those that the record polls. */
  readonly inputs: readonly AddInput[]
  /** Over what the inputs say; null: theirs. */
  readonly language: string | null
  /** Feeds among the inputs are polled from now on. */
  readonly keepFeeds: boolean
}

export interface Order extends OrderMade {
  /** Id of the import in the record. */
  readonly id: string
}

export type ImportState =
  | 'waiting'
  | 'running'
  | 'stopping'
  | 'interrupted'
  | 'cancelled'
  | 'done'
  | 'withdrawing'
  | 'withdrawn'

export interface Outcome {
  readonly kind: OrderKind
  readonly state: 'cancelled' | 'done'
  /** Inputs archived, and those that were in the record already. */
  readonly archived: number
  readonly known: number
  /** Documents that the record did not have. */
  readonly added: number
  readonly failed: number
  /** Instants. */
  readonly began: string | null
  readonly ended: string
}

/** A name as one may show it: of a path its parts that go down, never a way up or out. It names a file and is never opened. */
export function cleanName(name: string): string {
  const parts = name
    .normalize('NFC')
    .replace(/\\/g, '/')
    .replace(/\p{Cc}/gu, '')
    .split('/')
    .map(part => part.trim())
    .filter(part => part !== '' && part !== '.' && part !== '..' && !/^[a-z]:$/i.test(part))
  return parts.join('/').slice(-LONGEST_NAME) || 'unnamed'
}

const LONGEST_NAME = 300
