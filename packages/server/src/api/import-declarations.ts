/** The routes of adding as they are published: what each takes and answers. */

import { createRoute } from '@hono/zod-openapi'
import {
  feed,
  feedForgotten,
  importBegun,
  importFailure,
  importItem,
  importMade,
  importNotice,
  rollingBack,
  uploadLimits,
} from './import-schemas.ts'
import { badRequest, json, notFound } from './route-parts.ts'
import { paged, problem, sourceItem, z } from './schemas.ts'

const refused = json(problem, 'Not in the state that it is in')
const tooLarge = json(problem, 'More than an upload may have')
const nowhere = json(problem, 'There is no such import, or this server takes nothing in')
const begun = json(importBegun, 'It waits for those before it')
const one = {
  params: z.object({
    id: z
      .string()
      .max(40)
      .openapi({ param: { name: 'id', in: 'path' } }),
  }),
}
const body = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true,
  content: { 'application/json': { schema } },
})

export const listRoute = createRoute({
  method: 'get',
  path: '/imports',
  request: { query: z.object({ before: z.string().max(40).optional() }) },
  responses: { 200: json(paged(importItem), 'Imports, the last first'), 400: badRequest, 404: nowhere },
})

export const limitsRoute = createRoute({
  method: 'get',
  path: '/imports/limits',
  responses: { 200: json(uploadLimits, 'What an upload may have'), 404: nowhere },
})

export const makeRoute = createRoute({
  method: 'post',
  path: '/imports',
  request: { body: body(importMade) },
  responses: { 202: begun, 400: badRequest, 404: nowhere, 409: refused },
})

export const uploadRoute = createRoute({
  method: 'post',
  path: '/imports/files',
  request: {
    body: {
      required: true,
      // Not a schema that is checked: the form is read as it streams in.
      content: { 'multipart/form-data': { schema: { type: 'object' as const } } },
      description: 'Files in parts with a file name each, which may be a path; fields `by`, `language`, `watch`',
    },
  },
  responses: { 202: begun, 400: badRequest, 404: nowhere, 409: refused, 413: tooLarge, 503: tooLarge },
})

export const importRoute = createRoute({
  method: 'get',
  path: '/imports/{id}',
  request: one,
  responses: { 200: json(importItem, 'One import'), 404: nowhere },
})

export const eventsRoute = createRoute({
  method: 'get',
  path: '/imports/{id}/events',
  request: one,
  responses: {
    200: {
      description: 'Server-sent events: `state` with the import, `failure`, `notice`; Last-Event-ID is taken',
      content: { 'text/event-stream': { schema: z.string() } },
    },
    204: { description: 'Nothing more will come' },
    404: nowhere,
  },
})

export const documentsRoute = createRoute({
  method: 'get',
  path: '/imports/{id}/sources',
  request: { ...one, query: z.object({ after: z.coerce.number().int().min(0).default(0) }) },
  responses: { 200: json(paged(sourceItem), 'What came by it, in the order it came'), 400: badRequest, 404: nowhere },
})

export const failuresRoute = createRoute({
  method: 'get',
  path: '/imports/{id}/failures',
  request: one,
  responses: { 200: json(z.array(importFailure), 'What failed, and why'), 404: nowhere },
})

export const noticesRoute = createRoute({
  method: 'get',
  path: '/imports/{id}/notices',
  request: one,
  responses: { 200: json(z.array(importNotice), 'What there is to know of inputs that came in'), 404: nowhere },
})

export const cancelRoute = createRoute({
  method: 'post',
  path: '/imports/{id}/cancel',
  request: { ...one, body: body(z.object({})) },
  responses: { 202: begun, 404: nowhere, 409: refused },
})

export const resumeRoute = createRoute({
  method: 'post',
  path: '/imports/{id}/resume',
  request: { ...one, body: body(z.object({})) },
  responses: { 202: begun, 404: nowhere, 409: refused },
})

export const rollBackRoute = createRoute({
  method: 'post',
  path: '/imports/{id}/rollback',
  request: { ...one, body: body(rollingBack) },
  responses: { 202: begun, 400: badRequest, 404: nowhere, 409: refused },
})

export const feedsRoute = createRoute({
  method: 'get',
  path: '/feeds',
  responses: { 200: json(z.array(feed), 'Feeds that the record polls'), 404: nowhere },
})

export const forgetRoute = createRoute({
  method: 'post',
  path: '/feeds/forget',
  request: { body: body(feedForgotten) },
  responses: { 200: json(z.object({}), 'It is polled no more'), 404: notFound },
})
