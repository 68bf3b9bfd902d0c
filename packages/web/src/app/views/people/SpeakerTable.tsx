/** Who speaks in the reports and is in no dossier: the way to their words, and a reason to write them into one. */
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { SpeakersAnswer } from '../../api/contract.ts'
import { formatDay } from '../../words/dates.ts'

export function SpeakerTable({ speakers: { items, total, isWhole } }: { readonly speakers: SpeakersAnswer }) {
  const { t, i18n } = useTranslation()
  if (items.length === 0) return <p className="note">{t('people.nobodyElse')}</p>
  return (
    <div>
      <p className="small mute">
        {t('people.unknown')} {!isWhole && t('people.newest')}
      </p>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('people.column.other')}</th>
            <th scope="col">{t('people.last')}</th>
            <th scope="col" className="number-column">
              {t('nav.statements')}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ speaker, statements, last }) => (
            <tr key={speaker}>
              <th scope="row">
                <Link to="/statements" search={{ speaker: [speaker] }}>
                  <b>{speaker}</b>
                </Link>
              </th>
              <td>{last === null ? t('why.undated') : formatDay(last, i18n.language)}</td>
              <td className="number-column">{statements}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {total > items.length && <p className="small mute">{t('people.rarer', { count: total - items.length })}</p>}
    </div>
  )
}
