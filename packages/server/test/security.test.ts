/**
 * Who must not, cannot: every route without, with wrong and with too low rights, forged and oversized requests, guessed passwords, planted sessions.
 * `ask` fails on any answer that leaks a path, a stack or a hash.
 */
import { createConnection } from 'node:net'
import { addSession, addUser, endSession, listAudit, listDecisions, removeUser } from '@parley/record'
import { EXPORT_FORMATS, EXPORT_TABLES, exportRecord, loadDossiers, toFilter } from '@parley/service'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { proxiesOf } from '../src/access/connection.ts'
import { rightsOf } from '../src/access/rights.ts'
import { ROUTE_NEEDS } from '../src/access/route-needs.ts'
import { secretHash } from '../src/access/secrets.ts'
import { listen, makeApp, makeLog } from '../src/index.ts'
import { ROLES } from '../src/users.ts'
import { exampleApp } from './example-record.ts'
import { addOneOfEach, ask, bearer, logIn, ORIGIN, PASSWORD } from './visitors.ts'

const log: string[] = []
const keep = makeLog('info', { write: line => void log.push(line) })
const PROXY = '10.0.0.1'
const access = { isPublic: false, isLocal: false, proxies: proxiesOf([PROXY]) }

let example: Awaited<ReturnType<typeof exampleApp>>
let app: (typeof example)['app']
let record: (typeof example)['record']
const cookies = new Map<string, Record<string, string>>()
beforeAll(async () => {
  example = await exampleApp(undefined, { access, log: keep })
  ;({ app, record } = example)
  await addOneOfEach(record)
  for (const name of [...ROLES, 'exporter'] as const) cookies.set(name, await logIn(app, name))
})
afterAll(() => example.close())

const as = (name: string) => cookies.get(name)!
const ROUTES = Object.entries(ROUTE_NEEDS).map(([route, need]) => {
  const [method, path] = route.split(' ')
  return { route, method, path: `/api/v1${path.replace(/\{\w+\}/g, '1')}`, need }
})
const GUARDED = ROUTES.filter(({ need }) => need.right !== null)
const state = async () => [
  await listDecisions(record.db, { all: true }),
  (await listAudit(record.db, { limit: 1000 })).filter(({ what }) => what !== 'log in'),
]

describe.each(GUARDED)('$route', ({ method, path, need }) => {
  const body = method === 'GET' || method === 'DELETE' ? undefined : {}

  test('without a name, with a wrong one, with one that has gone: 401, and nothing is done', async () => {
    const before = await state()
    const unknown = 'x'.repeat(43)
    await addUser(record.db, { name: 'gone', password: null, role: 'admin', mayExport: true }, '2026-01-01T00:00:00Z')
    const left = await bearer(record, 'gone', ['read', 'review', 'edit', 'add', 'export', 'measure'])
    await removeUser(record.db, 'gone')
    for (const headers of [
      {},
      { cookie: `parley=${unknown}` },
      { cookie: `__Host-${as('admin').cookie}` },
      { cookie: `parley=${secretHash(as('admin').cookie)}` },
      { authorization: `Bearer parley_${unknown}` },
      { authorization: `Bearer ${unknown}`, ...as('admin') },
      { authorization: `Basic ${btoa(`admin:${PASSWORD}`)}` },
      left,
      await bearer(record, 'admin', ['read', 'review', 'edit', 'add', 'export', 'measure'], '2026-01-02T00:00:00Z'),
    ] as Record<string, string>[]) {
      const answer = await ask(app, path, { method, headers, body })
      expect([headers, answer.status]).toEqual([headers, 401])
      expect(Object.keys(answer.body)).toEqual(['message'])
    }
    expect(await state()).toEqual(before)
  })

  test('with too low rights: 403, and nothing is done', async () => {
    const before = await state()
    const low = ROLES.filter(role => !rightsOf(role, false).has(need.right!))
    for (const role of low) {
      const answer = await ask(app, path, { method, headers: as(role), body })
      expect([role, answer.status, answer.body.message]).toEqual([role, 403, `this needs the right to ${need.right}`])
    }
    const other = need.right === 'read' ? 'measure' : 'read'
    const token = await bearer(record, 'admin', [other])
    expect((await ask(app, path, { method, headers: token, body })).status).toBe(403)
    expect(await state()).toEqual(before)
  })

  test('with the right: neither 401 nor 403', async () => {
    if (need.does === undefined) {
      const name = need.right === 'export' ? 'exporter' : 'admin'
      expect([401, 403]).not.toContain((await ask(app, path, { method, headers: as(name), body })).status)
    } else {
      // What is written is nonsense, so that nothing is done; but it is looked at.
      const headers = { ...as(need.right === 'export' ? 'exporter' : 'admin'), 'content-type': 'text/nonsense' }
      const expected = method === 'DELETE' || method === 'GET' ? [401, 403] : null
      const { status } = await ask(app, path, { method, headers, body: body === undefined ? undefined : '?' })
      if (expected === null) expect(status).toBe(415)
      else expect(expected).not.toContain(status)
    }
  })
})

