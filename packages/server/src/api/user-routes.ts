/** Users and tokens, for those who manage the record. By session alone: no token has the right. */
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import {
  addToken,
  addUser,
  changeUser,
  foldedName,
  listTokens,
  listUsers,
  type OpenRecord,
  RecordError,
  removeToken,
  removeUser,
} from '@parley/record'
import { HTTPException } from 'hono/http-exception'
import { hashPassword, PasswordError } from '../access/passwords.ts'
import { newToken } from '../access/secrets.ts'
import type { Visitor } from '../access/visitor.ts'
import { badRequest, json, withBody } from './route-parts.ts'
import { newUser, problem, tokenAsked, tokenItem, tokenMade, userChange, userItem, z } from './schemas.ts'

const refused = json(problem, 'The record refuses it: no such user or token, the name is taken, it is your own')
const name = z.object({ name: z.string().openapi({ param: { name: 'name', in: 'path' } }) })
const id = z.object({ id: z.string().openapi({ param: { name: 'id', in: 'path' } }) })

const usersRoute = createRoute({
  method: 'get',
  path: '/users',
  responses: { 200: json(z.array(userItem), 'Users by name') },
})

const addUserRoute = createRoute({
  method: 'post',
  path: '/users',
  request: { body: withBody(newUser) },
  responses: { 201: json(userItem, 'Added'), 400: badRequest, 422: refused },
})

const changeUserRoute = createRoute({
  method: 'patch',
  path: '/users/{name}',
  request: { params: name, body: withBody(userChange) },
  responses: { 204: { description: 'Changed; a new password ends their sessions' }, 400: badRequest, 422: refused },
})

const removeUserRoute = createRoute({
  method: 'delete',
  path: '/users/{name}',
  request: { params: name },
  responses: { 204: { description: 'Removed with sessions and tokens; what they decided stays' }, 422: refused },
})

const tokensRoute = createRoute({
  method: 'get',
  path: '/tokens',
  responses: { 200: json(z.array(tokenItem), 'Tokens by user') },
})

const addTokenRoute = createRoute({
  method: 'post',
  path: '/tokens',
  request: { body: withBody(tokenAsked) },
  responses: { 201: json(tokenMade, 'The token, shown this once'), 400: badRequest, 422: refused },
})

const removeTokenRoute = createRoute({
  method: 'delete',
  path: '/tokens/{id}',
  request: { params: id },
  responses: { 204: { description: 'Removed' }, 422: refused },
})

export function addUserRoutes(api: OpenAPIHono, { db }: OpenRecord, now: () => string): void {
  api.openapi(usersRoute, async c => c.json((await listUsers(db)) as never, 200))
  api.openapi(addUserRoute, async c => {
    const { password, ...user } = c.req.valid('json')
    const hash = password === null ? null : await hashed(password)
    const made = await inRecord(() => addUser(db, { ...user, password: hash }, now()))
    c.set('about', `${made.name}: ${made.role}${made.mayExport ? ', may export' : ''}`)
    return c.json(made as never, 201)
  })
  api.openapi(changeUserRoute, async c => {
    const { name } = c.req.valid('param')
    const { password, role, mayExport } = c.req.valid('json')
    // Whoever manages cannot stop managing by mistake: another one does that, so that one is always left.
    if (role !== undefined && role !== 'admin') requireOther(c.get('visitor'), name)
    const hash = password === undefined ? undefined : await hashed(password)
    await inRecord(() => changeUser(db, name, without({ password: hash, role, mayExport })))
    const what = [
      role,
      mayExport === undefined ? null : `may export: ${mayExport}`,
      hash === undefined ? null : 'password',
    ]
    c.set('about', `${name}: ${what.filter(each => each !== null && each !== undefined).join(', ')}`)
    return c.body(null, 204)
  })
  api.openapi(removeUserRoute, async c => {
    const { name } = c.req.valid('param')
    requireOther(c.get('visitor'), name)
    await inRecord(() => removeUser(db, name))
    c.set('about', name)
    return c.body(null, 204)
  })
  api.openapi(tokensRoute, async c => c.json((await listTokens(db)) as never, 200))
  api.openapi(addTokenRoute, async c => {
    const { user, scopes, note, expires } = c.req.valid('json')
    const { token, hash, id } = newToken()
    await inRecord(() => addToken(db, { hash, id, user, scopes, note, at: now(), expires }))
    c.set('about', `${id}: ${user}, ${scopes.join(' ')}`)
    c.header('cache-control', 'no-store')
    return c.json({ id, token }, 201)
  })
  api.openapi(removeTokenRoute, async c => {
    const { id } = c.req.valid('param')
    await inRecord(() => removeToken(db, id))
    c.set('about', id)
    return c.body(null, 204)
  })
}

function requireOther(visitor: Visitor, name: string): void {
  if (visitor.name !== null && foldedName(name) === foldedName(visitor.name))
    throw new HTTPException(422, { message: 'your own account: another admin can do that' })
}

async function hashed(password: string): Promise<string> {
  try {
    return await hashPassword(password)
  } catch (error) {
    if (error instanceof PasswordError) throw new HTTPException(400, { message: error.message })
    throw error
  }
}

/** What the record says no to is an answer; anything else is thrown on. */
async function inRecord<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    if (error instanceof RecordError) throw new HTTPException(422, { message: error.message })
    throw error
  }
}

/** Without what was not asked for. */
function without<T extends object>(change: T): { [Name in keyof T]?: Exclude<T[Name], undefined> } {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as never
}
