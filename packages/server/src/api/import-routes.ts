/** Adding, as it is done: sending files, texts and addresses; how far an import is, as it goes; ending it, going on with it, taking it back; feeds. */

import type { OpenAPIHono } from '@hono/zod-openapi'
import { currentUser, forgetFeed, listFeeds } from '@parley/record'
import { ENDINGS } from '@parley/service/record'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { streamSSE } from 'hono/streaming'
import { authorOf } from '../access/visitor.ts'
import type { ImportRunner } from '../imports/import-runner.ts'
import type { OrderMade } from '../imports/order.ts'
import { receiveFiles, type UploadLimits, UploadRefused } from '../imports/receive-files.ts'
import type { Draft } from '../imports/spool.ts'
import {
  failuresOfImport,
  noticesOfImport,
  type RecordedImport,
  recordedImport,
  recordedImports,
} from '../shelf/imports.ts'
import type { Shelf } from '../shelf/shelf.ts'
import { sourcesOfImport } from '../shelf/sources.ts'
import {
  cancelRoute,
  documentsRoute,
  eventsRoute,
  failuresRoute,
  feedsRoute,
  forgetRoute,
  importRoute,
  limitsRoute,
  listRoute,
  makeRoute,
  noticesRoute,
  resumeRoute,
  rollBackRoute,
  uploadRoute,
} from './import-declarations.ts'
import { itemOf } from './import-items.ts'
import { inState, orderOf, submit } from './import-orders.ts'
import { uploadFields } from './import-schemas.ts'

type Followed = NonNullable<ReturnType<ImportRunner['follow']>>

export interface Importing {
  readonly runner: ImportRunner
  readonly limits: UploadLimits
}

/** `importing`: null where the server takes nothing in. */
export function addImportRoutes(api: OpenAPIHono, shelf: Shelf, importing: Importing | null): void {
  const { runner, limits } = orNone(importing)

  api.openapi(listRoute, async c => {
    const { before } = c.req.valid('query')
    const { items, next } = await recordedImports(shelf, before ?? null)
    const known = runner()
    return c.json({ items: await Promise.all(items.map(item => itemOf(item, known))), next }, 200)
  })
  api.openapi(limitsRoute, c => c.json({ ...limits(), endings: [...ENDINGS] }, 200))
  api.openapi(makeRoute, async c => {
    const asked = c.req.valid('json')
    const by = authorOf(c, asked.by ?? currentUser())
    return begin(c, draft => orderOf(asked, by, draft))
  })
  api.openapi(uploadRoute, async c => {
    const make = async (draft: Draft): Promise<OrderMade> => {
      const { files, fields } = await receiveFiles(c.req.raw, draft, limits())
      const read = uploadFields.safeParse(fields)
      if (!read.success)
        throw new UploadRefused(400, `${read.error.issues[0].path.join('.')}: ${read.error.issues[0].message}`)
      const { by = currentUser(), language = null, watch } = read.data
      return { kind: 'files', by: authorOf(c, by), inputs: files, language, keepFeeds: watch === 'true' }
    }
    return begin(c, make)
  })
  api.openapi(importRoute, async c => c.json(await itemOf(await found(c), runner()), 200))
  api.openapi(eventsRoute, async c => {
    const { id } = await found(c)
    const gone = new AbortController()
    const events = runner().follow(id, c.req.header('last-event-id') ?? null, gone.signal)
    if (events === null) return c.body(null, 204)
    return streamed(c, events, gone) as never
  })
  api.openapi(documentsRoute, async c => {
    const { id } = await found(c)
    return c.json((await sourcesOfImport(shelf, id, c.req.valid('query').after)) as never, 200)
  })
  api.openapi(noticesRoute, async c => c.json(await noticesOfImport(shelf, (await found(c)).id), 200))
  api.openapi(failuresRoute, async c => c.json(await failuresOfImport(shelf, (await found(c)).id), 200))
  api.openapi(cancelRoute, async c => {
    const { id } = await found(c)
    await inState(() => runner().cancel(id))
    return c.json({ id }, 202)
  })
  api.openapi(resumeRoute, async c => {
    const { id } = await found(c)
    await inState(() => runner().resume(id))
    return c.json({ id }, 202)
  })
  api.openapi(rollBackRoute, async c => {
    const { id, withdrawn } = await found(c)
    const { by, why, confirm } = c.req.valid('json')
    if (confirm !== id) return c.json({ message: 'confirm: the id of the import is to stand here once more' }, 400)
    if (withdrawn !== null) return c.json({ message: `import ${id} was rolled back on ${withdrawn.slice(0, 10)}` }, 409)
    const author = authorOf(c, by ?? currentUser())
    await inState(() => runner().rollBack(id, author, why))
    return c.json({ id }, 202)
  })
  api.openapi(feedsRoute, async c => {
    runner()
    const feeds = await listFeeds(shelf.record.db)
    return c.json(
      feeds.map(({ url, title, checked }) => ({ url, title, checked })),
      200,
    )
  })
  api.openapi(forgetRoute, async c => {
    runner()
    const { url } = c.req.valid('json')
    c.set('about', url)
    return (await forgetFeed(shelf.record, url))
      ? c.json({}, 200)
      : c.json({ message: `no feed ${url} is polled` }, 404)
  })

  async function begin(c: Context, make: (draft: Draft) => Promise<OrderMade>) {
    const made = await submit(runner(), make)
    c.set('about', made.id)
    return c.json(made, 202)
  }

  async function found(c: Context): Promise<RecordedImport> {
    runner()
    const id = c.req.param('id') ?? ''
    const row = await recordedImport(shelf, id)
    if (row === null) throw new HTTPException(404, { message: `this record has no import '${id}'` })
    c.set('about', id)
    return row
  }
}

/** Server-sent events as they come; null among them: nothing has, the line is kept open. `gone` is told when nobody listens any more. */
function streamed(c: Context, events: Followed, gone: AbortController): Response {
  const answer = streamSSE(c, async stream => {
    stream.onAbort(() => gone.abort())
    await stream.write(`retry: ${RETRY}\n\n`)
    for await (const event of events) {
      if (event === null) await stream.write(': still here\n\n')
      else await stream.writeSSE({ ...event, data: JSON.stringify(event.data) })
    }
  })
  // Its own header lets what is between keep a copy.
  answer.headers.set('cache-control', 'no-store')
  return answer
}

/** Milliseconds until a browser that lost the line asks again. */
const RETRY = 1500

function orNone(importing: Importing | null) {
  const given = (): Importing => {
    if (importing === null) throw new HTTPException(404, { message: 'this server takes nothing in' })
    return importing
  }
  return { runner: () => given().runner, limits: () => given().limits }
}
