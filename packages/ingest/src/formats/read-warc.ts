/**
 * A web archive (WARC, ISO 28500, plain or gzip) -> the pages in it, one at a time. Our own reader: of the kept libraries the one for WARC goes round for ever
 * on a damaged length.
 */
import { PassThrough, pipeline, Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from 'node:zlib'
import { ByteReader } from '../bytes/byte-reader.ts'
import { because } from '../reasons.ts'

export interface WarcPage {
  readonly url: string
  /** From 1: which record of the file. */
  readonly record: number
  /** As the server said, in lower case, without parameters; '' where it said nothing. */
  readonly mediaType: string
  readonly bytes: Uint8Array | null
  /** Why there are no bytes, or null. */
  readonly reason: string | null
}

/** The file is no web archive, or ends in the middle of a record. */
class WarcError extends Error {}

const KINDS = /^(?:text\/html|application\/xhtml\+xml|text\/plain|application\/pdf)$/
/** Bytes of one line of a head, and lines of one head. */
const LINE = 1 << 16
const LINES = 1000

/** Responses and resources that are pages, texts or PDFs; the rest (pictures, requests, failed fetches) is passed over. `limit`: bytes of one page. */
export async function* readWarc(chunks: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<WarcPage> {
  const reader = new ByteReader(await unzipped(chunks))
  for (let record = 1; ; record++) {
    const version = await firstLine(reader)
    if (version === null) return
    if (!/^WARC\/\d/.test(version)) throw new WarcError(`record ${record} does not begin with WARC/`)
    const headers = await readHeaders(reader)
    const length = Number(headers.get('content-length'))
    if (!Number.isSafeInteger(length) || length < 0) throw new WarcError(`record ${record} has no length`)
    const type = headers.get('warc-type')
    const url = (headers.get('warc-target-uri') ?? '').replace(/^<|>$/g, '')
    if (type !== 'response' && type !== 'resource') await reader.skip(length)
    else if (length > limit) {
      await reader.skip(length)
      yield { url, record, mediaType: '', bytes: null, reason: because('warcPartLong') }
    } else {
      const content = await reader.take(length)
      if (content.length < length) throw new WarcError(`record ${record} is cut short`)
      const page = await pageOf(content, type === 'response' ? null : (headers.get('content-type') ?? ''), limit)
      if (page !== null) yield { url, record, ...page }
    }
  }
}

/** The line that opens a record, after the empty lines that end the one before; null at the end. */
async function firstLine(reader: ByteReader): Promise<string | null> {
  for (let empty = 0; empty < LINES; empty++) {
    const line = await reader.line(LINE)
    if (line === null || line.trim() !== '') return line
  }
  throw new WarcError('nothing but empty lines')
}

/** Names in lower case; the first of several values. */
async function readHeaders(reader: ByteReader): Promise<Map<string, string>> {
  const headers = new Map<string, string>()
  for (let lines = 0; lines < LINES; lines++) {
    const line = await reader.line(LINE)
    if (line === null || line.trim() === '') return headers
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).trim().toLowerCase()
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim())
  }
  throw new WarcError('a head that does not end')
}

/** `type`: of a resource, which is the body itself; null: a response with a head of its own. null: not a page, or one that was not found. */
async function pageOf(
  content: Uint8Array,
  type: string | null,
  limit: number,
): Promise<Pick<WarcPage, 'mediaType' | 'bytes' | 'reason'> | null> {
  const reader = new ByteReader(Readable.from([content]))
  let declared = type ?? ''
  let encoding = ''
  let isChunked = false
  if (type === null) {
    const status = await reader.line(LINE)
    if (status === null || !/^HTTP\/\S+ 200\b/.test(status)) return null
    const headers = await readHeaders(reader)
    declared = headers.get('content-type') ?? ''
    encoding = headers.get('content-encoding') ?? ''
    isChunked = /chunked/i.test(headers.get('transfer-encoding') ?? '')
  }
  const mediaType = declared.split(';', 1)[0].trim().toLowerCase()
  if (!KINDS.test(mediaType)) return null
  try {
    const rest = await reader.take(content.length)
    const body = isChunked ? await unchunked(rest) : rest
    return { mediaType, bytes: await decoded(body, encoding, limit), reason: null }
  } catch (error) {
    return {
      mediaType,
      bytes: null,
      reason: because('warcPartBroken', { detail: (error as Error).message }),
    }
  }
}

/** Archiving programs often take the chunks apart and leave the header: what does not begin with a length is taken as it is. */
async function unchunked(bytes: Uint8Array): Promise<Uint8Array> {
  const reader = new ByteReader(Readable.from([bytes]))
  const pieces: Uint8Array[] = []
  for (;;) {
    const line = await reader.line(LINE)
    const size = /^([0-9a-f]{1,7})\s*(?:;.*)?$/i.exec(line?.trim() ?? '')
    if (size === null) return pieces.length === 0 ? bytes : Buffer.concat(pieces)
    const piece = await reader.take(Number.parseInt(size[1], 16))
    if (piece.length === 0) return Buffer.concat(pieces)
    pieces.push(piece)
    await reader.line(2)
  }
}

const DECODERS = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
  zstd: createZstdDecompress,
}

async function decoded(bytes: Uint8Array, encoding: string, limit: number): Promise<Uint8Array> {
  const make = DECODERS[encoding.trim().toLowerCase() as keyof typeof DECODERS]
  if (make === undefined || (make === createGunzip && bytes[0] !== 0x1f)) return bytes
  const plain = make()
  pipeline(Readable.from([bytes]), plain, () => {})
  const body = await new ByteReader(plain).take(limit + 1)
  if (body.length > limit) throw new WarcError('longer than a document may be')
  return body
}

/** Several gzip members behind each other are one stream of bytes. */
async function unzipped(chunks: AsyncIterable<Uint8Array>): Promise<AsyncIterable<Uint8Array>> {
  const source = chunks[Symbol.asyncIterator]()
  const first = await source.next()
  const all = Readable.from(
    (async function* () {
      if (first.done !== true) yield first.value
      for (let next = await source.next(); next.done !== true; next = await source.next()) yield next.value
    })(),
  )
  const isZipped = first.done !== true && first.value[0] === 0x1f && first.value[1] === 0x8b
  const plain = isZipped ? createGunzip() : new PassThrough()
  pipeline(all, plain, () => {})
  return plain
}
