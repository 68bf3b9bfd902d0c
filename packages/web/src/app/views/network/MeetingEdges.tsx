/** Meetings as a table: when, who was there, where, how many reports; each opens the words of its reports. */
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { MeetingAnswer } from '../../api/contract.ts'
import { EventWords } from '../../document/EventWords.tsx'
import { EventMark } from '../../marks/EventMark.tsx'
import { useNames } from '../../names/use-names.ts'
import { SideCode } from '../../sides/SideCode.tsx'
import type { Side } from '../../sides/use-sides.ts'
import { formatDay, formatTime } from '../../words/dates.ts'
import { EdgeRow } from './EdgeRow.tsx'

interface Props {
  readonly meetings: readonly MeetingAnswer[]
  readonly open: string | undefined
  readonly onOpen: (key: string) => void
  readonly nameOf: (actor: string) => string
  readonly sideOf: (actor: string) => Side | undefined
}

export function MeetingEdges({ meetings, open, onOpen, nameOf, sideOf }: Props) {
  const { t, i18n } = useTranslation()
  const names = useNames()
  return (
    <table className="table list edge-table">
      <thead>
        <tr>
          <th scope="col">{t('timeline.happened')}</th>
          <th scope="col">{t('people.present')}</th>
          <th scope="col">{t('network.evidence')}</th>
        </tr>
      </thead>
      <tbody>
        {meetings.map(meeting => (
          <EdgeRow
            key={meeting.key}
            isOpen={meeting.key === open}
            onOpen={() => onOpen(meeting.key)}
            label={t('network.reports', { count: meeting.sources })}
            evidence={<Reports meeting={meeting} />}
            columns={3}
          >
            <th scope="row">
              <EventMark event={meeting} />{' '}
              <span className="no-break">
                {meeting.time === null ? t('why.undated') : formatTime(meeting.time, i18n)}
              </span>
              {(meeting.status !== 'occurred' || meeting.background) && (
                <span className="tag">{t(`eventStatus.${meeting.background ? 'background' : meeting.status}`)}</span>
              )}
            </th>
            <td>
              <ul className="present">
                {meeting.present.map(key => (
                  <li key={key}>
                    <SideCode side={sideOf(key)} />
                    {nameOf(key)}
                  </li>
                ))}
              </ul>
              {meeting.place !== null && (
                <span className="mute">{names.nameOf(meeting.placeNames) || meeting.place}</span>
              )}
            </td>
          </EdgeRow>
        ))}
      </tbody>
    </table>
  )
}

function Reports({ meeting: { evidence, sources } }: { readonly meeting: MeetingAnswer }) {
  const { t, i18n } = useTranslation()
  return (
    <>
      <ul className="edge-evidence">
        {evidence.map(report => (
          <li key={`${report.document} ${report.index}`}>
            <EventWords event={report} />{' '}
            <span className="facts">
              <Link to="/source/$id" params={{ id: report.document }} search={{ i: `e${report.index}` }}>
                {report.title}
              </Link>
              {report.publisher !== null && <span>{report.publisher}</span>}
              {report.reported !== null && (
                <span>{t('timeline.reported', { day: formatDay(report.reported, i18n.language) })}</span>
              )}
            </span>
          </li>
        ))}
      </ul>
      {sources > evidence.length && <p className="mute small">{t('network.moreReports', { count: sources })}</p>}
    </>
  )
}
