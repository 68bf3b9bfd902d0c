import { describe, expect, test } from 'vitest'
import { krippendorffAlpha, type Metric } from '../src/index.ts'

/** Rows are judges, columns things judged, `.` what a judge left out: as the papers print them. */
function units(...judges: readonly string[]): number[][] {
  const rows = judges.map(judge => judge.split(' '))
  return rows[0].map((_, unit) =>
    rows.flatMap(row =>
      row[unit] === '.' ? [] : [/\d/.test(row[unit]) ? Number(row[unit]) : row[unit].charCodeAt(0)],
    ),
  )
}

/** K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), sections A to D; the last from "Krippendorff's alpha", Wikipedia. */
const FOUR_JUDGES = units(
  '1 2 3 3 2 1 4 1 2 . . .',
  '1 2 3 3 2 2 4 1 2 5 . 3',
  '. 3 3 3 2 3 4 2 2 5 1 .',
  '1 2 3 3 2 4 4 1 2 5 1 .',
)
const THREE_JUDGES = units(
  '. . . . . 3 4 1 2 1 1 3 3 . 3',
  '1 . 2 1 3 3 4 3 . . . . . . .',
  '. . 2 1 3 4 4 . 2 1 1 3 3 . 4',
)
const PUBLISHED: readonly (readonly [string, number[][], Metric, number])[] = [
  ['two judges, two values', units('0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0'), 'nominal', 0.095],
  ['two judges, five values', units('a a b b d c c c e d d a', 'b a b b b c c c e d d d'), 'nominal', 0.692],
  ['four judges, some missing', FOUR_JUDGES, 'nominal', 0.743],
  ['four judges, some missing', FOUR_JUDGES, 'ordinal', 0.815],
  ['four judges, some missing', FOUR_JUDGES, 'interval', 0.849],
  ['three judges, most missing', THREE_JUDGES, 'nominal', 0.691],
  ['three judges, most missing', THREE_JUDGES, 'interval', 0.811],
]

describe("Krippendorff's alpha", () => {
  test.each(PUBLISHED)('%s, %#', (_, judged, metric, alpha) => {
    expect(krippendorffAlpha(judged, metric)).toBeCloseTo(alpha, 3)
  })

  test('full agreement is 1; without two values or two pairs there is none to tell', () => {
    expect(
      krippendorffAlpha(
        [
          [1, 1],
          [2, 2],
        ],
        'nominal',
      ),
    ).toBe(1)
    expect(
      krippendorffAlpha(
        [
          [1, 1],
          [1, 1],
        ],
        'nominal',
      ),
    ).toBeNull()
    expect(krippendorffAlpha([[1, 2], [1]], 'nominal')).toBeNull()
    expect(krippendorffAlpha([], 'ordinal')).toBeNull()
  })
})