describe('forged requests', () => {
  const target = `${'0'.repeat(32)}/claim/1-2/karabakh-2020/1a`
  test.each<[string, Record<string, string | undefined>, number]>([
    ['another site', { origin: 'https://example.org' }, 403],
    ['a sandboxed page', { origin: 'null' }, 403],
    ['another port', { origin: `${ORIGIN}:81` }, 403],
    ['the same name without TLS', { origin: ORIGIN.replace('http:', 'https:') }, 403],
    ['a name that begins alike', { origin: `${ORIGIN}.example.org` }, 403],
    ['another site, its origin hidden', { origin: undefined, 'sec-fetch-site': 'cross-site' }, 403],
    ['a neighbour of the same site', { 'sec-fetch-site': 'same-site' }, 403],
    ['a browser that tells nothing, with its cookie', { origin: undefined }, 403],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['a form with files', { 'content-type': 'multipart/form-data; boundary=x' }, 415],
    ['plain text', { 'content-type': 'text/plain' }, 415],
    ['a proxy that nobody trusts', { origin: 'https://evil.test', 'x-forwarded-host': 'evil.test' }, 403],
    ['the page itself', { 'sec-fetch-site': 'same-origin' }, 422],
  ])('%s', async (_, changed, status) => {
    const headers = Object.fromEntries(
      Object.entries({ ...as('coder'), origin: ORIGIN, ...changed }).filter(([, value]) => value !== undefined),
    ) as Record<string, string>
    const body = JSON.stringify({ kind: 'accept', target })
    const sent = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body }
    const response = await app.request(`${ORIGIN}/api/v1/decisions`, sent)
    expect(response.status).toBe(status)
    expect(await listDecisions(record.db)).toEqual([])
  })

  test('logging in for somebody else, and out', async () => {
    const headers = { origin: 'https://example.org' }
    const body = { name: 'reader', password: PASSWORD }
    expect((await ask(app, '/api/v1/session', { method: 'POST', headers, body })).status).toBe(403)
    expect(
      (await ask(app, '/api/v1/session', { method: 'DELETE', headers: { ...as('reader'), ...headers } })).status,
    ).toBe(403)
    expect((await ask(app, '/api/v1/session', { headers: as('reader') })).body.name).toBe('reader')
  })
})

describe('oversized and broken bodies', () => {
  test('too much by its own account, and too much that does not say so', async () => {
    for (const path of ['/api/v1/decisions', '/api/v1/session']) {
      const headers = path.endsWith('decisions') ? as('coder') : {}
      const long = JSON.stringify({ name: 'x', password: 'y'.repeat(40_000) })
      expect((await ask(app, path, { method: 'POST', headers, body: long })).status).toBe(413)
      const stream = new ReadableStream({
        pull: controller => controller.enqueue(new Uint8Array(10_000).fill(120)),
      })
      const sent = {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: ORIGIN, ...headers },
        body: stream,
      }
      const response = await app.request(`${ORIGIN}${path}`, { ...sent, duplex: 'half' } as RequestInit)
      expect(response.status).toBe(413)
    }
  })

  test.each([
    '',
    '{',
    '[]',
    'null',
    '"x"',
    '{"name":1,"password":2}',
    '{"__proto__":{"kind":"accept"}}',
    `${'['.repeat(9000)}`,
  ])('%s', async body => {
    for (const path of ['/api/v1/decisions', '/api/v1/decisions/1/undo', '/api/v1/session']) {
      const { status } = await ask(app, path, { method: 'POST', headers: as('editor'), body })
      expect([path, [400, 422]]).toEqual([path, expect.arrayContaining([status])])
    }
  })
})

