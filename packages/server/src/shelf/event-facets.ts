/**
 * How many happenings each value of each facet of the timeline would leave, with what is chosen of the other facets. Counted among the newest events, at most
 * `MOST`: where there are more, a count is the least there is, and is said to be.
 */
import { type EventFilter, type FoundEvent, type Happening, type ToldAs, toldAs } from '@parley/record'
import { listReviewedEvents, whileUnchanged } from '@parley/service'
import type { EventFacets } from '../api/schemas.ts'
import { happeningsOf } from './events.ts'
import type { Shelf } from './shelf.ts'

/** Events looked at for one count. */
const MOST = 2000
/** Values told of one facet; those that are chosen always are. */
const VALUES = 40

type Label = string | null
interface Facet {
  readonly name: EventFacets['facets'][number]['facet']
  /** The filter's own list of what is chosen. */
  readonly chosen: 'told' | 'types' | 'actors'
  /** Values of a happening, each with how documents name it where that is not the value itself. */
  valuesOf(happening: Happening): Iterable<readonly [value: string, label: Label]>
}

const FACETS: readonly Facet[] = [
  { name: 'told', chosen: 'told', valuesOf: happening => [[asTold(happening), null]] },
  { name: 'type', chosen: 'types', valuesOf: ({ events: [event] }) => [[event.type, null]] },
  { name: 'actor', chosen: 'actors', valuesOf: ({ events }) => new Map(events.flatMap(participants)) },
]

export function countEvents(shelf: Shelf, filter: EventFilter): Promise<EventFacets> {
  return whileUnchanged(shelf.record, `event facets ${JSON.stringify(filter)}`, () => count(shelf, filter))
}

async function count({ record }: Shelf, filter: EventFilter): Promise<EventFacets> {
  const sample = async (asked: EventFilter) => {
    const { rows, next } = await listReviewedEvents(record, asked, MOST)
    return { happenings: await happeningsOf(record, rows), isWhole: next === null }
  }
  const whole = await sample(filter)
  const facets: EventFacets['facets'] = []
  for (const facet of FACETS) {
    const picked: readonly string[] = filter[facet.chosen] ?? []
    const { happenings, isWhole } = picked.length === 0 ? whole : await sample({ ...filter, [facet.chosen]: [] })
    facets.push({ facet: facet.name, ...counted(facet, happenings, picked), isWhole })
  }
  return { total: whole.happenings.length, isWhole: whole.isWhole, facets }
}

function counted({ valuesOf }: Facet, happenings: readonly Happening[], picked: readonly string[]) {
  const seen = new Map<string, { count: number; label: Label }>(picked.map(value => [value, { count: 0, label: null }]))
  for (const happening of happenings) {
    for (const [value, label] of valuesOf(happening)) {
      const before = seen.get(value) ?? { count: 0, label }
      seen.set(value, { count: before.count + 1, label: before.label ?? label })
    }
  }
  const all = [...seen]
    .map(([value, { count, label }]) => ({ value, label, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
  const values = all.filter(({ value }, i) => i < VALUES || picked.includes(value))
  return { values, others: all.length - values.length }
}

/** News where one of its reports is. */
function asTold({ events }: Happening): ToldAs {
  return toldAs(events.find(({ background }) => background === 0) ?? events[0])
}

function participants({ actors, recipients }: FoundEvent): [value: string, label: Label][] {
  const all = [actors, recipients].flatMap(json => JSON.parse(json) as { name: string; ref: string | null }[])
  return all.map(({ name, ref }) => [ref ?? name, ref === null ? null : name])
}
