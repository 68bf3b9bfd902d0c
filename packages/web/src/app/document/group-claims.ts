/** Claims that end close together in a line of text, so that their marks in the margin stand under each other and not on each other. */
import type { MarkedLine } from '@parley/views'
import type { LayerMark } from './layers.ts'

/** UTF-16 code units: the measure of a line of the page's text. */
const REACH = 66

/** By the index of the first claim of each group, the indices of all of it, in the order they close. */
export function groupClaims(events: MarkedLine<LayerMark>['events']): ReadonlyMap<number, readonly number[]> {
  const groups = new Map<number, number[]>()
  let group: number[] = []
  let from = Number.NEGATIVE_INFINITY
  let at = 0
  for (const event of events) {
    if (event.type === 'text') at = event.start
    if (event.type !== 'close' || event.value.layer !== 'claim' || !event.isLast) continue
    const { index } = event.value.item
    if (at - from < REACH) group.push(index)
    else {
      group = [index]
      from = at
      groups.set(index, group)
    }
  }
  return groups
}
