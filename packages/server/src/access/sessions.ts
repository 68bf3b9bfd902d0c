/**
 * Sessions of the page. The id is in a cookie that no script reads and no other site's request carries; a new one is made at each log-in, whatever
 * the browser sent, so none can be planted beforehand. `Strict` costs nothing here: the page's files need no cookie, and its own questions carry it.
 */
import { addSession, endSession, findSession, type OpenRecord, type Session, touchSession } from '@parley/record'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { newSecret, secretHash } from './secrets.ts'

const NAME = 'parley'
const HOUR = 60 * 60
/** A working day; then one logs in again, however busy one was. */
const LONGEST = 12 * HOUR
/** A long meeting away from the desk. */
const IDLE = 2 * HOUR
/** How exactly the last use is kept: each writing costs a sync of the disk. */
const GRAIN = 60

/** Logs in; a session that the browser had ends. */
export async function beginSession(c: Context, { db }: OpenRecord, user: string, now: string): Promise<void> {
  const before = sessionId(c)
  if (before !== undefined) await endSession(db, secretHash(before))
  const id = newSecret()
  await addSession(db, { hash: secretHash(id), user, at: now, expires: later(now, LONGEST) })
  const isSecure = c.get('connection').isSecure
  const common = { httpOnly: true, sameSite: 'Strict', path: '/', maxAge: LONGEST } as const
  // `__Host-`: only this very host can have set it, over TLS. A browser takes neither without TLS.
  setCookie(c, NAME, id, isSecure ? { ...common, secure: true, prefix: 'host' } : common)
}

/** null where the browser has none that holds. */
export async function currentSession(c: Context, { db }: Pick<OpenRecord, 'db'>, now: string): Promise<Session | null> {
  const id = sessionId(c)
  if (id === undefined) return null
  const hash = secretHash(id)
  const session = await findSession(db, hash, { now, idleSince: later(now, -IDLE) })
  if (session !== null && session.seen < later(now, -GRAIN)) await touchSession(db, hash, now)
  return session
}

/** Logs out, here and in the record. */
export async function leaveSession(c: Context, { db }: Pick<OpenRecord, 'db'>): Promise<void> {
  const id = sessionId(c)
  if (id === undefined) return
  await endSession(db, secretHash(id))
  const isSecure = c.get('connection').isSecure
  deleteCookie(c, NAME, isSecure ? { path: '/', secure: true, prefix: 'host' } : { path: '/' })
}

function sessionId(c: Context): string | undefined {
  return c.get('connection').isSecure ? getCookie(c, NAME, 'host') : getCookie(c, NAME)
}

/** ISO instants to the second. */
export function later(instant: string, seconds: number): string {
  return new Date(Date.parse(instant) + seconds * 1000).toISOString().replace(/\.\d+/, '')
}
