/** Places with what names them, and who meets and names whom: counted by the database, each figure opened by the list behind it. */
import type { NetworkAnswer, PlaceAnswer } from '@parley/web/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type * as answers from '../src/api/network-schemas.ts'
import { network, place } from '../src/api/network-schemas.ts'
import { eventItem, paged, statement } from '../src/api/schemas.ts'
import { exampleApp } from './example-record.ts'
import { placeReports } from './place-reports.ts'

const DOSSIER = 'dossiers/karabakh-2020'
const reports = placeReports()
let example: Awaited<ReturnType<typeof exampleApp>>
beforeAll(async () => {
  example = await exampleApp([reports.folder])
})
afterAll(async () => {
  await example.close()
  reports.remove()
})

type Fits<Answer extends Contract, Contract> = [Answer, Contract] extends [Contract, unknown] ? true : false
const CONTRACT: readonly [Fits<answers.Place, PlaceAnswer>, Fits<answers.Network, NetworkAnswer>] = [true, true]

async function ask(path: string): Promise<{ status: number; body: unknown }> {
  const response = await example.app.request(`/api/v1/${path}`)
  return { status: response.status, body: await response.json() }
}
const places = async (days = '') => place.array().parse((await ask(`${DOSSIER}/places${days}`)).body)
const networkOf = async (query: string) => network.parse((await ask(`${DOSSIER}/network?${query}`)).body)

test('a place tells its events and statements, and the lists behind them have as many', async () => {
  const all: readonly PlaceAnswer[] = await places()
  expect(CONTRACT.every(fits => fits)).toBe(true)
  expect(all.some(({ events }) => events > 0)).toBe(true)
  expect(all.some(({ statements }) => statements > 0)).toBe(true)
  for (const { asked, events, statements } of all) {
    const told = paged(eventItem).parse((await ask(`events?place=${encodeURIComponent(asked)}`)).body)
    expect(told.items.reduce((sum, { reports }) => sum + reports.length, 0)).toBe(events)
    const said = paged(statement).parse((await ask(`statements?about=${encodeURIComponent(asked)}`)).body)
    expect(said.items.length).toBe(statements)
  }
})

test('a place has its names with who uses them, and how far its point may be off', async () => {
  const [town] = (await places()).filter(({ names }) => names.some(({ text }) => text === 'Stepanakert'))
  expect(town.names.find(({ text }) => text === 'Khankendi')?.usedBy).toEqual(['aze'])
  expect(town.coordinates?.within).toBeGreaterThan(0)
  expect(town.coordinates?.sourceTitle).not.toBe('')
})

test('figures of some days are of those days', async () => {
  const sum = (all: readonly PlaceAnswer[]) => all.reduce((total, { events }) => total + events, 0)
  const [whole, spring, never] = await Promise.all([
    places(),
    places('?from=2021-05-01&until=2021-05-31'),
    places('?from=1990-01-01&until=1990-12-31'),
  ])
  expect(sum(spring)).toBeGreaterThan(0)
  expect(sum(spring)).toBeLessThan(sum(whole))
  expect(sum(never)).toBe(0)
})

test('a meeting of three in two reports is one meeting', async () => {
  const { meetings, actors } = await networkOf('from=2021-11-26&until=2021-11-26')
  expect(meetings.length).toBe(1)
  const [{ present, sources, evidence }] = meetings
  expect(present.length).toBe(3)
  expect(sources).toBe(2)
  expect(evidence.length).toBe(2)
  expect(actors.map(({ side }) => side).sort()).toEqual(['arm', 'aze', 'rus'])
})

test('only what one side has a hand in', async () => {
  const all = await networkOf('')
  const own = await networkOf('side=aze')
  const sideOf = new Map(all.actors.map(({ key, side }) => [key, side]))
  expect(own.meetings.length).toBeGreaterThan(0)
  expect(own.meetings.map(({ key }) => key)).toEqual(
    all.meetings.filter(({ present }) => present.some(key => sideOf.get(key) === 'aze')).map(({ key }) => key),
  )
  expect((await networkOf('side=nobody')).meetings).toEqual([])
})

test('whose statements name whom, each pair with as many statements as it counts; nobody names themselves', async () => {
  const { namings, actors } = await networkOf('kind=namings')
  expect(namings.length).toBeGreaterThan(0)
  const known = new Set(actors.map(({ key }) => key))
  for (const { by, of, count } of namings) {
    expect(by).not.toBe(of)
    expect(known.has(by) && known.has(of)).toBe(true)
    const said = await ask(`statements?${new URLSearchParams({ by, about: of })}`)
    expect(paged(statement).parse(said.body).items.length).toBe(count)
  }
})

test('what a reviewer rejected is no meeting and counts at no place', async () => {
  const [{ key }] = (await networkOf('from=2021-05-12&until=2021-05-12')).meetings
  const events = async () => (await places()).reduce((sum, each) => sum + each.events, 0)
  const before = await events()
  const response = await example.app.request('http://127.0.0.1/api/v1/decisions', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'reject', target: key, by: 'Anna' }),
  })
  expect(response.status).toBe(201)
  expect((await networkOf('from=2021-05-12&until=2021-05-12')).meetings).toEqual([])
  expect(await events()).toBe(before - 1)
})

test.each([
  [`${DOSSIER}/network?kind=rumours`, 400],
  [`${DOSSIER}/network?from=yesterday`, 400],
  [`${DOSSIER}/places?until=2021`, 400],
  ['dossiers/none/network', 404],
  ['dossiers/none/places', 404],
])('%s: %i, and why', async (path, status) => {
  const answer = await ask(path)
  expect(answer.status).toBe(status)
  expect((answer.body as { message: string }).message).not.toBe('')
})
