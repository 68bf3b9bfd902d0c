/** Labels of the timeline's chart: over their day, apart from each other, or left to the table. */
import { describe, expect, test } from 'vitest'
import { placeLabels } from '../src/app/views/timeline/place-labels.ts'

const CASES: readonly (readonly [
  what: string,
  given: readonly (readonly [at: number, words: string])[],
  rows: string,
])[] = [
  ['one stands lowest', [[50, 'meeting']], '2 middle'],
  [
    'far ones share the lowest row',
    [
      [20, 'meeting'],
      [80, 'meeting'],
    ],
    '2 middle, 2 middle',
  ],
  [
    'close ones stand above each other',
    [
      [50, 'meeting'],
      [54, 'meeting'],
    ],
    '2 middle, 1 middle',
  ],
  [
    'one that a leader would cross has no room',
    [
      [50, 'meeting'],
      [50.1, 'meeting'],
    ],
    '2 middle, null middle',
  ],
  [
    'at the ends they turn inward',
    [
      [1, 'meeting'],
      [99, 'meeting'],
    ],
    '2 start, 2 end',
  ],
  ['no words, no label', [[50, '']], 'null middle'],
]

describe('labels of the chart', () => {
  for (const [what, given, rows] of CASES) {
    test(what, () => {
      const labels = placeLabels(given.map(([at, words]) => ({ at, words })))
      expect(labels.map(({ row, anchor }) => `${row} ${anchor}`).join(', ')).toBe(rows)
    })
  }

  test('a long one is cut', () => {
    expect(placeLabels([{ at: 50, words: 'a meeting of the three leaders in the capital' }])[0].words).toBe(
      'a meeting of the three…',
    )
  })
})
