/** Marks in the margin: claims close together share one place, those further on have their own. */
import { type Mark, markLines } from '@parley/views'
import { expect, test } from 'vitest'
import { groupClaims } from '../src/app/document/group-claims.ts'
import type { LayerMark } from '../src/app/document/layers.ts'

/** Groups of claims over these stretches of a line of 300 characters. */
function groupsOf(...spans: readonly (readonly [start: number, end: number])[]): string {
  const marks = spans.map(
    ([start, end], index): Mark<LayerMark> => ({
      start,
      end,
      rank: 1,
      value: { layer: 'claim', item: { kind: 'claims', index }, address: `c${index}` },
    }),
  )
  const [line] = markLines('x'.repeat(300), marks)
  return [...groupClaims(line.events).values()].map(group => group.join(' ')).join(' | ')
}

test('claims of one clause stand together, the next sentence has its own place', () => {
  expect(groupsOf([10, 40])).toBe('0')
  expect(groupsOf([10, 40], [120, 160])).toBe('0 | 1')
  expect(groupsOf([10, 40], [44, 60], [200, 240])).toBe('0 1 | 2')
})

test('claims on the same words are all told', () => {
  expect(groupsOf([10, 40], [10, 40], [10, 40]).split(' ').sort().join(' ')).toBe('0 1 2')
})
