/** Routes of places and of who meets and names whom. */
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { networkOf } from '../shelf/network.ts'
import { listPlaces } from '../shelf/places.ts'
import { dossierOf, type Shelf } from '../shelf/shelf.ts'
import { network, place } from './network-schemas.ts'
import { badRequest, json, notFound } from './route-parts.ts'
import { day, z } from './schemas.ts'

const params = z.object({ dossier: z.string().openapi({ param: { name: 'dossier', in: 'path' } }) })
const days = { from: day.optional(), until: day.optional() }

const placesRoute = createRoute({
  method: 'get',
  path: '/dossiers/{dossier}/places',
  request: { params, query: z.object(days) },
  responses: {
    200: json(z.array(place), 'Places of the process, with the events and statements of those days that name them'),
    400: badRequest,
    404: notFound,
  },
})

const networkRoute = createRoute({
  method: 'get',
  path: '/dossiers/{dossier}/network',
  request: {
    params,
    query: z.object({
      kind: z.enum(['meetings', 'namings']).default('meetings'),
      ...days,
      side: z.string().optional().openapi({ description: 'Party that must have a hand in it' }),
    }),
  },
  responses: {
    200: json(network, 'Persons and bodies with the meetings they were at, or with whom their statements name'),
    400: badRequest,
    404: notFound,
  },
})

export function addNetworkRoutes(api: OpenAPIHono, shelf: Shelf): void {
  const noDossier = (id: string) => ({ message: `this record has no dossier '${id}'` })
  api.openapi(placesRoute, async c => {
    const { dossier: id } = c.req.valid('param')
    const dossier = dossierOf(shelf, id)
    if (dossier === null) return c.json(noDossier(id), 404)
    return c.json(await listPlaces(shelf, dossier, c.req.valid('query')), 200)
  })
  api.openapi(networkRoute, async c => {
    const { dossier: id } = c.req.valid('param')
    const dossier = dossierOf(shelf, id)
    if (dossier === null) return c.json(noDossier(id), 404)
    return c.json(await networkOf(shelf, dossier, c.req.valid('query')), 200)
  })
}
