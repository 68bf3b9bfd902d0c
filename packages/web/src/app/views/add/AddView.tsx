/** Add: files, texts, addresses and feeds into the record; how far it is, what failed and why, what came of it, and the way back. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ask } from '../../api/client.ts'
import type { UploadLimitsAnswer } from '../../api/contract.ts'
import { Failed } from '../../shell/Failed.tsx'
import { EarlierImports } from './EarlierImports.tsx'
import { Feeds } from './Feeds.tsx'
import { GiveFiles } from './GiveFiles.tsx'
import { GivePasted } from './GivePasted.tsx'
import { ImportReport } from './ImportReport.tsx'
import { currentOf, useImports, useProgress } from './use-imports.ts'
import './add.css'
import { Heading } from '../../shell/Heading.tsx'

const route = getRouteApi('/add')

export function AddView() {
  const { t } = useTranslation()
  const { import: chosen } = route.useSearch()
  const navigate = route.useNavigate()
  const queries = useQueryClient()
  const limits = useQuery({ queryKey: ['upload-limits'], queryFn: () => ask<UploadLimitsAnswer>('imports/limits') })
  const imports = useImports()
  const items = imports.data?.pages.flatMap(page => page.items) ?? []
  const current = currentOf(items)
  const live = useProgress(current?.id ?? null)
  const shown = items.filter(({ id }) => id === current?.id || id === chosen)
  const onBegun = (id: string) => {
    void queries.invalidateQueries({ queryKey: ['imports'] })
    void navigate({ search: { import: id } })
  }
  const error = imports.error ?? limits.error
  return (
    <>
      <Heading title={t('add.title')} about={t('add.about')} />
      {error !== null && <Failed reason={error.message} />}
      <div className="columns add-columns">
        <div className="add-main">
          {limits.data !== undefined && (
            <div className="give">
              <GiveFiles limits={limits.data} onBegun={onBegun} />
              <GivePasted onBegun={onBegun} />
            </div>
          )}
          {shown.map(item => (
            <ImportReport key={item.id} item={live?.id === item.id ? { ...item, ...live } : item} onBegun={onBegun} />
          ))}
        </div>
        <div className="add-side">
          <EarlierImports
            items={items}
            chosen={chosen ?? null}
            onMore={imports.hasNextPage ? () => void imports.fetchNextPage() : null}
          />
          <Feeds onBegun={onBegun} />
          <section className="section">
            <h2>{t('add.what')}</h2>
            <ol className="add-steps soft">
              {['archived', 'compared', 'read', 'reviewed'].map(step => (
                <li key={step}>{t(`add.step_${step}`)}</li>
              ))}
            </ol>
          </section>
        </div>
      </div>
    </>
  )
}
