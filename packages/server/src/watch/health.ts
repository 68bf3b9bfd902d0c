/** For whoever keeps the server running: is it up, can it answer, how does it do. */
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { OpenRecord } from '@parley/record'
import { requireOwnName } from '../access/guard.ts'
import { requireRight } from '../access/visitor.ts'
import type { Metrics } from './metrics.ts'

/** `/metrics` asks for the right to measure, which the local reviewer has and nobody beyond this machine without a token of that scope. */
export function addHealth(app: OpenAPIHono, { db }: OpenRecord, metrics: Metrics): void {
  app.get('/healthz', c => c.json({ status: 'up' }, 200, { 'cache-control': 'no-store' }))
  app.get('/readyz', async c => {
    const headers = { 'cache-control': 'no-store' }
    try {
      await db.selectFrom('meta').select('value').where('key', '=', 'schema').executeTakeFirstOrThrow()
      return c.json({ status: 'ready' }, 200, headers)
    } catch {
      return c.json({ status: 'the record does not answer' }, 503, headers)
    }
  })
  app.get('/metrics', async c => {
    requireOwnName(c)
    requireRight(c, 'measure')
    const { type, text } = await metrics.read()
    return c.body(text, 200, { 'content-type': type, 'cache-control': 'no-store' })
  })
}
