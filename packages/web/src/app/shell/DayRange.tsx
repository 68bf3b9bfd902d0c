/** From one day until another, each as precise as one likes; what an address holds of a view's days. */
import { useTranslation } from 'react-i18next'
import { DayField } from './DayField.tsx'

/** `from`, `until`: ISO dates, or undefined for no bound. */
interface Days {
  readonly from?: string | undefined
  readonly until?: string | undefined
}

export function DayRange({ from, until, onDays }: Days & { readonly onDays: (days: Days) => void }) {
  const { t } = useTranslation()
  return (
    <>
      <span className="small">
        {t('timeline.from')}{' '}
        <DayField label={t('timeline.from')} value={from ?? ''} onDay={day => onDays({ from: day })} />
      </span>
      <span className="small">
        {t('timeline.until')}{' '}
        <DayField label={t('timeline.until')} value={until ?? ''} onDay={day => onDays({ until: day })} />
      </span>
    </>
  )
}
