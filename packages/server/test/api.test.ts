/** The API over a real record: each answer fits its own schema and the page's contract, and a wrong question is told why. */
import { type Analysis, ASSERTIONS } from '@parley/core'
import type {
  CandidateAnswer,
  CandidateInPlaceAnswer,
  ClaimAnswer,
  ClaimPoint,
  DecisionAnswer,
  DisputeAnswer,
  EventAnswer,
  EventFacetName,
  FacetName,
  FacetsAnswer,
  ImportAnswer,
  ImportFailureAnswer,
  ImportNoticeAnswer,
  Paged,
  PersonAnswer,
  RecordAnswer,
  SourceItem,
  SpeakersAnswer,
  StatementAnswer,
  TokenAnswer,
  TokenMade,
} from '@parley/web/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ImportFailure, ImportItem, ImportNotice } from '../src/api/import-schemas.ts'
import type * as answers from '../src/api/schemas.ts'
import {
  candidate,
  candidateInPlace,
  claim,
  claimPoint,
  decision,
  eventFacets,
  eventItem,
  paged,
  personFacts,
  personItem,
  recordFacts,
  source,
  sourceItem,
  speakers,
  statement,
  type z,
} from '../src/api/schemas.ts'
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
  Fits<answers.Dispute, DisputeAnswer>,
  Fits<answers.Claim, ClaimAnswer>,
  Fits<answers.SourceItem, SourceItem>,
  Fits<answers.Statement, StatementAnswer>,
  Fits<answers.FacetCounts, FacetsAnswer<FacetName>>,
  Fits<answers.EventFacets, FacetsAnswer<EventFacetName>>,
  Fits<answers.EventItem, EventAnswer>,
  Fits<answers.Candidate, CandidateAnswer>,
  Fits<answers.CandidateInPlace, CandidateInPlaceAnswer>,
  Fits<answers.Decision, DecisionAnswer>,
  Fits<answers.PersonFacts, PersonAnswer>,
  Fits<answers.Speakers, SpeakersAnswer>,
  Fits<ImportItem, ImportAnswer>,
  Fits<z.infer<typeof answers.tokenItem>, TokenAnswer>,
  Fits<z.infer<typeof answers.tokenMade>, TokenMade>,
  Fits<ImportFailure, ImportFailureAnswer>,
  Fits<ImportNotice, ImportNoticeAnswer>,
] = [true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true]

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

test('a facet of events counts as many as the list it leaves; by the day of the report they come latest first, too', async () => {
  const { total, isWhole, facets } = eventFacets.parse((await ask('events/facets')).body)
  expect(isWhole).toBe(true)
  expect(total).toBe(paged(eventItem).parse((await ask('events')).body).items.length)
  for (const { facet, values } of facets) {
    expect(values.length).toBeGreaterThan(0)
    for (const { value, count } of values) {
      const query = new URLSearchParams({ [facet]: value })
      expect(paged(eventItem).parse((await ask(`events?${query}`)).body).items.length, `${facet} ${value}`).toBe(count)
      const same = eventFacets.parse((await ask(`events/facets?${query}`)).body)
      expect(same.total).toBe(count)
    }
  }
  const reported = paged(eventItem).parse((await ask('events?order=reported')).body)
  const days = reported.items.map(event => event.reported ?? '')
  expect(days).toEqual([...days].sort().reverse())
  expect((await ask('events?told=invented')).status).toBe(400)
})

