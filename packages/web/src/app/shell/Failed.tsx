/** What failed, in its own place: the thing, the reason, the way to ask again; the rest of the page works. */
import { type Query, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Mark } from '../marks/symbols.tsx'

const FAILED = { type: 'active', predicate: ({ state }: Query) => state.status === 'error' } as const

export function Failed({ reason }: { readonly reason: string }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const again = async () => {
    await queries.refetchQueries(FAILED)
    // Where the answer came, the button is gone.
    if (document.activeElement === document.body) document.getElementById('main')?.focus()
  }
  return (
    <p className="note" role="alert">
      <Mark name="failed" /> {t('failed', { reason })}{' '}
      {queries.getQueryCache().findAll(FAILED).length > 0 && (
        <button type="button" className="link" onClick={again}>
          {t('again')}
        </button>
      )}
    </p>
  )
}
