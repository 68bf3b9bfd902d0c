/** A report as a quotation: its cue, its speaker, its words without marks that hold them whole. */
import type { Span } from '../../span.ts'
import type { Quotation } from '../quotation.ts'
import type { Scene } from '../scene.ts'
import type { OrderedAttribution } from './attribution-by-order.ts'

export function reportBase({ cue, speaker }: OrderedAttribution, rule: string): Omit<Quotation, 'kind' | 'parts'> {
  return { cue: { from: cue.from, to: cue.to }, act: cue.row.act, speaker, rule: `${cue.row.row} ${rule}` }
}

export function makeReport(
  scene: Scene,
  attribution: OrderedAttribution,
  spans: readonly (Span | null)[],
  rule: string,
): Quotation | null {
  const parts = spans.filter(span => span !== null)
  if (parts.length === 0) return null
  const { text } = scene.layers.document
  const marked = parts.some(part => holdsMarks(text.slice(part.start, part.end)))
  const whole = parts.map(part => withoutOuterMarks(text, part))
  const direct = parts.every((part, i) => whole[i] !== part)
  return { ...reportBase(attribution, rule), kind: direct ? 'direct' : marked ? 'mixed' : 'indirect', parts: whole }
}

function holdsMarks(text: string): boolean {
  return text.includes('"') || text.includes('“') || text.includes("''")
}

/** A content that is wholly in marks stays without them. */
function withoutOuterMarks(text: string, part: Span): Span {
  const inner = text.slice(part.start + 1, part.end - 1)
  const opens = '"“'.includes(text.charAt(part.start))
  const closes = '"”'.includes(text.charAt(part.end - 1))
  return opens && closes && !holdsMarks(inner) && !inner.includes('”')
    ? { start: part.start + 1, end: part.end - 1 }
    : part
}
