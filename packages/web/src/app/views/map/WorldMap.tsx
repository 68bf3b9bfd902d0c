/**
 * The map itself: coasts, rings as wide as each place is known, names as buttons over it (so no glyphs are fetched and names are plain text).
 * Nothing is asked for outside this page's own server.
 */
import type { FeatureCollection } from 'geojson'
import {
  LngLatBounds,
  Map as MapLibre,
  Marker,
  NavigationControl,
  ScaleControl,
  type StyleSpecification,
  setWorkerUrl,
} from 'maplibre-gl'
import 'maplibre-gl/dist/maplibre-gl.css'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Ink, readInk } from '../../drawing/ink.ts'
import { canDraw } from '../../drawing/webgl.ts'
import type { Setting } from '../../settings.ts'
import { circleRound, type Known, topOf } from './circle.ts'
import { apart } from './labels.ts'
import { type Borders, loadBorders, loadLand } from './world.ts'

setWorkerUrl(workerUrl)

export interface MapPlace extends Known {
  readonly key: string
  readonly name: string
  /** Events and statements, as shown. */
  readonly count: string
  /** Nothing was said of it those days. */
  readonly isSilent: boolean
}

interface Props {
  /** Those wanted first come first. */
  readonly places: readonly MapPlace[]
  readonly chosen: string | undefined
  readonly borders: Setting<'borders'>
  readonly onPlace: (key: string) => void
}

export function WorldMap({ places, chosen, borders, onPlace }: Props) {
  const { t, i18n } = useTranslation()
  const box = useRef<HTMLDivElement>(null)
  const [map, setMap] = useState<MapLibre | null>(null)
  const [failed, setFailed] = useState<string | null>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: made once; what changes is set below
  useEffect(() => {
    if (box.current === null || !canDraw()) return
    const made = new MapLibre({
      container: box.current,
      style: styleOf(readInk(box.current)),
      bounds: boundsOf(places),
      fitBoundsOptions: { padding: 60, maxZoom: 7 },
      maxZoom: 10,
      attributionControl: false,
      // The page scrolls; the map is moved by hand, by its buttons or with Ctrl and the wheel.
      cooperativeGestures: true,
      dragRotate: false,
      pitchWithRotate: false,
      locale: {
        'Map.Title': t('map.label'),
        'NavigationControl.ZoomIn': t('map.zoomIn'),
        'NavigationControl.ZoomOut': t('map.zoomOut'),
        'CooperativeGesturesHandler.WindowsHelpText': t('map.gestures'),
        'CooperativeGesturesHandler.MacHelpText': t('map.gesturesMac'),
        'CooperativeGesturesHandler.MobileHelpText': t('map.gesturesTouch'),
      },
    })
    made.addControl(new NavigationControl({ showCompass: false }), 'top-right')
    made.addControl(new ScaleControl(), 'bottom-left')
    made.touchZoomRotate.disableRotation()
    made.on('load', () => setMap(made))
    loadLand().then(
      land => whenLoaded(made, () => sourceOf(made, 'land').setData(land)),
      (error: Error) => setFailed(t('map.landFailed', { reason: error.message })),
    )
    const themes = new MutationObserver(() => paint(made, readInk(made.getContainer())))
    themes.observe(document.documentElement, { attributeFilter: ['data-theme'] })
    return () => {
      themes.disconnect()
      setMap(null)
      made.remove()
    }
  }, [i18n.language])

  useEffect(() => {
    if (map === null) return
    sourceOf(map, 'places').setData({
      type: 'FeatureCollection',
      features: places.map(place => circleRound(place, { chosen: place.key === chosen, silent: place.isSilent })),
    })
    const labels = places.map(place => {
      const button = document.createElement('button')
      button.type = 'button'
      button.className = `place-label${place.isSilent ? ' silent' : ''}`
      button.textContent = place.isSilent ? place.name : `${place.name} · ${place.count}`
      if (place.key === chosen) button.setAttribute('aria-current', 'true')
      button.addEventListener('click', () => onPlace(place.key))
      return {
        place,
        button,
        marker: new Marker({ element: button, anchor: 'bottom' }).setLngLat(topOf(place)).addTo(map),
      }
    })
    const wanted = [...labels].sort((a, b) => Number(b.place.key === chosen) - Number(a.place.key === chosen))
    const declutter = () => {
      const shown = apart(wanted.map(({ button }) => button.getBoundingClientRect()))
      wanted.forEach(({ button }, i) => {
        button.classList.toggle('hidden', !shown.has(i))
      })
    }
    declutter()
    map.on('moveend', declutter)
    map.on('idle', declutter)
    return () => {
      map.off('moveend', declutter)
      map.off('idle', declutter)
      for (const { marker } of labels) marker.remove()
    }
  }, [map, places, chosen, onPlace])

  useEffect(() => {
    if (map === null) return
    for (const [id, isShown] of [
      ['borders', borders !== 'none'],
      ['disputed-plain', borders === 'lines'],
      ['disputed-dashed', borders === 'disputed'],
    ] as const) {
      map.setLayoutProperty(id, 'visibility', isShown ? 'visible' : 'none')
    }
    if (borders === 'none') return
    loadBorders().then(
      ({ plain, disputed }: Borders) => {
        sourceOf(map, 'borders').setData(plain)
        sourceOf(map, 'disputed').setData(disputed)
      },
      (error: Error) => setFailed(t('map.landFailed', { reason: error.message })),
    )
  }, [map, borders, t])

  if (!canDraw()) return <p className="note">{t('map.noDrawing')}</p>
  const showAll = () => map?.fitBounds(boundsOf(places), { padding: 60, maxZoom: 7, animate: false })
  return (
    <>
      {failed !== null && (
        <p className="note" role="alert">
          {failed}
        </p>
      )}
      <div className="world-map" ref={box} data-ready={map === null ? undefined : 'true'} />
      <button type="button" className="link small" onClick={showAll}>
        {t('map.all')}
      </button>
    </>
  )
}

