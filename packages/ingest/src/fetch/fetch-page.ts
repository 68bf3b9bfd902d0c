/**
 * Fetching one address, safely: http and https only; no address of a private network unless allowed, checked on what the name resolves to at the moment of
 * connecting, and anew on every redirect; bounded in size (after decompression too), time and redirects. Nothing that comes is run.
 */
import { lookup } from 'node:dns'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP } from 'node:net'
import { pipeline, type Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from 'node:zlib'
import { DOCUMENT_LIMIT } from '../bytes/byte-source.ts'
import { because, type ReasonCode } from '../reasons.ts'
import { isNeverFetched, isPrivateAddress } from './private-addresses.ts'

export interface FetchOptions {
  /** Loopback and private addresses may be fetched: all of them, or those for which it holds. Link-local ones never are. */
  readonly allowPrivate?: boolean | ((address: string) => boolean)
  /** Milliseconds for everything, redirects included. */
  readonly timeout?: number
  /** Bytes of the body, decompressed. */
  readonly limit?: number
  /** What is known of an earlier fetch: then the answer may be that nothing has changed. */
  readonly etag?: string | null
  readonly modified?: string | null
  /** Ends it; the reason given then is of no use. */
  readonly signal?: AbortSignal
}

export type Fetched =
  | {
      readonly ok: true
      /** Where the redirects ended. */
      readonly url: string
      readonly status: number
      /** Lower case names; cookies left out. */
      readonly headers: Readonly<Record<string, string>>
      /** In lower case, without parameters; '' where the server says nothing. */
      readonly mediaType: string
      readonly bytes: Uint8Array
    }
  | { readonly ok: true; readonly url: string; readonly status: 304 }
  | { readonly ok: false; readonly reason: string }

const TIMEOUT = 30_000
const REDIRECTS = 5

/** The outside world fails as a value; this never throws for it. */
export async function fetchPage(address: string, options: FetchOptions = {}): Promise<Fetched> {
  const late = AbortSignal.timeout(options.timeout ?? TIMEOUT)
  const signal = options.signal === undefined ? late : AbortSignal.any([late, options.signal])
  let url = address
  try {
    for (let redirects = 0; redirects <= REDIRECTS; redirects++) {
      const checked = checkAddress(url, options)
      if (typeof checked === 'string') return { ok: false, reason: checked }
      const response = await ask(checked, options, signal)
      const status = response.statusCode ?? 0
      const { location } = response.headers
      if (status >= 300 && status < 400 && status !== 304 && location !== undefined) {
        response.destroy()
        url = new URL(location, checked).href
        continue
      }
      if (status === 304) {
        response.destroy()
        return { ok: true, url, status: 304 }
      }
      if (status !== 200) {
        response.destroy()
        return {
          ok: false,
          reason: because('answer', { status: `${status} ${response.statusMessage ?? ''}`.trim() }),
        }
      }
      const bytes = await readBody(response, options.limit ?? DOCUMENT_LIMIT, signal)
      const mediaType = (response.headers['content-type'] ?? '').split(';', 1)[0].trim().toLowerCase()
      return { ok: true, url, status, headers: headersOf(response), mediaType, bytes }
    }
    return { ok: false, reason: because('redirects', { most: REDIRECTS }) }
  } catch (error) {
    return { ok: false, reason: reasonOf(error, signal) }
  }
}

class Refused extends Error {}

/** The address as a URL, or why it is not fetched. */
function checkAddress(address: string, options: FetchOptions): URL | string {
  let url: URL
  try {
    url = new URL(address)
  } catch {
    return because('notAddress', { text: address.slice(0, 200) })
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return because('scheme', { scheme: url.protocol })
  if (url.username !== '' || url.password !== '') return because('addressSecret')
  // A name is checked when it is resolved; an address written out never is.
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) !== 0 && !isAllowed(host, options)) return privateReason(host, [host])
  return url
}

function isAllowed(address: string, { allowPrivate = false }: FetchOptions): boolean {
  if (isNeverFetched(address)) return false
  return !isPrivateAddress(address) || (typeof allowPrivate === 'function' ? allowPrivate(address) : allowPrivate)
}

