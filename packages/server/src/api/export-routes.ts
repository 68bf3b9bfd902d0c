/** Items in bulk, for other programs: the formats of `parley export`, as they are written. */
import { Readable } from 'node:stream'
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import {
  asFile,
  EXPORT_FORMATS,
  EXPORT_TABLES,
  type ExportFormat,
  type ExportTable,
  exportRecord,
  toFilter,
} from '@parley/service'
import { HTTPException } from 'hono/http-exception'
import type { Shelf } from '../shelf/shelf.ts'
import { badRequest, json } from './route-parts.ts'
import { day, problem, z } from './schemas.ts'

/** Type and ending of the file. */
const FILES: Readonly<Record<ExportFormat, readonly [type: string, ending: string]>> = {
  csv: ['text/csv; charset=utf-8', 'csv'],
  xlsx: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
  jsonl: ['application/jsonl; charset=utf-8', 'jsonl'],
  followthemoney: ['application/jsonl; charset=utf-8', 'ftm.jsonl'],
  plover: ['text/tab-separated-values; charset=utf-8', 'tsv'],
  'web-annotation': ['application/jsonl; charset=utf-8', 'annotations.jsonl'],
  ics: ['text/calendar; charset=utf-8', 'ics'],
  geojson: ['application/geo+json; charset=utf-8', 'geojson'],
}

const TABLES = Object.keys(EXPORT_TABLES) as [ExportTable, ...ExportTable[]]
/** Exports written at a time: each reads through the whole record. */
const AT_A_TIME = 2
const word = z.string().max(300).optional()

const exportRoute = createRoute({
  method: 'get',
  path: '/export',
  request: {
    query: z.object({
      format: z.enum(EXPORT_FORMATS),
      what: z.enum(TABLES).default('quotations').openapi({ description: 'The items of csv, xlsx and jsonl' }),
      q: z.string().max(500).optional(),
      by: word,
      about: word,
      type: word.openapi({ description: 'Events of this PLOVER type' }),
      stipulation: word.openapi({ description: 'Claims on this one' }),
      from: day.optional(),
      until: day.optional(),
      language: word,
      source: word,
    }),
  },
  responses: {
    200: { description: 'The file, as it is written', content: { 'application/octet-stream': { schema: z.string() } } },
    400: badRequest,
    422: json(problem, 'More than the format holds'),
    503: json(problem, 'Others are being written'),
  },
})

export function addExportRoutes(api: OpenAPIHono, { name, record, kit }: Shelf, now: () => string): void {
  let running = 0
  api.openapi(exportRoute, async c => {
    const { format, what, q, by, type, stipulation, about, ...common } = c.req.valid('query')
    if (running >= AT_A_TIME) throw new HTTPException(503, { message: 'other exports are being written: come again' })
    const items = exportRecord(
      format,
      what,
      {
        record,
        filter: toFilter(without({ ...common, by, about, words: q }), kit),
        events: without({ ...common, type, actor: by }),
        claims: without({ ...common, stipulation }),
        dossiers: kit.dossiers,
      },
      now(),
    )
    const pieces = asFile(format, items)
    c.set('about', isTable(format) ? `${format} of ${what}` : format)
    if (c.req.method === 'HEAD') return c.body(null, 200) as never
    running++
    // The first piece before the first word of the answer: what cannot be written is told as such.
    const first = await pieces.next().catch((error: unknown) => {
      running--
      throw error instanceof RangeError ? new HTTPException(422, { message: error.message }) : error
    })
    const file = Readable.from(joined(first, pieces))
    // However it ends: whoever asked may go away half-way.
    file.once('close', () => {
      running--
      void pieces.return(undefined)
    })
    const [contentType, ending] = FILES[format]
    const stem = isTable(format) ? `${name}-${what}` : name
    return c.body(Readable.toWeb(file) as ReadableStream, 200, {
      'content-type': contentType,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${stem}.${ending}`)}`,
      'cache-control': 'no-store',
    }) as never
  })
}

function isTable(format: ExportFormat): boolean {
  return format === 'csv' || format === 'xlsx' || format === 'jsonl'
}

async function* joined(
  first: IteratorResult<string | Uint8Array>,
  rest: AsyncGenerator<string | Uint8Array>,
): AsyncGenerator<Uint8Array> {
  if (first.done) return
  yield bytesOf(first.value)
  for await (const piece of rest) yield bytesOf(piece)
}

function bytesOf(piece: string | Uint8Array): Uint8Array {
  return typeof piece === 'string' ? Buffer.from(piece) : piece
}

/** Without the names that were not asked with. */
function without<T extends object>(asked: T): { [Name in keyof T]?: Exclude<T[Name], undefined> } {
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)) as never
}
