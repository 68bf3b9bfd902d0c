/** An analysis as marks over its text. Layers differ in channel (ground, underline, weight), so they may lie over one another. */
import type { Analysis, Span } from '@parley/core'
import type { Mark } from '@parley/views'
import { addressOf, type Chosen, type FoundKind } from './found.ts'

export type Layer = 'direct' | 'indirect' | 'speaker' | 'cue' | 'time' | 'event' | 'claim'

export interface LayerMark {
  readonly layer: Layer
  /** The item the words belong to: a speaker's words belong to the quotation. */
  readonly item: Chosen
  readonly address: string
}

/** Lower is further out: what says most stands outside. */
const RANK: Readonly<Record<Layer, number>> = {
  direct: 0,
  indirect: 0,
  claim: 1,
  speaker: 2,
  cue: 2,
  event: 3,
  time: 4,
}

export function marksOf(analysis: Analysis): Mark<LayerMark>[] {
  const marks: Mark<LayerMark>[] = []
  const add = (kind: FoundKind, index: number, layer: Layer, { start, end }: Span) => {
    const item = { kind, index }
    marks.push({ start, end, rank: RANK[layer], value: { layer, item, address: addressOf(analysis, item) } })
  }
  for (const [i, { kind, parts, cue, speaker }] of analysis.quotations.entries()) {
    for (const part of parts) add('quotations', i, kind === 'indirect' ? 'indirect' : 'direct', part)
    if (cue !== null) add('quotations', i, 'cue', cue)
    if (speaker !== null) add('quotations', i, 'speaker', speaker)
  }
  for (const [i, { words }] of analysis.claims.entries()) add('claims', i, 'claim', words)
  for (const [i, { trigger }] of analysis.events.entries()) add('events', i, 'event', trigger)
  for (const [i, time] of analysis.times.entries()) add('times', i, 'time', time)
  return marks
}
