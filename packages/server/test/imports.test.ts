/** Adding over the API: real files, texts, addresses and feeds; what fails says why; what is interrupted goes on; what is too much is refused. */
import { readdirSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type ImportFailure,
  type ImportItem,
  type ImportNotice,
  importFailure,
  importItem,
  importNotice,
} from '../src/api/import-schemas.ts'
import { paged, type SourceItem, sourceItem, z } from '../src/api/schemas.ts'
import { ImportRunner } from '../src/index.ts'
import { exampleApp } from './example-record.ts'
import { BROKEN_PDF, form, PAGE, PDF, text, WARC } from './made-files.ts'

const SAID = '«Мы готовы к переговорам», — заявил президент Ардании Лев Сорокин в среду.'
let example: Awaited<ReturnType<typeof exampleApp>>
/** Answers under /page, /feed; keeps /held back until it is let go. */
let site: { address: string; hold: () => void; release: () => void; asked: string[]; close: () => void }

beforeAll(async () => {
  example = await exampleApp([], { limits: { fileBytes: 200_000, bytes: 400_000, files: 12 } })
  site = await makeSite()
})
afterAll(async () => {
  site.release()
  site.close()
  await example.close()
})

async function makeSite() {
  const held: ServerResponse[] = []
  let isHeld = false
  const asked: string[] = []
  const page = (name: string) =>
    `<html lang="en"><head><title>${name}</title></head><body><article><p>“The ${name} road is open,” the envoy said in Ardan on Friday.</p></article></body></html>`
  const answer = (path: string, response: ServerResponse) => {
    if (path === '/none') response.writeHead(404).end()
    else if (path === '/feed') {
      const items = ['north', 'south'].map(
        name => `<item><title>${name}</title><link>${address}/page-${name}</link></item>`,
      )
      response.setHeader('content-type', 'application/rss+xml')
      response.end(`<rss version="2.0"><channel><title>Wire M</title>${items.join('')}</channel></rss>`)
    } else response.setHeader('content-type', 'text/html').end(page(path.slice(1)))
  }
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    asked.push(path)
    if (isHeld && path.startsWith('/held')) held.push(response)
    else answer(path, response)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    address,
    asked,
    hold: () => {
      isHeld = true
    },
    release: () => {
      isHeld = false
      for (const response of held.splice(0)) answer('/held', response)
    },
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

const request = (path: string, init?: RequestInit) => example.app.request(`/api/v1/${path}`, init)

async function ask<Answer>(path: string, schema: z.ZodType<Answer>): Promise<Answer> {
  return schema.parse(await (await request(path)).json())
}

async function tell(path: string, body: unknown = {}) {
  const headers = { 'content-type': 'application/json' }
  const response = await request(path, { method: 'POST', headers, body: JSON.stringify(body) })
  return { status: response.status, body: (await response.json()) as { id: string; message: string } }
}

async function send(files: Parameters<typeof form>[0], fields = {}) {
  const response = await request('imports/files', { method: 'POST', body: form(files, fields) })
  return { status: response.status, body: (await response.json()) as { id: string; message: string } }
}

/** The import once it is in one of the states. */
async function until(id: string, ...states: ImportItem['state'][]): Promise<ImportItem> {
  for (;;) {
    const item = await ask(`imports/${id}`, importItem)
    if (states.includes(item.state)) return item
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}

const sourcesOf = async (id: string): Promise<SourceItem[]> =>
  (await ask(`imports/${id}/sources`, paged(sourceItem))).items
const failuresOf = (id: string): Promise<ImportFailure[]> => ask(`imports/${id}/failures`, z.array(importFailure))

const noticesOf = (id: string): Promise<ImportNotice[]> => ask(`imports/${id}/notices`, z.array(importNotice))

async function recordedNames(id: string): Promise<string[]> {
  const { what } = await example.record.db
    .selectFrom('imports')
    .select('what')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return JSON.parse(what)
}

interface Heard {
  readonly id: string
  readonly event: string
  readonly data: { readonly state?: string; readonly input?: string }
}

/** Events from a stream until it ends or `enough` holds. */
async function listen(
  id: string,
  lastId: string | null,
  enough: (heard: Heard) => boolean = () => false,
): Promise<Heard[]> {
  const response = await request(
    `imports/${id}/events`,
    lastId === null ? {} : { headers: { 'last-event-id': lastId } },
  )
  if (response.status === 204) return []
  expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/)
  expect(response.headers.get('cache-control')).toBe('no-store')
  const heard: Heard[] = []
  const reader = (response.body as ReadableStream<Uint8Array>).getReader()
  const decoder = new TextDecoder()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return heard
    rest += decoder.decode(value, { stream: true })
    const blocks = rest.split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) {
      const fields = Object.fromEntries(block.split('\n').map(line => line.split(/: (.*)/s).slice(0, 2)))
      if (fields.event === undefined) continue
      heard.push({ id: fields.id, event: fields.event, data: JSON.parse(fields.data) })
      if (!enough(heard[heard.length - 1])) continue
      await reader.cancel()
      return heard
    }
  }
}

