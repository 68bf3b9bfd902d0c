/** The timeline as a table: one row an event or a statement, RFC 4180. */
import type { TimelineItem, TimelineName } from '@parley/core'
import { oneLine } from '@parley/views'
import type { TimelineReport } from '../read-timeline.ts'
import { csvLine } from './csv-line.ts'

const COLUMNS = [
  'kind',
  'time',
  'first_day',
  'last_day',
  'reported',
  'type',
  'mode',
  'status',
  'background',
  'who',
  'whom',
  'place',
  'told_by',
  'about',
  'stipulations',
  'words',
  'document',
  'start',
  'end',
  'rule',
]

/** `type` of a statement is its act, `mode` its form. `start` and `end`: UTF-16 units, from the first words to the last. */
export function timelineCsv({ items }: TimelineReport): string {
  return csvLine(COLUMNS) + items.map(rowOf).join('')
}

function rowOf(item: TimelineItem): string {
  const { kind, time, first, last, reported, about, stipulations, evidence, rule } = item
  const deed =
    item.kind === 'event'
      ? [item.type, item.mode, item.status, item.background, list(item.actors), list(item.recipients)]
      : [item.act, item.form, null, null, item.speaker?.name ?? null, null]
  return csvLine([
    kind,
    time,
    first,
    last,
    reported,
    ...deed,
    item.kind === 'event' ? (item.place?.name ?? null) : null,
    item.kind === 'event' ? (item.toldBy?.name ?? null) : null,
    list(about),
    stipulations.join('; '),
    evidence.map(({ quote }) => oneLine(quote)).join(' … '),
    evidence[0].document,
    evidence[0].start,
    evidence[evidence.length - 1].end,
    rule,
  ])
}

function list(names: readonly TimelineName[]): string {
  return names.map(({ name }) => oneLine(name)).join('; ')
}
