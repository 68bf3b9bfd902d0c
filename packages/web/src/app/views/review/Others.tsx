/** What reviewers said of an item so far: who, what, when, and whether they differ. */
import { useTranslation } from 'react-i18next'
import type { ReviewAnswer } from '../../api/contract.ts'
import { formatDay } from '../../words/dates.ts'

export function Others({ review }: { readonly review: ReviewAnswer }) {
  const { t, i18n } = useTranslation()
  if (review.decisions.length === 0) return null
  return (
    <div className={review.state === 'disputed' ? 'note others disputed' : 'note others'}>
      {review.state === 'disputed' && <p className="disputed-word">{t('review.disputed')}</p>}
      <ul>
        {review.decisions.map(({ seq, by, kind, at, why }) => (
          <li key={seq}>
            <b>{by}</b> {t(`review.did.${kind}`)} <span className="no-break">{formatDay(at, i18n.language)}</span>
            {why !== null && <>: {why}</>}
          </li>
        ))}
      </ul>
    </div>
  )
}
