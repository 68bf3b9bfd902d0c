/** The API over a real record: each answer fits its own schema and the page's contract, and a wrong question is told why. */
import { type Analysis, ASSERTIONS } from '@parley/core'
import type {
  ClaimAnswer,
  ClaimPoint,
  EventAnswer,
  Paged,
  RecordAnswer,
  SourceItem,
  StatementAnswer,
} from '@parley/web/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type * as answers from '../src/api/schemas.ts'
import { claim, claimPoint, eventItem, paged, recordFacts, source, sourceItem, statement } from '../src/api/schemas.ts'
import { exampleApp } from './example-record.ts'

let example: Awaited<ReturnType<typeof exampleApp>>
beforeAll(async () => {
  example = await exampleApp()
})
afterAll(() => example.close())

/** What the server answers can be taken by the page: a type that does not fit fails to compile. */
type Fits<Answer extends Contract, Contract> = [Answer, Contract] extends [Contract, unknown] ? true : false
const CONTRACT: readonly [
  Fits<answers.RecordFacts, RecordAnswer>,
  Fits<answers.ClaimPoint, ClaimPoint>,
  Fits<answers.Claim, ClaimAnswer>,
  Fits<answers.SourceItem, SourceItem>,
  Fits<answers.Statement, StatementAnswer>,
  Fits<answers.EventItem, EventAnswer>,
] = [true, true, true, true, true, true]

async function ask(path: string): Promise<{ status: number; body: unknown }> {
  const response = await example.app.request(`/api/v1/${path}`)
  return { status: response.status, body: await response.json() }
}

test('what the record holds', async () => {
  const { body } = await ask('record')
  const facts: RecordAnswer = recordFacts.parse(body)
  expect(facts.documents).toBeGreaterThan(5)
  expect(facts.dossiers.map(({ id }) => id)).toEqual(['karabakh-2020'])
  expect(CONTRACT.every(fits => fits)).toBe(true)
})

test('sources come newest first, and each can be opened', async () => {
  const { body } = await ask('sources')
  const list = paged(sourceItem).parse(body)
  const days = list.items.map(({ published }) => published ?? '')
  expect(days).toEqual([...days].sort().reverse())
  for (const { id, quotations } of list.items) {
    const opened = source.parse((await ask(`sources/${encodeURIComponent(id)}`)).body)
    const { text, quotations: found } = opened.analysis as unknown as Analysis
    expect(found.length).toBe(quotations)
    for (const { parts } of found) for (const { start, end } of parts) expect(text.slice(start, end)).not.toBe('')
  }
})

test('statements are found by words in any form, and the words are marked', async () => {
  const { body } = await ask(`statements?q=${encodeURIComponent('переговорам')}`)
  const list: Paged<StatementAnswer> = paged(statement).parse(body)
  expect(list.items.length).toBeGreaterThan(0)
  for (const { words, found } of list.items) {
    expect(found.map(({ start, end }) => words.slice(start, end).toLowerCase()).join()).toMatch(/переговор/)
  }
})

test('statements in pages are all statements, none twice', async () => {
  const seen: string[] = []
  for (let after = ''; ; ) {
    const list = paged(statement).parse((await ask(`statements${after}`)).body)
    seen.push(...list.items.map(({ document, index }) => `${document} ${index}`))
    if (list.next === null) break
    after = `?after=${encodeURIComponent(list.next)}`
  }
  expect(new Set(seen).size).toBe(seen.length)
  const sources = paged(sourceItem).parse((await ask('sources')).body)
  expect(seen.length).toBe(sources.items.reduce((sum, item) => sum + item.quotations, 0))
})

test('events come latest first, each with its words in its source', async () => {
  const list = paged(eventItem).parse((await ask('events')).body)
  expect(list.items.length).toBeGreaterThan(0)
  const days = list.items.map(({ time }) => time ?? '')
  expect(days).toEqual([...days].sort().reverse())
  const only = paged(eventItem).parse((await ask('events?type=CONSULT')).body)
  expect(only.items.length).toBe(list.items.filter(({ type }) => type === 'CONSULT').length)
})

test('points of the matrix count the claims that its cells open', async () => {
  const { body } = await ask('dossiers/karabakh-2020/claim-points?agreement=karabakh-2020')
  const points = claimPoint.array().parse(body)
  for (const { stipulation, voice, assertion } of points) {
    expect(ASSERTIONS).toContain(assertion)
    const query = new URLSearchParams({ stipulation, voice: voice ?? 'other' })
    const list = paged(claim).parse((await ask(`dossiers/karabakh-2020/claims?${query}`)).body)
    const same = points.filter(point => point.stipulation === stipulation && point.voice === voice)
    expect(list.items.length).toBe(same.reduce((sum, { count }) => sum + count, 0))
  }
})

test.each([
  ['sources/none', 404, /no reading of a source 'none'/],
  ['dossiers/none', 404, /no dossier 'none'/],
  ['sources?after=here', 400, /after: no place in a list/],
  ['statements?from=yesterday', 400, /from: /],
  ['dossiers/karabakh-2020/claims', 400, /stipulation: /],
  ['nothing', 404, /there is no GET \/api\/v1\/nothing/],
])('%s is told why not', async (path, status, message) => {
  const answer = await ask(path)
  expect(answer.status).toBe(status)
  expect((answer.body as { message: string }).message).toMatch(message)
})

test('the API is described as OpenAPI, every route of it', async () => {
  const response = await example.app.request('/api/openapi.json')
  const { openapi, paths } = (await response.json()) as { openapi: string; paths: object }
  expect(openapi).toBe('3.1.0')
  expect(Object.keys(paths).length).toBeGreaterThanOrEqual(7)
})

test('an answer that did not change is not sent again', async () => {
  const first = await example.app.request('/api/v1/record')
  const etag = first.headers.get('etag') as string
  const second = await example.app.request('/api/v1/record', { headers: { 'if-none-match': etag } })
  expect(second.status).toBe(304)
})

test.each(['/../package.json', '/%2e%2e/%2e%2e/package.json', '/assets/..%2f..%2f..%2fpackage.json', '/packs/%00'])(
  'no file outside the page is served: %s',
  async path => {
    const response = await example.app.request(path)
    expect(await response.text()).not.toContain('"workspaces"')
  },
)

test('every answer forbids what the page does not need', async () => {
  const { headers } = await example.app.request('/')
  expect(headers.get('content-security-policy')).toContain("script-src 'self'")
  expect(headers.get('content-security-policy')).not.toContain('unsafe')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
})
