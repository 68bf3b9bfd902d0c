/** Labels of tokens as stretches with a kind. */
import type { TokenRange } from '../span.ts'
import { type Labels, ORGANISATION_BEGIN, ORGANISATION_INSIDE, PERSON_BEGIN, PLACE_BEGIN } from './name-labels.ts'

export interface LabelledSpan extends TokenRange {
  readonly kind: 'person' | 'place' | 'organisation'
  /** What found it: `namer`, or the rule that added it. */
  readonly rule: string
  /** Of one place in a list, the noun that says what all of them are: «районы» in «Донской и Горский районы». */
  readonly kindWord?: number
}

/** Sorted by first token, the longer first. */
export function spansOfLabels(labels: Labels): LabelledSpan[] {
  const { inner, outer } = labels
  const spans: LabelledSpan[] = []
  for (let i = 0; i < inner.length; i++) {
    if (outer[i] === ORGANISATION_BEGIN) {
      spans.push({ from: i, to: endOf(outer, i, ORGANISATION_INSIDE), kind: 'organisation', rule: 'namer' })
    }
    const begin = inner[i]
    if (begin !== PERSON_BEGIN && begin !== PLACE_BEGIN) continue
    spans.push({
      from: i,
      to: endOf(inner, i, begin + 1),
      kind: begin === PERSON_BEGIN ? 'person' : 'place',
      rule: 'namer',
    })
  }
  return spans.sort((a, b) => a.from - b.from || b.to - a.to)
}

function endOf(labels: Uint8Array, from: number, inside: number): number {
  let to = from + 1
  while (to < labels.length && labels[to] === inside) to++
  return to
}
