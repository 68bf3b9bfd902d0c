/** What happened when; what is news, what is retold, what is only planned. The table is the truth, the chart its summary. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ask } from '../../api/client.ts'
import type { EventAnswer, Paged } from '../../api/contract.ts'
import { EventWords } from '../../document/EventWords.tsx'
import { EventMark } from '../../marks/EventMark.tsx'
import { type Names, useNames } from '../../names/use-names.ts'
import { DayRange } from '../../shell/DayRange.tsx'
import { Failed } from '../../shell/Failed.tsx'
import { useRecord } from '../../shell/use-record.ts'
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
          <DayRange from={search.from} until={search.until} onDays={set} />
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
  const newest = useRecord().data?.newest ?? null
  const groups = inGroups(events, newest)
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
      {groups.map(([name, some]) => (
        <tbody key={name}>
          {(groups.length > 1 || name !== 'happened') && (
            <tr>
              <th scope="rowgroup" colSpan={5}>
                {t(`timeline.group.${name}`)}
              </th>
            </tr>
          )}
          {some.map(event => (
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
                <Reports event={event} />
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}

/** What reports look ahead to as of the last one, what they tell as having been, and what they say did not or may not be. */
function inGroups(events: readonly EventAnswer[], newest: string | null): [name: string, EventAnswer[]][] {
  const isAhead = ({ time, status }: EventAnswer): boolean =>
    status === 'planned' || (time !== null && newest !== null && time.slice(0, 10) > newest)
  const isDoubted = ({ status }: EventAnswer): boolean => status === 'denied' || status === 'hypothetical'
  const ahead = events.filter(isAhead)
  const happened = events.filter(event => !isAhead(event) && !isDoubted(event))
  const doubted = events.filter(event => !isAhead(event) && isDoubted(event))
  const groups: [string, EventAnswer[]][] = [
    ['ahead', ahead],
    ['happened', happened],
    ['doubted', doubted],
  ]
  return groups.filter(([, some]) => some.length > 0)
}

/** The report that tells it; of several all, behind their number. */
function Reports({ event }: { readonly event: EventAnswer }) {
  const { t, i18n } = useTranslation()
  const day = (reported: string | null) =>
    reported === null ? null : t('timeline.reported', { day: formatDay(reported, i18n.language) })
  if (event.reports.length < 2) {
    return (
      <>
        {event.title}
        {event.reported !== null && <span className="no-break"> · {day(event.reported)}</span>}
      </>
    )
  }
  return (
    <details>
      <summary>{t('review.sources', { count: event.sources })}</summary>
      <ul>
        {event.reports.map(({ document, title, publisher, index, reported }) => (
          <li key={`${document} ${index}`}>
            <Link to="/source/$id" params={{ id: document }} search={{ i: `e${index}` }}>
              {title}
            </Link>{' '}
            {[publisher, day(reported)].filter(part => part !== null).join(' · ')}
          </li>
        ))}
      </ul>
    </details>
  )
}
