/** Figures as reviewers left the record: what they rejected is not counted, what they corrected counts as corrected. */
import {
  countEventsAtOtherPlaces,
  countEventsByPlace,
  countQuotations,
  countSpeakers,
  type FoundQuotation,
  type ItemFilter,
  isWithinDays,
  listQuotations,
  type OpenRecord,
  type PlaceCount,
  type SpeakerCount,
} from '@parley/record'
import { changedItems, EVENTS, QUOTATIONS } from '@parley/service'

/** Statements that fit, by who said them; no more than `limit` are looked at. */
export async function speakersOf(record: OpenRecord, filter: ItemFilter, limit: number): Promise<SpeakerCount[]> {
  const { without, corrected } = await changes(record, filter)
  const found = await countSpeakers(record, { ...filter, without }, limit)
  const others = corrected.flatMap(({ speaker, speaker_ref: ref, said }) =>
    speaker === null ? [] : [{ speaker, ref, count: 1, last: said }],
  )
  return [...Map.groupBy([...found, ...others], ({ speaker, ref }) => ref ?? speaker).values()].map(all => ({
    ...all[0],
    count: all.reduce((sum, { count }) => sum + count, 0),
    last: latest(all.map(({ last }) => last)),
  }))
}

export async function statementsOf(record: OpenRecord, filter: ItemFilter, limit: number) {
  const { without, corrected } = await changes(record, filter)
  const { count, last, isCut } = await countQuotations(record, { ...filter, without }, limit)
  return {
    statements: count + corrected.length,
    lastStatement: latest([last, ...corrected.map(({ said }) => said)]),
    isCut,
  }
}

/** Events by place, of a dossier (`isKnown`) or as the reports name it. Counts change by what reviewers changed; the last day stays as found. */
export async function eventsByPlace(
  record: OpenRecord,
  days: Pick<ItemFilter, 'from' | 'until'>,
  most: number,
): Promise<{ readonly known: PlaceCount[]; readonly others: PlaceCount[] }> {
  const known = new Map((await countEventsByPlace(record, days)).map(each => [each.place, each]))
  const others = new Map((await countEventsAtOtherPlaces(record, days, most)).map(each => [each.place, each]))
  const count = ({ place, place_ref: ref, time }: PlacedEvent, step: number): void => {
    const isOfThoseDays = isWithinDays(time, days.from, days.until)
    const key = ref ?? place
    if (key === null || !isOfThoseDays) return
    const counts = ref === null ? others : known
    const before = counts.get(key) ?? { place: key, count: 0, last: time }
    counts.set(key, { ...before, count: before.count + step })
  }
  for (const { found, reviewed } of await changedItems(record, EVENTS)) {
    count(found, -1)
    if (reviewed !== null) count(reviewed, 1)
  }
  const some = ({ count }: PlaceCount) => count > 0
  return { known: [...known.values()].filter(some), others: [...others.values()].filter(some) }
}

interface PlacedEvent {
  readonly place: string | null
  readonly place_ref: string | null
  readonly time: string | null
}

/** Numbers of the quotations that do not count as found, and what became of those that fit the filter otherwise. */
async function changes(
  record: OpenRecord,
  filter: ItemFilter,
): Promise<{ readonly without: readonly number[]; readonly corrected: readonly FoundQuotation[] }> {
  const changed = await changedItems(record, QUOTATIONS)
  const reviewed = new Map(changed.flatMap(({ reviewed }) => (reviewed === null ? [] : [[reviewed.n, reviewed]])))
  const without = changed.map(({ found }) => found.n)
  if (reviewed.size === 0) return { without, corrected: [] }
  const { rows } = await listQuotations(record, { ...filter, only: [...reviewed.keys()] }, reviewed.size)
  return { without, corrected: rows.map(({ n }) => reviewed.get(n)!) }
}

function latest(days: readonly (string | null)[]): string | null {
  return days.reduce((last, day) => (last === null || (day !== null && day > last) ? day : last), null)
}
