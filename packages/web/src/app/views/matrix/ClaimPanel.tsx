/** The claims of one cell, newest first, each with its words in context; below, the rule with the line that decided. */
import { STATUS_RULE } from '@parley/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { ask } from '../../api/client.ts'
import type { ClaimAnswer, DossierAnswer, Paged } from '../../api/contract.ts'
import { Status } from '../../marks/Status.tsx'
import { Failed } from '../../shell/Failed.tsx'
import { formatDay } from '../../words/dates.ts'
import { inLanguage } from '../../words/texts.ts'
import { ReviewNote } from '../review/ReviewNote.tsx'
import { Assessments } from './Assessments.tsx'
import type { ShownAssessment } from './assessments.ts'
import { countOf, type Row, type Voice } from './matrix-model.ts'
import { VoiceCode } from './VoiceCode.tsx'
import { useVoiceName } from './voice-name.ts'

interface Props {
  readonly dossier: DossierAnswer
  readonly row: Row
  readonly voice: string
  readonly voices: readonly Voice[]
  readonly asOf: string
  readonly assessments: readonly ShownAssessment[]
  readonly onClose: () => void
}

export function ClaimPanel({ dossier, row, voice, voices, asOf, assessments, onClose }: Props) {
  const { t, i18n } = useTranslation()
  const voiceName = useVoiceName()
  const { stipulation, points, number } = row
  const claims = useInfiniteQuery({
    queryKey: ['claims', dossier.id, stipulation.id, voice, asOf],
    queryFn: ({ pageParam }) =>
      ask<Paged<ClaimAnswer>>(`dossiers/${dossier.id}/claims`, {
        stipulation: stipulation.id,
        voice,
        until: asOf,
        after: pageParam,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && onClose()
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [onClose])
  const column = voices.find(({ id }) => id === voice)
  const own = points.filter(point => point.voice === voice)
  const shown = countOf(own.filter(({ said }) => said === null || said <= asOf))
  const later = countOf(own) - shown
  const items = claims.data?.pages.flatMap(page => page.items) ?? []
  return (
    <aside className="panel" aria-label={t('matrix.panel')}>
      <header>
        <button type="button" className="button close" onClick={onClose}>
          {t('matrix.close')} <kbd>Esc</kbd>
        </button>
        <h2>
          {number} · {column === undefined ? voice : voiceName(column)}
        </h2>
        <p className="soft">{inLanguage(stipulation.titles, i18n.language)}</p>
        <p className="facts">
          <span>{t('matrix.claims', { count: shown })}</span>
          <span>{formatDay(asOf, i18n.language)}</span>
          {later > 0 && <span>{t('matrix.laterClaims', { count: later })}</span>}
        </p>
      </header>
      {claims.error !== null && <Failed reason={claims.error.message} />}
      {items.map(claim => (
        <Claim key={`${claim.document} ${claim.index}`} claim={claim} voice={column} />
      ))}
      {claims.data !== undefined && items.length === 0 && <p className="claim mute">{t('matrix.nothingSaid')}</p>}
      {claims.hasNextPage && (
        <button type="button" className="button" onClick={() => claims.fetchNextPage()}>
          {t('matrix.more')}
        </button>
      )}
      <Rule row={row} />
      <Assessments key={stipulation.id} stipulation={stipulation.id} asOf={asOf} assessments={assessments} />
    </aside>
  )
}

function Claim({ claim, voice }: { readonly claim: ClaimAnswer; readonly voice: Voice | undefined }) {
  const { t, i18n } = useTranslation()
  const { language } = i18n
  return (
    <article className={`claim ${claim.review.state}`}>
      <p className="claim-head">
        <Status name={claim.assertion} /> {claim.general && <span className="mute">[{t('matrix.general')}]</span>}
        <time>{claim.said === null ? t('why.undated') : formatDay(claim.said, language)}</time>
      </p>
      <p className="claimant">
        {voice !== undefined && <VoiceCode voice={voice} />}{' '}
        <span lang={claim.language ?? undefined}>{claim.claimant ?? t('found.own')}</span>
        {claim.role !== null && (
          <span className="soft">
            , {claim.role.office} {t('matrix.sinceDay', { day: formatDay(claim.role.since, language) })}
          </span>
        )}
      </p>
      <blockquote className="evidence" lang={claim.language ?? undefined}>
        {claim.before}
        <mark>{claim.words}</mark>
        {claim.after}
      </blockquote>
      <p className="facts">
        <Link to="/source/$id" params={{ id: claim.document }} search={{ i: `c${claim.index}` }}>
          {claim.title}
        </Link>
        {claim.publisher !== null && <span>{claim.publisher}</span>}
        <span>{t('why.offsets', { start: claim.start, end: claim.end })}</span>
        <span>{claim.rule}</span>
        <Link to="/review" search={{ item: claim.key }}>
          <ReviewNote review={claim.review} />
        </Link>
      </p>
    </article>
  )
}

function Rule({ row }: { readonly row: Row }) {
  const { t } = useTranslation()
  const { line, overdueLine, finding } = row.status
  const decided: readonly string[] = [line, overdueLine]
  const lines = STATUS_RULE.filter(
    ({ id }) => id.startsWith('finding/') || (decided.includes(id) && id === overdueLine),
  )
  return (
    <section className="rule">
      <h3>
        {t('matrix.why')}: <Status name={finding} />
      </h3>
      <ol>
        {lines.map(({ id }) => (
          <li key={id} aria-current={decided.includes(id) ? 'true' : undefined}>
            {t(`rule.${id.replace('/', '.')}`)}
          </li>
        ))}
      </ol>
    </section>
  )
}
