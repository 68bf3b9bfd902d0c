/**
 * Who may write. The server has no users yet, so whoever writes must sit at this machine and at this page: no other site a reader has open may
 * post here, neither from its own address nor under a name of its own that it makes point at this machine.
 */
import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'

/** Bytes of a decision with its reason. */
const LARGEST = 32 * 1024
const OWN_NAMES: readonly string[] = ['127.0.0.1', 'localhost', '[::1]']
const READING: readonly string[] = ['GET', 'HEAD']

const limit = bodyLimit({
  maxSize: LARGEST,
  onError: c => c.json({ message: `that is more than ${LARGEST} bytes` }, 413),
})

/** Lets questions pass, and writing that comes from the page itself or from no page at all. */
export const guardWriting: MiddlewareHandler = async (c, next) => {
  if (READING.includes(c.req.method)) return next()
  const { hostname, host } = new URL(c.req.url)
  const origin = c.req.header('origin')
  const site = c.req.header('sec-fetch-site')
  const isOwn = OWN_NAMES.includes(hostname) && (origin === undefined || hostOf(origin) === host)
  if (!isOwn || (site !== undefined && site !== 'same-origin'))
    return c.json({ message: 'only the page of this server may write' }, 403)
  const type = c.req.header('content-type')?.split(';')[0].trim().toLowerCase()
  if (type !== 'application/json') return c.json({ message: 'what is written here is application/json' }, 415)
  return limit(c, next)
}

/** null for an origin that is no address: `null`, of a sandboxed page. */
function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host
  } catch {
    return null
  }
}
