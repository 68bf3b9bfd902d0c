/** An open record: its database and its archive. */
import { hostname, userInfo } from 'node:os'
import type { Archive } from '../archive/archive.ts'
import { openStore, type Purpose } from './open-store.ts'
import type { Db, Store } from './store.ts'

export interface OpenRecord {
  /** As the user named it. */
  readonly location: string
  readonly store: Store
  readonly db: Db
  readonly archive: Archive
  /** Why nothing can be written to it; null: it can. */
  readonly readOnly: string | null
  close(): Promise<void>
}

/** Throws RecordError when there is none, or it cannot be opened and written. */
export async function openRecord(location: string): Promise<OpenRecord> {
  return open(location, 'write')
}

/** To look at it: it may be one that may not be written (`readOnly` says why). Throws RecordError when there is none, or it cannot be opened. */
export async function openRecordToRead(location: string): Promise<OpenRecord> {
  return open(location, 'read')
}

/** Opens the record, or makes it where there is none. */
export async function makeRecord(location: string): Promise<OpenRecord> {
  return open(location, 'create')
}

async function open(location: string, purpose: Purpose): Promise<OpenRecord> {
  const { store, archive, readOnly } = await openStore(location, purpose)
  return {
    location,
    store,
    db: store.db,
    archive,
    readOnly,
    close: () => Promise.all([archive.close(), store.close()]).then(() => {}),
  }
}

/** Who the log names when nobody is named: the user of this machine. */
export function currentUser(): string {
  try {
    return `${userInfo().username}@${hostname()}`
  } catch {
    return `unknown@${hostname()}` // a user without an entry in the system's list
  }
}
