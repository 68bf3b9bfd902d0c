/** Feeds that the record watches: when each was asked last; asking now; letting one go. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ask, tell } from '../../api/client.ts'
import type { FeedAnswer, ImportBegun } from '../../api/contract.ts'
import { useReviewer } from '../../reviewer.ts'
import { Failed } from '../../shell/Failed.tsx'
import { formatDay } from '../../words/dates.ts'

export function Feeds({ onBegun }: { readonly onBegun: (id: string) => void }) {
  const { t, i18n } = useTranslation()
  const by = useReviewer()
  const queries = useQueryClient()
  const [failure, setFailure] = useState<string | null>(null)
  const feeds = useQuery({ queryKey: ['feeds'], queryFn: () => ask<readonly FeedAnswer[]>('feeds') })
  const act = async (write: () => Promise<unknown>) => {
    setFailure(null)
    try {
      await write()
      await queries.invalidateQueries({ queryKey: ['feeds'] })
    } catch (error) {
      setFailure((error as Error).message)
    }
  }
  const rows = feeds.data ?? []
  return (
    <section className="section">
      <h2>{t('add.feeds')}</h2>
      {feeds.data !== undefined && rows.length === 0 && <p className="mute">{t('add.noFeeds')}</p>}
      <ul className="import-list">
        {rows.map(({ url, title, checked }) => (
          <li key={url}>
            <span>{title ?? new URL(url).host}</span>
            <span className="small mute address">{url}</span>
            <span className="small soft">
              {checked === null ? t('add.neverAsked') : t('add.asked', { day: formatDay(checked, i18n.language) })}{' '}
              <button type="button" className="link" onClick={() => void act(() => tell('feeds/forget', { url }))}>
                {t('add.forget')}
                <span className="aloud"> {title ?? url}</span>
              </button>
            </span>
          </li>
        ))}
      </ul>
      {rows.length > 0 && (
        <button
          type="button"
          className="button"
          onClick={() =>
            void act(async () =>
              onBegun((await tell<ImportBegun>('imports', { kind: 'feeds', ...(by === '' ? {} : { by }) })).id),
            )
          }
        >
          {t('add.askFeeds')}
        </button>
      )}
      {failure !== null && <Failed reason={failure} />}
    </section>
  )
}
