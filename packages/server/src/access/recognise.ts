/** From a request to who sends it: by token, by session, or by sitting at the machine of a record without users. */
import type { BlockList } from 'node:net'
import { findToken, hasUsers, type OpenRecord, touchToken } from '@parley/record'
import type { Context, MiddlewareHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { connectionOf } from './connection.ts'
import type { Limits } from './rate-limits.ts'
import { type Right, type Role, rightsOf } from './rights.ts'
import { secretHash } from './secrets.ts'
import { currentSession, later } from './sessions.ts'
import { LOCAL, LOCAL_READER, NOBODY, PUBLIC, type Visitor } from './visitor.ts'

export interface Access {
  /** Who does not log in may read, and nothing else. */
  readonly isPublic: boolean
  /** Only this machine reaches the server: while the record has no users, whoever comes does so as the local reviewer. */
  readonly isLocal: boolean
  /** Proxies whose `X-Forwarded-…` lines are believed. */
  readonly proxies: BlockList
}

/** How exactly a token's last use is kept, in seconds. */
const GRAIN = 60

export function recognise(record: OpenRecord, access: Access, limits: Limits, now: () => string): MiddlewareHandler {
  return async (c, next) => {
    const connection = connectionOf(c, access.proxies)
    c.set('connection', connection)
    c.set('visitor', NOBODY) // whatever is refused below is refused to nobody
    const authorization = c.req.header('authorization')
    let visitor: Visitor
    // Sessions and the last use of tokens are written.
    if (record.readOnly !== null) visitor = await withoutName(record, access, isForwarded(c))
    else if (authorization !== undefined) {
      await limits.askedFrom(connection.network)
      visitor = await byToken(record, authorization, now())
    } else {
      const session = await currentSession(c, record, now())
      if (session !== null) {
        const { name, role, mayExport } = session.user
        const rights = rightsOf(role, mayExport)
        visitor = { kind: 'user', name, role: role as Role, how: 'session', rights }
      } else visitor = await withoutName(record, access, isForwarded(c))
    }
    c.set('visitor', visitor)
    if (visitor.name !== null) await limits.askedBy(visitor.name)
    else if (visitor.kind !== 'local') await limits.askedFrom(connection.network)
    await next()
    // What one may see another may not: nothing between is to keep it.
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'private, no-cache')
    c.header('vary', 'Cookie, Authorization', { append: true })
  }
}

async function withoutName(
  { db, readOnly }: OpenRecord,
  { isPublic, isLocal }: Access,
  isForwarded: boolean,
): Promise<Visitor> {
  if (isPublic) return PUBLIC
  if (!isLocal || isForwarded || (await hasUsers(db))) return NOBODY
  return readOnly === null ? LOCAL : LOCAL_READER
}

/** Lines that proxies write: whoever comes through one does not sit at this machine, though the connection says so. */
const FORWARDED = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip']

function isForwarded(c: Context): boolean {
  return FORWARDED.some(name => c.req.header(name) !== undefined)
}

/** Throws 401 for a token that does not hold: who means to come by one never comes as somebody else. */
async function byToken({ db }: OpenRecord, authorization: string, now: string): Promise<Visitor> {
  const [, token] = /^Bearer +(\S+)$/i.exec(authorization) ?? []
  const hash = secretHash(token ?? '')
  const found = token === undefined ? null : await findToken(db, hash, now)
  if (found === null) {
    const message = 'this token is unknown or has expired'
    const res = Response.json(
      { message },
      { status: 401, headers: { 'www-authenticate': 'Bearer error="invalid_token"' } },
    )
    throw new HTTPException(401, { message, res })
  }
  const { user, token: facts } = found
  if (facts.seen === null || facts.seen < later(now, -GRAIN)) await touchToken(db, hash, now)
  const role = user.role as Role
  const own = rightsOf(role, user.mayExport)
  const rights = new Set(facts.scopes.filter((scope): scope is Right => own.has(scope as Right)))
  return { kind: 'token', name: user.name, role, how: `token ${facts.id}`, rights }
}
