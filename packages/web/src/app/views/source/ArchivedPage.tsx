/**
 * The page a source was taken from, as it was archived: cleaned of all that acts, loads or leads away, in a frame without scripts, forms or an origin. Nothing else on the
 * page shows HTML that was written elsewhere.
 */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ask } from '../../api/client.ts'
import { Failed } from '../../shell/Failed.tsx'
import { cleanPage } from './clean-page.ts'

interface Props {
  readonly source: string
  readonly title: string
  readonly language: string | null
}

export function ArchivedPage({ source, title, language }: Props) {
  const { t } = useTranslation()
  const page = useQuery({
    queryKey: ['archived page', source],
    queryFn: async () => cleanPage((await ask<{ html: string }>(`sources/${encodeURIComponent(source)}/page`)).html),
  })
  if (page.error !== null) return <Failed reason={page.error.message} />
  if (page.data === undefined) return null
  return (
    <div className="archived-page">
      <p className="small mute">{t('source.pageAbout')}</p>
      <iframe
        title={t('source.pageOf', { title })}
        lang={language ?? undefined}
        sandbox=""
        referrerPolicy="no-referrer"
        srcDoc={page.data}
      />
    </div>
  )
}
