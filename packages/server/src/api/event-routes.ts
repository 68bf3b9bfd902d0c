/** Routes of events: what happened, by facets, and how many each value of a facet would leave. */
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { EVENT_ORDERS, type EventFilter, TOLD_AS } from '@parley/record'
import { countEvents } from '../shelf/event-facets.ts'
import { listEvents } from '../shelf/events.ts'
import type { Shelf } from '../shelf/shelf.ts'
import { anyOf, badRequest, json, place, present } from './route-parts.ts'
import { day, eventFacets, eventItem, paged, z } from './schemas.ts'

const name = z.string().min(1).max(300)
const query = z.object({
  type: anyOf(name).openapi({ description: 'PLOVER type' }),
  told: anyOf(z.enum(TOLD_AS)).openapi({ description: 'As what reports tell it' }),
  actor: anyOf(name).openapi({ description: 'Exact name or id of an actor or recipient' }),
  place: name.optional().openapi({ description: 'Exact name or id' }),
  from: day
    .optional()
    .openapi({ description: 'Of the days it happened; a month or a year counts where it holds one of these' }),
  until: day.optional(),
  reportedFrom: day.optional().openapi({ description: 'Of the publication of a report' }),
  reportedUntil: day.optional(),
})

const eventsRoute = createRoute({
  method: 'get',
  path: '/events',
  request: {
    query: query.extend({
      order: z
        .enum(EVENT_ORDERS)
        .default('happened')
        .openapi({ description: 'By the day it happened, or by the day of its report; latest first' }),
      after: place,
    }),
  },
  responses: { 200: json(paged(eventItem), 'What happened, latest first'), 400: badRequest },
})

const facetsRoute = createRoute({
  method: 'get',
  path: '/events/facets',
  request: { query },
  responses: { 200: json(eventFacets, 'How many happenings each value would leave'), 400: badRequest },
})

export function addEventRoutes(api: OpenAPIHono, shelf: Shelf): void {
  api.openapi(eventsRoute, async c => {
    const { order, after, ...asked } = c.req.valid('query')
    return c.json((await listEvents(shelf, filterOf(asked), order, after ?? null)) as never, 200)
  })
  api.openapi(facetsRoute, async c => c.json((await countEvents(shelf, filterOf(c.req.valid('query')))) as never, 200))
}

function filterOf({ type, actor, ...rest }: z.infer<typeof query>): EventFilter {
  return present({ types: type, actors: actor, ...rest })
}
