/** A circle on the globe: how far a point may be off. */
import type { Feature, Polygon } from 'geojson'

export interface Known {
  readonly lat: number
  readonly lon: number
  /** Kilometres. */
  readonly within: number
}

const EARTH = 6371
const STEPS = 64
const RADIAN = Math.PI / 180

export function circleRound<Facts extends Record<string, unknown>>(
  { lat, lon, within }: Known,
  properties: Facts,
): Feature<Polygon, Facts> {
  const far = within / EARTH
  const ring = Array.from({ length: STEPS + 1 }, (_, i) =>
    pointAt(lat * RADIAN, lon * RADIAN, far, (i / STEPS) * 2 * Math.PI),
  )
  return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } }
}

/** The northernmost point of the circle, [longitude, latitude]: where its name stands. */
export function topOf({ lat, lon, within }: Known): [number, number] {
  return [lon, Math.min(85, lat + within / EARTH / RADIAN)]
}

/** All in radians but the result, [longitude, latitude] in degrees. */
function pointAt(lat: number, lon: number, far: number, bearing: number): [number, number] {
  const north = Math.asin(Math.sin(lat) * Math.cos(far) + Math.cos(lat) * Math.sin(far) * Math.cos(bearing))
  const east = Math.atan2(
    Math.sin(bearing) * Math.sin(far) * Math.cos(lat),
    Math.cos(far) - Math.sin(lat) * Math.sin(north),
  )
  return [(lon + east) / RADIAN, north / RADIAN]
}
