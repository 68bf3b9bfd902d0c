/** Places as a table: every name as chosen, how far known, how many events and statements; each opens them. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlaceAnswer } from '../../api/contract.ts'
import { useNames } from '../../names/use-names.ts'
import { PlaceEvidence } from './PlaceEvidence.tsx'

export interface Days {
  readonly from: string | undefined
  readonly until: string | undefined
}

interface Props {
  readonly places: readonly PlaceAnswer[]
  readonly chosen: string | undefined
  readonly days: Days
  readonly onPlace: (key: string) => void
}

export function PlaceTable({ places, chosen, days, onPlace }: Props) {
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  const shown = places.filter(({ asked, events, statements }) => all || asked === chosen || events + statements > 0)
  const silent = places.length - shown.length
  return (
    <>
      <table className="table places">
        <thead>
          <tr>
            <th scope="col">{t('map.place')}</th>
            <th scope="col" className="number-column">
              {t('map.events')}
            </th>
            <th scope="col" className="number-column">
              {t('map.statements')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(place => (
            <PlaceRow
              key={place.asked}
              place={place}
              isOpen={place.asked === chosen}
              days={days}
              onOpen={() => onPlace(place.asked)}
            />
          ))}
        </tbody>
      </table>
      {silent > 0 && (
        <button type="button" className="link small" onClick={() => setAll(true)}>
          {t('map.silent', { count: silent })}
        </button>
      )}
    </>
  )
}

interface RowProps {
  readonly place: PlaceAnswer
  readonly isOpen: boolean
  readonly days: Days
  readonly onOpen: () => void
}

function PlaceRow({ place, isOpen, days, onOpen }: RowProps) {
  const { t } = useTranslation()
  const { nameOf } = useNames()
  const { asked, ref, name, names, kind, coordinates, events, statements, isCut } = place
  const facts = [
    kind === null ? null : t(`placeKind.${kind}`),
    ref === null
      ? t('map.unknown')
      : coordinates === null
        ? t('map.noPoint')
        : t('map.within', { km: coordinates.within }),
  ]
  return (
    <>
      <tr aria-selected={isOpen ? 'true' : undefined}>
        <th scope="row">
          <button
            type="button"
            className="link place-name"
            aria-expanded={isOpen}
            aria-controls={isOpen ? `place-${asked}` : undefined}
            onClick={onOpen}
          >
            {nameOf(names) || name}
          </button>
          <span className="other-names">{facts.filter(fact => fact !== null).join(' · ')}</span>
        </th>
        <td className="number-column">{events === 0 ? <span className="mute">·</span> : events}</td>
        <td className="number-column">
          {statements === 0 ? (
            <span className="mute">·</span>
          ) : isCut ? (
            t('map.more', { count: statements })
          ) : (
            statements
          )}
        </td>
      </tr>
      {isOpen && (
        <tr className="edge-open" id={`place-${asked}`}>
          <td colSpan={3}>
            <PlaceEvidence place={place} days={days} />
          </td>
        </tr>
      )}
    </>
  )
}
