import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isPrivateAddress } from '../src/fetch/private-addresses.ts'
import { type Fetched, fetchPage } from '../src/index.ts'

const PAGE = '<html><body><p>Дорога открыта.</p></body></html>'
const BOMB = Buffer.alloc(80 << 20)

const ANSWERS: Readonly<Record<string, RequestListener>> = {
  '/page': (_, response) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', etag: '"1"', 'set-cookie': 'a=b' }).end(PAGE),
  '/gzip': (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(PAGE)),
  '/br': (_, response) => response.writeHead(200, { 'content-encoding': 'br' }).end(brotliCompressSync(PAGE)),
  '/zstd': (_, response) => response.writeHead(200, { 'content-encoding': 'zstd' }).end(zstdCompressSync(PAGE)),
  '/cut': (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(PAGE).subarray(0, 20)),
  '/bomb': (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(BOMB)),
  '/huge': (_, response) => response.writeHead(200, { 'content-length': String(1 << 30) }).write('x'),
  '/endless': (_, response) => {
    response.writeHead(200)
    const timer = setInterval(() => response.write('x'), 20)
    response.on('close', () => clearInterval(timer))
  },
  '/silent': () => {},
  '/gone': (_, response) => response.writeHead(404).end(),
  '/moved': (_, response) => response.writeHead(302, { location: '/page' }).end(),
  '/circle': (_, response) => response.writeHead(302, { location: '/circle' }).end(),
  '/to-file': (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/to-metadata': (_, response) => response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end(),
  '/to-neighbour': (_, response) => response.writeHead(302, { location: 'http://127.0.0.2:1/' }).end(),
  '/same': (request, response) =>
    response.writeHead(request.headers['if-none-match'] === '"7"' ? 304 : 200, { etag: '"7"' }).end(),
}

let server: Server
let base = ''
beforeAll(async () => {
  server = createServer((request, response) => ANSWERS[request.url ?? '']?.(request, response))
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const get = (path: string, more = {}): Promise<Fetched> =>
  fetchPage(base + path, { allowPrivate: true, timeout: 3000, ...more })

describe('fetching', () => {
  test('a page with what the server said', async () => {
    const fetched = await get('/page')
    expect(fetched).toMatchObject({
      ok: true,
      status: 200,
      mediaType: 'text/html',
      url: `${base}/page`,
      headers: { etag: '"1"' },
    })
    expect(fetched).not.toHaveProperty('headers.set-cookie')
    expect(fetched.ok && 'bytes' in fetched && Buffer.from(fetched.bytes).toString()).toBe(PAGE)
  })

  test.each(['/gzip', '/br', '/zstd', '/moved'])('%s', async path => {
    const fetched = await get(path)
    expect(fetched.ok && 'bytes' in fetched && Buffer.from(fetched.bytes).toString()).toBe(PAGE)
  })

  test('nothing has changed', async () => {
    expect(await get('/same', { etag: '"7"' })).toEqual({ ok: true, url: `${base}/same`, status: 304 })
    expect(await get('/same', { etag: '"6"' })).toMatchObject({ status: 200 })
  })

  test.each<[string, object, string | RegExp]>([
    ['/gone', {}, 'the server answers 404 Not Found'],
    ['/circle', {}, 'more than 5 redirects'],
    ['/to-file', {}, 'file: addresses are not fetched'],
    ['/cut', {}, 'it ends too early'],
    ['/bomb', { timeout: 60_000 }, 'longer than the 64 MB'],
    ['/huge', { timeout: 60_000 }, 'longer than the 64 MB'],
    ['/page', { limit: 10 }, 'longer than'],
    ['/endless', { timeout: 400 }, 'the server takes too long'],
    ['/silent', { timeout: 400 }, 'the server takes too long'],
  ])('%s is refused: %s', { timeout: 90_000 }, async (path, options, reason) => {
    const fetched = await get(path, options)
    expect(fetched.ok ? 'fetched' : fetched.reason).toMatch(reason)
  })
})

describe('private networks are not fetched unless allowed', () => {
  test.each([
    'http://127.0.0.1:1/',
    'http://localhost:1/',
    'http://[::1]:1/',
    'http://[::ffff:127.0.0.1]:1/',
    'http://2130706433:1/',
    'http://0x7f.1:1/',
    'http://10.1.2.3/',
    'http://192.168.0.1/',
    'http://0.0.0.0/',
  ])('%s', async address => {
    const fetched = await fetchPage(address, { timeout: 2000 })
    expect(fetched.ok ? 'fetched' : fetched.reason).toMatch('is an address of a private network')
  })

  test('a redirect into one is refused, too, by address and by name', async () => {
    const allowPrivate = (address: string): boolean => address === '127.0.0.1'
    const fetched = await get('/to-neighbour', { allowPrivate })
    expect(fetched.ok ? 'fetched' : fetched.reason).toMatch('is an address of a private network')
    expect(await get('/moved', { allowPrivate })).toMatchObject({ ok: true })
  })

  test.each([
    'http://169.254.169.254/',
    'http://0xa9fea9fe/',
    'http://[::ffff:169.254.169.254]/',
    'http://[64:ff9b::a9fe:a9fe]/',
    'http://[fe80::1]/',
    'http://[fd00:ec2::254]/',
    'http://100.100.100.200/',
    '/to-metadata',
  ])('%s is never fetched, allowed or not', async address => {
    for (const allowPrivate of address.startsWith('/') ? [true] : [true, false]) {
      const url = new URL(address, base).href
      const fetched = await fetchPage(url, { allowPrivate, timeout: 2000 })
      expect(fetched.ok ? 'fetched' : fetched.reason).toMatch('link-local address')
    }
  })

  test.each([
    ['8.8.8.8', false],
    ['2a00:1450:4001::1', false],
    ['172.15.0.1', false],
    ['172.16.0.1', true],
    ['100.64.0.1', true],
    ['fd00::1', true],
    ['fe80::1%eth0', true],
    ['::ffff:10.0.0.1', true],
    ['not an address', true],
  ])('%s: %s', (address, isPrivate) => {
    expect(isPrivateAddress(address)).toBe(isPrivate)
  })
})

test.each([
  ['ftp://x.example/', 'ftp: addresses are not fetched'],
  ['nonsense', 'nonsense is not an address'],
  ['http://user:word@x.example/', 'a name and a password'],
  ['http://no-such-host.invalid/', /no such host|cannot be looked up/],
])('%s', async (address, reason) => {
  const fetched = await fetchPage(address, { timeout: 5000 })
  expect(fetched.ok ? 'fetched' : fetched.reason).toMatch(reason)
})
