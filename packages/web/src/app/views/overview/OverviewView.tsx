/** What changed since one last looked, and what waits: each finding before and after with the words that moved it. */
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ask } from '../../api/client.ts'
import type { ClaimPoint, DossierAnswer } from '../../api/contract.ts'
import { useNames } from '../../names/use-names.ts'
import { DayField } from '../../shell/DayField.tsx'
import { Failed } from '../../shell/Failed.tsx'
import { useTitle } from '../../shell/use-title.ts'
import { formatDay } from '../../words/dates.ts'
import { dayNumber, isoDay } from '../matrix/days.ts'
import { countOf, voicesOf } from '../matrix/matrix-model.ts'
import { Changed } from './Changed.tsx'
import { Coming } from './Coming.tsx'
import { Glance } from './Glance.tsx'
import { LastReports } from './LastReports.tsx'
import { NewestBySide } from './NewestBySide.tsx'
import { Overdue } from './Overdue.tsx'
import { BACK, overviewOf } from './overview-model.ts'
import { Silent } from './Silent.tsx'
import './overview.css'
import { Heading } from '../../shell/Heading.tsx'

const route = getRouteApi('/')

interface Props {
  readonly dossier: string
  /** Day of the newest report, or null. */
  readonly newest: string | null
  /** How many reports the record holds. */
  readonly documents: number
}

export function OverviewView({ dossier: id, newest, documents }: Props) {
  const dossier = useQuery({ queryKey: ['dossier', id], queryFn: () => ask<DossierAnswer>(`dossiers/${id}`) })
  const points = useQuery({
    queryKey: ['claim-points', id],
    queryFn: () => ask<readonly ClaimPoint[]>(`dossiers/${id}/claim-points`),
  })
  const error = dossier.error ?? points.error
  if (error !== null) return <Failed reason={error.message} />
  if (dossier.data === undefined || points.data === undefined) return null
  const days = points.data.map(({ said }) => said).filter(day => day !== null)
  const now = [newest, ...days]
    .filter(day => day !== null)
    .sort()
    .at(-1)
  const from = now ?? dossier.data.agreements[0]?.signed
  if (from === undefined) return <Empty words="overview.empty" />
  return documents === 0 ? (
    <Empty words="overview.noReports" />
  ) : (
    <Overview dossier={dossier.data} points={points.data} now={from} />
  )
}

/** A new record: no report, and perhaps a dossier without an agreement. */
function Empty({ words }: { readonly words: 'overview.empty' | 'overview.noReports' }) {
  const { t } = useTranslation()
  return (
    <>
      <Heading title={t('nav.overview')} />
      <p className="note">
        {t(words)} <Link to="/add">{t('nav.add')}</Link>
      </p>
    </>
  )
}

function Overview({
  dossier,
  points,
  now,
}: {
  readonly dossier: DossierAnswer
  readonly points: readonly ClaimPoint[]
  readonly now: string
}) {
  const { t, i18n } = useTranslation()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const since = search.since ?? isoDay(dayNumber(now) - BACK)
  const { orderOf } = useNames()
  const voices = voicesOf(dossier, points, orderOf(dossier))
  const overview = overviewOf(dossier, points, { now, since, voices })
  const title = t('overview.title', { day: formatDay(since, i18n.language) })
  useTitle(title)
  const { changed, moved, rows } = overview
  const said = countOf(points.filter(point => point.said !== null && point.said > since))
  const last = points.reduce<string | null>(
    (latest, { said }) => (said !== null && said > (latest ?? '') ? said : latest),
    null,
  )
  const contested = rows.filter(({ row }) => row.status.finding === 'contested').length
  return (
    <>
      <div className="heading">
        <div>
          <h1>{title}</h1>
          <p className="lead">
            {t('overview.claims', { count: said })} <b>{t('overview.lead', { count: moved })}</b>{' '}
            {t('overview.contested', { count: contested })}
          </p>
        </div>
        <div className="tools small">
          {t('overview.since')}{' '}
          <DayField
            label={t('overview.since')}
            value={since}
            onDay={day => navigate({ search: { since: day }, replace: true })}
          />
        </div>
      </div>
      <div className="columns overview-columns">
        <div className="stack">
          <Changed dossier={dossier} items={changed} voices={voices} since={since} last={last} />
          <Glance dossier={dossier} rows={rows} now={now} />
          <NewestBySide voices={voices.filter(({ of }) => of !== null)} />
          <LastReports />
        </div>
        <div className="stack">
          <Overdue dossier={dossier} rows={rows} />
          <Coming />
          <Silent voices={voices} points={points} />
        </div>
      </div>
    </>
  )
}
