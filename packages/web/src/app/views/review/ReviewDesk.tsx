/** The queue, the passage and the candidate; every key and button ends in `act`. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ask } from '../../api/client.ts'
import type { CandidateAnswer, CandidateInPlaceAnswer, ClaimPoint, DossierAnswer } from '../../api/contract.ts'
import { useNames } from '../../names/use-names.ts'
import { useMay } from '../../session/use-session.ts'
import { useSetting } from '../../settings.ts'
import { Failed } from '../../shell/Failed.tsx'
import { useRecord } from '../../shell/use-record.ts'
import { formatDay } from '../../words/dates.ts'
import { voicesOf } from '../matrix/matrix-model.ts'
import { CandidateForm, SAYS } from './CandidateForm.tsx'
import { correctionOf, type Draft, draftOf } from './draft.ts'
import { EffectLines } from './EffectLines.tsx'
import { KeyDialog, KeyLine } from './KeyList.tsx'
import { type Action, useReviewKeys } from './keys.ts'
import { moveWords } from './move-words.ts'
import { Passage } from './Passage.tsx'
import { numberOf, QueueList } from './QueueList.tsx'
import type { QueueName } from './ReviewView.tsx'
import { SameVoice } from './SameVoice.tsx'
import type { Desk } from './use-desk.ts'
import { Verdicts } from './Verdicts.tsx'

const route = getRouteApi('/review')

interface Props {
  readonly queue: QueueName
  readonly items: readonly CandidateAnswer[]
  readonly desk: Desk
  readonly by: string
  /** Fetches more of the queue; null: that is all. */
  readonly onMore: (() => void) | null
}

