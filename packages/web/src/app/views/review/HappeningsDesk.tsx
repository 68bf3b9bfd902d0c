/** Happenings: the reports that are taken for one, and what stands near; two that are one are merged, a report of another is split off, each by one key. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ask } from '../../api/client.ts'
import type { HappeningAnswer, HappeningToReviewAnswer, Paged } from '../../api/contract.ts'
import { useSetting } from '../../settings.ts'
import { Failed } from '../../shell/Failed.tsx'
import { formatDay } from '../../words/dates.ts'
import { KeyLine, PAIR_KEYS } from './KeyList.tsx'
import { type Action, useReviewKeys } from './keys.ts'
import type { About, Desk } from './use-desk.ts'

const route = getRouteApi('/review')

interface Props {
  readonly desk: Desk
  /** '' while nobody may decide. */
  readonly by: string
}

export function HappeningsDesk({ desk, by }: Props) {
  const { t, i18n } = useTranslation()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const keys = useSetting('keys')
  const [told, setTold] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const happenings = useInfiniteQuery({
    queryKey: ['happenings'],
    queryFn: ({ pageParam }) => ask<Paged<HappeningToReviewAnswer>>('review/happenings', { after: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
  })
  const items = happenings.data?.pages.flatMap(page => page.items) ?? []
  const holding = items.findIndex(item => item.reports.some(({ key }) => key === search.item))
  const place = holding < 0 ? 0 : holding
  const item = items[place]
  // biome-ignore lint/correctness/useExhaustiveDependencies: another happening, another choice
  useEffect(() => setChosen(null), [item?.id])
  if (happenings.error !== null) return <Failed reason={happenings.error.message} />
  if (happenings.data === undefined) return null
  if (item === undefined) return <p className="note">{t('review.none.happenings')}</p>

  const choices = choicesOf(item)
  const near = item.near.find(({ id }) => id === chosen) ?? item.near[0]
  const report = item.reports.find(({ key }) => key === chosen) ?? item.reports[item.reports.length - 1]
  const name = (one: HappeningAnswer) =>
    `${t(`eventType.${one.type}`)} ${one.time === null ? '' : formatDay(one.time, i18n.language)}`.trim()
  const go = (key: string | undefined) => {
    if (key !== undefined)
      void navigate({ search: before => ({ ...before, item: key }), replace: true, resetScroll: false })
  }
  const askName = () => document.getElementById('reviewer')?.focus()
  const merge = () => {
    if (near === undefined) return
    if (by === '') return askName()
    desk.pair('merge', aboutOf(item.id, item.reports[0]), [near.id])
    setTold(t('review.told.merge', { item: name(item), other: near.reports[0].title }))
  }
  const split = () => {
    if (item.reports.length < 2) return
    if (by === '') return askName()
    const others = item.reports.filter(({ key }) => key !== report.key).map(({ key }) => key)
    go(others[0])
    desk.pair('split', aboutOf(report.key, report), others)
    setTold(t('review.told.split', { item: report.title }))
  }
  const act = (action: Action): void => {
    if (action.do === 'merge') merge()
    else if (action.do === 'split') split()
    else if (action.do === 'says') setChosen(choices[action.place]?.key ?? chosen)
    else if (action.do === 'next' || action.do === 'back') go(items[place + (action.do === 'next' ? 1 : -1)]?.id)
    else if (action.do === 'undo' && by !== '')
      void desk.undo().then(key => {
        setTold(key === null ? t('review.told.nothing') : t('review.told.undo', { item: '' }))
        go(key ?? undefined)
      })
  }
  return (
    <>
      <Keys isOn={keys === 'on'} act={act} />
      <div className="columns happening-columns">
        <nav className="queue" aria-label={t('review.queue')}>
          {items.map((one, i) => (
            <button
              key={one.id}
              type="button"
              aria-current={i === place ? 'true' : undefined}
              onClick={() => go(one.id)}
            >
              <span />
              <span className="what">
                <b>{name(one)}</b>
              </span>
              <span className="mute">{one.sources}</span>
              <span className="queue-words" lang={one.reports[0].language ?? undefined}>
                {one.reports[0].actors.join(', ') || one.reports[0].words}
              </span>
            </button>
          ))}
          {happenings.hasNextPage && (
            <button type="button" className="link" onClick={() => happenings.fetchNextPage()}>
              {t('matrix.more')}
            </button>
          )}
        </nav>
        <section className="review-source" aria-label={t('review.reports')}>
          <h2>{name(item)}</h2>
          <p className="facts">
            <span>{t(`eventStatus.${item.status}`, { defaultValue: item.status })}</span>
            {item.place !== null && <span>{item.place}</span>}
            <span>{t('review.sources', { count: item.sources })}</span>
            {item.decisions.map(({ seq, by: who, kind }) => (
              <span key={seq}>
                {who} {t(`review.did.${kind}`)}
              </span>
            ))}
          </p>
          <ol className="happening-reports">
            {item.reports.map((one, i) => (
              <Report
                key={one.key}
                report={one}
                digit={i + 1}
                isChosen={item.reports.length > 1 && one.key === report.key}
                onChoose={() => setChosen(one.key)}
              />
            ))}
          </ol>
          <div className="verdicts happening-verdicts">
            <button type="button" className="button" disabled={item.reports.length < 2} onClick={split}>
              {t('review.split')} <kbd>X</kbd>
            </button>
            <button type="button" className="button" onClick={() => act({ do: 'undo' })}>
              {t('review.undo')} <kbd>Z</kbd>
            </button>
          </div>
        </section>
        <section className="candidate" aria-label={t('review.near')}>
          <h2>{t('review.near')}</h2>
          {item.near.length === 0 && <p className="mute">{t('review.nearNone')}</p>}
          <ol className="happening-reports">
            {item.near.map((one, i) => (
              <Report
                key={one.id}
                report={one.reports[0]}
                digit={item.reports.length + i + 1}
                isChosen={one.id === near?.id}
                onChoose={() => setChosen(one.id)}
                head={name(one)}
              />
            ))}
          </ol>
          <div className="verdicts happening-verdicts">
            <button type="button" className="button main" disabled={near === undefined} onClick={merge}>
              {t('review.merge')} <kbd>M</kbd>
            </button>
          </div>
        </section>
      </div>
      <KeyLine which={PAIR_KEYS} onAll={null} />
      <p className="told" role="status" aria-live="polite">
        {told}
      </p>
    </>
  )
}

/** Keys are heard only while there is something to decide. */
function Keys({ isOn, act }: { readonly isOn: boolean; readonly act: (action: Action) => void }) {
  useReviewKeys(isOn, act)
  return null
}

function aboutOf(key: string, { title, language }: HappeningAnswer['reports'][number]): About {
  return { key, words: title, language }
}

/** What the digits choose, in order. */
function choicesOf({ reports, near }: HappeningToReviewAnswer): { readonly key: string }[] {
  return [...reports.map(({ key }) => ({ key })), ...near.map(({ id }) => ({ key: id }))]
}

interface ReportProps {
  readonly report: HappeningAnswer['reports'][number]
  readonly digit: number
  readonly isChosen: boolean
  readonly onChoose: () => void
  readonly head?: string
}

function Report({ report, digit, isChosen, onChoose, head }: ReportProps) {
  const { t, i18n } = useTranslation()
  const { document, index, title, publisher, published, language, actors, before, words, after } = report
  return (
    <li className={isChosen ? 'happening-report chosen' : 'happening-report'}>
      <p className="facts">
        <button type="button" className="button happening-choice" aria-pressed={isChosen} onClick={onChoose}>
          <span className="aloud">{t('review.choose')}</span> <kbd>{digit <= 6 ? digit : '·'}</kbd>
        </button>
        {head !== undefined && <b>{head}</b>}
        <Link to="/source/$id" params={{ id: document }} search={{ i: `e${index}` }}>
          {title}
        </Link>
        {publisher !== null && <span>{publisher}</span>}
        <span>{published === null ? t('why.undated') : formatDay(published, i18n.language)}</span>
      </p>
      {actors.length > 0 && <p lang={language ?? undefined}>{actors.join(', ')}</p>}
      <blockquote className="evidence" lang={language ?? undefined}>
        {before}
        <mark>{words}</mark>
        {after}
      </blockquote>
    </li>
  )
}
