/** The newest reports. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ask } from '../../api/client.ts'
import type { Paged, SourceItem } from '../../api/contract.ts'
import { formatDay } from '../../words/dates.ts'

const SHOWN = 6

export function LastReports() {
  const { t, i18n } = useTranslation()
  const sources = useQuery({ queryKey: ['last-sources'], queryFn: () => ask<Paged<SourceItem>>('sources') })
  return (
    <section className="section">
      <h2>
        {t('overview.last')}{' '}
        <span className="small">
          <Link to="/sources">{t('overview.all')}</Link>
        </span>
      </h2>
      <ul className="lines">
        {sources.data?.items.slice(0, SHOWN).map(item => (
          <li key={item.id}>
            <time className="no-break">
              {item.published === null ? t('why.undated') : formatDay(item.published, i18n.language)}
            </time>
            <Link to="/source/$id" params={{ id: item.id }} className="words" lang={item.language ?? undefined}>
              {item.title}
            </Link>
            <span className="mute">{item.publisher}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
