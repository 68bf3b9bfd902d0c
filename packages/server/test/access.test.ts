/** Who may do what: each route says it, and what it says holds. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { RIGHTS, type Right, type Role, rightsOf } from '../src/access/rights.ts'
import { ROUTE_NEEDS } from '../src/access/route-needs.ts'
import { makeApp } from '../src/index.ts'
import { exampleApp } from './example-record.ts'

let example: Awaited<ReturnType<typeof exampleApp>>
let routes: readonly string[]
beforeAll(async () => {
  example = await exampleApp([])
  const response = await example.app.request('/api/openapi.json')
  const { paths } = (await response.json()) as { paths: Record<string, object> }
  routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map(method => `${method.toUpperCase()} ${path.replace('/api/v1', '')}`),
  )
})
afterAll(() => example.close())

test('every route of the API has a row that says what it needs, and every row a route', () => {
  expect(Object.keys(ROUTE_NEEDS).sort()).toEqual([...routes].sort())
})

test.each<[Role, boolean, Right[]]>([
  ['reader', false, ['read']],
  ['reader', true, ['read', 'export']],
  ['coder', false, ['read', 'review']],
  ['editor', false, ['read', 'review', 'edit', 'add']],
  ['admin', false, ['read', 'review', 'edit', 'add', 'measure', 'manage']],
  ['admin', true, [...RIGHTS]],
])('a %s (with export: %s) may %j', (role, mayExport, rights) => {
  expect([...rightsOf(role, mayExport)].sort()).toEqual([...rights].sort())
})

test('who writes without a route is told so, whatever is written', async () => {
  for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'POST'])
    expect((await example.app.request('/api/v1/record', { method })).status).toBe(404)
})

test('a record that may not be written is looked at, and nothing else', async () => {
  const { shelf } = example
  const app = makeApp({
    shelf: { ...shelf, record: { ...shelf.record, readOnly: 'the disk is read-only' } },
    page: '',
    onError: error => {
      throw error
    },
  })
  const ask = (path: string, body?: object) =>
    app.request(`http://127.0.0.1/api/v1/${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  expect(await (await ask('session')).json()).toMatchObject({ kind: 'local', rights: ['read'], canLogIn: false })
  expect((await ask('record')).status).toBe(200)
  expect((await ask('decisions', { target: 'x', kind: 'accept', by: 'x' })).status).toBe(403)
  expect((await ask('imports')).status).toBe(403)
  expect((await ask('session', { name: 'x', password: 'x' })).status).toBe(400)
  expect((await app.request('http://elsewhere.example/api/v1/record')).status).toBe(403)
})
