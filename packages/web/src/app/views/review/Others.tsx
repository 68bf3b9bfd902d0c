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
        {review.decisions.map(({ seq, by, kind, at, why, value }) => (
          <li key={seq}>
            <b>{by}</b> {t(`review.did.${kind}`)} <span className="no-break">{formatDay(at, i18n.language)}</span>
            {value !== null && kind === 'correct' && <Corrected value={value} />}
            {why !== null && <>: {why}</>}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What a correction makes of each field; ids of persons go with their names, places of words are not for reading. */
export function Corrected({ value }: { readonly value: Readonly<Record<string, unknown>> }) {
  const { t, i18n } = useTranslation()
  const shown = (field: string, what: string | null): string => {
    if (field === 'words') return ''
    if (what === null) return t('review.field.none')
    if (field === 'assertion' || field === 'status') return t(`status.${what}`, { defaultValue: what })
    if (field === 'said' || field === 'time') return formatDay(what, i18n.language)
    return field === 'stipulation' ? what.slice(what.lastIndexOf('/') + 1) : what
  }
  return Object.entries(value)
    .filter(([field]) => !/_(?:ref|for)$/.test(field))
    .map(([field, what]) => (
      <span key={field} className="soft">
        {' · '}
        {t(`review.field.${field}`)} <b>{shown(field, what as string | null)}</b>
      </span>
    ))
}
