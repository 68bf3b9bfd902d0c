/** That an answer has yet to come: nothing for the first moments, then a word under the bar. It floats, so nothing moves when it goes. */
import { useIsFetching } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

export function Awaited() {
  const { t } = useTranslation()
  // What is asked anew while its last answer stands is nothing to wait for.
  const count = useIsFetching({
    predicate: ({ state }) => state.status === 'pending' || state.fetchMeta?.fetchMore !== undefined,
  })
  return (
    <div className="awaited" aria-live="polite">
      {count > 0 && <p>{t('awaited')}</p>}
    </div>
  )
}