describe('guessing', () => {
  const refused = async () =>
    (await listAudit(record.db, { limit: 1000 })).filter(({ what }) => what === 'log-in refused')

  test('ten thousand tries from one address: twenty are looked at, the others cost nothing', async () => {
    const before = (await refused()).length
    const seen = new Map<number, number>()
    for (let i = 0; i < 10_000; i++) {
      const body = { name: i % 2 === 0 ? 'admin' : `nobody ${i}`, password: `guess number ${i}` }
      const { status, headers } = await ask(app, '/api/v1/session', { method: 'POST', body, from: '198.51.100.7' })
      seen.set(status, (seen.get(status) ?? 0) + 1)
      if (status === 429) expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
    }
    expect(Object.fromEntries(seen)).toEqual({ 401: 20, 429: 9980 })
    expect((await refused()).length - before).toBe(20)
    // The right password is no way around, and others are let in meanwhile.
    const right = { name: 'admin', password: PASSWORD }
    expect((await ask(app, '/api/v1/session', { method: 'POST', body: right, from: '198.51.100.7' })).status).toBe(429)
    expect((await ask(app, '/api/v1/session', { method: 'POST', body: right })).status).toBe(201)
  })

  test('one network of version 6 is one address', async () => {
    const seen = new Set<number>()
    for (let i = 0; i < 30; i++) {
      const body = { name: `nobody ${i}`, password: 'guess' }
      seen.add((await ask(app, '/api/v1/session', { method: 'POST', body, from: `2001:db8::${i}:1` })).status)
    }
    expect([...seen].sort()).toEqual([401, 429])
  })

  test('from a thousand addresses at once: what cannot be looked at soon is sent away', async () => {
    const before = (await refused()).length
    const answers = await Promise.all(
      Array.from({ length: 1000 }, (_, i) =>
        ask(app, '/api/v1/session', {
          method: 'POST',
          body: { name: 'editor', password: `guess number ${i}` },
          from: `203.0.113.${i % 250}`,
        }),
      ),
    )
    const statuses = answers.map(({ status }) => status)
    expect([...new Set(statuses)].sort()).toEqual([401, 429, 503])
    expect((await refused()).length - before).toBeLessThanOrEqual(60)
    const busy = answers.find(({ status }) => status === 503)
    expect(busy?.headers.get('retry-after')).toBe('5')
  })

  test('an unknown name and a wrong password are answered alike, and no name is kept that nobody has', async () => {
    const from = '192.0.2.9'
    const wrong = await ask(app, '/api/v1/session', { method: 'POST', body: { name: 'reader', password: 'x' }, from })
    const unknown = await ask(app, '/api/v1/session', {
      method: 'POST',
      body: { name: 'hunter2hunter2', password: 'x' },
      from,
    })
    expect([wrong.status, wrong.text]).toEqual([unknown.status, unknown.text])
    const [last, before] = await refused()
    expect([before.about, last.about, last.from]).toEqual(['reader', null, from])
    expect(log.join('')).not.toContain('hunter2')
  })

  test('whatever is typed as a name is nobody, not an error', async () => {
    for (const name of ['', '\0', 'admin\0', '\ud800', 'x'.repeat(200), '__proto__', "' or 1=1 --"]) {
      const body = { name, password: PASSWORD }
      expect((await ask(app, '/api/v1/session', { method: 'POST', body, from: '192.0.2.11' })).status).toBe(401)
    }
  })

  test('a user who comes by tokens alone has no password', async () => {
    await addUser(
      record.db,
      { name: 'program', password: null, role: 'reader', mayExport: false },
      '2026-01-01T00:00:00Z',
    )
    for (const password of ['', 'null', PASSWORD]) {
      const body = { name: 'program', password }
      expect((await ask(app, '/api/v1/session', { method: 'POST', body, from: '192.0.2.10' })).status).toBe(401)
    }
  })
})

