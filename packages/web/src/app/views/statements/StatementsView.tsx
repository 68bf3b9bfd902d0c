/** Who said what: quotations found as one types and by facets, the words large, who said them and when, the way to the source. */
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ask } from '../../api/client.ts'
import { FACETS, type FacetName, type FacetsAnswer, type Paged, type StatementAnswer } from '../../api/contract.ts'
import type { StatementSearch } from '../../router.tsx'
import { Failed } from '../../shell/Failed.tsx'
import { Chips } from '../../shell/facets/Chips.tsx'
import { FacetPlace } from '../../shell/facets/FacetPlace.tsx'
import { Facets } from '../../shell/facets/Facets.tsx'
import { Statement } from './Statement.tsx'
import { useFacetNames } from './use-facet-names.ts'
import './statements.css'

const route = getRouteApi('/statements')

const FIELDS = ['by', 'about', 'from', 'until'] as const

export function StatementsView() {
  const { t } = useTranslation()
  const { i: open, ...search } = route.useSearch()
  const navigate = route.useNavigate()
  const { nameOf } = useFacetNames()
  const [told, setTold] = useState('')
  const { sort, ...asked } = search
  const statements = useInfiniteQuery({
    queryKey: ['statements', search],
    queryFn: ({ pageParam }) => ask<Paged<StatementAnswer>>('statements', { ...search, after: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })
  const counts = useQuery({
    queryKey: ['facets', asked],
    queryFn: () => ask<FacetsAnswer<FacetName>>('statements/facets', { ...asked }),
    placeholderData: keepPreviousData,
  })
  const set = (changes: Partial<StatementSearch>) =>
    navigate({ search: before => ({ ...before, i: undefined, ...changes }), replace: true, resetScroll: false })
  const items = statements.data?.pages.flatMap(page => page.items) ?? []
  const isFiltered = Object.values(asked).some(value => value !== undefined)
  const labelOf = (facet: FacetName, value: string): string | null =>
    counts.data?.facets.find(one => one.facet === facet)?.values.find(one => one.value === value)?.label ?? null
  const chips = FACETS.flatMap(facet =>
    (search[facet] ?? []).map(value => ({ facet, value, name: nameOf(facet, value, labelOf(facet, value)) })),
  )
  const facets = counts.data !== undefined && (
    <Facets
      counts={counts.data}
      chosen={search}
      titleOf={facet => t(`statements.facet.${facet}`)}
      nameOf={nameOf}
      onChoose={(facet, values) => set({ [facet]: values.length === 0 ? undefined : values })}
    />
  )
  return (
    <>
      <div className="heading">
        <div>
          <h1>{t('statements.title')}</h1>
          <p>{t('statements.about')}</p>
        </div>
        <div className="tools">
          {counts.data !== undefined && (
            <span className="soft" role="status">
              {t(counts.data.isWhole ? 'statements.total' : 'statements.atLeast', { count: counts.data.total })}
            </span>
          )}
        </div>
      </div>
      <search className="statement-search">
        <Field
          name="q"
          label={t('statements.find')}
          value={search.q ?? ''}
          onRest={q => set({ q: q === '' ? undefined : q })}
        />
        {FIELDS.map(name => (
          <Field
            key={name}
            name={name}
            label={t(name === 'about' ? 'statements.subject' : `statements.${name}`)}
            value={search[name] ?? ''}
            onRest={value => set({ [name]: value === '' ? undefined : value })}
          />
        ))}
      </search>
      <div className="columns facet-columns">
        <FacetPlace label={t('facets.filters', { count: chips.length })}>{facets}</FacetPlace>
        <section aria-label={t('statements.results')}>
          <div className="statement-bar">
            <Chips
              chips={chips}
              onRemove={(facet, value) => {
                const left = (search[facet] ?? []).filter(other => other !== value)
                set({ [facet]: left.length === 0 ? undefined : left })
              }}
            />
            {isFiltered && (
              <button type="button" className="link small" onClick={() => navigate({ search: {}, replace: true })}>
                {t('statements.clear')}
              </button>
            )}
            {search.q !== undefined && (
              <fieldset className="segments statement-sort">
                <legend className="aloud">{t('statements.sort')}</legend>
                {(['date', 'relevance'] as const).map(name => (
                  <button
                    key={name}
                    type="button"
                    aria-pressed={(sort ?? 'date') === name}
                    onClick={() => set({ sort: name === 'relevance' ? name : undefined })}
                  >
                    {t(`statements.sort_${name}`)}
                  </button>
                ))}
              </fieldset>
            )}
          </div>
          {statements.error !== null && <Failed reason={statements.error.message} />}
          {counts.error !== null && statements.error === null && <Failed reason={counts.error.message} />}
          {statements.data !== undefined && items.length === 0 && (
            <p className="note">{t(isFiltered ? 'statements.none' : 'statements.empty')}</p>
          )}
          <ol className="statements">
            {items.map(item => (
              <Statement
                key={item.key}
                item={item}
                isOpen={item.key === open}
                nameOf={nameOf}
                onContext={() => set({ i: item.key === open ? undefined : item.key })}
                onTold={setTold}
              />
            ))}
          </ol>
          {statements.hasNextPage && (
            <button type="button" className="button" onClick={() => statements.fetchNextPage()}>
              {t('matrix.more')}
            </button>
          )}
        </section>
      </div>
      <p className="told" role="status" aria-live="polite">
        {told}
      </p>
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
      <span className="small mute">
        {label} {name === 'q' && <kbd>/</kbd>}
      </span>
      <input
        data-find={name === 'q' ? '' : undefined}
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
