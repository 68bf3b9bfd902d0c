/** The implementation matrix: where each duty stands, who says so, since when, who disagrees. Everything shown is a function of the address. */
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ask } from '../../api/client.ts'
import type { ClaimPoint, DossierAnswer } from '../../api/contract.ts'
import { useNames } from '../../names/use-names.ts'
import { Failed } from '../../shell/Failed.tsx'
import { useRecord } from '../../shell/use-record.ts'
import { formatDay } from '../../words/dates.ts'
import { inLanguage } from '../../words/texts.ts'
import { AsOf } from './AsOf.tsx'
import { useAssessments } from './assessments.ts'
import { ClaimPanel } from './ClaimPanel.tsx'
import { dayScale } from './days.ts'
import { Legend } from './Legend.tsx'
import { MatrixTable } from './MatrixTable.tsx'
import { daysOf, rowsOf, voicesOf } from './matrix-model.ts'
import { Tally } from './Tally.tsx'
import './matrix.css'
import { Heading } from '../../shell/Heading.tsx'

const route = getRouteApi('/matrix/$dossier/$agreement')

export function MatrixView() {
  const { dossier: id, agreement: agreementId } = route.useParams()
  const dossier = useQuery({ queryKey: ['dossier', id], queryFn: () => ask<DossierAnswer>(`dossiers/${id}`) })
  const points = useQuery({
    queryKey: ['claim-points', id, agreementId],
    queryFn: () => ask<readonly ClaimPoint[]>(`dossiers/${id}/claim-points`, { agreement: agreementId }),
  })
  const error = dossier.error ?? points.error
  if (error !== null) return <Failed reason={error.message} />
  if (dossier.data === undefined || points.data === undefined) return null
  return <Matrix dossier={dossier.data} points={points.data} />
}

function Matrix({ dossier, points }: { readonly dossier: DossierAnswer; readonly points: readonly ClaimPoint[] }) {
  const { t, i18n } = useTranslation()
  const { agreement: agreementId } = route.useParams()
  const search = route.useSearch()
  const { orderOf } = useNames()
  const navigate = route.useNavigate()
  const record = useRecord()
  const set = (changes: Partial<typeof search>) =>
    navigate({ search: before => ({ ...before, ...changes }), replace: true, resetScroll: false })

  const agreement = dossier.agreements.find(each => each.id === agreementId)
  const days = useMemo(() => (agreement === undefined ? [] : daysOf(agreement, points)), [agreement, points])
  const voices = useMemo(() => voicesOf(dossier, points, orderOf(dossier)), [dossier, points, orderOf])
  // Today is nobody's evidence: without a choice the matrix stands as of the newest report.
  const newest = [record.data?.newest ?? null, days.at(-1) ?? null].filter(day => day !== null).sort()
  const now = newest.at(-1) ?? agreement?.signed ?? ''
  const asOf = search.asof ?? now
  const assessmentsOf = useAssessments(dossier.id, asOf)
  const general = search.general !== 0
  const since = search.since ?? null
  // Opening a cell changes none of it.
  const rows = useMemo(
    () => (agreement === undefined ? [] : rowsOf(agreement, points, { asOf, since, general, voices })),
    [agreement, points, asOf, since, general, voices],
  )
  const signed = agreement?.signed
  const scale = useMemo(() => (signed === undefined ? null : dayScale(signed, now)), [signed, now])
  if (agreement === undefined || scale === null) return <Failed reason={t('matrix.noAgreement', { id: agreementId })} />

  const shown = rows.filter(({ status, was }) => {
    if (search.only === undefined) return true
    if (search.only === 'overdue') return status.overdue
    return search.only === 'changed' ? was !== null : status.finding === search.only
  })
  const [number, voice] = search.cell?.split('.') ?? []
  const chosen = rows.find(row => row.number === number)
  return (
    <>
      <Heading title={inLanguage(agreement.titles, i18n.language)} about={t('matrix.about', { count: rows.length })}>
        {dossier.agreements.length > 1 && (
          <label className="small">
            {t('matrix.agreement')}{' '}
            <select
              className="field agreement"
              value={agreementId}
              onChange={event =>
                navigate({ params: { dossier: dossier.id, agreement: event.target.value }, search: {} })
              }
            >
              {dossier.agreements.map(({ id, titles, signed }) => (
                <option key={id} value={id}>
                  {formatDay(signed, i18n.language)} · {inLanguage(titles, i18n.language)}
                </option>
              ))}
            </select>
          </label>
        )}
      </Heading>
      <AsOf
        scale={scale}
        days={days}
        points={points}
        asOf={asOf}
        now={now}
        since={search.since}
        general={general}
        onChange={set}
      />
      <Tally rows={rows} only={search.only} since={search.since} onOnly={only => set({ only })} />
      <div className={chosen === undefined ? 'split' : 'split open'}>
        <div>
          <MatrixTable
            dossier={dossier}
            rows={shown}
            voices={voices}
            scale={scale}
            asOf={asOf}
            cell={search.cell}
            assessmentsOf={assessmentsOf}
            onCell={cell => set({ cell })}
          />
          <Legend />
        </div>
        {chosen !== undefined && voice !== undefined && (
          <ClaimPanel
            dossier={dossier}
            row={chosen}
            voice={voice}
            voices={voices}
            asOf={asOf}
            assessments={assessmentsOf(chosen.stipulation.id)}
            onClose={() => {
              const opener = document.querySelector<HTMLElement>(`[data-cell="${search.cell}"]`)
              set({ cell: undefined })
              opener?.focus()
            }}
          />
        )}
      </div>
    </>
  )
}
