/** Routes of adding: sending files, texts and addresses; how far an import is, as it goes; ending it, going on with it, taking it back; feeds. */

import { writeFile } from 'node:fs/promises'
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { currentUser, forgetFeed, listFeeds } from '@parley/record'
import { ENDINGS, type NamedFile } from '@parley/service/record'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { streamSSE } from 'hono/streaming'
import { authorOf } from '../access/visitor.ts'
import { ImportRefused, type ImportRunner, type Running } from '../imports/import-runner.ts'
import type { OrderMade } from '../imports/order.ts'
import { receiveFiles, type UploadLimits, UploadRefused } from '../imports/receive-files.ts'
import type { Draft } from '../imports/spool.ts'
import { failuresOfImport, type RecordedImport, recordedImport, recordedImports } from '../shelf/imports.ts'
import type { Shelf } from '../shelf/shelf.ts'
import { sourcesOfImport } from '../shelf/sources.ts'
import {
  feed,
  feedForgotten,
  type ImportItem,
  type ImportMade,
  importBegun,
  importFailure,
  importItem,
  importMade,
  rollingBack,
  uploadFields,
  uploadLimits,
} from './import-schemas.ts'
import { badRequest, json, notFound } from './route-parts.ts'
import { paged, problem, sourceItem, z } from './schemas.ts'

export interface Importing {
  readonly runner: ImportRunner
  readonly limits: UploadLimits
}

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

const listRoute = createRoute({
  method: 'get',
  path: '/imports',
  request: { query: z.object({ before: z.string().max(40).optional() }) },
  responses: { 200: json(paged(importItem), 'Imports, the last first'), 400: badRequest, 404: nowhere },
})

const limitsRoute = createRoute({
  method: 'get',
  path: '/imports/limits',
  responses: { 200: json(uploadLimits, 'What an upload may have'), 404: nowhere },
})

const makeRoute = createRoute({
  method: 'post',
  path: '/imports',
  request: { body: body(importMade) },
  responses: { 202: begun, 400: badRequest, 404: nowhere, 409: refused },
})

const uploadRoute = createRoute({
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

const importRoute = createRoute({
  method: 'get',
  path: '/imports/{id}',
  request: one,
  responses: { 200: json(importItem, 'One import'), 404: nowhere },
})

const eventsRoute = createRoute({
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

const documentsRoute = createRoute({
  method: 'get',
  path: '/imports/{id}/sources',
  request: { ...one, query: z.object({ after: z.coerce.number().int().min(0).default(0) }) },
  responses: { 200: json(paged(sourceItem), 'What came by it, in the order it came'), 400: badRequest, 404: nowhere },
})

const failuresRoute = createRoute({
  method: 'get',
  path: '/imports/{id}/failures',
  request: one,
  responses: { 200: json(z.array(importFailure), 'What failed, and why'), 404: nowhere },
})

const cancelRoute = createRoute({
  method: 'post',
  path: '/imports/{id}/cancel',
  request: { ...one, body: body(z.object({})) },
  responses: { 202: begun, 404: nowhere, 409: refused },
})

const resumeRoute = createRoute({
  method: 'post',
  path: '/imports/{id}/resume',
  request: { ...one, body: body(z.object({})) },
  responses: { 202: begun, 404: nowhere, 409: refused },
})

const rollBackRoute = createRoute({
  method: 'post',
  path: '/imports/{id}/rollback',
  request: { ...one, body: body(rollingBack) },
  responses: { 202: begun, 400: badRequest, 404: nowhere, 409: refused },
})

const feedsRoute = createRoute({
  method: 'get',
  path: '/feeds',
  responses: { 200: json(z.array(feed), 'Feeds that the record polls'), 404: nowhere },
})

const forgetRoute = createRoute({
  method: 'post',
  path: '/feeds/forget',
  request: { body: body(feedForgotten) },
  responses: { 200: json(z.object({}), 'It is polled no more'), 404: notFound },
})

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
    return answer as never
  })
  api.openapi(documentsRoute, async c => {
    const { id } = await found(c)
    return c.json((await sourcesOfImport(shelf, id, c.req.valid('query').after)) as never, 200)
  })
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

/** Milliseconds until a browser that lost the line asks again. */
const RETRY = 1500
const NAMES = 5

function orNone(importing: Importing | null) {
  const given = (): Importing => {
    if (importing === null) throw new HTTPException(404, { message: 'this server takes nothing in' })
    return importing
  }
  return { runner: () => given().runner, limits: () => given().limits }
}

/** Begins what a draft was filled for; a draft that comes to nothing goes. */
async function submit(runner: ImportRunner, make: (draft: Draft) => Promise<OrderMade>): Promise<{ id: string }> {
  const draft = await runner.draft()
  try {
    const order = await make(draft)
    return { id: await inState(() => runner.submit(draft, order)) }
  } catch (error) {
    await runner.drop(draft)
    if (error instanceof UploadRefused) {
      const message = error.message
      // A body that is not read to its end: the connection cannot be used again.
      throw new HTTPException(error.status, { message })
    }
    throw error
  }
}

/** What cannot be done now is an answer; anything else is thrown on. */
async function inState<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    if (error instanceof ImportRefused) throw new HTTPException(409, { message: error.message })
    throw error
  }
}

async function orderOf(asked: ImportMade, by: string, draft: Draft): Promise<OrderMade> {
  const language = asked.language ?? null
  if (asked.kind === 'feeds') return { kind: 'feeds', by, inputs: [], language, keepFeeds: true }
  if (asked.kind === 'addresses') {
    const { addresses, watch } = asked
    return { kind: 'addresses', by, inputs: [...new Set(addresses)], language, keepFeeds: watch }
  }
  return { kind: 'text', by, inputs: [await writeText(asked, draft)], language, keepFeeds: false }
}

/** A pasted text with what is known of it is a document as JSON, one of the forms that are read. */
async function writeText(asked: Extract<ImportMade, { kind: 'text' }>, draft: Draft): Promise<NamedFile> {
  const { text, title, publisher, published, url, language } = asked
  const name = title ?? firstWords(text)
  const path = draft.fileAt(0)
  const document = { id: name, text, title, publisher, published, url, language }
  await writeFile(path, JSON.stringify(document), { mode: 0o600 })
  return { name, path, kind: 'json' }
}

function firstWords(text: string): string {
  const line = text.trim().split('\n', 1)[0].replace(/\s+/g, ' ')
  return line.length <= FIRST ? line : `${line.slice(0, line.lastIndexOf(' ', FIRST) + 1 || FIRST).trim()} …`
}

const FIRST = 80

async function itemOf(row: RecordedImport, runner: ImportRunner): Promise<ImportItem> {
  const { id, at, by, names, withdrawn, documents, unread } = row
  const running = await runner.stateOf(id)
  const inputs = { inputs: names.length, names: names.slice(0, NAMES) }
  const state = withdrawn === null ? (running?.state ?? 'done') : 'withdrawn'
  return { id, at, by, ...inputs, documents, unread, ...progressOf(running, row), state }
}

function progressOf(
  running: Running | null,
  row: RecordedImport,
): Omit<Running, 'state' | 'known' | 'added'> & Pick<ImportItem, 'known' | 'added'> {
  if (running !== null) return { ...running, failed: Math.max(running.failed, row.failed) }
  return {
    kind: null,
    stage: null,
    done: row.names.length,
    left: 0,
    rate: null,
    remaining: null,
    item: null,
    known: null,
    added: null,
    failed: row.failed,
    began: null,
    ended: null,
    reason: null,
  }
}
