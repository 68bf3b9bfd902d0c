/** Routes of who one is: logging in and out, one's own password. */
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { changeUser, findUser, hasUsers, type OpenRecord } from '@parley/record'
import type { Context } from 'hono'
import { audit } from '../access/keep-audit.ts'
import { hashPassword, isPassword, PasswordError } from '../access/passwords.ts'
import type { Limits } from '../access/rate-limits.ts'
import { type Role, rightsOf } from '../access/rights.ts'
import { beginSession, leaveSession } from '../access/sessions.ts'
import { badRequest, json, withBody } from './route-parts.ts'
import { logIn, newPassword, problem, whoAmI } from './schemas.ts'

const refused = json(problem, 'Name or password is wrong')
const tooMany = json(problem, 'Too many tries: `Retry-After` says when to come again')

const whoRoute = createRoute({
  method: 'get',
  path: '/session',
  responses: { 200: json(whoAmI, 'Who asks, and what they may do') },
})

const logInRoute = createRoute({
  method: 'post',
  path: '/session',
  request: { body: withBody(logIn) },
  responses: { 201: json(whoAmI, 'Logged in: the cookie says so'), 400: badRequest, 401: refused, 429: tooMany },
})

const logOutRoute = createRoute({
  method: 'delete',
  path: '/session',
  responses: { 204: { description: 'Logged out' } },
})

const passwordRoute = createRoute({
  method: 'put',
  path: '/session/password',
  request: { body: withBody(newPassword) },
  responses: {
    204: { description: 'Changed; all sessions end, this one too' },
    400: badRequest,
    401: refused,
    429: tooMany,
  },
})

export function addSessionRoutes(api: OpenAPIHono, record: OpenRecord, limits: Limits, now: () => string): void {
  api.openapi(whoRoute, async c => {
    const { kind, name, role, rights } = c.get('visitor')
    const canLogIn = kind === 'nobody' && record.readOnly === null && (await hasUsers(record.db))
    c.header('cache-control', 'no-store')
    return c.json({ kind, name, role, rights: [...rights], canLogIn }, 200)
  })
  api.openapi(logInRoute, async c => {
    const { name, password } = c.req.valid('json')
    c.header('cache-control', 'no-store')
    if (record.readOnly !== null)
      return c.json({ message: 'this record may only be read here: nobody can log in' }, 400)
    const user = await checked(c, name, password)
    if (user === null) return c.json({ message: 'name or password is wrong' }, 401)
    const role = user.role as Role
    const rights = rightsOf(role, user.mayExport)
    await beginSession(c, record, user.name, now())
    c.set('visitor', { kind: 'user', name: user.name, role, how: 'session', rights })
    return c.json({ kind: 'user' as const, name: user.name, role, rights: [...rights], canLogIn: false }, 201)
  })
  api.openapi(logOutRoute, async c => {
    if (c.get('visitor').kind === 'user') await audit(c, record, now(), 'log out', null)
    await leaveSession(c, record)
    return c.body(null, 204)
  })
  api.openapi(passwordRoute, async c => {
    const { kind, name } = c.get('visitor')
    if (kind !== 'user' || name === null) return c.json({ message: 'log in first' }, 401)
    const { password, next } = c.req.valid('json')
    if ((await checked(c, name, password)) === null) return c.json({ message: 'the password is wrong' }, 401)
    try {
      await changeUser(record.db, name, { password: await hashPassword(next) })
    } catch (error) {
      if (error instanceof PasswordError) return c.json({ message: error.message }, 400)
      throw error
    }
    await leaveSession(c, record)
    return c.body(null, 204)
  })

  /** The user whose password it is, or null. Counted before it is looked at; an unknown name takes as long as a known one. */
  async function checked(c: Context, name: string, password: string) {
    const { network } = c.get('connection')
    await limits.logInTried(network, name)
    const user = await findUser(record.db, name)
    const isRight = await isPassword(password, user?.password ?? null)
    if (user === null || !isRight) {
      // A name that is unknown may be a password in the wrong field.
      await audit(c, record, now(), 'log-in refused', user?.name ?? null)
      return null
    }
    await limits.loggedIn(network, name)
    return user
  }
}
