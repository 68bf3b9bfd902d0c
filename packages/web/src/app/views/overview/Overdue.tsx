/** Duties whose date has passed without a finding of fulfilled. */
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { DossierAnswer } from '../../api/contract.ts'
import { Mark } from '../../marks/symbols.tsx'
import { formatDay } from '../../words/dates.ts'
import { inLanguage } from '../../words/texts.ts'
import type { PlacedRow } from './overview-model.ts'

export function Overdue({ dossier, rows }: { readonly dossier: DossierAnswer; readonly rows: readonly PlacedRow[] }) {
  const { t, i18n } = useTranslation()
  const late = rows
    .filter(({ row }) => row.status.overdue)
    .sort((a, b) => ((a.row.status.due ?? '') < (b.row.status.due ?? '') ? -1 : 1))
  return (
    <section className="section">
      <h2>{t('overview.overdue')}</h2>
      {late.length === 0 && <p className="mute">{t('overview.noneOverdue')}</p>}
      <ul className="lines dated">
        {late.map(({ agreement, row }) => (
          <li key={row.stipulation.id}>
            <span className="no-break">
              <Mark name="overdue" /> {formatDay(row.status.due as string, i18n.language)}
            </span>
            <Link
              to="/matrix/$dossier/$agreement"
              params={{ dossier: dossier.id, agreement }}
              search={{ only: 'overdue' }}
            >
              {row.number} {inLanguage(row.stipulation.titles, i18n.language)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
