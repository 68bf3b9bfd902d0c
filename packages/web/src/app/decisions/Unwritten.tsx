/** Decisions that are not in the record yet: what each says and of what, why it is not written; sent again, taken back, saved as a file. */
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Mark } from '../marks/symbols.tsx'
import { formatDay } from '../words/dates.ts'
import { asLines } from './as-lines.ts'
import { outbox, useIsOwn, useStuck } from './decisions.ts'
import type { Problem, Unwritten } from './outbox.ts'
import './unwritten.css'

interface Props {
  /** Told what was taken back. */
  readonly onTakeBack?: (entry: Unwritten) => void
}

export function UnwrittenList({ onTakeBack }: Props) {
  const { t, i18n } = useTranslation()
  const stuck = useStuck()
  const isOwn = useIsOwn()
  if (stuck.length === 0) return null
  return (
    <section className="section unwritten" aria-labelledby="unwritten" aria-live="polite">
      <h2 id="unwritten">
        <Mark name="failed" /> {t('unwritten.title', { count: stuck.length })}
      </h2>
      <p className="soft">{t(outbox.isKept() ? 'unwritten.kept' : 'unwritten.notKept')}</p>
      <ul>
        {stuck.map(entry => (
          <li key={entry.id}>
            <p>
              <b>{t(`unwritten.did.${entry.decided.kind}`)}</b> <About entry={entry} />
            </p>
            <p className="facts">
              <span>{entry.by}</span>
              <span>{formatDay(entry.at, i18n.language)}</span>
              <span className="reason">
                {isOwn(entry) ? <Reason problem={entry.problem} /> : t('unwritten.other', { name: entry.by })}
              </span>
              <button
                type="button"
                className="link"
                onClick={() => void outbox.takeBack(entry.id).then(() => onTakeBack?.(entry))}
              >
                {t('unwritten.takeBack')} <span className="aloud">{entry.about}</span>
              </button>
            </p>
          </li>
        ))}
      </ul>
      <p className="unwritten-choices">
        <button type="button" className="button main" onClick={() => void outbox.retry()}>
          {t('unwritten.retry')}
        </button>
        <button type="button" className="button" onClick={() => saveFile(stuck)}>
          {t('unwritten.save')}
        </button>
      </p>
    </section>
  )
}

/** The item it is about, in review; what is no item of a queue has its words alone. */
function About({ entry: { decided, about, language } }: { readonly entry: Unwritten }) {
  const isItem = /\/(?:claim|quotation)\//.test(decided.target)
  const isHappening = /\/event\//.test(decided.target)
  if (!isItem && !isHappening) return <span>{about}</span>
  return (
    <Link
      to="/review"
      search={{ item: decided.target, ...(isHappening ? { queue: 'happenings' } : {}) }}
      className="words"
      lang={language ?? undefined}
    >
      {about}
    </Link>
  )
}

function Reason({ problem }: { readonly problem: Problem | null }) {
  const { t } = useTranslation()
  if (problem === null) return t('unwritten.sending')
  const { status, message } = problem
  if (status === null) return t('unwritten.noAnswer')
  if (status === 401 || status === 403 || status === 429) return t(`unwritten.status_${status}`)
  return (
    <>
      {t(status >= 500 ? 'unwritten.broken' : 'unwritten.refused')}
      {message !== '' && status < 500 && (
        <>
          {': '}
          <span lang="en">{message}</span>
        </>
      )}
    </>
  )
}

function saveFile(entries: readonly Unwritten[]): void {
  const address = URL.createObjectURL(new Blob([asLines(entries)], { type: 'application/jsonl' }))
  const link = document.createElement('a')
  link.href = address
  link.download = 'parley-decisions.jsonl'
  link.click()
  URL.revokeObjectURL(address)
}

/** One line over every view but review, which has them all. */
export function UnwrittenNote() {
  const { t } = useTranslation()
  const { length: count } = useStuck()
  if (count === 0) return null
  return (
    <p className="note unwritten-note" role="status">
      <Mark name="failed" /> {t('unwritten.title', { count })} <Link to="/review">{t('unwritten.see')}</Link>
    </p>
  )
}
