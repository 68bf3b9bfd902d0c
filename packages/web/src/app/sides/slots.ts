/** A side's hue goes by the order in the record, so that it is the same in every view and language and for every reader. */
import type { Standing } from '@parley/core'

interface Ranked {
  readonly id: string
  readonly standing: Standing
}

const STANDINGS: readonly Standing[] = ['party', 'guarantor', 'mediator', 'monitor', 'none']
/** Hues there are; those who come after share the last. */
export const SLOTS = 5

/** From 1, by id. */
export function slotsOf(parties: readonly Ranked[]): ReadonlyMap<string, number> {
  return new Map(byStanding(parties).map(({ id }, i) => [id, Math.min(i + 1, SLOTS)]))
}

export function byStanding<Thing extends Ranked>(things: readonly Thing[]): Thing[] {
  return things.toSorted((a, b) => STANDINGS.indexOf(a.standing) - STANDINGS.indexOf(b.standing))
}
