/** The timeline as a table: when, told as what, what, who, when it was first reported, by how many. The table is the truth, the chart its summary. */
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { EventAnswer, StatementAnswer } from '../../api/contract.ts'
import { EventWords } from '../../document/EventWords.tsx'
import { EventMark } from '../../marks/EventMark.tsx'
import { useNames } from '../../names/use-names.ts'
import { formatDay, formatTime } from '../../words/dates.ts'
import type { TimelineRow } from './merge-rows.ts'
import { daysAfter, precisionOf } from './time-scale.ts'

interface Props {
  readonly rows: readonly TimelineRow[]
  /** Day of the record's last report. */
  readonly newest: string | null
  /** By the day it happened: what lies ahead and what is doubted stand apart. */
  readonly isGrouped: boolean
  readonly onActor: (nameOrId: string) => void
}

export function TimelineTable({ rows, newest, isGrouped, onActor }: Props) {
  const { t } = useTranslation()
  const groups = isGrouped ? inGroups(rows, newest) : ([['happened', rows]] as const)
  return (
    <table className="table list timeline">
      <thead>
        <tr>
          <th scope="col">{t('timeline.happened')}</th>
          <th scope="col">{t('timeline.told')}</th>
          <th scope="col">{t('timeline.what')}</th>
          <th scope="col">{t('timeline.who')}</th>
          <th scope="col">{t('timeline.firstReported')}</th>
          <th scope="col">{t('timeline.sources')}</th>
        </tr>
      </thead>
      {groups.map(([name, some]) => (
        <tbody key={name}>
          {(groups.length > 1 || name !== 'happened') && (
            <tr>
              <th scope="rowgroup" colSpan={6}>
                {t(`timeline.group.${name}`)}
              </th>
            </tr>
          )}
          {some.map(row =>
            row.kind === 'event' ? (
              <EventRow key={`${row.event.document} ${row.event.index}`} event={row.event} onActor={onActor} />
            ) : (
              <StatementRow key={row.statement.key} statement={row.statement} onActor={onActor} />
            ),
          )}
        </tbody>
      ))}
    </table>
  )
}

function EventRow({ event, onActor }: { readonly event: EventAnswer; readonly onActor: Props['onActor'] }) {
  const { t } = useTranslation()
  const { nameOf } = useNames()
  const told = event.status === 'occurred' ? (event.background ? 'background' : 'news') : event.status
  return (
    <tr className={event.background ? 'retold' : undefined}>
      <When time={event.time} />
      <td className="no-break">
        <EventMark event={event} /> {t(`eventStatus.${told}`)}
        {event.background && told !== 'background' && <span className="under">{t('eventStatus.background')}</span>}
      </td>
      <td>
        <EventWords event={event} />
        <span className="under">
          {t(`eventType.${event.type}`)}
          {event.place !== null && <> · {nameOf(event.placeNames) || event.place}</>}
        </span>
      </td>
      <td lang={event.language ?? undefined}>
        {[...event.actors, ...event.recipients].map(({ name, ref }, i) => (
          <span key={ref ?? name}>
            {i > 0 && ', '}
            <button type="button" className="link" onClick={() => onActor(ref ?? name)}>
              {name}
            </button>
          </span>
        ))}
      </td>
      <Reported time={event.time} reported={event.reported} />
      <td className="mute">
        <Reports event={event} />
      </td>
    </tr>
  )
}

function StatementRow({
  statement: { document, index, language, words, speaker, speakerRef, said, published, title, act },
  onActor,
}: {
  readonly statement: StatementAnswer
  readonly onActor: Props['onActor']
}) {
  const { t } = useTranslation()
  return (
    <tr className="said">
      <When time={said} />
      <td className="no-break">{t('timeline.says')}</td>
      <td>
        <Link
          to="/source/$id"
          params={{ id: document }}
          search={{ i: `q${index}` }}
          className="words quoted"
          lang={language ?? undefined}
        >
          {words}
        </Link>
        {act !== null && <span className="under">{t(`act.${act}`, { defaultValue: act })}</span>}
      </td>
      <td lang={language ?? undefined}>
        {speaker !== null && (
          <button type="button" className="link" onClick={() => onActor(speakerRef ?? speaker)}>
            {speaker}
          </button>
        )}
      </td>
      <Reported time={said} reported={published} />
      <td className="mute">{title}</td>
    </tr>
  )
}

/** When, and to what it is precise. */
function When({ time }: { readonly time: string | null }) {
  const { t, i18n } = useTranslation()
  const precision = time === null ? null : precisionOf(time)
  return (
    <th scope="row" className="no-break">
      {time === null ? t('why.undated') : formatTime(time, i18n)}
      {precision === 'hour' && <> {time!.slice(11, 16)}</>}
      {precision !== null && <span className={`under ${precision}`}>{t(`timeline.precision.${precision}`)}</span>}
    </th>
  )
}

/** The day of the report, and how long after (or before) it is. */
function Reported({ time, reported }: { readonly time: string | null; readonly reported: string | null }) {
  const { t, i18n } = useTranslation()
  if (reported === null) return <td className="mute">{t('why.undated')}</td>
  const after = daysAfter(time, reported)
  return (
    <td className={time?.slice(0, 10) === reported.slice(0, 10) ? 'no-break same-day' : 'no-break'}>
      <span className="unheaded">{t('timeline.firstReported')}: </span>
      {formatDay(reported, i18n.language)}
      {after > 0 && <span className="under">{t('timeline.later', { count: after })}</span>}
      {after < 0 && <span className="under">{t('timeline.ahead', { count: -after })}</span>}
    </td>
  )
}

/** The report that tells it; of several all, behind their number. */
function Reports({ event }: { readonly event: EventAnswer }) {
  const { t, i18n } = useTranslation()
  const day = (reported: string | null) =>
    reported === null ? null : t('timeline.reported', { day: formatDay(reported, i18n.language) })
  if (event.reports.length < 2) return event.title
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

/** What reports look ahead to as of the last one, what they tell as having been, and what they say did not or may not be. */
function inGroups(rows: readonly TimelineRow[], newest: string | null): [name: string, TimelineRow[]][] {
  const groupOf = (row: TimelineRow): string => {
    if (row.kind === 'statement') return 'happened'
    const { time, status } = row.event
    if (status === 'planned' || (time !== null && newest !== null && time.slice(0, 10) > newest)) return 'ahead'
    return status === 'denied' || status === 'hypothetical' ? 'doubted' : 'happened'
  }
  const groups = Map.groupBy(rows, groupOf)
  return ['ahead', 'happened', 'doubted'].flatMap((name): [string, TimelineRow[]][] => {
    const some = groups.get(name)
    return some === undefined ? [] : [[name, some]]
  })
}
