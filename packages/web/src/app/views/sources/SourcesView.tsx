/** The sources of the record, newest first. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ask } from '../../api/client.ts'
import type { Paged, SourceItem } from '../../api/contract.ts'
import { useMay } from '../../session/use-session.ts'
import { Failed } from '../../shell/Failed.tsx'
import { Heading } from '../../shell/Heading.tsx'
import { useRecord } from '../../shell/use-record.ts'
import { useTyped } from '../../shell/use-typed.ts'
import { formatDay } from '../../words/dates.ts'
import './sources.css'

const route = getRouteApi('/sources')

export function SourcesView() {
  const { t, i18n } = useTranslation()
  const { q } = route.useSearch()
  const navigate = route.useNavigate()
  const record = useRecord()
  const mayAdd = useMay('add')
  const { typed, setTyped } = useTyped(q ?? '', words => navigate({ search: { q: words || undefined }, replace: true }))
  const sources = useInfiniteQuery({
    queryKey: ['sources', q],
    queryFn: ({ pageParam }) => ask<Paged<SourceItem>>('sources', { q, after: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
    placeholderData: before => before,
  })
  const items = sources.data?.pages.flatMap(page => page.items) ?? []
  return (
    <>
      <Heading
        title={t('nav.sources')}
        about={record.data === undefined ? undefined : t('sources.about', { count: record.data.documents })}
      >
        <input
          className="field find"
          type="search"
          aria-label={t('sources.find')}
          placeholder={t('sources.find')}
          value={typed}
          onChange={event => setTyped(event.target.value)}
        />
      </Heading>
      {sources.error !== null && <Failed reason={sources.error.message} />}
      {sources.data !== undefined && items.length === 0 && (
        <p className="note">
          {q === undefined ? t('sources.empty') : t('sources.none', { q })}{' '}
          {q === undefined && mayAdd && <Link to="/add">{t('nav.add')}</Link>}
        </p>
      )}
      {items.length > 0 && (
        <table className="table list sources">
          <thead>
            <tr>
              <th scope="col">{t('source.published')}</th>
              <th scope="col">{t('sources.report')}</th>
              <th scope="col">{t('source.publisher')}</th>
              <th scope="col">{t('sources.found')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map(item => (
              <tr key={item.id}>
                <td className="no-break">
                  {item.published === null ? t('why.undated') : formatDay(item.published, i18n.language)}
                </td>
                <th scope="row">
                  <Link to="/source/$id" params={{ id: item.id }} className="words" lang={item.language ?? undefined}>
                    {item.title}
                  </Link>
                </th>
                <td>{item.publisher}</td>
                <td className="mute">
                  {t('sources.counts', { quotations: item.quotations, events: item.events, claims: item.claims })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {sources.hasNextPage && (
        <p>
          <button type="button" className="button" onClick={() => sources.fetchNextPage()}>
            {t('matrix.more')}
          </button>
        </p>
      )}
    </>
  )
}
