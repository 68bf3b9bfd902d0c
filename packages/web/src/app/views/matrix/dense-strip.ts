/** What a voice said over years, where marks of single days would lie on top of each other: one line a kind of claim, each on a level of its own. Pure. */
import { ASSERTIONS, type Assertion } from '@parley/core'

/** Marks in one strip that can still be told apart. */
export const MOST_MARKS = 48

/** Places along the strip, each two pixels or less. */
const PLACES = 200
/** Pixels between levels, of a strip 16 pixels high. */
const LEVEL = 2

export interface DenseLine {
  readonly assertion: Assertion
  /** A path in a box 100 wide and 16 high. */
  readonly path: string
}

/** `at`: 0 to 100. The most advanced claims stand at the top. */
export function denseLines(marks: readonly { readonly assertion: Assertion; readonly at: number }[]): DenseLine[] {
  const places = new Map<Assertion, Set<number>>()
  for (const { assertion, at } of marks) {
    const own = places.get(assertion) ?? new Set()
    places.set(assertion, own.add(Math.min(PLACES - 1, Math.floor((at * PLACES) / 100))))
  }
  return ASSERTIONS.flatMap((assertion, level) => {
    const own = places.get(assertion)
    if (own === undefined) return []
    const y = 13 - LEVEL * level
    return [
      {
        assertion,
        path: runsOf(own)
          .map(({ from, to }) => `M${shown(from)} ${y}H${shown(to)}`)
          .join(''),
      },
    ]
  })
}

function runsOf(places: ReadonlySet<number>): { readonly from: number; to: number }[] {
  const runs: { readonly from: number; to: number }[] = []
  for (const place of [...places].sort((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last?.to === place) last.to = place + 1
    else runs.push({ from: place, to: place + 1 })
  }
  return runs
}

function shown(place: number): number {
  return (place * 100) / PLACES
}
