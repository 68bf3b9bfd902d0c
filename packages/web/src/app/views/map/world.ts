/**
 * The world as lines and areas: Natural Earth 4.1 at 1:50 million (public domain), bundled from the npm package world-atlas, fetched from our own
 * server when a map is opened. The borders are another file, fetched when somebody asks for borders.
 */
import type { FeatureCollection, GeoJSON, MultiLineString } from 'geojson'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import bordersFile from 'world-atlas/countries-50m.json?url'
import landFile from 'world-atlas/land-50m.json?url'

export async function loadLand(): Promise<GeoJSON> {
  const world = await load<{ land: GeometryCollection }>(landFile)
  return feature(world, world.objects.land) as FeatureCollection
}

export interface Borders {
  /** Between two areas that both have a country code. */
  readonly plain: MultiLineString
  /** Round areas that Natural Earth gives no country code. */
  readonly disputed: MultiLineString
}

export async function loadBorders(): Promise<Borders> {
  const world = await load<{ countries: GeometryCollection }>(bordersFile)
  const between = (isDisputed: boolean) =>
    mesh(world, world.objects.countries, (a, b) => a !== b && (a.id === undefined || b.id === undefined) === isDisputed)
  return { plain: between(false), disputed: between(true) }
}

async function load<Objects extends Record<string, GeometryCollection>>(address: string): Promise<Topology<Objects>> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address}: ${response.status} ${response.statusText}`)
  return response.json()
}
