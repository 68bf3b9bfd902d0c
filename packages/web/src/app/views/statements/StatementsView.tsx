/** Who said what: quotations found as one types, the words large, who said them and when, the way to the source. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ask } from '../../api/client.ts'
import type { Paged, StatementAnswer } from '../../api/contract.ts'
import { Failed } from '../../shell/Failed.tsx'
import { formatDay } from '../../words/dates.ts'
import { Found } from './Found.tsx'
import './statements.css'

const route = getRouteApi('/statements')

const FIELDS = ['by', 'about', 'from', 'until'] as const

export function StatementsView() {
  const { t } = useTranslation()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const statements = useInfiniteQuery({
    queryKey: ['statements', search],
    queryFn: ({ pageParam }) => ask<Paged<StatementAnswer>>('statements', { ...search, after: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
    placeholderData: before => before,
  })
  const set = (name: keyof typeof search, value: string) =>
    navigate({ search: before => ({ ...before, [name]: value === '' ? undefined : value }), replace: true })
  const items = statements.data?.pages.flatMap(page => page.items) ?? []
  const filtered = Object.values(search).some(value => value !== undefined)
  return (
    <>
      <div className="heading">
        <div>
          <h1>{t('statements.title')}</h1>
          <p>{t('statements.about')}</p>
        </div>
      </div>
      <search className="statement-search">
        <Field name="q" label={t('statements.find')} value={search.q ?? ''} onRest={value => set('q', value)} />
        {FIELDS.map(name => (
          <Field
            key={name}
            name={name}
            label={t(name === 'about' ? 'statements.subject' : `statements.${name}`)}
            value={search[name] ?? ''}
            onRest={value => set(name, value)}
          />
        ))}
        {filtered && (
          <button type="button" className="button" onClick={() => navigate({ search: {}, replace: true })}>
            {t('statements.clear')}
          </button>
        )}
      </search>
      {statements.error !== null && <Failed reason={statements.error.message} />}
      {statements.data !== undefined && items.length === 0 && (
        <p className="note">{t(filtered ? 'statements.none' : 'statements.empty')}</p>
      )}
      <ol className="statements">
        {items.map(item => (
          <Statement key={`${item.document} ${item.index}`} item={item} />
        ))}
      </ol>
      {statements.hasNextPage && (
        <button type="button" className="button" onClick={() => statements.fetchNextPage()}>
          {t('matrix.more')}
        </button>
      )}
    </>
  )
}

/** Milliseconds without a key before the record is asked. */
const REST = 150

function Field({
  name,
  label,
  value,
  onRest,
}: {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly onRest: (value: string) => void
}) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  // biome-ignore lint/correctness/useExhaustiveDependencies: only keys set the clock
  useEffect(() => {
    if (typed === value) return
    const isDay = /^\d{4}-\d{2}-\d{2}$/.test(typed)
    if ((name === 'from' || name === 'until') && typed !== '' && !isDay) return
    const timer = setTimeout(() => onRest(typed), REST)
    return () => clearTimeout(timer)
  }, [typed])
  const isDayField = name === 'from' || name === 'until'
  return (
    <label className={`statement-field ${name}`}>
      <span className="small mute">{label}</span>
      <input
        className={isDayField ? 'field date' : 'field'}
        type={isDayField ? 'text' : 'search'}
        inputMode={isDayField ? 'numeric' : 'search'}
        placeholder={isDayField ? t('statements.badDay') : ''}
        value={typed}
        onChange={event => setTyped(event.target.value)}
      />
    </label>
  )
}

function Statement({ item }: { readonly item: StatementAnswer }) {
  const { t, i18n } = useTranslation()
  const { language } = i18n
  const day = item.said ?? item.reported
  return (
    <li>
      <time>{day === null ? t('why.undated') : formatDay(day, language)}</time>
      <div>
        <p className="statement-by">
          <b lang={item.language ?? undefined}>{item.speaker ?? t('found.noSpeaker')}</b>{' '}
          <span className="mute">{t(`found.${item.kind}`)}</span>
        </p>
        <blockquote className="evidence" lang={item.language ?? undefined}>
          <Found words={item.words} found={item.found} />
        </blockquote>
        <p className="facts">
          <Link to="/source/$id" params={{ id: item.document }} search={{ i: `q${item.index}` }}>
            {item.title}
          </Link>
          {item.publisher !== null && <span>{item.publisher}</span>}
        </p>
      </div>
    </li>
  )
}
