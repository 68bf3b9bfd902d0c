/** The verb `timeline`: inputs in; what is reported as happening and as said out, in order of when it happened. */
import {
  type Analysis,
  isOnTimeline,
  type Kit,
  sortTimeline,
  type TimelineFilter,
  type TimelineItem,
  timelineItems,
} from '@parley/core'
import type { ReadOptions } from '@parley/ingest'
import { type Collect, readOnce, type Telling } from './read-once.ts'
import type { StatusDocument } from './read-status.ts'

/** The exchange format `parley/timeline@1`, described in docs/STATUS.md. */
export interface TimelineReport {
  readonly format: 'parley/timeline@1'
  readonly reader: Analysis['reader']
  readonly filter: Required<TimelineFilter>
  /** What was read, in the order of the inputs. */
  readonly documents: readonly StatusDocument[]
  readonly items: readonly TimelineItem[]
}

export function readTimeline(
  inputs: readonly string[],
  kit: Kit,
  reading: ReadOptions,
  filter: Required<TimelineFilter>,
  telling: Telling,
): Promise<TimelineReport> {
  return timelineOf(take => readOnce(inputs, kit, reading, telling, take), kit, filter)
}

/** The timeline of analyses, wherever they come from. */
export async function timelineOf(
  collect: Collect,
  kit: Kit,
  filter: Required<TimelineFilter>,
): Promise<TimelineReport> {
  const documents: StatusDocument[] = []
  const items: TimelineItem[] = []
  await collect(analysis => {
    const found = timelineItems(analysis).filter(item => isOnTimeline(item, filter))
    documents.push(analysis.document)
    for (const item of found) items.push(item)
  })
  const reader = { version: kit.version, languages: kit.languages, dossier: kit.dossier }
  return { format: 'parley/timeline@1', reader, filter, documents, items: sortTimeline(items) }
}