test('who speaks and is in no dossier is told with as many statements as the list behind the name', async () => {
  const { items, total, isWhole } = speakers.parse((await ask('speakers')).body)
  expect(isWhole).toBe(true)
  expect(items.length).toBe(total)
  expect(items.length).toBeGreaterThan(1)
  for (const { speaker, statements, last } of items.slice(0, 6)) {
    const list = paged(statement).parse((await ask(`statements?${new URLSearchParams({ speaker })}`)).body)
    expect(list.items.length).toBe(statements)
    expect(list.items.map(({ said }) => said).find(said => said !== null) ?? null).toBe(last)
    expect(list.items.every(({ speakerRef }) => speakerRef === null)).toBe(true)
  }
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

async function send(path: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await example.app.request(`/api/v1/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return { status: response.status, body: (await response.json()) as { seq: number; message: string } }
}

async function queue(name: string): Promise<readonly answers.Candidate[]> {
  return paged(candidate).parse((await ask(`review?queue=${name}`)).body).items
}

const pointsOf = async (stipulation: string | null) =>
  claimPoint
    .array()
    .parse((await ask('dossiers/karabakh-2020/claim-points?agreement=karabakh-2020')).body)
    .filter(point => point.stipulation === stipulation)
const total = (points: readonly answers.ClaimPoint[]) => points.reduce((sum, { count }) => sum + count, 0)

test('a claim that is rejected leaves the queue and the matrix, and undoing brings it back', async () => {
  const [first, ...others] = await queue('claims')
  const before = await pointsOf(first.stipulation)
  const { status, body } = await send('decisions', { kind: 'reject', target: first.key, by: 'Anna' })
  expect(status).toBe(201)
  expect((await queue('claims')).map(({ key }) => key)).toEqual(others.map(({ key }) => key))
  expect((await queue('decided')).map(({ key }) => key)).toEqual([first.key])
  expect(total(await pointsOf(first.stipulation))).toBe(total(before) - 1)
  const other = await send('decisions', { kind: 'accept', target: first.key, by: 'Boris' })
  const [disputed] = await queue('disputed')
  expect(disputed.review.decisions.map(({ by, kind }) => [by, kind])).toEqual([
    ['Anna', 'reject'],
    ['Boris', 'accept'],
  ])
  expect(await pointsOf(first.stipulation)).toEqual(before)
  for (const [seq, by] of [
    [body.seq, 'Anna'],
    [other.body.seq, 'Boris'],
  ] as const)
    expect((await send(`decisions/${seq}/undo`, { by })).status).toBe(201)
  expect((await queue('claims')).map(({ key }) => key)).toEqual([first, ...others].map(({ key }) => key))
  expect((await send(`decisions/${body.seq}/undo`, { by: 'Anna' })).body.message).toMatch(/undone already/)
})

test('a corrected claim counts as corrected, and its source says who corrected it', async () => {
  const [first] = await queue('claims')
  const { passage, speakers, spans } = candidateInPlace.parse(
    (await ask(`review/item?key=${encodeURIComponent(first.key)}`)).body,
  )
  const [{ start, end }] = spans
  expect(passage.text.slice(start - passage.start, end - passage.start)).toBe(first.words)
  expect(speakers.length).toBeGreaterThan(0)
  const value = { assertion: 'halted', words: `${start}-${end - 1}` }
  const { body } = await send('decisions', { kind: 'correct', target: first.key, value, by: 'Anna' })
  expect((await pointsOf(first.stipulation)).map(({ assertion }) => assertion)).toContain('halted')
  const { reviews } = source.parse((await ask(`sources/${first.document}`)).body)
  expect(reviews).toMatchObject([{ kind: 'claim', index: first.index, review: { state: 'accepted' } }])
  await send(`decisions/${body.seq}/undo`, { by: 'Anna' })
})

test('who is who: roles with their sources, and as many statements as the record has', async () => {
  const people = personItem.array().parse((await ask('dossiers/karabakh-2020/people')).body)
  const persons = people.filter(({ kind }) => kind === 'person')
  for (const { roles } of persons)
    for (const { since, sourceTitle } of roles) expect([since, sourceTitle]).not.toContain('')
  const [most] = [...people].sort((a, b) => b.statements - a.statements)
  expect(most.statements).toBeGreaterThan(0)
  const said = paged(statement).parse((await ask(`statements?by=${most.ref}`)).body)
  expect(said.items.length).toBe(Math.min(most.statements, 40))
  for (const { ref } of people) personFacts.parse((await ask(`dossiers/karabakh-2020/people/${ref}`)).body)
})

test('an assessment stands beside the finding, with its reason', async () => {
  const points = await pointsOf('karabakh-2020/1a')
  const value = { status: 'progress', pam: 1, on: '2021-11-28', evidence: [] }
  const assess = { kind: 'assess', target: 'karabakh-2020/1a', value, by: 'Anna' }
  expect((await send('decisions', assess)).body.message).toMatch(/has a reason/)
  expect((await send('decisions', { ...assess, target: 'karabakh-2020/99' })).status).toBe(422)
  const { body } = await send('decisions', { ...assess, why: 'Two of three posts are gone.' })
  const { body: listed } = await ask('dossiers/karabakh-2020/assessments')
  expect(decision.array().parse(listed)).toMatchObject([{ by: 'Anna', value, why: 'Two of three posts are gone.' }])
  expect(await pointsOf('karabakh-2020/1a')).toEqual(points)
  await send(`decisions/${body.seq}/undo`, { by: 'Anna' })
  expect((await ask('dossiers/karabakh-2020/assessments')).body).toEqual([])
})

describe('who may not write is told so, and nothing is kept', () => {
  const nothing = { kind: 'accept', target: `${'0'.repeat(32)}/claim/1-2/karabakh-2020/1a`, by: 'Anna' }
  test.each<[string, unknown, Record<string, string>, number, RegExp]>([
    ['another site', nothing, { origin: 'https://example.org' }, 403, /only the page/],
    ['a sandboxed page', nothing, { origin: 'null' }, 403, /only the page/],
    ['another port', nothing, { origin: 'http://localhost:1' }, 403, /only the page/],
    ['a site that hides its origin', nothing, { 'sec-fetch-site': 'cross-site' }, 403, /only the page/],
    ['a form', 'kind=accept', { 'content-type': 'application/x-www-form-urlencoded' }, 415, /application\/json/],
    ['plain text', '{}', { 'content-type': 'text/plain' }, 415, /application\/json/],
    ['too much', { ...nothing, why: 'x'.repeat(40_000) }, {}, 413, /more than 32768 bytes/],
    ['no JSON', '{', {}, 400, /JSON/i],
    ['nobody', { ...nothing, by: '  ' }, {}, 400, /by: a decision has a name under it/],
    ['no kind', { target: nothing.target, by: 'Anna' }, {}, 400, /kind/],
    ['an unknown item', nothing, {}, 422, /there is no item/],
    ['no item', { ...nothing, target: 'x' }, {}, 422, /x names no item/],
    ['a field that is none', { ...nothing, kind: 'correct', value: { rule: 'x' } }, {}, 422, /no item|no field/],
  ])('%s', async (_, body, headers, status, message) => {
    const answer = await send('decisions', body, headers)
    expect(answer.body.message).toMatch(message)
    expect(answer.status).toBe(status)
    expect((await ask('decisions?by=Anna')).body).toMatchObject({ items: [] })
  })

  test('a name that points at this machine', async () => {
    const response = await example.app.request('http://rebound.example:4750/api/v1/decisions', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'http://rebound.example:4750' },
      body: JSON.stringify(nothing),
    })
    expect(response.status).toBe(403)
  })
})

test.each([
  ['dossiers/karabakh-2020/people/nobody', 404, /knows no person/],
  ['review?queue=everything', 400, /queue: /],
  ['review/item?key=none', 404, /no item 'none'/],
  ['dossiers/none/assessments', 404, /no dossier 'none'/],
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
