/** What failed, in its own place: the thing, the reason; the rest of the page works. */
import { useTranslation } from 'react-i18next'
import { Mark } from '../marks/symbols.tsx'

export function Failed({ reason }: { readonly reason: string }) {
  const { t } = useTranslation()
  return (
    <p className="note" role="alert">
      <Mark name="failed" /> {t('failed', { reason })}
    </p>
  )
}