test('files of every kind come in, each under its own name; what cannot be read says why; the spool is empty after', async () => {
  const { status, body } = await send(
    [
      ['краткий/Заявление.txt', text(SAID)],
      ['talks.html', PAGE],
      ['scan.pdf', PDF],
      ['pages.warc', WARC],
      ['broken.pdf', BROKEN_PDF],
      ['empty.txt', text('')],
    ],
    { by: 'Anna' },
  )
  expect(status).toBe(202)
  const item = await until(body.id, 'done')
  expect(item).toMatchObject({ by: 'Anna', kind: 'files', inputs: 6, documents: 5, added: 5, failed: 2, left: 0 })
  expect(item.names[0]).toBe('краткий/Заявление.txt')
  const sources = await sourcesOf(body.id)
  expect(sources.map(({ title }) => title).sort()).toEqual(
    ['The first round', 'The second round', 'Talks in Ardan', 'scan', 'Заявление'].sort(),
  )
  expect(sources.find(({ title }) => title === 'Заявление')?.quotations).toBe(1)
  const failures = await failuresOf(body.id)
  expect(failures.map(({ input }) => input).sort()).toEqual(['broken.pdf', 'empty.txt'])
  expect(failures.every(({ reason, isAddress }) => reason.length > 10 && !isAddress)).toBe(true)
  expect(readdirSync(join(example.folder, 'spool', body.id))).toEqual(['outcome.json'])
  expect(example.errors).toEqual([])
})

test('the same file again is known, and brings nothing', async () => {
  const { body } = await send([['talks.html', PAGE]])
  expect(await until(body.id, 'done')).toMatchObject({ added: 0, known: 1, failed: 0 })
  const cause = { code: 'knownInput', params: {} }
  expect(await noticesOf(body.id)).toMatchObject([{ input: 'talks.html', cause }])
})

test('what was guessed, and what the record had from elsewhere, is kept with the import', async () => {
  const koi8 = new Blob([Buffer.from([0xed, 0xc9, 0xd2, 0x20, 0xd7, 0xcf, 0xda, 0xcd, 0xcf, 0xd6, 0xc5, 0xce, 0x2e])])
  const line = JSON.stringify({ id: 'twice', language: 'ru', text: SAID })
  const { body } = await send([
    ['old.txt', koi8],
    ['one.jsonl', text(line)],
  ])
  await until(body.id, 'done')
  const again = (await send([['two.jsonl', text(line)]])).body
  expect(await until(again.id, 'done')).toMatchObject({ added: 0, failed: 0 })
  const told = async (id: string) => (await noticesOf(id)).map(({ input, cause }) => [input, cause?.code])
  expect(await told(body.id)).toEqual([['old.txt', 'readAs']])
  expect(await told(again.id)).toEqual([['two.jsonl, line 1', 'knownReport']])
})

test('a file is a file of the spool, whatever it is called', async () => {
  const names = [
    ['../../etc/passwd', 'etc/passwd'],
    ['..\\..\\windows\\report.txt', 'windows/report.txt'],
    ['C:\\news\\report.txt', 'news/report.txt'],
    ['/etc/cron.d/report.txt', 'etc/cron.d/report.txt'],
    ['....//report.txt', '..../report.txt'],
    ['.', 'unnamed'],
    [`${'x'.repeat(500)}.txt`, `${'x'.repeat(296)}.txt`],
  ] as const
  const { body } = await send(names.map(([name]) => [name, text(`${SAID} ${name}`)] as const))
  const item = await until(body.id, 'done')
  expect(item).toMatchObject({ added: names.length, failed: 0 })
  const all = (await recordedNames(body.id)).sort()
  expect(all).toEqual(names.map(([, shown]) => shown).sort())
  expect(readdirSync(example.folder).filter(name => !/^(archive|dossier|spool|record\.sqlite.*)$/.test(name))).toEqual(
    [],
  )
})

