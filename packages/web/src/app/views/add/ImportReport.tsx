/** One import: how far it is, or what came of it; what failed and why; the new sources; the way back. */
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ask, tell } from '../../api/client.ts'
import type { ImportAnswer, ImportBegun, ImportFailureAnswer, Paged, SourceItem } from '../../api/contract.ts'
import { Mark } from '../../marks/symbols.tsx'
import { useReviewer } from '../../reviewer.ts'
import { useMay } from '../../session/use-session.ts'
import { Failed } from '../../shell/Failed.tsx'
import { formatDay } from '../../words/dates.ts'
import { describeImport } from './describe-import.ts'
import { Progress } from './Progress.tsx'
import { isOver, useNotices } from './use-imports.ts'

interface Props {
  readonly item: ImportAnswer
  readonly onBegun: (id: string) => void
}

export function ImportReport({ item, onBegun }: Props) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const mayTakeBack = useMay('edit')
  const [failure, setFailure] = useState<string | null>(null)
  const act = async (what: 'cancel' | 'resume' | 'rollback', body: object = {}) => {
    setFailure(null)
    try {
      await tell(`imports/${item.id}/${what}`, body)
      await queries.invalidateQueries({ queryKey: ['imports'] })
    } catch (error) {
      setFailure((error as Error).message)
    }
  }
  const { state } = item
  return (
    <section className="section import" aria-labelledby={`import-${item.id}`}>
      <h2 id={`import-${item.id}`}>
        {t(isOver(item) ? 'add.import' : 'add.readingNow')}{' '}
        <span className="import-name">{describeImport(item, t)}</span>
      </h2>
      <Progress item={item} />
      {item.reason !== null && <Failed reason={item.reason} />}
      <p className="choices">
        {(state === 'running' || state === 'waiting') && (
          <button type="button" className="button" onClick={() => void act('cancel')}>
            {t('add.cancel')}
          </button>
        )}
        {state === 'interrupted' && (
          <>
            <button type="button" className="button main" onClick={() => void act('resume')}>
              {t('add.resume')}
            </button>
            <button type="button" className="button" onClick={() => void act('cancel')}>
              {t('add.abandon')}
            </button>
          </>
        )}
        {mayTakeBack && (state === 'done' || state === 'cancelled') && item.documents > 0 && (
          <TakeBack item={item} onSure={body => act('rollback', body)} />
        )}
      </p>
      {failure !== null && <Failed reason={failure} />}
      {item.failed > 0 && <FailedItems item={item} onBegun={onBegun} />}
      <Notices item={item} />
      {item.documents > 0 && state !== 'withdrawn' && isOver(item) && <NewSources item={item} />}
    </section>
  )
}

/** Asks before reports leave the record. */
function TakeBack({ item, onSure }: { readonly item: ImportAnswer; readonly onSure: (body: object) => Promise<void> }) {
  const { t } = useTranslation()
  const by = useReviewer()
  const [isAsking, setAsking] = useState(false)
  if (!isAsking) {
    return (
      <button type="button" className="button" onClick={() => setAsking(true)}>
        {t('add.takeBack')}
      </button>
    )
  }
  return (
    <span className="note sure" role="alert">
      <span>{t('add.sure', { count: item.documents })}</span>
      <button
        type="button"
        className="button main"
        // The question has the focus: Enter answers it, Escape lets it be.
        ref={button => button?.focus()}
        onKeyDown={event => {
          if (event.key === 'Escape') setAsking(false)
        }}
        onClick={() => {
          setAsking(false)
          void onSure({ confirm: item.id, ...(by === '' ? {} : { by }) })
        }}
      >
        {t('add.sureYes', { count: item.documents })}
      </button>
      <button type="button" className="button" onClick={() => setAsking(false)}>
        {t('add.sureNo')}
      </button>
    </span>
  )
}

