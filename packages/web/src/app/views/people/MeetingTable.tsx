/** Who met whom, persons to meetings: a meeting of three is one thing. The last meetings and talks of the record. */
import { idIn } from '@parley/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { EventAnswer, PersonItem } from '../../api/contract.ts'
import { EventWords } from '../../document/EventWords.tsx'
import { EventMark } from '../../marks/EventMark.tsx'
import { useNames } from '../../names/use-names.ts'
import { useProcess } from '../../shell/use-process.ts'
import { formatTime } from '../../words/dates.ts'

interface Props {
  readonly events: readonly EventAnswer[]
  readonly people: readonly PersonItem[]
  /** Only their meetings; absent: everybody's. */
  readonly chosen: string | undefined
  readonly hasMore: boolean
}

const SHOWN = 20

export function MeetingTable({ events, people, chosen, hasMore }: Props) {
  const { t, i18n } = useTranslation()
  const { nameOf } = useNames()
  const process = useProcess()?.id
  const idOf = (ref: string | null) => (process === undefined ? null : idIn(ref, process))
  const known = new Map(people.map(person => [person.ref, person]))
  const meetings = events
    .map(event => ({ event, present: [...event.actors, ...event.recipients] }))
    .filter(({ present }) => present.length > 1)
    .filter(({ present }) => chosen === undefined || present.some(({ ref }) => idOf(ref) === chosen))
  const shown = meetings.slice(0, SHOWN)
  return (
    <section className="section">
      <h2>{t('people.met')}</h2>
      {shown.length === 0 && (
        <p className="mute">{t(chosen === undefined ? 'people.noMeeting' : 'people.noMeetingOfTheirs')}</p>
      )}
      {shown.length > 0 && (
        <table className="table list">
          <thead>
            <tr>
              <th scope="col">{t('timeline.happened')}</th>
              <th scope="col">{t('people.present')}</th>
              <th scope="col">{t('timeline.what')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ event, present }) => (
              <tr key={`${event.document} ${event.index}`}>
                <th scope="row" className="no-break">
                  {event.time === null ? t('why.undated') : formatTime(event.time, i18n)}
                </th>
                <td>
                  {present.map(({ name, ref }, i) => {
                    const id = idOf(ref)
                    const person = id === null ? undefined : known.get(id)
                    return (
                      <span key={`${name} ${ref}`}>
                        {i > 0 && ', '}
                        {person === undefined ? (
                          <span lang={event.language ?? undefined}>{name}</span>
                        ) : (
                          <Link to="/people/$ref" params={{ ref: person.ref }} search={{}} resetScroll={false}>
                            {nameOf(person.names)}
                          </Link>
                        )}
                      </span>
                    )
                  })}
                  {event.place !== null && <span className="mute"> · {nameOf(event.placeNames) || event.place}</span>}
                </td>
                <td>
                  <EventMark event={event} /> <EventWords event={event} />{' '}
                  <span className="tag">{t(`eventStatus.${event.background ? 'background' : event.status}`)}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {(hasMore || meetings.length > SHOWN) && (
        <p>
          <Link to="/timeline" search={{ type: ['CONSULT'] }}>
            {t('people.allMeetings')}
          </Link>
        </p>
      )}
    </section>
  )
}
