/** Closer, farther, earlier, later, the whole: how much of the calendar the chart shows. */
import { useTranslation } from 'react-i18next'
import { moved, type Stretch, zoomed } from './time-scale.ts'

interface Props {
  readonly window: Stretch
  /** The window is not all there is. */
  readonly isPart: boolean
  /** null: the whole. */
  readonly onWindow: (window: Stretch | null) => void
}

export function ZoomTools({ window, isPart, onWindow }: Props) {
  const { t } = useTranslation()
  const [closer, farther] = [zoomed(window, 'in'), zoomed(window, 'out')]
  return (
    <fieldset className="segments zoom-tools">
      <legend className="aloud">{t('timeline.between')}</legend>
      <button type="button" aria-label={t('timeline.zoom.earlier')} onClick={() => onWindow(moved(window, 'earlier'))}>
        ‹
      </button>
      <button type="button" disabled={closer === null} onClick={() => onWindow(closer)}>
        + {t('timeline.zoom.in')}
      </button>
      <button type="button" disabled={farther === null || !isPart} onClick={() => onWindow(farther)}>
        − {t('timeline.zoom.out')}
      </button>
      <button type="button" disabled={!isPart} onClick={() => onWindow(null)}>
        {t('timeline.zoom.whole')}
      </button>
      <button type="button" aria-label={t('timeline.zoom.later')} onClick={() => onWindow(moved(window, 'later'))}>
        ›
      </button>
    </fieldset>
  )
}
