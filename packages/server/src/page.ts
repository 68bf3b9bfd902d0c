/** The page's files, as the build left them. Names with a hash are kept for good; every other address of the page is its one document. */
import { createReadStream, existsSync, statSync } from 'node:fs'
import { extname, join, resolve, sep } from 'node:path'
import { Readable } from 'node:stream'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.gz': 'application/gzip',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** Addresses whose file is missing are a mistake, not a view. */
const FILES = ['/assets/', '/packs/']

export function addPage(app: OpenAPIHono, folder: string): void {
  const root = resolve(folder)
  app.get('*', c => {
    const { path } = c.req
    const file = fileAt(root, path)
    if (file !== null) {
      const isHashed = path.startsWith('/assets/')
      return send(c, file, isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    }
    if (FILES.some(start => path.startsWith(start))) return c.text(`there is no ${path}`, 404)
    const document = fileAt(root, '/index.html')
    return document === null
      ? c.text('the page has not been built: run `npm run prepare`', 503)
      : send(c, document, 'no-cache')
  })
}

/** The file of an address, or null; never one outside the folder. */
function fileAt(root: string, path: string): string | null {
  let name: string
  try {
    name = decodeURIComponent(path)
  } catch {
    return null
  }
  const file = resolve(join(root, name))
  if (name.includes('\0') || !file.startsWith(root + sep) || !existsSync(file) || !statSync(file).isFile()) return null
  return file
}

function send(c: Context, file: string, cache: string): Response {
  const stream = Readable.toWeb(createReadStream(file)) as ReadableStream
  return c.body(stream, 200, {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'content-length': String(statSync(file).size),
    'cache-control': cache,
  })
}
