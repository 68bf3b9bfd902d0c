/** Precision, recall and F1 of spans by kind: exact borders, and any overlap. Counts as `score-names` counts. */
import type { TokenRange } from '../../packages/core/src/span.ts'
import type { Example } from './examples.ts'

export interface Found extends TokenRange {
  readonly kind: string
}

const KINDS = ['person', 'place', 'organisation'] as const

export function measure(results: readonly { readonly example: Example; readonly spans: readonly Found[] }[]): string {
  const lines: string[] = []
  for (const kind of KINDS) {
    let gold = 0
    let read = 0
    let exact = 0
    let goldHit = 0
    let readHit = 0
    for (const { example, spans } of results) {
      const { tokens, document } = example
      const wanted = document.names.filter(name => name.kind === kind)
      const found = spans
        .filter(span => (span.kind === 'country' ? 'place' : span.kind) === kind)
        .map(span => ({ start: tokens.start[span.from], end: tokens.end[span.to - 1] }))
      const keys = new Set(found.map(span => `${span.start}:${span.end}`))
      gold += wanted.length
      read += found.length
      exact += wanted.filter(name => keys.has(`${name.start}:${name.end}`)).length
      goldHit += wanted.filter(name => found.some(span => span.start < name.end && name.start < span.end)).length
      readHit += found.filter(span => wanted.some(name => span.start < name.end && name.start < span.end)).length
    }
    const line = (name: string, hitRead: number, hitGold: number): string => {
      const precision = read === 0 ? 0 : hitRead / read
      const recall = gold === 0 ? 0 : hitGold / gold
      const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
      return `${name} P ${precision.toFixed(3)} R ${recall.toFixed(3)} F1 ${f1.toFixed(3)}`
    }
    lines.push(`${kind.padEnd(13)} ${line('exact', exact, exact)}   ${line('overlap', readHit, goldHit)}`)
  }
  return lines.join('\n')
}
