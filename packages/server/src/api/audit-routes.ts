/** The audit, for those who manage the record. */
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { listAudit, type OpenRecord } from '@parley/record'
import { badRequest, json } from './route-parts.ts'
import { auditEntry, paged, z } from './schemas.ts'

const PAGE = 100

const auditRoute = createRoute({
  method: 'get',
  path: '/audit',
  request: {
    query: z.object({ who: z.string().optional(), after: z.coerce.number().int().positive().optional() }),
  },
  responses: { 200: json(paged(auditEntry), 'Who did what, the last first'), 400: badRequest },
})

export function addAuditRoutes(api: OpenAPIHono, { db }: OpenRecord): void {
  api.openapi(auditRoute, async c => {
    const { who, after } = c.req.valid('query')
    const rows = await listAudit(db, { who, before: after, limit: PAGE + 1 })
    const items = rows.slice(0, PAGE)
    return c.json({ items, next: rows.length > PAGE ? String(items[PAGE - 1].n) : null }, 200)
  })
}
