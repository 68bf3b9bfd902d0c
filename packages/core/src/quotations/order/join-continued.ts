/** Speech in marks with no attribution of its own behind a report: of the same speaker, and where that report held marks, a part of it. */
import { continueSpeech } from '../continued.ts'
import type { Quotation } from '../quotation.ts'
import type { Scene } from '../scene.ts'
import { overlaps } from '../stretches.ts'

/** `"A" and B, X said. "C."` is one quotation, `X said C1. "C2."` are two. In, out: all quotations of a document, in any order. */
export function joinContinued(scene: Scene, quotations: readonly Quotation[]): Quotation[] {
  const all = [...quotations]
  const { start } = scene.layers.tokens
  for (const next of continueSpeech(scene, quotations)) {
    // A line of a transcript opens a mark and names who speaks inside it.
    if (quotations.some(({ parts }) => overlaps(parts, next.parts))) continue
    const at = all.findIndex(
      ({ kind, cue, speaker, parts }) =>
        kind === 'mixed' && speaker === next.speaker && cue !== null && parts[0].start < start[cue.from],
    )
    if (at < 0) all.push(next)
    else all[at] = { ...all[at], parts: [...all[at].parts, ...next.parts] }
  }
  return all
}