export function ReviewDesk({ queue, items, desk, by, onMore }: Props) {
  const { t } = useTranslation()
  const { item: asked } = route.useSearch()
  const navigate = route.useNavigate()
  const keys = useSetting('keys')
  const may = useMay('review')
  const [at, setAt] = useState<string | null>(asked ?? items[0]?.key ?? null)
  const [changes, setChanges] = useState<Partial<Draft>>({})
  const [told, setTold] = useState('')
  const [help, setHelp] = useState(false)
  const candidate = useCandidate(at)
  useAhead(items, at)
  const ground = useGround(candidate.data ?? null)
  const found = candidate.data
  const draft = found === undefined ? null : { ...draftOf(found, found.speakers), ...changes }

  const go = (key: string | null) => {
    setAt(key)
    setChanges({})
    void navigate({ search: before => ({ ...before, item: key ?? undefined }), replace: true, resetScroll: false })
  }
  const name = ({ stipulation, assertion, words }: CandidateAnswer) =>
    `${numberOf({ stipulation })} ${assertion === null ? '' : t(`status.${assertion}`)} ${words.slice(0, 80)}`.trim()
  const place = items.findIndex(({ key }) => key === at)
  const nextOpen = (): CandidateAnswer | undefined => {
    const open = ({ key }: CandidateAnswer) => key !== at && !desk.marks.has(key)
    return items.slice(place + 1).find(open) ?? items.find(open)
  }
  const goOn = (did: string) => {
    const next = nextOpen()
    if (items.length - place < 10) onMore?.()
    const item = items[place] ?? found
    const done = item === undefined ? '' : t(`review.told.${did}`, { item: name(item) })
    setTold(`${done} ${next === undefined ? t('review.told.end') : t('review.told.next', { item: name(next) })}`)
    go(next?.key ?? null)
  }
  const decide = (isAccepted: boolean) => {
    if (at === null) return
    if (by === '') {
      document.getElementById('reviewer')?.focus()
      return
    }
    // Nobody decides on what is not yet on the screen.
    if (found === undefined) return
    const value = isAccepted && draft !== null ? correctionOf(found, draft) : null
    const about = { key: at, words: `${numberOf(found)} ${found.words.slice(0, 120)}`.trim(), language: found.language }
    desk.decide(about, value, isAccepted)
    goOn(!isAccepted ? 'reject' : value === null ? 'accept' : 'correct')
  }
  const undo = async () => {
    if (by === '') return
    const key = await desk.undo()
    const item = items.find(each => each.key === key)
    setTold(
      key === null ? t('review.told.nothing') : t('review.told.undo', { item: item === undefined ? '' : name(item) }),
    )
    // A merging of persons is no item of a queue.
    if (key !== null && /\/(?:claim|quotation)\//.test(key)) go(key)
  }

  const act = (action: Action): void => {
    switch (action.do) {
      case 'accept':
      case 'reject':
        decide(action.do === 'accept')
        break
      case 'later':
        if (at !== null) desk.putOff(at)
        goOn('later')
        break
      case 'next':
      case 'back': {
        const item = items[place + (action.do === 'next' ? 1 : -1)]
        if (item !== undefined) go(item.key)
        break
      }
      case 'undo':
        void undo()
        break
      case 'point':
      case 'speaker':
        document.getElementById(action.do)?.focus()
        break
      case 'copy':
        void navigator.clipboard?.writeText(location.href).then(() => setTold(t('review.told.copy')))
        break
      case 'help':
        setHelp(true)
        break
      case 'says':
        if (found?.kind === 'claim') setChanges({ ...changes, assertion: SAYS[action.place] })
        break
      case 'move': {
        if (found === undefined || draft === null) return
        const spans = moveWords(draft.spans, action.edge, action.step, found.passage, found.language ?? 'und')
        setChanges({ ...changes, spans })
      }
    }
  }
  useReviewKeys(keys === 'on' && !help, act)

  return (
    <>
      <div className="columns review-columns">
        <QueueList items={items} current={at} desk={desk} voices={ground.voices} onGo={go} />
        <section className="review-source" aria-label={t('sources.report')}>
          {at === null && <Empty queue={queue} isDone={items.length > 0} />}
          {candidate.error !== null && <Failed reason={candidate.error.message} />}
          {found !== undefined && draft !== null && (
            <>
              <Facts candidate={found} draft={draft} />
              <Passage
                candidate={found}
                spans={draft.spans}
                onWords={span => setChanges({ ...changes, spans: [span] })}
              />
              {ground.dossier !== undefined && found.kind === 'claim' && (
                <SameVoice candidate={found} draft={draft} dossier={ground.dossier.id} />
              )}
            </>
          )}
        </section>
        <section className="candidate" aria-label={t('review.candidate')}>
          {found !== undefined && draft !== null && (
            <>
              <CandidateForm
                candidate={found}
                draft={draft}
                dossier={ground.dossier}
                voices={ground.voices}
                onDraft={more => setChanges({ ...changes, ...more })}
                act={act}
              />
              {ground.dossier !== undefined && found.kind === 'claim' && (
                <EffectLines candidate={found} draft={draft} dossier={ground.dossier} />
              )}
            </>
          )}
          <Verdicts isOpen={found !== undefined && may} mark={at === null ? undefined : desk.marks.get(at)} act={act} />
        </section>
      </div>
      <KeyLine onAll={() => setHelp(true)} />
      {help && <KeyDialog onClose={() => setHelp(false)} />}
      <p className="told" role="status" aria-live="polite">
        {told}
      </p>
    </>
  )
}

const fetchCandidate = (key: string) => ({
  queryKey: ['candidate', key],
  queryFn: () => ask<CandidateInPlaceAnswer>('review/item', { key }),
})

function useCandidate(key: string | null) {
  return useQuery({ ...fetchCandidate(key ?? ''), enabled: key !== null })
}

/** The next one is fetched while this one is read. */
function useAhead(items: readonly CandidateAnswer[], at: string | null): void {
  const queries = useQueryClient()
  const next = items[items.findIndex(({ key }) => key === at) + 1]?.key
  useEffect(() => {
    if (next !== undefined) void queries.prefetchQuery({ ...fetchCandidate(next), staleTime: 60_000 })
  }, [queries, next])
}

/** The dossier a candidate's point belongs to, else the first; and its voices. */
function useGround(candidate: CandidateAnswer | null) {
  const record = useRecord()
  const dossiers = record.data?.dossiers ?? []
  const agreement = candidate?.stipulation?.split('/')[0]
  const id = (dossiers.find(({ agreements }) => agreements.some(each => each.id === agreement)) ?? dossiers[0])?.id
  const dossier = useQuery({
    queryKey: ['dossier', id],
    queryFn: () => ask<DossierAnswer>(`dossiers/${id}`),
    enabled: id !== undefined,
  })
  const points = useQuery({
    queryKey: ['claim-points', id],
    queryFn: () => ask<readonly ClaimPoint[]>(`dossiers/${id}/claim-points`),
    enabled: id !== undefined,
  })
  const { orderOf } = useNames()
  const voices = useMemo(
    () =>
      dossier.data === undefined || points.data === undefined
        ? []
        : voicesOf(dossier.data, points.data, orderOf(dossier.data)),
    [dossier.data, points.data, orderOf],
  )
  return { dossier: dossier.data, voices }
}

function Facts({ candidate, draft }: { readonly candidate: CandidateAnswer; readonly draft: Draft }) {
  const { t, i18n } = useTranslation()
  const { document, kind, index, title, publisher, published, rule } = candidate
  return (
    <p className="facts">
      <Link to="/source/$id" params={{ id: document }} search={{ i: `${kind === 'claim' ? 'c' : 'q'}${index}` }}>
        {title}
      </Link>
      {publisher !== null && <span>{publisher}</span>}
      <span>{published === null ? t('why.undated') : formatDay(published, i18n.language)}</span>
      {draft.spans.map(({ start, end }) => (
        <span key={start}>{t('why.offsets', { start, end })}</span>
      ))}
      <span>{rule}</span>
    </p>
  )
}

/** What to do where nothing waits. */
function Empty({ queue, isDone }: { readonly queue: QueueName; readonly isDone: boolean }) {
  const { t } = useTranslation()
  const next: QueueName = queue === 'claims' ? 'speakers' : 'claims'
  return (
    <p className="note">
      {t(isDone ? 'review.finished' : `review.none.${queue}`)}{' '}
      <Link to="/review" search={{ queue: next }}>
        {t(`review.queues.${next}`)}
      </Link>
    </p>
  )
}
