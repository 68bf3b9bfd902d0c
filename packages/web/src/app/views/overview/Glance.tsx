/** Every duty of every agreement as its mark: the way to its row of the matrix. */
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { DossierAnswer } from '../../api/contract.ts'
import { Mark } from '../../marks/symbols.tsx'
import { formatDay } from '../../words/dates.ts'
import { inLanguage } from '../../words/texts.ts'
import type { PlacedRow } from './overview-model.ts'

interface Props {
  readonly dossier: DossierAnswer
  readonly rows: readonly PlacedRow[]
  readonly now: string
}

export function Glance({ dossier, rows, now }: Props) {
  const { t, i18n } = useTranslation()
  const { language } = i18n
  return (
    <section className="section">
      <h2>
        {t('overview.glance')}{' '}
        <span className="small mute">{t('overview.asOf', { day: formatDay(now, language) })}</span>
      </h2>
      {dossier.agreements.map(({ id, titles }) => (
        <div key={id} className="glance">
          <p>
            <Link to="/matrix/$dossier/$agreement" params={{ dossier: dossier.id, agreement: id }}>
              {inLanguage(titles, language)}
            </Link>
          </p>
          <ul className="duty-marks">
            {rows
              .filter(({ agreement }) => agreement === id)
              .map(({ row }) => (
                <li key={row.number}>
                  <Link
                    to="/matrix/$dossier/$agreement"
                    params={{ dossier: dossier.id, agreement: id }}
                    hash={`point-${row.number}`}
                    className={`status-${row.status.finding}`}
                    title={`${inLanguage(row.stipulation.titles, language)}: ${t(`status.${row.status.finding}`)}`}
                  >
                    <Mark name={row.status.finding} />
                    <span>{row.number}</span>
                    <span className="aloud">{t(`status.${row.status.finding}`)}</span>
                  </Link>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
