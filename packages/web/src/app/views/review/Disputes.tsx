/** What two reviewers decided differently and no desk shows: happenings, persons, events, assessments; each side with what it says, and the way to withdraw it. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ask } from '../../api/client.ts'
import type { DisputeAnswer, RecordAnswer } from '../../api/contract.ts'
import { outbox } from '../../decisions/decisions.ts'
import { Status } from '../../marks/Status.tsx'
import { useMay } from '../../session/use-session.ts'
import { Failed } from '../../shell/Failed.tsx'
import { useRecord } from '../../shell/use-record.ts'
import { formatDay } from '../../words/dates.ts'
import { Corrected } from './Others.tsx'

export function useDisputes(isOn: boolean) {
  return useQuery({
    queryKey: ['disputes'],
    queryFn: () => ask<readonly DisputeAnswer[]>('review/disputes'),
    enabled: isOn,
  })
}

/** `by`: '' while nobody may decide. */
export function Disputes({ by }: { readonly by: string }) {
  const { t } = useTranslation()
  const disputes = useDisputes(true)
  if (disputes.error !== null) return <Failed reason={disputes.error.message} />
  if (disputes.data === undefined || disputes.data.length === 0) return null
  return (
    <section className="section disputes" aria-labelledby="disputes">
      <h2 id="disputes">{t('disputes.title', { count: disputes.data.length })}</h2>
      <ul>
        {disputes.data.map(one => (
          <li key={`${one.kind} ${one.target} ${one.sides[0].seq}`}>
            <h3>
              <About dispute={one} />
            </h3>
            <Reports dispute={one} />
            <ul className="sides">
              {one.sides.map(side => (
                <Side key={side.seq} dispute={one} side={side} by={by} />
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}

function About({ dispute: { kind, target, type, name, document } }: { readonly dispute: DisputeAnswer }) {
  const { t } = useTranslation()
  const record = useRecord().data
  if (kind === 'assessment') return <Duty stipulation={target} record={record} />
  if (kind === 'who')
    return (
      <>
        {t('disputes.who', { name })}
        {document !== null && (
          <>
            {' · '}
            <Link to="/source/$id" params={{ id: document.id }} className="words" lang={document.language ?? undefined}>
              {document.title}
            </Link>
          </>
        )}
      </>
    )
  const what = type === null ? '' : t(`eventType.${type}`, { defaultValue: type })
  if (kind === 'event') return t('disputes.event', { what })
  return (
    <Link to="/review" search={{ queue: 'happenings', item: target }}>
      {t('disputes.happening', { what })}
    </Link>
  )
}

function Duty({ stipulation, record }: { readonly stipulation: string; readonly record: RecordAnswer | undefined }) {
  const { t } = useTranslation()
  const [agreement, number] = stipulation.split('/')
  const words = t('disputes.assessment', { number })
  const dossier = record?.dossiers.find(({ agreements }) => agreements.some(({ id }) => id === agreement))
  if (dossier === undefined) return words
  return (
    <Link to="/matrix/$dossier/$agreement" params={{ dossier: dossier.id, agreement }}>
      {words}
    </Link>
  )
}

function Reports({ dispute: { reports } }: { readonly dispute: DisputeAnswer }) {
  const { i18n } = useTranslation()
  return reports.map(({ key, document, index, title, publisher, published, language, before, words, after }) => (
    <div key={key}>
      <p className="facts">
        <Link to="/source/$id" params={{ id: document }} search={{ i: `e${index}` }}>
          {title}
        </Link>
        {publisher !== null && <span>{publisher}</span>}
        {published !== null && <span>{formatDay(published, i18n.language)}</span>}
      </p>
      <blockquote className="evidence" lang={language ?? undefined}>
        {before}
        <mark>{words}</mark>
        {after}
      </blockquote>
    </div>
  ))
}

interface SideProps {
  readonly dispute: DisputeAnswer
  readonly side: DisputeAnswer['sides'][number]
  readonly by: string
}

/** One's own is one's own to withdraw; others' is an editor's, as is whatever changes more than one item. */
function Side({ dispute, side, by }: SideProps) {
  const { t, i18n } = useTranslation()
  const mayEdit = useMay('edit')
  const isPlain = dispute.kind === 'event'
  const mayWithdraw = by !== '' && (mayEdit || (isPlain && side.by === by))
  return (
    <li>
      <b>{side.by}</b> <Says dispute={dispute} side={side} />{' '}
      <span className="mute no-break">{formatDay(side.at, i18n.language)}</span>
      {side.why !== null && <span className="soft"> {side.why}</span>}{' '}
      {mayWithdraw && (
        <button
          type="button"
          className="link"
          onClick={() =>
            outbox.put(
              { kind: 'undo', target: `decision/${side.seq}` },
              { by, about: `${side.seq}, ${side.by}`, language: null },
            )
          }
        >
          {t(side.by === by ? 'disputes.withdraw' : 'disputes.withdrawOther')}
          <span className="aloud"> {side.by}</span>
        </button>
      )}
    </li>
  )
}

function Says({ dispute: { kind }, side }: Pick<SideProps, 'dispute' | 'side'>) {
  const { t, i18n } = useTranslation()
  if (kind === 'who') return t(`disputes.says.${side.kind === 'merge' ? 'is' : 'isThere'}`, { name: side.other })
  if (kind === 'happening') return t(`disputes.says.${side.kind}`)
  if (kind === 'assessment') {
    const { status, on } = side.value as { readonly status: 'progress'; readonly on: string }
    return (
      <>
        <Status name={status} /> {t('disputes.says.asOf', { day: formatDay(on, i18n.language) })}
      </>
    )
  }
  return (
    <>
      {t(`review.did.${side.kind}`)}
      {side.kind === 'correct' && side.value !== null && <Corrected value={side.value} />}
    </>
  )
}
