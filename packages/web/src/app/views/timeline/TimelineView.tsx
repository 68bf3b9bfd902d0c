/** What happened when; what is news, what is retold, what is only planned. The table is the truth, the chart its summary. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ask } from '../../api/client.ts'
import type { EventAnswer, Paged } from '../../api/contract.ts'
import { EventWords } from '../../document/EventWords.tsx'
import { EventMark } from '../../marks/EventMark.tsx'
import { type Names, useNames } from '../../names/use-names.ts'
import { DayField } from '../../shell/DayField.tsx'
import { Failed } from '../../shell/Failed.tsx'
import { formatDay, formatTime } from '../../words/dates.ts'
import { LeanChart } from './LeanChart.tsx'
import './timeline.css'

const route = getRouteApi('/timeline')

const TYPES = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'REQUEST',
  'REJECT',
  'ACCUSE',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
] as const
const STATUSES = ['occurred', 'ongoing', 'planned', 'denied', 'hypothetical'] as const

export function TimelineView() {
  const { t } = useTranslation()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const events = useInfiniteQuery({
    queryKey: ['events', search],
    queryFn: ({ pageParam }) => ask<Paged<EventAnswer>>('events', { ...search, after: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
    placeholderData: before => before,
  })
  const set = (changes: Partial<typeof search>) =>
    navigate({ search: before => ({ ...before, ...changes }), replace: true, resetScroll: false })
  const items = events.data?.pages.flatMap(page => page.items) ?? []
  const { nameOf } = useNames()
  const filtered = Object.values(search).some(value => value !== undefined)
  return (
    <>
      <div className="heading">
        <div>
          <h1>{t('timeline.title')}</h1>
          <p>{t('timeline.about')}</p>
        </div>
        <div className="tools">
          <Choice
            label={t('timeline.kind')}
            value={search.type}
            values={TYPES}
            words="eventType"
            onChange={type => set({ type })}
          />
          <Choice
            label={t('timeline.status')}
            value={search.status}
            values={STATUSES}
            words="eventStatus"
            onChange={status => set({ status })}
          />
          <span className="small">
            {t('timeline.from')}{' '}
            <DayField label={t('timeline.from')} value={search.from ?? ''} onDay={from => set({ from })} />
          </span>
          <span className="small">
            {t('timeline.until')}{' '}
            <DayField label={t('timeline.until')} value={search.until ?? ''} onDay={until => set({ until })} />
          </span>
          {filtered && (
            <button type="button" className="button" onClick={() => navigate({ search: {}, replace: true })}>
              {t('timeline.clear')}
            </button>
          )}
        </div>
      </div>
      {search.place !== undefined && (
        <p className="facts">
          {t('map.place')}: <b>{placeName(items, search.place, nameOf)}</b>
        </p>
      )}
      {search.actor !== undefined && (
        <p className="facts">
          {t('timeline.who')}: <b>{search.actor}</b>
        </p>
      )}
      {events.error !== null && <Failed reason={events.error.message} />}
      {events.data !== undefined && items.length === 0 && (
        <p className="note">{t(filtered ? 'timeline.none' : 'timeline.empty')}</p>
      )}
      {items.length > 0 && (
        <>
          <LeanChart events={items} />
          <EventTable events={items} onActor={actor => set({ actor })} />
        </>
      )}
      {events.hasNextPage && (
        <button type="button" className="button" onClick={() => events.fetchNextPage()}>
          {t('matrix.more')}
        </button>
      )}
    </>
  )
}

/** What a place asked for by its id is called; its id where nothing fits. */
function placeName(items: readonly EventAnswer[], asked: string, nameOf: Names['nameOf']): string {
  const [first] = items
  return first === undefined ? asked : nameOf(first.placeNames) || (first.place ?? asked)
}

interface ChoiceProps<Value extends string> {
  readonly label: string
  readonly value: string | undefined
  readonly values: readonly Value[]
  /** Where the words of the values stand. */
  readonly words: string
  readonly onChange: (value: Value | undefined) => void
}

function Choice<Value extends string>({ label, value, values, words, onChange }: ChoiceProps<Value>) {
  const { t } = useTranslation()
  return (
    <label className="small">
      {label}{' '}
      <select
        className="field"
        value={value ?? ''}
        onChange={event => onChange(values.find(each => each === event.target.value))}
      >
        <option value="">{t('timeline.all')}</option>
        {values.map(each => (
          <option key={each} value={each}>
            {t(`${words}.${each}`)}
          </option>
        ))}
      </select>
    </label>
  )
}

interface TableProps {
  readonly events: readonly EventAnswer[]
  readonly onActor: (name: string) => void
}

function EventTable({ events, onActor }: TableProps) {
  const { t, i18n } = useTranslation()
  const { nameOf } = useNames()
  const { language } = i18n
  return (
    <table className="table list">
      <thead>
        <tr>
          <th scope="col">{t('timeline.happened')}</th>
          <th scope="col">{t('timeline.what')}</th>
          <th scope="col">{t('timeline.who')}</th>
          <th scope="col">{t('timeline.kind')}</th>
          <th scope="col">{t('sources.report')}</th>
        </tr>
      </thead>
      <tbody>
        {events.map(event => (
          <tr key={`${event.document} ${event.index}`} className={event.background ? 'retold' : undefined}>
            <th scope="row" className="no-break">
              {event.time === null ? t('why.undated') : formatTime(event.time, i18n)}
            </th>
            <td>
              <EventMark event={event} /> <span className="aloud">{t(`eventStatus.${event.status}`)}: </span>
              <EventWords event={event} />
              {event.background && <span className="tag">{t('eventStatus.background')}</span>}
              {event.status !== 'occurred' && <span className="tag">{t(`eventStatus.${event.status}`)}</span>}
            </td>
            <td lang={event.language ?? undefined}>
              {[...event.actors, ...event.recipients].map(({ name }, i) => (
                <span key={name}>
                  {i > 0 && ', '}
                  <button type="button" className="link" onClick={() => onActor(name)}>
                    {name}
                  </button>
                </span>
              ))}
              {event.place !== null && <span className="mute"> · {nameOf(event.placeNames) || event.place}</span>}
            </td>
            <td className="mute">{t(`eventType.${event.type}`)}</td>
            <td className="mute">
              {event.title}
              {event.reported !== null && (
                <span className="no-break">
                  {' '}
                  · {t('timeline.reported', { day: formatDay(event.reported, language) })}
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
