/**
 * Who may pass. Every request to the API is held against the row of its route: the right it needs, where it may come from, what it may carry.
 *
 * Forged requests are told by what browsers say of themselves (`Sec-Fetch-Site`, `Origin`), which a page cannot change, and by asking for a type of
 * content that no form can send. A token in the page beside these would guard against nothing more: OWASP's cheat sheet has taken Fetch Metadata as
 * a whole defence since December 2025. A request that says neither comes from no browser, or from one older than 2020.
 */
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { matchedRoutes } from 'hono/route'
import { timeout } from 'hono/timeout'
import { type Need, ROUTE_NEEDS, SMALL_JSON } from './route-needs.ts'
import { requireRight } from './visitor.ts'

const OWN_NAMES: readonly string[] = ['127.0.0.1', 'localhost', '[::1]']
const READING: readonly string[] = ['GET', 'HEAD']

/** Rows by method and path as the router writes them. */
const NEEDS: ReadonlyMap<string, Need> = new Map(
  Object.entries(ROUTE_NEEDS).map(([route, need]) => [
    route.replace(' /', ' /api/v1/').replace(/\{(\w+)\}/g, ':$1'),
    need,
  ]),
)

/** Throws for a route below /api/v1 that has no row. */
export function requireNeeds(app: OpenAPIHono): void {
  for (const { method, path } of app.routes) {
    if (method === 'ALL' || !path.startsWith('/api/v1/') || NEEDS.has(`${method} ${path}`)) continue
    throw new RangeError(`${method} ${path} has no row in access/route-needs.ts: what does it need?`)
  }
}

/** The row of the route that will answer; null where none will. */
export function needOf(c: Context): Need | null {
  for (const { method, path } of matchedRoutes(c)) {
    const need = NEEDS.get(`${method} ${path}`)
    if (need !== undefined) return need
  }
  return null
}

export const guard: MiddlewareHandler = async (c, next) => {
  const need = needOf(c)
  if (need === null) return c.json({ message: `there is no ${c.req.method} ${c.req.path}` }, 404)
  const isReading = READING.includes(c.req.method)
  requireOwnName(c)
  if (!isReading) requireOwnPage(c)
  else if (need.does !== undefined) requireNoOtherPage(c)
  requireRight(c, need.right)
  if (isReading || c.req.method === 'DELETE') return next()
  const { types, largest, isStreamed } = need.body ?? SMALL_JSON
  const type = c.req.header('content-type')?.split(';')[0].trim().toLowerCase()
  if (type === undefined || !types.includes(type))
    return c.json({ message: `what is written here is ${types.join(' or ')}` }, 415)
  if (isStreamed) return next()
  const onError = () => c.json({ message: `that is more than ${largest} bytes` }, 413)
  return bodyLimit({ maxSize: largest, onError })(c, next)
}

/** Milliseconds for an answer to begin. */
const LONGEST = 30_000
const tooLong = timeout(LONGEST, new HTTPException(503, { message: 'this took too long; ask for less' }))

/** Lets go of an answer that does not begin, but for routes whose row says that theirs is long. */
export const keepTime: MiddlewareHandler = (c, next) =>
  needOf(c)?.isLong === true ? next() : (tooLong(c, next) as Promise<void>)

/** Where nobody logs in, a name that another site makes point at this machine is as good as a password: only this machine's own names are served. */
export function requireOwnName(c: Context): void {
  if (c.get('visitor').kind !== 'local' || OWN_NAMES.includes(new URL(c.req.url).hostname)) return
  throw new HTTPException(403, { message: 'only the page of this server may ask: it is called 127.0.0.1 or localhost' })
}

/** What is looked at costs little; what is done by looking, an export, no other site's page sets off. */
function requireNoOtherPage(c: Context): void {
  const site = c.req.header('sec-fetch-site')
  if (site === undefined || site === 'same-origin' || site === 'none') return
  throw new HTTPException(403, { message: 'only the page of this server may ask for that' })
}

function requireOwnPage(c: Context): void {
  const origin = c.req.header('origin')
  const site = c.req.header('sec-fetch-site')
  const isOwn = origin === undefined || origin === c.get('connection').origin
  // A browser that sends the cookie sends one of the two.
  const isTold = origin !== undefined || site !== undefined || c.get('visitor').kind !== 'user'
  if (isOwn && isTold && (site === undefined || site === 'same-origin')) return
  throw new HTTPException(403, { message: 'only the page of this server may write' })
}