describe('what is not taken', () => {
  const many = Array.from({ length: 13 }, (_, i) => [`${i}.txt`, text(SAID)] as const)
  test.each<[string, () => Promise<{ status: number; body: { message: string } }>, number, RegExp]>([
    ['a file too large', () => send([['big.txt', text('x'.repeat(200_001))]]), 413, /big\.txt: larger than/],
    [
      'files too large together',
      () => send(['a', 'b', 'c'].map(name => [name, text('x'.repeat(199_999))])),
      413,
      /more than/,
    ],
    ['too many files', () => send(many), 413, /more than the 12 files/],
    ['no file', () => send([], { by: 'Anna' }), 400, /no file was sent/],
    ['a language that is none', () => send([['a.txt', text(SAID)]], { language: 'Russian' }), 400, /language: /],
    ['no text', () => tell('imports', { kind: 'text', text: ' \n' }), 400, /text: there is no text/],
    [
      'a day that is none',
      () => tell('imports', { kind: 'text', text: SAID, published: '2023-02-31T' }),
      400,
      /published: /,
    ],
    [
      'an address of another kind',
      () => tell('imports', { kind: 'addresses', addresses: ['file:///etc/passwd'] }),
      400,
      /no address/,
    ],
    ['nothing to go on with', () => tell('imports/20200101000000-aaaaaa/resume'), 404, /no import/],
    ['an id that is a path', () => tell('imports/..%2f..%2fetc/cancel'), 404, /no import/],
  ])('%s', async (_, act, status, message) => {
    const before = await ask('imports', paged(importItem))
    const answer = await act()
    expect(answer.body.message).toMatch(message)
    expect(answer.status).toBe(status)
    expect((await ask('imports', paged(importItem))).items.length).toBe(before.items.length)
    expect(readdirSync(join(example.folder, 'spool')).filter(name => name.startsWith('draft'))).toEqual([])
  })

  test('what another site sends', async () => {
    const init = {
      method: 'POST',
      body: form([['a.txt', text(SAID)]]),
      headers: { origin: 'https://elsewhere.example' },
    }
    expect((await request('imports/files', init)).status).toBe(403)
  })
})

test('a pasted text is a report with what was said of it', async () => {
  const { status, body } = await tell('imports', {
    kind: 'text',
    text: `${SAID}\n\nОн назвал день встречи.`,
    title: 'Заявление в Ардании',
    publisher: 'Wire M',
    published: '2023-06-14',
    url: 'https://wire-m.example/1',
  })
  expect(status).toBe(202)
  await until(body.id, 'done')
  expect(await sourcesOf(body.id)).toMatchObject([
    {
      title: 'Заявление в Ардании',
      publisher: 'Wire M',
      published: '2023-06-14',
      url: 'https://wire-m.example/1',
      language: 'ru',
    },
  ])
})

test('addresses: a page comes in; one that is not there fails and can be tried again; a feed is read once, or watched', async () => {
  const { body } = await tell('imports', {
    kind: 'addresses',
    addresses: [`${site.address}/page`, `${site.address}/none`],
  })
  expect(await until(body.id, 'done')).toMatchObject({ kind: 'addresses', added: 1, failed: 1 })
  expect(await failuresOf(body.id)).toMatchObject(
    [{ input: `${site.address}/none`, reason: /404/, isAddress: true }].map(failure => ({
      ...failure,
      reason: expect.stringMatching(failure.reason),
    })),
  )
  const feeds = async () => (await ask('feeds', z.array(z.object({ url: z.string() })))).map(({ url }) => url)
  const once = await tell('imports', { kind: 'addresses', addresses: [`${site.address}/feed`] })
  expect(await until(once.body.id, 'done')).toMatchObject({ added: 2, failed: 0 })
  expect(await feeds()).toEqual([])
  const watched = await tell('imports', { kind: 'addresses', addresses: [`${site.address}/feed`], watch: true })
  expect(await until(watched.body.id, 'done')).toMatchObject({ added: 0 })
  expect(await feeds()).toEqual([`${site.address}/feed`])
  const polled = await tell('imports', { kind: 'feeds' })
  expect(await until(polled.body.id, 'done')).toMatchObject({ kind: 'feeds', failed: 0 })
  expect((await tell('feeds/forget', { url: `${site.address}/feed` })).status).toBe(200)
  expect(await feeds()).toEqual([])
})

