/** The timeline: two lists as one down to where both are known, and a scale from years to hours. */
import { describe, expect, test } from 'vitest'
import type { EventAnswer, StatementAnswer } from '../src/app/api/contract.ts'
import { type Loaded, mergeRows, type TimelineRow } from '../src/app/views/timeline/merge-rows.ts'
import {
  DAY,
  daysAfter,
  daysOf,
  instant,
  moved,
  placeIn,
  precisionOf,
  type Stretch,
  stretchOf,
  ticksOf,
  zoomed,
} from '../src/app/views/timeline/time-scale.ts'

const event = (day: string | null): TimelineRow => ({ kind: 'event', day, event: {} as EventAnswer })
const statement = (day: string | null): TimelineRow => ({ kind: 'statement', day, statement: {} as StatementAnswer })
const days = ({ rows }: { readonly rows: readonly TimelineRow[] }) => rows.map(({ kind, day }) => `${kind[0]} ${day}`)
const all = (rows: readonly TimelineRow[]): Loaded => ({ rows, hasMore: false })
const first = (rows: readonly TimelineRow[]): Loaded => ({ rows, hasMore: true })

test.each([
  ['2023-11-21', '2023-11-21T18:30', 0],
  ['2023-11-21T09:15', '2023-11-21T08:00', 0],
  ['2023-11-20', '2023-11-21T00:10', 1],
  ['2023-11', '2023-11-21', 0],
  ['2023-10', '2023-11-02', 2],
  ['2023-11-24T10', '2023-11-21T18:30', -3],
  [null, '2023-11-21', 0],
  ['PRESENT_REF', '2023-11-21', 0],
])('what happened %s and is reported %s is told %d days after', (time, reported, days) => {
  expect(daysAfter(time, reported)).toBe(days)
})

describe('events and statements as one list', () => {
  test('newest first, an event before what was said that day, undated last', () => {
    const merged = mergeRows(
      all([event('2021-11-26T15:00'), event('2021-11-01'), event(null)]),
      all([statement('2021-11-26'), statement('2021-11-20'), statement(null)]),
    )
    expect(days(merged)).toEqual([
      'e 2021-11-26T15:00',
      's 2021-11-26',
      's 2021-11-20',
      'e 2021-11-01',
      'e null',
      's null',
    ])
    expect(merged.next).toBeNull()
  })

  test('what would stand among rows not yet loaded waits for them', () => {
    const merged = mergeRows(
      first([event('2021-11-26'), event('2021-11-10')]),
      first([statement('2021-11-25'), statement('2021-11-20')]),
    )
    expect(days(merged)).toEqual(['e 2021-11-26', 's 2021-11-25', 's 2021-11-20'])
    expect(merged.next).toBe('statement')
    const further = mergeRows(
      first([event('2021-11-26'), event('2021-11-10')]),
      all([statement('2021-11-25'), statement('2021-11-20'), statement('2021-11-02')]),
    )
    expect(days(further)).toEqual(['e 2021-11-26', 's 2021-11-25', 's 2021-11-20', 'e 2021-11-10'])
    expect(further.next).toBe('event')
  })
})

describe('the scale', () => {
  test.each([
    ['2021', 365, 'year'],
    ['2021-11', 30, 'month'],
    ['2021-W47', 7, 'week'],
    ['2021-SU', 92, 'part'],
    ['2021-11-26', 1, 'day'],
    ['2021-11-26TMO', 1, 'partOfDay'],
    ['2021-11-26T15', 1 / 24, 'hour'],
    ['2021-11-26T15:30', 1 / 1440, 'hour'],
  ] as const)('%s is %d days long and precise to the %s', (value, length, precision) => {
    const { from, until } = stretchOf(value)!
    expect((until - from) / DAY).toBeCloseTo(length, 10)
    expect(precisionOf(value)).toBe(precision)
  })

  test('what has no place in the calendar has none on the chart', () => {
    for (const value of [null, 'PAST_REF', 'P3D', 'XXXX-11-26']) expect(stretchOf(value)).toBeNull()
  })

  test('closer and closer down to a day, then no more; farther and back', () => {
    let window: Stretch = { from: instant('2014-01-01'), until: instant('2022-01-01') }
    const lengths: number[] = []
    for (let next = zoomed(window, 'in'); next !== null; next = zoomed(window, 'in')) {
      window = next
      lengths.push((window.until - window.from) / DAY)
    }
    expect(lengths).toEqual([1098, 366, 92, 31, 7, 1])
    const { from, until } = daysOf(window)
    expect(from).toBe(until)
    expect(zoomed(window, 'out')!.until - zoomed(window, 'out')!.from).toBe(7 * DAY)
    expect(moved(moved(window, 'later'), 'earlier')).toEqual(window)
  })

  test('ticks are years, months, days, hours, by what the window has room for', () => {
    const labels = (from: string, until: string) =>
      ticksOf({ from: instant(from), until: instant(until) }, 'en').map(({ label }) => label)
    expect(labels('2014-06-01', '2022-06-01')).toContain('2018')
    expect(labels('2021-01-01', '2021-12-31')).toEqual(expect.arrayContaining(['2021', 'Apr']))
    expect(labels('2021-11-20', '2021-11-28')).toContain('26 Nov')
    expect(labels('2021-11-26', '2021-11-27')).toEqual(expect.arrayContaining(['26 Nov', '15:00']))
  })

  test('a place is a percent of the width, beyond it for what lies outside', () => {
    const window = { from: instant('2021-11-01'), until: instant('2021-12-01') }
    expect(placeIn(window, instant('2021-11-16'))).toBe(50)
    expect(placeIn(window, instant('2021-01-01'))).toBeLessThan(0)
    expect(placeIn(window, instant('2022-01-01'))).toBeGreaterThan(100)
  })
})
