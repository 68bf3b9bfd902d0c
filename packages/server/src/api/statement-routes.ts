/** Routes of statements: what was said, by words and by facets, and how many each value of a facet would leave. */
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { CHECKED, SORTS } from '@parley/service'
import type { Shelf } from '../shelf/shelf.ts'
import { countStatements, listStatements } from '../shelf/statements.ts'
import { anyOf, badRequest, json, place, present } from './route-parts.ts'
import { day, facetCounts, paged, statement, z } from './schemas.ts'

const values = anyOf(z.string().min(1).max(300))

const asked = {
  q: z.string().max(500).optional().openapi({ description: 'Words in any form; a phrase between quotation marks' }),
  by: z.string().max(300).optional(),
  about: z.string().max(300).optional(),
  from: day.optional(),
  until: day.optional(),
  reportedFrom: day.optional().openapi({ description: 'Of the publication of the report' }),
  reportedUntil: day.optional(),
  source: z.string().max(300).optional(),
}
const chosen = {
  side: values.openapi({ description: 'Party or body the speaker spoke for that day' }),
  speaker: values.openapi({ description: 'Id in the dossier, or the name of one whom no dossier knows' }),
  act: values,
  kind: values,
  stipulation: values,
  year: values.openapi({ description: 'Of what was said' }),
  publisher: values,
  language: values,
  checked: anyOf(z.enum(CHECKED)).openapi({
    description: 'By a person; without it all come but what was rejected',
  }),
}
const query = z.object({ ...asked, ...chosen })

const statementsRoute = createRoute({
  method: 'get',
  path: '/statements',
  request: {
    query: query.extend({
      sort: z
        .enum(SORTS)
        .default('date')
        .openapi({ description: 'date: newest first; relevance: among the newest hits, what answers the words best' }),
      after: place,
    }),
  },
  responses: { 200: json(paged(statement), 'Who said what'), 400: badRequest },
})

const facetsRoute = createRoute({
  method: 'get',
  path: '/statements/facets',
  request: { query },
  responses: { 200: json(facetCounts, 'How many statements each value would leave'), 400: badRequest },
})

export function addStatementRoutes(api: OpenAPIHono, shelf: Shelf): void {
  api.openapi(statementsRoute, async c => {
    const { sort, after, ...question } = c.req.valid('query')
    return c.json((await listStatements(shelf, parted(question), sort, after ?? null)) as never, 200)
  })
  api.openapi(facetsRoute, async c =>
    c.json((await countStatements(shelf, parted(c.req.valid('query')))) as never, 200),
  )
}

/** What was asked in words, and what was chosen. */
function parted({ q, by, about, from, until, reportedFrom, reportedUntil, source, ...facets }: z.infer<typeof query>) {
  return {
    asked: present({ words: q, by, about, from, until, reportedFrom, reportedUntil, source }),
    chosen: present(facets),
  }
}