describe('sessions', () => {
  test('a planted id stays worthless, and the one before ends with a new log-in', async () => {
    const planted = { cookie: `parley=${'a'.repeat(43)}` }
    const body = { name: 'reader', password: PASSWORD }
    const first = await ask(app, '/api/v1/session', { method: 'POST', headers: planted, body })
    const [cookie] = first.headers.getSetCookie()
    expect(cookie).not.toContain('aaaa')
    expect((await ask(app, '/api/v1/record', { headers: planted })).status).toBe(401)
    const own = { cookie: cookie.split(';')[0] }
    const second = await ask(app, '/api/v1/session', { method: 'POST', headers: own, body })
    expect((await ask(app, '/api/v1/record', { headers: own })).status).toBe(401)
    expect(
      (await ask(app, '/api/v1/record', { headers: { cookie: second.headers.getSetCookie()[0].split(';')[0] } }))
        .status,
    ).toBe(200)
  })

  test('logging out ends it in the record, too', async () => {
    const own = await logIn(app, 'reader')
    const { status, headers } = await ask(app, '/api/v1/session', { method: 'DELETE', headers: own })
    expect([status, headers.getSetCookie()[0]]).toEqual([204, 'parley=; Max-Age=0; Path=/'])
    expect((await ask(app, '/api/v1/record', { headers: own })).status).toBe(401)
  })

  test('the cookie is out of reach of scripts and other sites; over TLS it is bound to this very host', async () => {
    const body = { name: 'reader', password: PASSWORD }
    const plain = await ask(app, '/api/v1/session', { method: 'POST', body })
    expect(plain.headers.getSetCookie()[0]).toMatch(
      /^parley=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/,
    )
    const headers = {
      'x-forwarded-proto': 'https',
      'x-forwarded-for': '9.9.9.9, 192.0.2.77',
      origin: 'https://parley.test',
    }
    const proxied = await ask(app, '/api/v1/session', { method: 'POST', headers, body, from: PROXY })
    expect(proxied.headers.getSetCookie()[0]).toMatch(
      /^__Host-parley=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    )
    const [entry] = await listAudit(record.db, { limit: 1 })
    expect([entry.what, entry.who, entry.from]).toEqual(['log in', 'reader', '192.0.2.77'])
    // Anybody can write these lines: from elsewhere they say nothing.
    const lied = await ask(app, '/api/v1/session', {
      method: 'POST',
      headers: { ...headers, origin: ORIGIN },
      body,
      from: '192.0.2.78',
    })
    expect(lied.headers.getSetCookie()[0]).toMatch(/^parley=/)
    expect((await listAudit(record.db, { limit: 1 }))[0].from).toBe('192.0.2.78')
  })

  test('the record holds hashes: what stands in it opens nothing', async () => {
    const rows = await record.db.selectFrom('sessions').select('hash').execute()
    for (const { hash } of rows)
      expect((await ask(app, '/api/v1/record', { headers: { cookie: `parley=${hash}` } })).status).toBe(401)
    const users = await record.db.selectFrom('users').select('password').where('password', 'is not', null).execute()
    for (const { password } of users)
      expect(password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
  })

  test('it ends after two hours without use, and after twelve in any case', async () => {
    let now = '2026-03-01T08:00:00Z'
    const timed = makeApp({
      shelf: { name: 'x', record, kit: { dossiers: [], packs: new Map() } as never },
      page: '/nowhere',
      onError: () => {},
      access,
      now: () => now,
    })
    const use = async () => (await ask(timed, '/api/v1/session', { headers: own })).body.kind
    let own = await logIn(timed, 'reader')
    for (const [at, kind] of [
      ['2026-03-01T09:59:59Z', 'user'],
      ['2026-03-01T11:59:00Z', 'user'],
      ['2026-03-01T13:59:00Z', 'nobody'],
    ]) {
      now = at
      expect([at, await use()]).toEqual([at, kind])
    }
    now = '2026-03-02T08:00:00Z'
    own = await logIn(timed, 'reader')
    for (let hour = 9; hour < 20; hour++) {
      now = `2026-03-02T${String(hour).padStart(2, '0')}:00:00Z`
      expect(await use()).toBe('user')
    }
    now = '2026-03-02T20:00:00Z'
    expect(await use()).toBe('nobody')
  })

  test('a new password of one’s own asks for the old one, and ends every session', async () => {
    await addUser(
      record.db,
      { name: 'changer', password: null, role: 'reader', mayExport: false },
      '2026-01-01T00:00:00Z',
    )
    const { password: hash } = (await record.db
      .selectFrom('users')
      .select('password')
      .where('name', '=', 'reader')
      .executeTakeFirst())!
    await record.db.updateTable('users').set({ password: hash }).where('name', '=', 'changer').execute()
    const own = await logIn(app, 'changer')
    const other = await logIn(app, 'changer')
    const put = (body: object) => ask(app, '/api/v1/session/password', { method: 'PUT', headers: own, body })
    expect((await put({ password: 'wrong', next: 'another horse battery' })).status).toBe(401)
    expect((await put({ password: PASSWORD, next: 'short' })).body.message).toMatch(/12 to 128 characters/)
    expect((await put({ password: PASSWORD, next: 'aaaaaaaaaaaa' })).body.message).toMatch(/different characters/)
    expect((await put({ password: PASSWORD, next: 'another horse battery' })).status).toBe(204)
    for (const headers of [own, other]) expect((await ask(app, '/api/v1/record', { headers })).status).toBe(401)
    await logIn(app, 'changer', 'another horse battery')
    expect((await ask(app, '/api/v1/session/password', { method: 'PUT', body: {} })).status).toBe(400)
    const body = { password: PASSWORD, next: 'another horse battery' }
    expect((await ask(app, '/api/v1/session/password', { method: 'PUT', body })).status).toBe(401)
  })
})

describe('who decides', () => {
  const first = async () => (await ask(app, '/api/v1/review', { headers: as('coder') })).body.items[0].key as string
  const decide = (name: string, body: object) =>
    ask(app, '/api/v1/decisions', { method: 'POST', headers: as(name), body })
  const undo = (name: string, seq: number) =>
    ask(app, `/api/v1/decisions/${seq}/undo`, { method: 'POST', headers: as(name), body: { by: 'coder' } })

  test('the one logged in, whatever the request says; it is audited', async () => {
    const { status, body } = await decide('coder', { kind: 'reject', target: await first(), by: 'Somebody Else' })
    expect(status).toBe(201)
    expect((await listDecisions(record.db)).map(({ by }) => by)).toEqual(['coder'])
    const [entry] = (await ask(app, '/api/v1/audit', { headers: as('admin') })).body.items
    const expected = {
      who: 'coder',
      how: 'session',
      from: '192.0.2.1',
      what: 'decide',
      about: `decision ${body.seq}: reject`,
    }
    expect(entry).toMatchObject(expected)
    expect((await undo('coder', body.seq)).status).toBe(201)
    expect(await listDecisions(record.db)).toEqual([])
  })

  test('what another decided only an editor takes back, and only an editor assesses, merges and splits', async () => {
    const { body } = await decide('editor', { kind: 'accept', target: await first() })
    expect((await undo('coder', body.seq)).status).toBe(403)
    expect((await undo('admin', body.seq)).status).toBe(201)
    const value = { status: 'planned', pam: 0, on: '2021-11-28', evidence: [] }
    const assess = { kind: 'assess', target: 'karabakh-2020/1a', value, why: 'Both sides named a day.' }
    const merge = { kind: 'merge', target: 'x', value: { with: 'y' } }
    for (const body of [assess, merge, { ...merge, kind: 'split' }])
      expect((await decide('coder', body)).status).toBe(403)
    const made = await decide('editor', assess)
    expect(made.status).toBe(201)
    expect((await undo('editor', made.body.seq)).status).toBe(201)
    expect(await listDecisions(record.db)).toEqual([])
  })

  test('by a token: in the name of its user, and it may what both may', async () => {
    const headers = await bearer(record, 'coder', ['read', 'review', 'edit', 'export'])
    const who = (await ask(app, '/api/v1/session', { headers })).body
    expect([who.kind, who.name, who.rights]).toEqual(['token', 'coder', ['read', 'review']])
    const sent = { method: 'POST', headers, body: { kind: 'accept', target: await first() } }
    const { body } = await ask(app, '/api/v1/decisions', sent)
    const [decision] = await listDecisions(record.db)
    expect([decision.seq, decision.by]).toEqual([body.seq, 'coder'])
    expect((await listAudit(record.db, { limit: 1 }))[0].how).toMatch(/^token [0-9a-f]{10}$/)
    await undo('coder', body.seq)
  })
})

test('a session whose role was lowered may less at once', async () => {
  const hash = secretHash('lowered')
  const times = { at: '2026-01-01T00:00:00Z', expires: '2100-01-01T00:00:00Z' }
  await addUser(record.db, { name: 'falling', password: null, role: 'admin', mayExport: false }, times.at)
  const at = new Date().toISOString()
  await addSession(record.db, { hash, user: 'falling', at, expires: times.expires })
  const headers = { cookie: 'parley=lowered' }
  expect((await ask(app, '/api/v1/audit', { headers })).status).toBe(200)
  await record.db.updateTable('users').set({ role: 'reader' }).where('name', '=', 'falling').execute()
  expect((await ask(app, '/api/v1/audit', { headers })).status).toBe(403)
  await record.db.updateTable('users').set({ role: 'owner' }).where('name', '=', 'falling').execute()
  expect((await ask(app, '/api/v1/record', { headers })).status).toBe(403)
  await endSession(record.db, hash)
})

describe('users and tokens by an admin', () => {
  const call = (method: string, path: string, body?: unknown, headers = as('admin')) =>
    ask(app, `/api/v1/${path}`, { method, headers, body })

  test('add, change, remove; each in the audit; no hash is shown', async () => {
    const made = await call('POST', 'users', { name: 'Vera', role: 'reader', password: 'vera horse battery' })
    expect([made.status, made.body]).toMatchObject([
      201,
      { name: 'Vera', role: 'reader', mayExport: false, hasPassword: true },
    ])
    expect((await call('POST', 'users', { name: 'vera', role: 'reader', password: null })).body.message).toMatch(
      /already/,
    )
    expect((await call('POST', 'users', { name: 'Zoe', role: 'reader', password: 'short' })).status).toBe(400)
    expect((await call('POST', 'users', { name: 'Zoe', role: 'owner', password: null })).status).toBe(400)
    expect((await call('POST', 'users', { name: '<b>', role: 'reader', password: null })).status).toBe(422)
    const vera = await logIn(app, 'Vera', 'vera horse battery')
    expect((await call('PATCH', 'users/Vera', { role: 'coder', mayExport: true })).status).toBe(204)
    expect((await call('GET', 'session', undefined, vera)).body.rights).toEqual(['read', 'review', 'export'])
    expect((await call('PATCH', 'users/Vera', { password: 'other horse battery' })).status).toBe(204)
    expect((await call('GET', 'session', undefined, vera)).body.kind).toBe('nobody')
    expect((await call('PATCH', 'users/Vera', {})).status).toBe(400)
    expect((await call('DELETE', 'users/Vera')).status).toBe(204)
    expect((await call('DELETE', 'users/Vera')).status).toBe(422)
    const did = (await listAudit(record.db, { limit: 5 })).map(({ what, about }) => [what, about])
    expect(did).toEqual([
      ['remove user', 'Vera'],
      ['change user', 'Vera: password'],
      ['change user', 'Vera: coder, may export: true'],
      ['log in', null],
      ['add user', 'Vera: reader'],
    ])
  })

  test('one is always left: nobody removes or lowers themselves', async () => {
    for (const name of ['admin', 'ADMIN', '%61dmin']) {
      expect((await call('DELETE', `users/${name}`)).body.message).toMatch(/your own account/)
      expect((await call('PATCH', `users/${name}`, { role: 'reader' })).body.message).toMatch(/your own account/)
    }
  })

  test('a token is shown once, and none manages', async () => {
    const asked = { user: 'editor', scopes: ['read', 'add'], expires: '2100-01-01T00:00:00Z', note: 'nightly' }
    const { status, body } = await call('POST', 'tokens', asked)
    expect([status, body.token]).toEqual([201, expect.stringMatching(/^parley_[\w-]{43}$/)])
    const token = { authorization: `Bearer ${body.token}` }
    expect((await call('GET', 'session', undefined, token)).body.rights).toEqual(['read', 'add'])
    const listed = (await call('GET', 'tokens')).body.find(({ id }: { id: string }) => id === body.id)
    expect(listed).toMatchObject({ user: 'editor', scopes: ['read', 'add'], note: 'nightly' })
    expect(JSON.stringify(listed)).not.toContain(body.token)
    for (const wrong of [{ scopes: ['manage'] }, { scopes: [] }, { expires: 'soon' }, { user: 'none' }])
      expect([400, 422]).toContain((await call('POST', 'tokens', { ...asked, ...wrong })).status)
    expect((await call('DELETE', `tokens/${body.id}`)).status).toBe(204)
    expect((await call('GET', 'session', undefined, token)).status).toBe(401)
  })
})

test('the audit is read in pages, by who manages', async () => {
  const seen: number[] = []
  for (let after = ''; ; ) {
    const { body } = await ask(app, `/api/v1/audit${after}`, { headers: as('admin') })
    seen.push(...body.items.map(({ n }: { n: number }) => n))
    if (body.next === null) break
    after = `?after=${body.next}`
  }
  expect(seen).toEqual([...seen].sort((a, b) => b - a))
  expect(new Set(seen).size).toBe(seen.length)
  expect((await ask(app, '/api/v1/audit?after=x', { headers: as('admin') })).status).toBe(400)
})

test('metrics ask for a right of their own, and name routes, not what was asked for', async () => {
  expect((await ask(app, '/metrics')).status).toBe(401)
  expect((await ask(app, '/metrics', { headers: as('editor') })).status).toBe(403)
  await ask(app, '/api/v1/people-nobody-knows', { headers: as('reader') })
  await ask(app, '/api/v1/sources/verysecret', { headers: as('reader') })
  const { status, text, headers } = await ask(app, '/metrics', { headers: await bearer(record, 'admin', ['measure']) })
  expect([status, headers.get('content-type')]).toEqual([200, expect.stringContaining('text/plain')])
  expect(text).toContain('route="/api/v1/sources/:source",status="404"')
  expect(text).toMatch(/parley_refused_total\{status="429"\} \d{4}/)
  expect(text).not.toMatch(/verysecret|people-nobody-knows/)
})

test('anybody may ask whether it is up', async () => {
  expect((await ask(app, '/healthz')).body).toEqual({ status: 'up' })
  expect((await ask(app, '/readyz')).body).toEqual({ status: 'ready' })
})

test('the log holds who and which route, and nobody’s words', async () => {
  log.length = 0
  await ask(app, `/api/v1/statements?q=${encodeURIComponent('тайнослово')}`, { headers: as('reader') })
  await ask(app, '/api/v1/dossiers/karabakh-2020/people/person-secret', { headers: as('reader') })
  await ask(app, '/secretpage?token=secret', { headers: await bearer(record, 'reader', ['read']) })
  await ask(app, '/api/v1/record', { headers: { authorization: 'Bearer parley_secretsecret' } })
  const lines = log.map(line => JSON.parse(line))
  expect(lines.map(({ route, status, user, msg }) => [route, status, user, msg])).toEqual([
    ['/api/v1/statements', 200, 'reader', 'answered'],
    ['/api/v1/dossiers/:dossier/people/:ref', 404, 'reader', 'answered'],
    ['page', expect.any(Number), null, 'answered'],
    ['/api/v1/record', 401, null, 'refused'],
  ])
  expect(log.join('')).not.toMatch(/secret|тайнослово|%D1/i)
})

test('what goes wrong is told in one line, and its place is in the log without its words', async () => {
  const lines: string[] = []
  const noted = makeLog('error', { write: line => void lines.push(line) })
  const broken = makeApp({
    shelf: { name: 'x', record: { ...record, db: null as never }, kit: null as never },
    page: '/nowhere',
    onError: error => noted.error({ error }, 'failed'),
    access: { ...access, isPublic: true },
  })
  const { status, body } = await ask(broken, '/api/v1/sources?q=secret')
  expect([status, body.message]).toEqual([500, 'something went wrong on the server; its log says what'])
  expect(JSON.parse(lines[0]).error).toEqual({
    type: 'TypeError',
    at: expect.arrayContaining([expect.stringContaining('sources.ts')]),
  })
  expect(lines[0]).not.toMatch(/secret|Cannot read/)
  expect((await ask(broken, '/readyz')).status).toBe(503)
})

test('users, sessions, tokens and the audit are in no export', async () => {
  const dossiers = loadDossiers(['karabakh-2020'])
  for (const format of EXPORT_FORMATS)
    for (const what of Object.keys(EXPORT_TABLES) as (keyof typeof EXPORT_TABLES)[]) {
      const asked = {
        record,
        filter: toFilter({}, { dossiers: [], packs: new Map() } as never),
        events: {},
        claims: {},
        dossiers,
      }
      let text = ''
      for await (const piece of exportRecord(format, what, asked as never, '2026-01-01T00:00:00Z'))
        text += String(piece)
      expect([format, /argon2id|exporter|log in|192\.0\.2/.test(text)]).toEqual([format, false])
    }
})

describe('exports', () => {
  const get = (query: string, headers: Record<string, string>) => ask(app, `/api/v1/export?${query}`, { headers })

  test.each(EXPORT_FORMATS)('%s by one who may, and it is audited', async format => {
    const { status, headers, text } = await get(`format=${format}`, as('exporter'))
    expect(status).toBe(200)
    expect(text.length).toBeGreaterThan(10)
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''examples/)
    const [entry] = await listAudit(record.db, { limit: 1 })
    expect([entry.who, entry.what, entry.about?.split(' ')[0]]).toEqual(['exporter', 'export', format])
  })

  test('as many rows as the record has, by what was asked', async () => {
    const rows = async (query: string) =>
      (await get(query, as('exporter'))).text
        .trim()
        .split('\n')
        .map(line => JSON.parse(line))
    const all = await rows('format=jsonl')
    const { count } = await record.db
      .selectFrom('quotations')
      .select(eb => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    expect(all.length).toBe(Number(count))
    const some = await rows(`format=jsonl&q=${encodeURIComponent('переговоры')}`)
    expect(some.length).toBeGreaterThan(0)
    expect(some.length).toBeLessThan(all.length)
  })

  test('not by another site, not in a format that is none, and no more than two at a time', async () => {
    const foreign = { ...as('exporter'), 'sec-fetch-site': 'cross-site' }
    expect((await get('format=csv', foreign)).status).toBe(403)
    expect((await get('format=pdf', as('exporter'))).status).toBe(400)
    const started = Array.from({ length: 4 }, () =>
      app.request(`${ORIGIN}/api/v1/export?format=jsonl`, { headers: as('exporter') }),
    )
    const answers = await Promise.all(started)
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 503, 503])
    for (const { body } of answers) await body?.cancel()
    await expect.poll(async () => (await get('format=jsonl', as('exporter'))).status).toBe(200)
    for (let i = 0; i < 5; i++)
      expect((await ask(app, '/api/v1/export?format=jsonl', { method: 'HEAD', headers: as('exporter') })).status).toBe(
        200,
      )
  })
})

