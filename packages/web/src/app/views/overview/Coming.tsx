/** What reports say is planned, newest first. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ask } from '../../api/client.ts'
import type { EventAnswer, Paged } from '../../api/contract.ts'
import { EventWords } from '../../document/EventWords.tsx'
import { EventMark } from '../../marks/EventMark.tsx'
import { formatTime } from '../../words/dates.ts'

const SHOWN = 6

export function Coming() {
  const { t, i18n } = useTranslation()
  const events = useQuery({
    queryKey: ['planned'],
    queryFn: () => ask<Paged<EventAnswer>>('events', { told: 'planned' }),
  })
  const items = events.data?.items.slice(0, SHOWN) ?? []
  return (
    <section className="section">
      <h2>{t('overview.coming')}</h2>
      {events.data !== undefined && items.length === 0 && <p className="mute">{t('overview.noneComing')}</p>}
      <ul className="lines dated">
        {items.map(event => (
          <li key={`${event.document} ${event.index}`}>
            <span>
              <EventMark event={event} /> {event.time === null ? t('why.undated') : formatTime(event.time, i18n)}
            </span>
            <span>
              <EventWords event={event} />{' '}
              <span className="mute" lang={event.language ?? undefined}>
                {[...event.actors, ...event.recipients].map(({ name }) => name).join(', ')}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
