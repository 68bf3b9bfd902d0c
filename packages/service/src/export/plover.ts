/**
 * Event rows as POLECAT prints PLOVER events: tab-separated, one row a happening, its reports together. What PLOVER names and others leave out stands in columns of its own:
 * status (planned, denied, hypothetical) and background (historical).
 */
import { type FoundEvent, groupHappenings, listDecisions } from '@parley/record'
import { type ExportSource, eventsOf } from './source.ts'

const PLOVER_COLUMNS = [
  'Event ID',
  'Event Date',
  'Event Type',
  'Event Mode',
  'Actor Name',
  'Actor ID',
  'Recipient Name',
  'Recipient ID',
  'Placename',
  'Place ID',
  'Status',
  'Historical',
  'Event Text',
  'Publication Date',
  'Source',
  'URL',
  'Story IDs',
  'Sources',
] as const

export async function* writePlover(source: ExportSource): AsyncGenerator<string> {
  const events: FoundEvent[] = []
  for await (const event of eventsOf(source)) events.push(event)
  const decisions = await listDecisions(source.record.db)
  yield `${PLOVER_COLUMNS.join('\t')}\n`
  for (const { id, events: told, sources } of groupHappenings(events, decisions)) {
    const [first] = told
    const row = [
      id,
      first.time ?? '',
      first.type,
      first.mode ?? '',
      ...parties(told, 'actors'),
      ...parties(told, 'recipients'),
      told.find(({ place }) => place !== null)?.place ?? '',
      told.find(({ place_ref }) => place_ref !== null)?.place_ref ?? '',
      first.status,
      first.background === 1 ? '1' : '0',
      first.words,
      each(told, ({ published }) => published),
      each(told, ({ publisher }) => publisher),
      each(told, ({ url }) => url),
      each(told, ({ document }) => document),
      String(sources),
    ]
    yield `${row.map(cell).join('\t')}\n`
  }
}

/** Names and ids of all who are named in any of the reports, `;` between them. */
function parties(events: readonly FoundEvent[], side: 'actors' | 'recipients'): [string, string] {
  const found = new Map<string, { name: string; ref: string | null }>()
  for (const event of events) {
    for (const one of JSON.parse(event[side]) as { name: string; ref: string | null }[])
      found.set(one.ref ?? one.name, one)
  }
  const all = [...found.values()]
  return [all.map(({ name }) => name).join(';'), all.map(({ ref }) => ref ?? '').join(';')]
}

function each(events: readonly FoundEvent[], value: (event: FoundEvent) => string | null): string {
  return [...new Set(events.map(value).filter(found => found !== null))].join(';')
}

function cell(value: string): string {
  return value.replace(/[\t\r\n]+/g, ' ')
}
