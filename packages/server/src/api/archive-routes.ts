/** Routes of what was archived: the bytes a source was taken from, and the page in them. */
import { Readable } from 'node:stream'
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { archivedOf, archivedPage } from '@parley/service'
import type { Shelf } from '../shelf/shelf.ts'
import { json, notFound } from './route-parts.ts'
import { z } from './schemas.ts'

const params = z.object({ source: z.string().openapi({ param: { name: 'source', in: 'path' } }) })

const bytesRoute = createRoute({
  method: 'get',
  path: '/sources/{source}/archive',
  request: { params },
  responses: {
    200: {
      description: 'The bytes as they came, to be kept, not shown',
      content: { 'application/octet-stream': { schema: z.string() } },
    },
    404: notFound,
  },
})

const pageRoute = createRoute({
  method: 'get',
  path: '/sources/{source}/page',
  request: { params },
  responses: {
    200: json(
      z.object({ html: z.string() }).openapi('ArchivedPage'),
      'The archived page, decoded and not cleaned: for a frame without scripts, behind a sanitiser',
    ),
    404: notFound,
  },
})

export function addArchiveRoutes(api: OpenAPIHono, { record }: Shelf): void {
  const nothing = (id: string, what: string) => ({ message: `this record has no ${what} of a source '${id}'` })

  api.openapi(bytesRoute, async c => {
    const { source } = c.req.valid('param')
    const archived = await archivedOf(record, source)
    if (archived === null) return c.json(nothing(source, 'archived bytes'), 404)
    c.set('about', archived.sha256)
    // Never a type that a browser would show.
    return c.body(Readable.toWeb(Readable.from(record.archive.read(archived.sha256))) as ReadableStream, 200, {
      'content-type': 'application/octet-stream',
      'content-length': String(archived.length),
      'content-disposition': `attachment; filename="${archived.sha256}"`,
      'cache-control': 'private, no-store',
    }) as never
  })
  api.openapi(pageRoute, async c => {
    const { source } = c.req.valid('param')
    const archived = await archivedOf(record, source)
    const html = archived?.isPage === true ? await archivedPage(record, archived.sha256) : null
    return html === null ? c.json(nothing(source, 'archived page'), 404) : c.json({ html }, 200)
  })
}
