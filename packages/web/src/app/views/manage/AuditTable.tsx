/** The audit: who did what, when, from where; the last first, more as it is asked for. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ask } from '../../api/client.ts'
import type { AuditAnswer, Paged } from '../../api/contract.ts'
import { Failed } from '../../shell/Failed.tsx'

export function AuditTable() {
  const { t, i18n } = useTranslation()
  const audit = useInfiniteQuery({
    queryKey: ['audit'],
    queryFn: ({ pageParam }) => ask<Paged<AuditAnswer>>('audit', { after: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
  })
  const isEmpty = audit.data?.pages[0]?.items.length === 0
  const time = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <section className="section">
      <h2>{t('manage.audit')}</h2>
      {audit.error !== null && <Failed reason={audit.error.message} />}
      {isEmpty && <p className="mute">{t('manage.noAudit')}</p>}
      {audit.data !== undefined && !isEmpty && (
        <table className="table manage-table">
          <thead>
            <tr>
              <th scope="col">{t('manage.when')}</th>
              <th scope="col">{t('manage.who')}</th>
              <th scope="col">{t('manage.what')}</th>
              <th scope="col">{t('manage.how')}</th>
            </tr>
          </thead>
          <tbody>
            {audit.data.pages
              .flatMap(page => page.items)
              .map(({ n, at, who, what, about, how, from }) => (
                <tr key={n}>
                  <th scope="row" className="no-break">
                    <time dateTime={at}>{time.format(new Date(at))}</time>
                  </th>
                  <td>{who ?? t('manage.nobody')}</td>
                  <td>
                    {t(`manage.did.${what}`, { defaultValue: what })} <span className="soft">{about}</span>
                  </td>
                  <td className="mute">{from === null ? how : `${how} · ${from}`}</td>
                </tr>
              ))}
          </tbody>
        </table>
      )}
      {audit.hasNextPage && (
        <button type="button" className="button" onClick={() => void audit.fetchNextPage()}>
          {t('manage.more')}
        </button>
      )}
    </section>
  )
}