describe('a public record', () => {
  let shown: typeof app
  beforeAll(() => {
    shown = makeApp({
      shelf: { name: 'x', record, kit: { dossiers: [], packs: new Map() } as never },
      page: '/nowhere',
      onError: error => {
        throw error
      },
      access: { ...access, isPublic: true },
    })
  })

  test('is read by anybody and written by nobody who has not logged in', async () => {
    expect((await ask(shown, '/api/v1/sources')).status).toBe(200)
    expect((await ask(shown, '/api/v1/session')).body).toMatchObject({
      kind: 'nobody',
      rights: ['read'],
      canLogIn: true,
    })
    for (const { route, method, path, need } of GUARDED) {
      if (need.right === 'read') continue
      const { status } = await ask(shown, path, { method, body: method === 'GET' ? undefined : {} })
      expect([route, status]).toEqual([route, 401])
    }
  })

  test('answers one address no more than a hundred times a second', async () => {
    let refused = 0
    for (let i = 0; i < 6100; i++)
      if ((await ask(shown, '/api/v1/session', { from: '192.0.2.200' })).status === 429) refused++
    expect(refused).toBeGreaterThanOrEqual(90)
    expect((await ask(shown, '/api/v1/session', { from: '192.0.2.201' })).status).toBe(200)
  })
})

