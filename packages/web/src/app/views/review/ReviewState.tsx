/** Where review stands: what waits, where reviewers differ, how far they agree beyond chance. */
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useReviewState } from '../../shell/use-review-state.ts'

export function ReviewState() {
  const { t, i18n } = useTranslation()
  const state = useReviewState().data
  if (state === undefined) return null
  const { items, assessments } = state.agreement
  const figure = (alpha: number | null) =>
    alpha === null
      ? t('review.alphaNone')
      : new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 2 }).format(alpha)
  return (
    <p className="facts review-state">
      <span>{t(state.isWhole ? 'review.waits' : 'review.waitsMore', { count: state.claims })}</span>
      <Link to="/review" search={{ queue: 'disputed' }}>
        {t('review.differ', { count: state.disputed })}
      </Link>
      {items.items > 0 && <span>{t('review.alpha', { alpha: figure(items.alpha), count: items.items })}</span>}
      {assessments.items > 0 && (
        <span>{t('review.alphaAssessed', { alpha: figure(assessments.alpha), count: assessments.items })}</span>
      )}
    </p>
  )
}
