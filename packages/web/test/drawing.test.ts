/** What a map and a network draw, as plain functions: places in columns, circles on the globe, names that do not cover each other. */
import { expect, test } from 'vitest'
import type { ActorAnswer, NetworkAnswer } from '../src/app/api/contract.ts'
import { circleRound, topOf } from '../src/app/views/map/circle.ts'
import { apart } from '../src/app/views/map/labels.ts'
import { pictureOf } from '../src/app/views/network/network-model.ts'

const actor = (key: string, side: string | null): ActorAnswer => ({
  key,
  ref: key,
  name: key,
  names: [],
  kind: 'person',
  side,
})
const actors = [actor('c', null), actor('b', 'south'), actor('a', 'north'), actor('d', 'south')]
const meeting = (key: string, present: string[]) => ({ key, present }) as unknown as NetworkAnswer['meetings'][number]

test('a meeting of three is one node with three lines; sides stand together, in their order', () => {
  const meetings = [meeting('m1', ['a', 'b', 'd']), meeting('m2', ['b', 'c'])]
  const { nodes, edges, rows } = pictureOf({ actors, meetings, namings: [], isCut: false }, ['south', 'north'])
  expect(nodes.filter(({ column }) => column === 'start').map(({ key }) => key)).toEqual(['b', 'd', 'a', 'c'])
  expect(nodes.filter(({ isMeeting }) => isMeeting).map(({ key, row }) => [key, row])).toEqual([
    ['m1', 0],
    ['m2', 1],
  ])
  expect(edges.filter(({ edge }) => edge === 'm1').length).toBe(3)
  expect(rows).toBe(4)
})

test('whoever speaks and is named stands on both sides; the order of the answer changes nothing', () => {
  const namings = [
    { by: 'a', of: 'b', count: 3, last: null },
    { by: 'b', of: 'a', count: 1, last: null },
  ]
  const network = { actors, meetings: [], namings, isCut: false }
  const picture = pictureOf(network, ['north', 'south'])
  expect(picture.nodes.map(({ id }) => id)).toEqual(['start a', 'start b', 'end a', 'end b'])
  expect(pictureOf({ ...network, actors: [...actors].reverse() }, ['north', 'south'])).toEqual(picture)
})

test.each([
  [{ lat: 0, lon: 0, within: 111 }, 1],
  [{ lat: 60, lon: 30, within: 55 }, 1],
])('a circle round %j is as wide as it says', ({ lat, lon, within }, widest) => {
  const [ring] = circleRound({ lat, lon, within }, {}).geometry.coordinates
  const north = Math.max(...ring.map(([, y]) => y))
  const east = Math.max(...ring.map(([x]) => x))
  expect(north - lat).toBeCloseTo((within / 6371) * (180 / Math.PI), 3)
  expect(east - lon).toBeCloseTo(widest, 1)
  expect(ring[0]).toEqual(ring.at(-1)?.map(value => expect.closeTo(value, 9)))
  expect(topOf({ lat, lon, within })[1]).toBeCloseTo(north, 3)
})

test('of names that would cover each other the first wanted is shown', () => {
  const box = (left: number) => ({ left, right: left + 10, top: 0, bottom: 10 })
  expect([...apart([box(0), box(5), box(12), box(40)])]).toEqual([0, 2, 3])
})