describe('a record without users', () => {
  test('is this machine’s alone, until it has one', async () => {
    const own = await exampleApp([])
    const local = async (host: string) => (await own.app.request(`http://${host}/api/v1/record`)).status
    expect(await local('localhost:4750')).toBe(200)
    expect(await local('127.0.0.1:4750')).toBe(200)
    expect(await local('rebound.example:4750')).toBe(403)
    for (const name of ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip']) {
      const headers = { [name]: '192.0.2.1' }
      expect((await own.app.request('http://localhost/api/v1/record', { headers })).status).toBe(401)
    }
    await expect(listen(own.app, { host: '0.0.0.0', port: 0 })).rejects.toThrow(/it has no users: add one/)
    await addUser(
      own.record.db,
      { name: 'Anna', password: null, role: 'admin', mayExport: true },
      '2026-01-01T00:00:00Z',
    )
    expect(await local('localhost:4750')).toBe(401)
    await removeUser(own.record.db, 'Anna')
    const beyond = makeApp({
      shelf: { name: 'x', record: own.record, kit: null as never },
      page: '/nowhere',
      onError: () => {},
      access,
    })
    expect((await ask(beyond, '/api/v1/record')).status).toBe(401)
    await own.close()
  })
})

test.each([
  '/../../../package.json',
  '/assets/../../../package.json',
  '/assets/..%2f..%2f..%2fpackage.json',
  '/%2e%2e/%2e%2e/package.json',
  '/assets/%252e%252e/package.json',
  '/..\\..\\package.json',
  '/packs/%00/../../package.json',
  '//etc/passwd',
  '/assets/%c0%ae%c0%ae/package.json',
  '/api/v1/sources/..%2f..%2f..%2fpackage.json',
  '/api/v1/../../package.json',
])('no file outside the page, asked for as it stands: %s', async path => {
  const server = await listen(app, { host: '127.0.0.1', port: 0 })
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = createConnection(Number(new URL(server.address).port), '127.0.0.1')
    let text = ''
    socket.setEncoding('utf8').on('data', (piece: string) => {
      text += piece
    })
    socket.on('error', reject).on('end', () => resolve(text))
    socket.end(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`)
  })
  await server.stop()
  expect(answer).toMatch(/^HTTP\/1\.1 (?:200|400|401|404|503) /)
  expect(answer).not.toMatch(/"workspaces"|root:x:|node_modules/)
})
