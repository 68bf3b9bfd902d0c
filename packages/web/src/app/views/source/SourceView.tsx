/** One source: its text with what was found in it as layers, the list beside it, and why. */
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ask } from '../../api/client.ts'
import type { SourceAnswer } from '../../api/contract.ts'
import { isSite } from '../../api/site.ts'
import { DocumentText } from '../../document/DocumentText.tsx'
import { FoundList } from '../../document/FoundList.tsx'
import { addressOf, type Chosen, type FoundKind, itemAt } from '../../document/found.ts'
import { Why } from '../../document/Why.tsx'
import { useMay } from '../../session/use-session.ts'
import { Failed } from '../../shell/Failed.tsx'
import { useTitle } from '../../shell/use-title.ts'
import { formatDay } from '../../words/dates.ts'
import { ReviewNote } from '../review/ReviewNote.tsx'
import { ArchivedPage } from './ArchivedPage.tsx'
import { LAYERS, type LayerName, LayerSwitches } from './LayerSwitches.tsx'
import './source.css'

const route = getRouteApi('/source/$id')

export function SourceView() {
  const { id } = route.useParams()
  const source = useQuery({
    queryKey: ['source', id],
    queryFn: () => ask<SourceAnswer>(`sources/${encodeURIComponent(id)}`),
  })
  if (source.error !== null) return <Failed reason={source.error.message} />
  return source.data === undefined ? null : <Source source={source.data} />
}

/** What reviewers decide on, by the list it stands in. */
const REVIEWED: Readonly<Partial<Record<FoundKind, 'quotation' | 'event' | 'claim'>>> = {
  quotations: 'quotation',
  events: 'event',
  claims: 'claim',
}

function Source({ source }: { readonly source: SourceAnswer }) {
  const { analysis } = source
  useTitle(source.title)
  const { t } = useTranslation()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const chosen = itemAt(analysis, search.i)
  const hidden = LAYERS.filter(layer => search.without?.split(',').includes(layer))
  const [kind, setKind] = useState<FoundKind>(chosen?.kind ?? 'quotations')
  // biome-ignore lint/correctness/useExhaustiveDependencies: a choice in the text brings its list forward
  useEffect(() => {
    if (chosen !== null) setKind(chosen.kind)
  }, [search.i])
  const reviewed = chosen === null ? undefined : REVIEWED[chosen.kind]
  const set = (changes: Partial<typeof search>) =>
    navigate({ search: before => ({ ...before, ...changes }), replace: true, resetScroll: false })
  const isPageShown = search.as === 'page' && source.isPage && !isSite
  const choose = (item: Chosen) => set({ i: addressOf(analysis, item), as: undefined })
  const toggle = (layer: LayerName) => {
    const next = hidden.includes(layer) ? hidden.filter(each => each !== layer) : [...hidden, layer]
    set({ without: next.length === 0 ? undefined : next.join(',') })
  }
  return (
    <div className="columns source-columns">
      <aside className="source-facts">
        <h1>{source.title}</h1>
        <SourceFacts source={source} />
        {source.isPage && !isSite && (
          <p>
            <button
              type="button"
              className="button"
              aria-pressed={isPageShown}
              onClick={() => set({ as: isPageShown ? undefined : 'page' })}
            >
              {t('source.page')}
            </button>
          </p>
        )}
        <LayerSwitches analysis={analysis} hidden={hidden} onToggle={toggle} />
      </aside>
      {isPageShown ? (
        <ArchivedPage source={source.id} title={source.title} language={source.language} />
      ) : (
        <DocumentText
          analysis={analysis}
          chosen={chosen}
          onChoose={choose}
          hidden={hidden.map(layer => `without-${layer}`).join(' ')}
        />
      )}
      <div className="source-side">
        <FoundList analysis={analysis} kind={kind} onKind={setKind} chosen={chosen} onChoose={choose} />
        <Why analysis={analysis} chosen={chosen} />
        {chosen !== null && reviewed !== undefined && (
          <p className="facts">
            <ReviewNote
              review={source.reviews.find(item => item.kind === reviewed && item.index === chosen.index)?.review}
            />
          </p>
        )}
      </div>
    </div>
  )
}

function SourceFacts({ source }: { readonly source: SourceAnswer }) {
  const { t, i18n } = useTranslation()
  const mayExport = useMay('export')
  const day = (date: string) => formatDay(date, i18n.language)
  const facts: readonly (readonly [name: string, value: React.ReactNode])[] = [
    ['publisher', source.publisher],
    ['published', source.published === null ? t('why.undated') : day(source.published)],
    [
      'language',
      source.language === null ? null : new Intl.DisplayNames(i18n.language, { type: 'language' }).of(source.language),
    ],
    ['address', source.url],
    ['taken', source.taken === null ? null : day(source.taken)],
    [
      'archive',
      source.archive === null ? null : (
        <span key="hash">
          <code>{source.archive.slice(0, 12)}…</code>
          {mayExport && !isSite && (
            <>
              {' '}
              <a href={`/api/v1/sources/${encodeURIComponent(source.id)}/archive`} download>
                {t('source.original')}
              </a>
            </>
          )}
        </span>
      ),
    ],
  ]
  return (
    <dl>
      {facts
        .filter(([, value]) => value !== null)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{t(`source.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}
