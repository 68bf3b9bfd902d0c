/** Events at places that a dossier knows the coordinates of (RFC 7946: longitude first). Events elsewhere are left out: a guess is no place. */
import { groupHappenings, listDecisions } from '@parley/record'
import { type ExportSource, eventsOf } from './source.ts'

export async function* writeGeoJson(source: ExportSource): AsyncGenerator<string> {
  const places = new Map(source.dossiers.flatMap(dossier => dossier.places.map(place => [place.id, place])))
  const events = []
  for await (const event of eventsOf(source)) {
    if (event.place_ref !== null && (places.get(event.place_ref)?.coordinates ?? null) !== null) events.push(event)
  }
  yield '{"type":"FeatureCollection","features":['
  let isFirst = true
  for (const { id, events: told, sources } of groupHappenings(events, await listDecisions(source.record.db))) {
    const [first] = told
    const { lat, lon, within } = places.get(first.place_ref!)!.coordinates!
    const feature = {
      type: 'Feature',
      id,
      geometry: { type: 'Point', coordinates: [lon, lat] },
      properties: {
        type: first.type,
        mode: first.mode,
        status: first.status,
        time: first.time,
        place: first.place,
        place_ref: first.place_ref,
        within_km: within,
        actors: JSON.parse(first.actors),
        recipients: JSON.parse(first.recipients),
        words: first.words,
        sources,
        reports: told.map(({ document, publisher, url, published }) => ({ document, publisher, url, published })),
      },
    }
    yield `${isFirst ? '\n' : ',\n'}${JSON.stringify(feature)}`
    isFirst = false
  }
  yield '\n]}\n'
}
