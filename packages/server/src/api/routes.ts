/** The API, version 1: each route with what it takes and answers, as OpenAPI publishes it. */
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { claimPoints } from '@parley/service'
import { claimsOf } from '../shelf/claims.ts'
import { listPeople, readPerson } from '../shelf/people.ts'
import { recordFacts as findRecordFacts } from '../shelf/record.ts'
import { dossierOf, type Shelf } from '../shelf/shelf.ts'
import { listSources, readSource } from '../shelf/sources.ts'
import { listSpeakers } from '../shelf/speakers.ts'
import { addEventRoutes } from './event-routes.ts'
import { addImportRoutes, type Importing } from './import-routes.ts'
import { addNetworkRoutes } from './network-routes.ts'
import { addReviewRoutes } from './review-routes.ts'
import { badRequest, json, notFound, place } from './route-parts.ts'
import {
  claim,
  claimPoint,
  day,
  dossierFacts,
  paged,
  personFacts,
  personItem,
  recordFacts,
  source,
  sourceItem,
  speakers,
  z,
} from './schemas.ts'
import { addStatementRoutes } from './statement-routes.ts'

const dossierId = z.object({ dossier: z.string().openapi({ param: { name: 'dossier', in: 'path' } }) })

const recordRoute = createRoute({
  method: 'get',
  path: '/record',
  responses: { 200: json(recordFacts, 'What the record holds') },
})

const dossierRoute = createRoute({
  method: 'get',
  path: '/dossiers/{dossier}',
  request: { params: dossierId },
  responses: { 200: json(dossierFacts, 'Parties, bodies and agreements'), 404: notFound },
})

const claimPointsRoute = createRoute({
  method: 'get',
  path: '/dossiers/{dossier}/claim-points',
  request: { params: dossierId, query: z.object({ agreement: z.string().optional() }) },
  responses: {
    200: json(z.array(claimPoint), 'All claims on an agreement, as points of its matrix'),
    400: badRequest,
    404: notFound,
  },
})

const claimsRoute = createRoute({
  method: 'get',
  path: '/dossiers/{dossier}/claims',
  request: {
    params: dossierId,
    query: z.object({
      stipulation: z.string(),
      voice: z.string().optional().openapi({ description: 'Party, body, `press`, or `other`; absent: all' }),
      from: day.optional(),
      until: day.optional(),
      after: place,
    }),
  },
  responses: {
    200: json(paged(claim), 'Claims of one voice on one stipulation, newest first'),
    400: badRequest,
    404: notFound,
  },
})

const peopleRoute = createRoute({
  method: 'get',
  path: '/dossiers/{dossier}/people',
  request: { params: dossierId },
  responses: { 200: json(z.array(personItem), 'Persons, bodies and parties, each with its roles'), 404: notFound },
})

const personRoute = createRoute({
  method: 'get',
  path: '/dossiers/{dossier}/people/{ref}',
  request: { params: dossierId.extend({ ref: z.string().openapi({ param: { name: 'ref', in: 'path' } }) }) },
  responses: { 200: json(personFacts, 'One of them, and what they said on what'), 404: notFound },
})

const speakersRoute = createRoute({
  method: 'get',
  path: '/speakers',
  responses: { 200: json(speakers, 'Who speaks in the reports and is in no dossier, the most quoted first') },
})

const sourcesRoute = createRoute({
  method: 'get',
  path: '/sources',
  request: { query: z.object({ q: z.string().optional(), after: place }) },
  responses: { 200: json(paged(sourceItem), 'Reports, newest first'), 400: badRequest },
})

const sourceRoute = createRoute({
  method: 'get',
  path: '/sources/{source}',
  request: { params: z.object({ source: z.string().openapi({ param: { name: 'source', in: 'path' } }) }) },
  responses: { 200: json(source, 'A report with its analysis'), 404: notFound },
})

export function addRoutes(api: OpenAPIHono, shelf: Shelf, now: () => string, importing: Importing | null): void {
  addReviewRoutes(api, shelf, now)
  addImportRoutes(api, shelf, importing)
  addNetworkRoutes(api, shelf)
  addStatementRoutes(api, shelf)
  addEventRoutes(api, shelf)
  const noDossier = (id: string) => ({ message: `this record has no dossier '${id}'` })

  api.openapi(recordRoute, async c => c.json(await findRecordFacts(shelf), 200))
  api.openapi(dossierRoute, c => {
    const { dossier: id } = c.req.valid('param')
    const dossier = dossierOf(shelf, id)
    if (dossier === null) return c.json(noDossier(id), 404)
    const { titles, parties, bodies, agreements } = dossier
    return c.json({ id, titles, parties: [...parties], bodies: [...bodies], agreements: [...agreements] } as never, 200)
  })
  api.openapi(claimPointsRoute, async c => {
    const { dossier: id } = c.req.valid('param')
    const dossier = dossierOf(shelf, id)
    if (dossier === null) return c.json(noDossier(id), 404)
    return c.json(await claimPoints(shelf.record, dossier, c.req.valid('query').agreement ?? null), 200)
  })
  api.openapi(claimsRoute, async c => {
    const { dossier: id } = c.req.valid('param')
    const dossier = dossierOf(shelf, id)
    if (dossier === null) return c.json(noDossier(id), 404)
    const { stipulation, voice, from, until, after } = c.req.valid('query')
    const question = {
      stipulation,
      voice: voice ?? null,
      from: from ?? null,
      until: until ?? null,
      after: after ?? null,
    }
    return c.json((await claimsOf(shelf, dossier, question)) as never, 200)
  })
  api.openapi(peopleRoute, async c => {
    const { dossier: id } = c.req.valid('param')
    const dossier = dossierOf(shelf, id)
    if (dossier === null) return c.json(noDossier(id), 404)
    return c.json(await listPeople(shelf, dossier), 200)
  })
  api.openapi(personRoute, async c => {
    const { dossier: id, ref } = c.req.valid('param')
    const dossier = dossierOf(shelf, id)
    if (dossier === null) return c.json(noDossier(id), 404)
    const found = await readPerson(shelf, dossier, ref)
    return found === null
      ? c.json({ message: `dossier '${id}' knows no person, body or party '${ref}'` }, 404)
      : c.json(found, 200)
  })
  api.openapi(speakersRoute, async c => c.json(await listSpeakers(shelf), 200))
  api.openapi(sourcesRoute, async c => {
    const { q, after } = c.req.valid('query')
    return c.json((await listSources(shelf, { about: q ?? '', after: after ?? null })) as never, 200)
  })
  api.openapi(sourceRoute, async c => {
    const { source: id } = c.req.valid('param')
    const found = await readSource(shelf, id)
    return found === null
      ? c.json({ message: `this record has no reading of a source '${id}'` }, 404)
      : c.json(found as never, 200)
  })
}
