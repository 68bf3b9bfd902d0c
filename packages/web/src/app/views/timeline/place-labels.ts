/** Labels over a chart: each over its day, in the lowest row where it touches no other; one without room has no row, for the table says it too. */

export const LABEL_ROWS = 3
/** Characters of a label, at most. */
const LONGEST = 24
/** Percent of the narrowest chart that one character takes, and the gap between two labels: 11 px letters on 780 px. */
const CHARACTER = 0.85
const GAP = 1.5

export interface ChartLabel {
  readonly words: string
  /** Percent of the chart's width. */
  readonly at: number
  /** 0 is the highest; null: no room. */
  readonly row: number | null
  readonly anchor: 'start' | 'middle' | 'end'
}

interface Placed extends ChartLabel {
  readonly from: number
  readonly to: number
}

/** In the order given: what comes first is placed first. */
export function placeLabels(all: readonly { readonly at: number; readonly words: string }[]): ChartLabel[] {
  const placed: Placed[] = []
  for (const { at, words: whole } of all) {
    const words = whole.length > LONGEST ? `${whole.slice(0, LONGEST - 1).trimEnd()}…` : whole
    const width = words.length * CHARACTER
    const anchor = at - width / 2 < 0 ? 'start' : at + width / 2 > 100 ? 'end' : 'middle'
    const from = anchor === 'start' ? at : anchor === 'end' ? at - width : at - width / 2
    const label = { words, at, anchor, from, to: from + width } as const
    const row =
      words === '' ? undefined : LOWEST_FIRST.find(row => placed.every(other => isApart({ ...label, row }, other)))
    placed.push({ ...label, row: row ?? null })
  }
  return placed.map(({ words, at, row, anchor }) => ({ words, at, row, anchor }))
}

const LOWEST_FIRST = Array.from({ length: LABEL_ROWS }, (_, i) => LABEL_ROWS - 1 - i)

/** In one row they leave a gap; the leader of the higher one passes the lower one by. */
function isApart(a: Placed, b: Placed): boolean {
  if (a.row === null || b.row === null) return true
  if (a.row === b.row) return a.from > b.to + GAP || b.from > a.to + GAP
  const [higher, lower] = a.row < b.row ? [a, b] : [b, a]
  return higher.at < lower.from || higher.at > lower.to
}