const NOTHING: FeatureCollection = { type: 'FeatureCollection', features: [] }

function styleOf(ink: Ink): StyleSpecification {
  const data = (name: string) => [name, { type: 'geojson', data: NOTHING }] as const
  const line = (id: string, source: string, paint: object) => ({
    id,
    type: 'line',
    source,
    paint,
    layout: { visibility: 'none' },
  })
  return {
    version: 8,
    sources: Object.fromEntries(['land', 'borders', 'disputed', 'places'].map(data)),
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': ink.sunken } },
      { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': ink.paper } },
      { id: 'coast', type: 'line', source: 'land', paint: { 'line-color': ink.line, 'line-width': 1 } },
      line('borders', 'borders', { 'line-color': ink.line, 'line-width': 1 }),
      line('disputed-plain', 'disputed', { 'line-color': ink.line, 'line-width': 1 }),
      line('disputed-dashed', 'disputed', { 'line-color': ink.line, 'line-width': 1, 'line-dasharray': [3, 3] }),
      {
        id: 'within',
        type: 'fill',
        source: 'places',
        paint: {
          'fill-color': ink.ink,
          'fill-opacity': ['case', ['get', 'chosen'], 0.14, ['get', 'silent'], 0.02, 0.06],
        },
      },
      {
        id: 'ring',
        type: 'line',
        source: 'places',
        paint: {
          'line-color': ['case', ['get', 'silent'], ink.line, ink.ink],
          'line-width': ['case', ['get', 'chosen'], 2, 1],
        },
      },
    ] as StyleSpecification['layers'],
  }
}

/** The colours of another theme. */
function paint(map: MapLibre, ink: Ink): void {
  for (const { id, paint } of styleOf(ink).layers) {
    for (const [name, value] of Object.entries(paint ?? {}))
      map.setPaintProperty(id, name as 'fill-color', value as string)
  }
}

function sourceOf(map: MapLibre, id: string): import('maplibre-gl').GeoJSONSource {
  return map.getSource(id) as import('maplibre-gl').GeoJSONSource
}

function whenLoaded(map: MapLibre, then: () => void): void {
  if (map.loaded()) then()
  else map.once('load', then)
}

/** Round the places something was said of, else round all. */
function boundsOf(places: readonly MapPlace[]): LngLatBounds {
  const told = places.filter(({ isSilent }) => !isSilent)
  const bounds = new LngLatBounds()
  for (const place of told.length > 0 ? told : places) {
    for (const point of circleRound(place, {}).geometry.coordinates[0]) bounds.extend(point as [number, number])
  }
  return bounds.isEmpty() ? new LngLatBounds([-170, -60], [170, 75]) : bounds
}
