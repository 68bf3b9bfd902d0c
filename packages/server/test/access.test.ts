/** Who may do what: each route says it, and what it says holds. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { RIGHTS, type Right, type Role, rightsOf } from '../src/access/rights.ts'
import { ROUTE_NEEDS } from '../src/access/route-needs.ts'
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
