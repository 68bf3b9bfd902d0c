/** What accepting and rejecting would do to the finding, said before. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ask } from '../../api/client.ts'
import type { CandidateAnswer, ClaimPoint, DossierAnswer } from '../../api/contract.ts'
import { Status } from '../../marks/Status.tsx'
import { useRecord } from '../../shell/use-record.ts'
import type { Draft } from './draft.ts'
import { type Effect, effectOf } from './effect.ts'

interface Props {
  readonly candidate: CandidateAnswer
  readonly draft: Draft
  readonly dossier: DossierAnswer
}

export function EffectLines({ candidate, draft, dossier }: Props) {
  const { t } = useTranslation()
  const record = useRecord()
  const points = useQuery({
    queryKey: ['claim-points', dossier.id],
    queryFn: () => ask<readonly ClaimPoint[]>(`dossiers/${dossier.id}/claim-points`),
  })
  if (points.data === undefined) return null
  const days = points.data.map(({ said }) => said ?? '')
  const asOf = [record.data?.newest ?? '', ...days].sort().at(-1) as string
  const all = dossier.agreements.flatMap(({ provisions }) => provisions.flatMap(({ stipulations }) => stipulations))
  const effect = (id: string | null, accepted: Draft | null): Effect | null => {
    const stipulation = all.find(each => each.id === id)
    if (stipulation === undefined || points.data === undefined || asOf === '') return null
    return effectOf(candidate, accepted, { points: points.data, stipulation, asOf })
  }
  return (
    <>
      <Line label={t('review.ifAccepted')} effect={effect(draft.stipulation, draft)} />
      <Line label={t('review.ifRejected')} effect={effect(candidate.stipulation, null)} />
    </>
  )
}

function Line({ label, effect }: { readonly label: string; readonly effect: Effect | null }) {
  const { t } = useTranslation()
  if (effect === null) return null
  const { stipulation, now, after } = effect
  const number = stipulation.slice(stipulation.lastIndexOf('/') + 1)
  return (
    <div className="row effect">
      <span>{label}</span>
      <span>
        {t('review.findingOf', { number })} {now === after ? t('review.stays') : <Status name={now} />}
        {now === after ? ' ' : ' → '}
        <Status name={after} />
      </span>
    </div>
  )
}
