/** Who said what: quotations found as one types and by facets, the words large, who said them and when, the way to the source. */
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ask } from '../../api/client.ts'
import { FACETS, type FacetName, type FacetsAnswer, type Paged, type StatementAnswer } from '../../api/contract.ts'
import type { StatementSearch } from '../../router.tsx'
import { Failed } from '../../shell/Failed.tsx'
import { Chips } from '../../shell/facets/Chips.tsx'
import { FacetPlace } from '../../shell/facets/FacetPlace.tsx'
import { Facets } from '../../shell/facets/Facets.tsx'
import { useTyped } from '../../shell/use-typed.ts'
import { SideLetters } from '../../sides/SideCode.tsx'
import { useSides } from '../../sides/use-sides.ts'
import { Statement } from './Statement.tsx'
import { useFacetNames } from './use-facet-names.ts'
import './statements.css'
import { Heading } from '../../shell/Heading.tsx'

const route = getRouteApi('/statements')

const FIELDS = ['by', 'about', 'from', 'until'] as const

export function StatementsView() {
  const { t } = useTranslation()
  const { i: open, ...search } = route.useSearch()
  const navigate = route.useNavigate()
  const { nameOf } = useFacetNames()
  const sides = useSides()
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
  const set = (changes: Partial<StatementSearch>, replace = true) =>
    navigate({ search: before => ({ ...before, i: undefined, ...changes }), replace, resetScroll: false })
  // What is chosen by a click is a step that one may take back.
  const choose = (facet: FacetName, values: readonly string[]) =>
    set({ [facet]: values.length === 0 ? undefined : values }, false)
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
      markOf={(facet, value) => facet === 'side' && <SideLetters side={sides.find(({ id }) => id === value)} />}
      onChoose={choose}
    />
  )
  return (
    <>
      <Heading title={t('statements.title')} about={t('statements.about')}>
        {counts.data !== undefined && (
          <span className="soft" role="status">
            {t(counts.data.isWhole ? 'statements.total' : 'statements.atLeast', { count: counts.data.total })}
          </span>
        )}
      </Heading>
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
              onRemove={(facet, value) =>
                choose(
                  facet,
                  (search[facet] ?? []).filter(other => other !== value),
                )
              }
            />
            {isFiltered && (
              <button type="button" className="link small" onClick={() => navigate({ search: {}, resetScroll: false })}>
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
                sides={sides}
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

const DAY = /^\d{4}-\d{2}-\d{2}$/

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
  const isDayField = name === 'from' || name === 'until'
  const { typed, setTyped } = useTyped(value, onRest, typed => !isDayField || typed === '' || DAY.test(typed))
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
