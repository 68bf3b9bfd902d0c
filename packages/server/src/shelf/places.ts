/** The places of a process, with how many events and statements of the record name each. */
import { type Dossier, idIn } from '@parley/core'
import { othersFirst, toFilter, whileUnchanged } from '@parley/service'
import type { Place } from '../api/network-schemas.ts'
import { eventsByPlace, statementsOf } from './counted.ts'
import { nameFacts } from './names.ts'
import type { Shelf } from './shelf.ts'

export interface Days {
  readonly from?: string | undefined
  readonly until?: string | undefined
}

/** Statements counted of one place; more are said to be more. */
const MOST = 5_000
/** Places no dossier knows, those with most events first. */
const MOST_OTHERS = 40

/** Those of the dossier, then others; in each those most told of first, then by id. What no dossier knows has no coordinates, for a guess is no place. */
export async function listPlaces(shelf: Shelf, dossier: Dossier, days: Days): Promise<Place[]> {
  const key = `places ${JSON.stringify([dossier.id, days.from, days.until])}`
  return whileUnchanged(shelf.record, key, () => findPlaces(shelf, dossier, days))
}

async function findPlaces(shelf: Shelf, dossier: Dossier, days: Days): Promise<Place[]> {
  const { record, kit } = shelf
  const period = withoutUndefined(days)
  const events = new Map<string, { count: number; last: string | null; asked: string }>()
  const { known, others } = await eventsByPlace(record, period, MOST_OTHERS)
  for (const { place, count, last } of known) {
    const id = idIn(place, dossier.id)
    if (id !== null) events.set(id, { count, last, asked: place })
  }
  const places: Place[] = []
  const told = async (asked: string) => {
    await othersFirst()
    return statementsOf(record, toFilter({ about: asked, ...period }, kit), MOST)
  }
  for (const { id, kind, partOf, names, coordinates } of dossier.places) {
    const found = events.get(id)
    const asked = found?.asked ?? refTo(id, dossier, kit.dossiers.length)
    const source = dossier.sources.find(each => each.id === coordinates?.source)
    places.push({
      ref: id,
      name: names[0]?.text ?? id,
      asked,
      kind,
      partOf,
      names: names.map(nameFacts),
      coordinates:
        coordinates === null
          ? null
          : {
              lat: coordinates.lat,
              lon: coordinates.lon,
              within: coordinates.within,
              sourceTitle: source?.title ?? coordinates.source,
              sourceUrl: source?.url ?? null,
            },
      events: found?.count ?? 0,
      lastEvent: found?.last ?? null,
      ...(await told(asked)),
    })
  }
  for (const { place: name, count, last } of others) {
    const unknown = { ref: null, name, asked: name, kind: null, partOf: null, names: [], coordinates: null }
    places.push({ ...unknown, events: count, lastEvent: last, ...(await told(name)) })
  }
  return places.sort(
    (a, b) =>
      Number(a.ref === null) - Number(b.ref === null) ||
      b.events + b.statements - a.events - a.statements ||
      (a.asked < b.asked ? -1 : 1),
  )
}

/** An id as analyses name it: with one dossier the id itself, with several the dossier before it. */
export function refTo(id: string, { id: dossier }: Dossier, dossiers: number): string {
  return dossiers < 2 ? id : `${dossier}#${id}`
}

export function withoutUndefined({ from, until }: Days): { from?: string; until?: string } {
  return { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) }
}
