/** What names a place: all its names, the first events and statements with their words, and the ways to all of them. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ask } from '../../api/client.ts'
import type { EventAnswer, Paged, PlaceAnswer } from '../../api/contract.ts'
import { EventWords } from '../../document/EventWords.tsx'
import { EventMark } from '../../marks/EventMark.tsx'
import { Failed } from '../../shell/Failed.tsx'
import { formatTime } from '../../words/dates.ts'
import { StatementList } from '../network/StatementList.tsx'
import type { Days } from './PlaceTable.tsx'

const SHOWN = 5

export function PlaceEvidence({ place, days }: { readonly place: PlaceAnswer; readonly days: Days }) {
  const { t } = useTranslation()
  const { asked, names, coordinates, events, statements } = place
  return (
    <div className="place-evidence">
      <p className="facts">
        {names.map(({ lang, text, kind }) => (
          <span key={`${lang} ${text} ${kind}`} lang={lang}>
            {text}
          </span>
        ))}
        {coordinates !== null && <span>{t('map.source', { source: coordinates.sourceTitle })}</span>}
      </p>
      <h3>{t('map.happened')}</h3>
      {events === 0 ? <p className="mute">{t('map.noEvents')}</p> : <Events place={asked} days={days} />}
      <h3>{t('map.statements')}</h3>
      {statements === 0 ? (
        <p className="mute">{t('map.noStatements')}</p>
      ) : (
        <StatementList search={{ about: asked, ...days }} />
      )}
    </div>
  )
}

function Events({ place, days }: { readonly place: string; readonly days: Days }) {
  const { t, i18n } = useTranslation()
  const search = { place, ...days }
  const found = useQuery({
    queryKey: ['events', search, 'first'],
    queryFn: () => ask<Paged<EventAnswer>>('events', search),
  })
  if (found.error !== null) return <Failed reason={found.error.message} />
  if (found.data === undefined) return null
  const { items } = found.data
  return (
    <>
      <ul className="edge-evidence">
        {items.slice(0, SHOWN).map(event => (
          <li key={`${event.document} ${event.index}`}>
            <EventMark event={event} /> <EventWords event={event} />
            <span className="facts">
              <span>{event.time === null ? t('why.undated') : formatTime(event.time, i18n)}</span>
              <span lang={event.language ?? undefined}>
                {[...event.actors, ...event.recipients].map(({ name }) => name).join(', ')}
              </span>
              {event.sources > 1 && <span>{t('network.reports', { count: event.sources })}</span>}
              <Link to="/source/$id" params={{ id: event.document }} search={{ i: `e${event.index}` }}>
                {event.title}
              </Link>
            </span>
          </li>
        ))}
      </ul>
      {items.length > SHOWN && (
        <Link to="/timeline" search={search} className="small">
          {t('map.allEvents')}
        </Link>
      )}
    </>
  )
}