function privateReason(host: string, addresses: readonly string[]): string {
  return because(addresses.every(isNeverFetched) ? 'linkLocal' : 'privateAddress', { host })
}

function ask(url: URL, options: FetchOptions, signal: AbortSignal): Promise<IncomingMessage> {
  const headers: Record<string, string> = {
    'user-agent': 'parley/0.1 (reads news; asks slowly)',
    accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
    'accept-encoding': 'gzip, deflate, br, zstd',
  }
  if (options.etag) headers['if-none-match'] = options.etag
  if (options.modified) headers['if-modified-since'] = options.modified
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest
  return new Promise((done, refuse) => {
    const asked = request(url, {
      headers,
      signal,
      agent: false,
      lookup: safeLookup(options) as never,
    })
    asked.on('response', done)
    asked.on('error', refuse)
    asked.end()
  })
}

/** Resolves a name to public addresses only. The connection goes to what was checked here, so a name cannot change its mind in between. */
function safeLookup(fetching: FetchOptions) {
  return (
    host: string,
    options: { readonly all?: boolean },
    callback: (error: Error | null, address?: unknown, family?: number) => void,
  ): void => {
    lookup(host, { ...options, all: true }, (error, found) => {
      if (error !== null) return callback(error)
      const allowed = found.filter(({ address }) => isAllowed(address, fetching))
      if (allowed.length === 0)
        return callback(
          new Refused(
            privateReason(
              host,
              found.map(({ address }) => address),
            ),
          ),
        )
      if (options.all === true) callback(null, allowed)
      else callback(null, allowed[0].address, allowed[0].family)
    })
  }
}

async function readBody(response: IncomingMessage, limit: number, signal: AbortSignal): Promise<Uint8Array> {
  const declared = Number(response.headers['content-length'] ?? 0)
  if (declared > limit) {
    response.destroy()
    throw new Refused(tooLong(limit))
  }
  const pieces: Uint8Array[] = []
  let length = 0
  const body = decompressed(response, response.headers['content-encoding'] ?? '')
  const stop = (): void => {
    body.destroy(signal.reason as Error)
  }
  signal.addEventListener('abort', stop)
  try {
    for await (const chunk of body as AsyncIterable<Uint8Array>) {
      length += chunk.length
      if (length > limit) throw new Refused(tooLong(limit))
      pieces.push(chunk)
    }
  } finally {
    signal.removeEventListener('abort', stop)
    response.destroy()
  }
  return Buffer.concat(pieces, length)
}

function decompressed(response: IncomingMessage, encoding: string): Readable {
  const make = {
    gzip: createGunzip,
    'x-gzip': createGunzip,
    deflate: createInflate,
    br: createBrotliDecompress,
    zstd: createZstdDecompress,
  }[encoding.trim().toLowerCase()]
  if (make === undefined) {
    if (encoding.trim() === '' || encoding.trim().toLowerCase() === 'identity') return response
    throw new Refused(because('packedOtherwise', { encoding: encoding.slice(0, 40) }))
  }
  const plain = make()
  pipeline(response, plain, () => {}) // what goes wrong comes out where the plain bytes are read
  return plain
}

function tooLong(limit: number): string {
  return because('tooLongThere', { most: Math.round(limit / 1024 / 1024) })
}

function headersOf(response: IncomingMessage): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const [name, value] of Object.entries(response.headers)) {
    if (value !== undefined && name !== 'set-cookie') kept[name] = Array.isArray(value) ? value.join(', ') : value
  }
  return kept
}

function reasonOf(error: unknown, signal: AbortSignal): string {
  if (error instanceof Refused) return error.message
  if (signal.aborted) return because('late')
  if (!(error instanceof Error)) throw error
  const code = 'code' in error ? String(error.code) : ''
  const reason = REASONS[code]
  return reason === undefined
    ? because('notFetched', { detail: code || error.message || 'no reason given' })
    : because(reason)
}

const REASONS: Readonly<Record<string, ReasonCode>> = {
  ENOTFOUND: 'noHost',
  EAI_AGAIN: 'noHostNow',
  ECONNREFUSED: 'hostRefuses',
  ECONNRESET: 'hostEnds',
  Z_DATA_ERROR: 'packedBroken',
  Z_BUF_ERROR: 'cutOff',
}
