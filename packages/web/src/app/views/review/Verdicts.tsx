/** Accept, reject, later; undo. */
import { useTranslation } from 'react-i18next'
import type { Action } from './keys.ts'
import type { Mark } from './use-desk.ts'

interface Props {
  readonly isOpen: boolean
  readonly mark: Mark | undefined
  readonly act: (action: Action) => void
}

export function Verdicts({ isOpen, mark, act }: Props) {
  const { t } = useTranslation()
  return (
    <div className="verdicts">
      {mark !== undefined && mark !== 'later' && <p className="small soft">{t(`review.mark.${mark}`)}</p>}
      <button type="button" className="button main" disabled={!isOpen} onClick={() => act({ do: 'accept' })}>
        {t('review.accept')} <kbd>A</kbd>
      </button>
      <button type="button" className="button" disabled={!isOpen} onClick={() => act({ do: 'reject' })}>
        {t('review.reject')} <kbd>R</kbd>
      </button>
      <button type="button" className="button" disabled={!isOpen} onClick={() => act({ do: 'later' })}>
        {t('review.later')} <kbd>L</kbd>
      </button>
      <button type="button" className="button" onClick={() => act({ do: 'undo' })}>
        {t('review.undo')} <kbd>Z</kbd>
      </button>
    </div>
  )
}
