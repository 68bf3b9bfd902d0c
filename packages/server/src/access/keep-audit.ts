/** An audit entry for each thing done: after it is done, by the name that its route's row gives it. */
import { addAudit, type OpenRecord } from '@parley/record'
import type { Context, MiddlewareHandler } from 'hono'
import { needOf } from './guard.ts'

export function keepAudit(record: OpenRecord, now: () => string): MiddlewareHandler {
  return async (c, next) => {
    await next()
    const does = needOf(c)?.does
    if (does !== undefined && c.req.method !== 'HEAD' && c.res.status < 400)
      await audit(c, record, now(), does, c.get('about') ?? null)
  }
}

/** An entry of its own, for what a route does beside or instead of what its row says. */
export async function audit(
  c: Context,
  { db }: OpenRecord,
  at: string,
  what: string,
  about: string | null,
): Promise<void> {
  const { name, how } = c.get('visitor')
  await addAudit(db, { at, who: name ?? c.get('author') ?? null, how, from: c.get('connection').address, what, about })
}
