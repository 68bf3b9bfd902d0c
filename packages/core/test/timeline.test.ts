import { handMade } from '@parley/testkit'
import { describe, expect, test } from 'vitest'
import { dayRange, isOnTimeline, isWithin, sortTimeline, type TimelineFilter, timelineItems } from '../src/index.ts'

test.each<readonly [value: string, expected: string]>([
  ['2020-11-10', '2020-11-10 2020-11-10'],
  ['2020-11-10T00:00+03:00', '2020-11-10 2020-11-10'],
  ['2020-02', '2020-02-01 2020-02-29'],
  ['2021', '2021-01-01 2021-12-31'],
  ['202X', '2020-01-01 2029-12-31'],
  ['19XX', '1900-01-01 1999-12-31'],
  ['2020-Q4', '2020-10-01 2020-12-31'],
  ['2021-H1', '2021-01-01 2021-06-30'],
  ['2020-W53', '2020-12-28 2021-01-03'],
  ['2021-W01-WE', '2021-01-09 2021-01-10'],
  ['2021-SU', '2021-06-01 2021-08-31'],
  // Of which winter «зимой 2021 года» speaks is open.
  ['2021-WI', '2020-12-01 2022-02-28'],
  ['2020-11-09/2020-11-10', '2020-11-09 2020-11-10'],
  ['2020-11/2021-01', '2020-11-01 2021-01-31'],
  ...['P3M', 'PAST_REF', 'XXXX-11-09', 'XXXX', '2021-02-30', '2021-13', 'T12:00', '', '2021-01/2020-01', '/2021'].map(
    value => [value, ''] as const,
  ),
])('the days of %s', (value, expected) => {
  const range = dayRange(value)
  expect(range === null ? '' : `${range.first} ${range.last}`).toBe(expected)
})

const REPORT = handMade(
  '{x1 type=CONSULT mode=meet actors=ab time=2021-11-26 place=o:Встреча} {a ref=p1:Анны} и {b:Бориса} в {o kind=place ref=place-1:Осло}. ' +
    '{q1 by=a:{k1 stipulation=pact/6a assertion=progress by=a in=1:Обмен} с {v kind=country ref=vel:Велорией} идёт}, — сказала {s1:она}. ' +
    '{x2 type=RETREAT actors=v background=yes time=2020-11:Отвод} был раньше. {x3 type=AID actors=v:Помощь} идёт. ' +
    '«{q2:Да}», — ответил {s2:источник}.',
  { published: '2021-11-27' },
)

function items(filter: TimelineFilter = {}): string[] {
  return sortTimeline(timelineItems(REPORT))
    .filter(item => isOnTimeline(item, filter))
    .map(item => `${item.first ?? 'undated'} ${item.kind === 'event' ? item.type : (item.speaker?.name ?? '?')}`)
}

test('in order of when it happened, the undated last', () => {
  expect(items()).toEqual([
    '2020-11-01 RETREAT',
    '2021-11-26 CONSULT',
    '2021-11-27 Анны',
    '2021-11-27 источник',
    'undated AID',
  ])
})

describe('filters', () => {
  test.each([
    [
      'from',
      { from: '2020-11-20' },
      ['2020-11-01 RETREAT', '2021-11-26 CONSULT', '2021-11-27 Анны', '2021-11-27 источник'],
    ],
    ['until', { until: '2020-11-01' }, ['2020-11-01 RETREAT']],
    ['one day', { from: '2021-11-26', until: '2021-11-26' }, ['2021-11-26 CONSULT']],
    ['by a part of a name', { by: 'анн' }, ['2021-11-26 CONSULT', '2021-11-27 Анны']],
    ['by an id', { by: 'vel' }, ['2020-11-01 RETREAT', 'undated AID']],
    ['by words where nobody is known', { by: 'источник' }, ['2021-11-27 источник']],
    ['about a country', { about: 'Велори' }, ['2021-11-27 Анны']],
    ['about a place of an event', { about: 'place-1' }, ['2021-11-26 CONSULT']],
    ['about a stipulation', { about: 'pact/6a' }, ['2021-11-27 Анны']],
    ['about a point', { about: 'pact/6' }, ['2021-11-27 Анны']],
    ['about nothing there is', { about: 'pact/61' }, []],
  ])('%s', (_, filter, expected) => {
    expect(items(filter)).toEqual(expected)
  })
})

test.each([
  ['karabakh-2020/6a', ['karabakh-2020/6a', '6a', 'karabakh-2020/6', 'karabakh-2020'], true],
  ['karabakh-2020/6a', ['karabakh-2020/6b', 'a', '6', 'karabakh', 'karabakh-2020/', ''], false],
  ['pact/10', ['pact/1', '0', '1'], false],
])('%s is within', (id, asked, expected) => {
  for (const one of asked) expect(isWithin(id, one), one).toBe(expected)
})

test('what it is about: named in its words, without the speaker', () => {
  const [first] = timelineItems(REPORT).filter(item => item.kind === 'statement')
  expect(first.about).toEqual([{ name: 'Велорией', ref: 'vel' }])
  expect(first.stipulations).toEqual(['pact/6a'])
  expect(first.evidence[0].quote).toBe('Обмен с Велорией идёт')
})