function FailedItems({ item, onBegun }: Props) {
  const { t } = useTranslation()
  const by = useReviewer()
  const [problem, setProblem] = useState<string | null>(null)
  const failures = useQuery({
    queryKey: ['import-failures', item.id, isOver(item)],
    queryFn: () => ask<readonly ImportFailureAnswer[]>(`imports/${item.id}/failures`),
    placeholderData: before => before,
  })
  const again = async (addresses: readonly string[]) => {
    try {
      const body = { kind: 'addresses', addresses, ...(by === '' ? {} : { by }) }
      onBegun((await tell<ImportBegun>('imports', body)).id)
    } catch (error) {
      setProblem((error as Error).message)
    }
  }
  const rows = failures.data ?? []
  const addresses = rows.filter(({ isAddress }) => isAddress).map(({ input }) => input)
  if (failures.error !== null) return <Failed reason={failures.error.message} />
  if (rows.length === 0) return null
  return (
    <div className="scrolls">
      <table className="table import-table">
        <caption>{t('add.failedItems', { count: rows.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('add.input')}</th>
            <th scope="col">{t('add.reason')}</th>
            <th scope="col">
              {addresses.length > 1 ? (
                <button type="button" className="link" onClick={() => void again(addresses)}>
                  {t('add.tryAllAgain')}
                </button>
              ) : (
                <span className="aloud">{t('add.todo')}</span>
              )}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ input, reason, cause, isAddress }) => (
            <tr key={input + reason}>
              <th scope="row" className="input-name">
                <Mark name="failed" /> {input}
              </th>
              <td>
                <Said table="failure" line={reason} cause={cause} />
              </td>
              <td className="no-break">
                {isAddress ? (
                  <button type="button" className="link" onClick={() => void again([input])}>
                    {t('add.tryAgain')}
                  </button>
                ) : (
                  <span className="mute">{t('add.giveAgain')}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {problem !== null && <Failed reason={problem} />}
    </div>
  )
}

/** Taken in all the same, with something to know. */
function Notices({ item }: Pick<Props, 'item'>) {
  const { t } = useTranslation()
  const notices = useNotices(item)
  if (notices.length === 0) return null
  return (
    <div className="scrolls">
      <table className="table import-table">
        <caption>{t('add.notices', { count: notices.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('add.input')}</th>
            <th scope="col">{t('add.notice')}</th>
          </tr>
        </thead>
        <tbody>
          {notices.map(({ input, message, cause }) => (
            <tr key={input + message}>
              <th scope="row" className="input-name">
                {input}
              </th>
              <td>
                <Said table="notice" line={message} cause={cause} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface SaidProps {
  readonly table: 'failure' | 'notice'
  readonly line: string
  readonly cause: ImportFailureAnswer['cause']
}

/** In the reader's language where it is one of the known lines, else as it was written down. Some parameters are words of ours themselves. */
function Said({ table, line, cause }: SaidProps) {
  const { t, i18n } = useTranslation()
  if (cause === null || !i18n.exists(`${table}.${cause.code}`)) return <span lang="en">{line}</span>
  const words: Readonly<Record<string, string>> = i18n.getResource(i18n.language, 'translation', 'failureWord') ?? {}
  const params = Object.entries(cause.params).map(([name, value]) => [
    name,
    WORDED.includes(name) ? (words[value] ?? value) : value,
  ])
  return <>{t(`${table}.${cause.code}`, Object.fromEntries(params) as Record<string, string>)}</>
}

/** Parameters whose values are a few words of English. */
const WORDED: readonly string[] = ['got', 'expected', 'found']
function NewSources({ item }: { readonly item: ImportAnswer }) {
  const { t, i18n } = useTranslation()
  const sources = useInfiniteQuery({
    queryKey: ['import-sources', item.id],
    queryFn: ({ pageParam }) => ask<Paged<SourceItem>>(`imports/${item.id}/sources`, { after: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
  })
  if (sources.error !== null) return <Failed reason={sources.error.message} />
  const rows = sources.data?.pages.flatMap(page => page.items) ?? []
  if (rows.length === 0) return null
  return (
    <div className="scrolls">
      <table className="table import-table">
        <caption>{t('add.newSources', { count: item.documents })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('sources.report')}</th>
            <th scope="col">{t('source.published')}</th>
            <th scope="col">{t('sources.found')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(source => (
            <tr key={source.id}>
              <th scope="row">
                <Link to="/source/$id" params={{ id: source.id }} className="words" lang={source.language ?? undefined}>
                  {source.title}
                </Link>
                {source.publisher !== null && <span className="small mute"> {source.publisher}</span>}
              </th>
              <td>
                {source.published === null ? (
                  <>
                    <Mark name="failed" /> {t('add.noDate')}
                  </>
                ) : (
                  <span className="no-break">{formatDay(source.published, i18n.language)}</span>
                )}
              </td>
              <td className="mute">
                {t('sources.counts', { quotations: source.quotations, events: source.events, claims: source.claims })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {sources.hasNextPage && (
        <button type="button" className="button more" onClick={() => void sources.fetchNextPage()}>
          {t('matrix.more')}
        </button>
      )}
    </div>
  )
}
