/** Review: the words in their source, the candidate beside them, one key to decide and go on. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ask } from '../../api/client.ts'
import type { CandidateAnswer, Paged } from '../../api/contract.ts'
import { UnwrittenList } from '../../decisions/Unwritten.tsx'
import { useNamesThemself, useReviewer } from '../../reviewer.ts'
import { useMay } from '../../session/use-session.ts'
import { Failed } from '../../shell/Failed.tsx'
import { useTitle } from '../../shell/use-title.ts'
import { Disputes, useDisputes } from './Disputes.tsx'
import { HappeningsDesk } from './HappeningsDesk.tsx'
import { NameForm } from './NameForm.tsx'
import { ReviewDesk } from './ReviewDesk.tsx'
import { ReviewState } from './ReviewState.tsx'
import { useDesk } from './use-desk.ts'
import './review.css'

const route = getRouteApi('/review')

export const QUEUES = ['claims', 'speakers', 'happenings', 'disputed', 'decided'] as const
export type QueueName = (typeof QUEUES)[number]

export function ReviewView() {
  const { t } = useTranslation()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const by = useReviewer()
  const namesThemself = useNamesThemself()
  const may = useMay('review')
  const mayPair = useMay('edit')
  const [renaming, setRenaming] = useState(false)
  const desk = useDesk(by)
  const queue = search.queue ?? 'claims'
  useTitle(t('review.title'))
  const candidates = useInfiniteQuery({
    queryKey: ['review', queue],
    queryFn: ({ pageParam }) => ask<Paged<CandidateAnswer>>('review', { queue, after: pageParam }),
    enabled: queue !== 'happenings',
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
    // What was decided stays in sight, struck through, as long as one sits here.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  const disputes = useDisputes(queue === 'disputed')
  const items = candidates.data?.pages.flatMap(page => page.items) ?? []
  // All that is in dispute stands in the list below: an empty desk would say that nothing is.
  const others = queue === 'disputed' ? (disputes.data?.length ?? 0) : 0
  const isElsewhere = items.length === 0 && search.item === undefined && others > 0
  const done = items.filter(({ key }) => desk.marks.has(key) && desk.marks.get(key) !== 'later').length
  return (
    <>
      <div className="heading review-heading">
        <h1>{t('review.title')}</h1>
        <div className="tools">
          {items.length > 0 && (
            <span className="soft">
              {t(candidates.hasNextPage ? 'review.doneSoFar' : 'review.done', { done, count: items.length })}
            </span>
          )}
          <label>
            <span className="aloud">{t('review.queue')}</span>
            <select
              className="field"
              value={queue}
              onChange={event => navigate({ search: { queue: event.target.value as QueueName } })}
            >
              {QUEUES.map(name => (
                <option key={name} value={name}>
                  {t(`review.queues.${name}`)}
                </option>
              ))}
            </select>
          </label>
          {by !== '' && namesThemself && (
            <button type="button" className="link" onClick={() => setRenaming(!renaming)}>
              {t('review.as')} <b>{by}</b>
            </button>
          )}
        </div>
      </div>
      <ReviewState />
      <div className="progress" aria-hidden="true">
        <i style={{ transform: `scaleX(${items.length === 0 ? 0 : done / items.length})` }} />
      </div>
      {!may && <p className="note">{t('review.mayNot')}</p>}
      {may && namesThemself && (by === '' || renaming) && <NameForm name={by} onKept={() => setRenaming(false)} />}
      <UnwrittenList onTakeBack={desk.forget} />
      {candidates.error !== null && <Failed reason={candidates.error.message} />}
      {items.length > 0 && others > 0 && (
        <p className="facts review-state">
          <a href="#disputes">{t('disputes.title', { count: others })}</a>
        </p>
      )}
      {queue === 'happenings' && <HappeningsDesk desk={desk} by={mayPair ? by : ''} />}
      {queue !== 'happenings' && candidates.data !== undefined && !isElsewhere && (
        <ReviewDesk
          key={queue}
          queue={queue}
          items={items}
          desk={desk}
          by={may ? by : ''}
          onMore={candidates.hasNextPage ? () => void candidates.fetchNextPage() : null}
        />
      )}
      {queue === 'disputed' && <Disputes by={may ? by : ''} />}
    </>
  )
}
