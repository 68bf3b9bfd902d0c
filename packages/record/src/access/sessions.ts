/** Who is logged in. Of a session's id the database holds only the hash; instants are ISO strings in UTC, which compare as text. */
import type { Db } from '../store/store.ts'
import type { User } from './users.ts'

export interface Session {
  readonly user: Pick<User, 'name' | 'role' | 'mayExport'>
  /** Last use, to the minute. */
  readonly seen: string
}

/** Sessions that ended on their own go on this occasion. */
export async function addSession(
  db: Db,
  {
    hash,
    user,
    at,
    expires,
  }: { readonly hash: string; readonly user: string; readonly at: string; readonly expires: string },
): Promise<void> {
  await db.deleteFrom('sessions').where('expires', '<=', at).execute()
  await db.insertInto('sessions').values({ hash, user, at, seen: at, expires }).execute()
}

/** null for one that is unknown, has ended at `now`, or was not used since `idleSince`. */
export async function findSession(
  db: Db,
  hash: string,
  { now, idleSince }: { readonly now: string; readonly idleSince: string },
): Promise<Session | null> {
  const row = await db
    .selectFrom('sessions as s')
    .innerJoin('users as u', 'u.name', 's.user')
    .select(['u.name', 'u.role', 'u.export', 's.seen'])
    .where('s.hash', '=', hash)
    .where('s.expires', '>', now)
    .where('s.seen', '>', idleSince)
    .executeTakeFirst()
  if (row === undefined) return null
  return { user: { name: row.name, role: row.role, mayExport: row.export === 1 }, seen: row.seen }
}

export async function touchSession(db: Db, hash: string, seen: string): Promise<void> {
  await db.updateTable('sessions').set({ seen }).where('hash', '=', hash).execute()
}

export async function endSession(db: Db, hash: string): Promise<void> {
  await db.deleteFrom('sessions').where('hash', '=', hash).execute()
}
