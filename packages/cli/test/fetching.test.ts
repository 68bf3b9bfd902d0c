import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parley, Workshop } from './run.ts'

const shop = new Workshop()
const asked: string[] = []
let server: Server
let base = ''
let words = 'до весны'

const page = (title: string): string => `<html><head><title>${title}</title></head><body><article><h1>${title}</h1>
<p>«Мы закончим работы ${words}», — заявил министр транспорта Лев Орешников журналистам в городе Узнач.</p>
<p>Он добавил, что по новому мосту пойдут автобусы и грузовые машины, а пешеходы получат отдельную дорожку.</p></article></body></html>`

const feed =
  (): string => `<?xml version="1.0"?><rss version="2.0"><channel><title>Вести Узнача</title><link>${base}</link><description>d</description>
<item><title>Мост</title><link>${base}/bridge</link><pubDate>Tue, 14 May 2024 10:00:00 +0300</pubDate></item>
<item><title>Порт</title><link>${base}/port</link><pubDate>Wed, 15 May 2024 10:00:00 +0300</pubDate></item>
<item><title>Снимок</title><link>${base}/photo</link></item>
<item><title>Нет</title><link>${base}/none</link></item></channel></rss>`

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '')
    const html = { 'content-type': 'text/html; charset=utf-8' }
    if (request.url === '/feed') {
      const isKnown = request.headers['if-none-match'] === '"feed"'
      response.writeHead(isKnown ? 304 : 200, { 'content-type': 'application/rss+xml', etag: '"feed"' })
      response.end(isKnown ? '' : feed())
    } else if (request.url === '/bridge') response.writeHead(200, html).end(page('Мост'))
    else if (request.url === '/port') response.writeHead(200, html).end(page('Порт'))
    else if (request.url === '/photo') response.writeHead(200, { 'content-type': 'image/png' }).end('png')
    else response.writeHead(404).end()
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
  shop.clear()
})

test('a feed with its pages, watched, and a page that changes', async () => {
  const folder = shop.path('record')
  await parley(['init', folder])
  const on = ['--record', folder, '--allow-private', '--delay', '0']
  const first = await parley(['watch', `${base}/feed`, '--once', ...on])
  expect(first.stdout).toContain('1 feed: 2 documents taken in, 2 failed')
  expect(first.stderr).toMatch(/\/photo: no text: the server sends image\/png/)
  expect(first.stderr).toMatch(/\/none: the server answers 404/)
  const { stdout } = await parley(['sources', '--record', folder, '--format', 'jsonl'])
  const rows = stdout
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))
    // Which of two pages comes first hangs on the threads.
    .sort((a, b) => (a.title < b.title ? -1 : 1))
  expect(rows).toMatchObject([
    { title: 'Мост', publisher: 'Вести Узнача', published: '2024-05-14T10:00:00+03:00', url: `${base}/bridge` },
    { title: 'Порт', publisher: 'Вести Узнача', url: `${base}/port` },
  ])
  expect((await parley(['quotes', '--by', 'Орешников', '--record', folder])).stdout).toContain(
    '2024-05-14 · Лев Орешников',
  )

  asked.length = 0
  const second = await parley(['watch', '--once', ...on])
  expect(second).toMatchObject({ code: 0, stdout: expect.stringContaining('1 feed: 0 documents taken in, 0 failed') })
  expect(asked).toEqual(['/feed'])

  words = 'до лета'
  const again = await parley(['add', `${base}/bridge`, ...on])
  expect(again.stdout).toContain('1 document taken in')
  expect(
    (await parley(['sources', '--record', folder, '--source', '/bridge', '--format', 'jsonl'])).stdout
      .trim()
      .split('\n'),
  ).toHaveLength(2)
  expect((await parley(['verify', '--record', folder])).code).toBe(0)
})

test('without leave nothing private is fetched', async () => {
  const folder = shop.path('closed')
  await parley(['init', folder])
  asked.length = 0
  const { code, stderr } = await parley(['add', `${base}/bridge`, 'ftp://x.example/y', '--record', folder])
  expect(code).toBe(1)
  expect(stderr).toContain('is an address of a private network')
  expect(stderr).toContain('ftp: addresses are not fetched')
  expect(asked).toEqual([])
})

test('a list of feeds', async () => {
  const folder = shop.path('listed')
  await parley(['init', folder])
  const opml = `<?xml version="1.0"?><opml version="2.0"><head/><body><outline text="a" type="rss" xmlUrl="${base}/feed"/></body></opml>`
  const { stdout } = await parley([
    'add',
    shop.put('feeds.opml', opml),
    '--record',
    folder,
    '--allow-private',
    '--delay',
    '0',
  ])
  expect(stdout).toContain('2 documents taken in, 2 read, 2 failed')
})