test('two at once: the second waits, and the server answers meanwhile; a lost line goes on where it was', async () => {
  site.hold()
  const first = await tell('imports', { kind: 'addresses', addresses: [`${site.address}/held-1`] })
  const second = await send([['later.txt', text(`${SAID} Позже.`)]])
  const heard = await listen(first.body.id, null, ({ data }) => data.state === 'running')
  expect(heard[heard.length - 1].data.state).toBe('running')
  expect((await ask(`imports/${second.body.id}`, importItem)).state).toBe('waiting')
  expect((await request('sources')).status).toBe(200)
  const more = listen(first.body.id, heard[heard.length - 1].id)
  site.release()
  const after = await more
  expect(after.length).toBeGreaterThan(0)
  expect(after.map(({ id }) => id)).not.toContain(heard[heard.length - 1].id)
  const last = after[after.length - 1]
  expect(last.data).toMatchObject({ state: 'done', added: 1 })
  // Nothing more will come: a browser that asks again is sent away.
  expect((await request(`imports/${first.body.id}/events`, { headers: { 'last-event-id': last.id } })).status).toBe(204)
  // An id of another run of the server is no place here: all there is to know comes.
  expect((await listen(first.body.id, 'other.1-999')).map(({ data }) => data.state)).toEqual(['done'])
  expect(await until(second.body.id, 'done')).toMatchObject({ added: 1 })
})

test('failures are among the events', async () => {
  const { body } = await send([['broken-2.pdf', BROKEN_PDF]])
  await until(body.id, 'done')
  const heard = await listen(body.id, null)
  expect(heard.filter(({ event }) => event === 'failure').map(({ data }) => data.input)).toEqual(['broken-2.pdf'])
  expect((await listen(body.id, heard[0].id)).map(({ id }) => id)).toEqual(heard.slice(1).map(({ id }) => id))
})

test('one that runs is cancelled: what came in stays; one that waits never begins', async () => {
  site.hold()
  const first = await tell('imports', {
    kind: 'addresses',
    addresses: [`${site.address}/before`, `${site.address}/held-2`],
  })
  const second = await send([['never.txt', text('Никогда.')]])
  await expect.poll(() => site.asked.includes('/held-2'), { timeout: 20_000 }).toBe(true)
  await expect.poll(async () => (await sourcesOf(first.body.id)).length, { timeout: 20_000 }).toBe(1)
  expect((await tell(`imports/${second.body.id}/cancel`)).status).toBe(202)
  expect((await tell(`imports/${first.body.id}/rollback`, { confirm: first.body.id })).status).toBe(409)
  await tell(`imports/${first.body.id}/cancel`)
  expect(await until(first.body.id, 'cancelled')).toMatchObject({ documents: 1, unread: 1, failed: 0 })
  expect(await until(second.body.id, 'cancelled')).toMatchObject({ documents: 0 })
  expect((await tell(`imports/${first.body.id}/cancel`)).status).toBe(409)
  site.release()
})

test('what an import brought is taken back, once it is confirmed', async () => {
  const { body } = await send([['mistake.txt', text(`${SAID} По ошибке.`)]])
  await until(body.id, 'done')
  const [source] = await sourcesOf(body.id)
  expect((await tell(`imports/${body.id}/rollback`, { confirm: 'yes' })).status).toBe(400)
  expect((await tell(`imports/${body.id}/rollback`, { confirm: body.id, why: 'the wrong folder' })).status).toBe(202)
  expect(await until(body.id, 'withdrawn')).toMatchObject({ documents: 0 })
  expect((await request(`sources/${source.id}`)).status).toBe(404)
  expect((await tell(`imports/${body.id}/rollback`, { confirm: body.id })).status).toBe(409)
})

test('a server that stops leaves it interrupted, another goes on with it: nothing twice, no failure told twice', async () => {
  site.hold()
  const addresses = ['/none', '/stays', '/held-3'].map(path => site.address + path)
  const { body } = await tell('imports', { kind: 'addresses', addresses })
  await expect.poll(() => site.asked.includes('/held-3'), { timeout: 20_000 }).toBe(true)
  await example.runner.close()
  expect((await ask(`imports/${body.id}`, importItem)).state).toBe('interrupted')
  expect((await tell('imports', { kind: 'feeds' })).status).toBe(409)
  site.release()
  const spool = join(example.folder, 'spool')
  const next = await ImportRunner.open({
    record: example.record,
    kit: { dossiers: ['karabakh-2020'] },
    spool,
    fetching: { allowPrivate: true, delay: 0 },
    threads: 1,
    onError: error => example.errors.push(error),
  })
  try {
    expect((await next.stateOf(body.id))?.state).toBe('interrupted')
    await next.resume(body.id)
    await expect.poll(async () => (await next.stateOf(body.id))?.state, { timeout: 20_000 }).toBe('done')
    expect(await sourcesOf(body.id)).toHaveLength(2)
    expect(await failuresOf(body.id)).toHaveLength(1)
    await expect(next.resume(body.id)).rejects.toThrow(/was not interrupted/)
  } finally {
    await next.close()
  }
  expect(example.errors).toEqual([])
})
