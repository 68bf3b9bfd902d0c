/** One line where an item is shown elsewhere: not reviewed, or by whom and how. */
import { useTranslation } from 'react-i18next'
import type { ReviewAnswer } from '../../api/contract.ts'

export function ReviewNote({ review }: { readonly review: ReviewAnswer | undefined }) {
  const { t } = useTranslation()
  if (review === undefined || review.state === 'open') return <span className="review-note">{t('review.open')}</span>
  const latest = new Map(review.decisions.map(({ by, kind }) => [by, kind]))
  const said = [...latest].map(([by, kind]) => `${by} ${t(`review.did.${kind}`)}`).join(', ')
  return (
    <span className={`review-note ${review.state}`}>
      {review.state === 'disputed' && `${t('review.disputed')}: `}
      {said}
    </span>
  )
}
