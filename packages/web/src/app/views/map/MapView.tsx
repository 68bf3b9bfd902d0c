/** Where: the places of the process with what names them. The table is the truth, the map its summary. */
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ask } from '../../api/client.ts'
import type { PlaceAnswer } from '../../api/contract.ts'
import { useNames } from '../../names/use-names.ts'
import { choicesOf, keepSetting, type Setting, useSetting } from '../../settings.ts'
import { DayRange } from '../../shell/DayRange.tsx'
import { Failed } from '../../shell/Failed.tsx'
import { useProcess } from '../../shell/use-process.ts'
import { useRecord } from '../../shell/use-record.ts'
import { PeopleWays } from '../people/PeopleWays.tsx'
import { PlaceTable } from './PlaceTable.tsx'
import { type MapPlace, WorldMap } from './WorldMap.tsx'
import './map.css'
import { Heading } from '../../shell/Heading.tsx'

const route = getRouteApi('/people/map')
const SAYS = { none: 'map.saysNone', lines: 'map.saysLines', disputed: 'map.saysDisputed' } as const

export function MapView() {
  const { t } = useTranslation()
  const { from, until } = route.useSearch()
  const navigate = route.useNavigate()
  const borders = useSetting('borders')
  const record = useRecord()
  const dossier = useProcess()
  const places = useQuery({
    queryKey: ['places', dossier?.id, from, until],
    queryFn: () => ask<readonly PlaceAnswer[]>(`dossiers/${dossier?.id}/places`, { from, until }),
    enabled: dossier !== undefined,
    placeholderData: before => before,
  })
  const set = (changes: Partial<ReturnType<typeof route.useSearch>>) =>
    navigate({ search: before => ({ ...before, ...changes }), replace: true, resetScroll: false })
  return (
    <>
      <Heading title={t('map.title')} about={t('map.about')}>
        <PeopleWays />
      </Heading>
      <div className="network-filters">
        <DayRange from={from} until={until} onDays={set} />
        <label className="small">
          {t('map.borders')}{' '}
          <select
            className="field"
            value={borders}
            onChange={event => keepSetting('borders', event.target.value as Setting<'borders'>)}
          >
            {choicesOf('borders').map(value => (
              <option key={value} value={value}>
                {t(`map.borders_${value}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {record.data !== undefined && dossier === undefined && <p className="note">{t('people.noDossier')}</p>}
      {places.error !== null && <Failed reason={places.error.message} />}
      {places.data !== undefined && <Places places={places.data} borders={borders} />}
    </>
  )
}

function Places({
  places,
  borders,
}: {
  readonly places: readonly PlaceAnswer[]
  readonly borders: Setting<'borders'>
}) {
  const { t } = useTranslation()
  const { place: chosen, from, until } = route.useSearch()
  const navigate = route.useNavigate()
  const { nameOf } = useNames()
  const onPlace = useCallback(
    (key: string) =>
      navigate({
        search: before => ({ ...before, place: before.place === key ? undefined : key }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  )
  const drawn = useMemo(
    () =>
      places.flatMap(({ asked, name, names, coordinates, events, statements, isCut }): MapPlace[] => {
        if (coordinates === null) return []
        const { lat, lon, within } = coordinates
        const count = events + statements
        const shown = isCut ? t('map.more', { count }) : String(count)
        return [{ key: asked, name: nameOf(names) || name, lat, lon, within, count: shown, isSilent: count === 0 }]
      }),
    [places, nameOf, t],
  )
  return (
    <div className="columns map-columns">
      <figure className="section">
        <h2>
          {t('map.label')} <span className="small mute">{t(SAYS[borders])}</span>
        </h2>
        <WorldMap places={drawn} chosen={chosen} borders={borders} onPlace={onPlace} />
        <figcaption className="small mute">
          {t('map.legend')} {t('map.land')}
        </figcaption>
      </figure>
      <section className="section">
        <h2>
          {t('map.names')} <span className="small mute">{t('map.shown', { count: places.length })}</span>
        </h2>
        <PlaceTable places={places} chosen={chosen} days={{ from, until }} onPlace={onPlace} />
      </section>
    </div>
  )
}
