/** An open record: its database and its archive. */
import { hostname, userInfo } from 'node:os'
import type { Archive } from '../archive/archive.ts'
import { openStore } from './open-store.ts'
import type { Db, Store } from './store.ts'

export interface OpenRecord {
  /** As the user named it. */
  readonly location: string
  readonly store: Store
  readonly db: Db
  readonly archive: Archive
  close(): Promise<void>
}

/** Throws RecordError when there is none, or it cannot be opened. */
export async function openRecord(location: string): Promise<OpenRecord> {
  return open(location, false)
}

/** Opens the record, or makes it where there is none. */
export async function makeRecord(location: string): Promise<OpenRecord> {
  return open(location, true)
}

async function open(location: string, create: boolean): Promise<OpenRecord> {
  const { store, archive } = await openStore(location, create)
  return {
    location,
    store,
    db: store.db,
    archive,
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
