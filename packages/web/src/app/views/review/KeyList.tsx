/** Which key does what: in one line below the desk, and as a list on `?`. */
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { keepSetting, useSetting } from '../../settings.ts'

const KEYS: readonly (readonly [keys: readonly string[], what: string])[] = [
  [['A'], 'accept'],
  [['R'], 'reject'],
  [['1–6'], 'says'],
  [['[', ']'], 'end'],
  [['⇧[', '⇧]'], 'start'],
  [['P'], 'point'],
  [['S'], 'speaker'],
  [['L'], 'later'],
  [['J', 'K'], 'step'],
  [['Z'], 'undo'],
  [['.'], 'copy'],
  [['?'], 'help'],
]

/** Of happenings. */
export const PAIR_KEYS: typeof KEYS = [
  [['1–6'], 'choose'],
  [['M'], 'merge'],
  [['X'], 'split'],
  [['J', 'K'], 'step'],
  [['Z'], 'undo'],
]

interface LineProps {
  readonly which?: typeof KEYS
  /** null: there is no longer list. */
  readonly onAll: (() => void) | null
}

export function KeyLine({ which = KEYS, onAll }: LineProps) {
  const { t } = useTranslation()
  return (
    <div className="keys">
      <b>{t('review.keys.title')}</b>
      {which.map(([keys, what]) => (
        <span key={what}>
          {keys.map(key => (
            <kbd key={key}>{key}</kbd>
          ))}{' '}
          {t(`review.keys.${what}`)}
        </span>
      ))}
      {onAll !== null && (
        <button type="button" className="link" onClick={onAll}>
          {t('review.keys.all')}
        </button>
      )}
    </div>
  )
}

export function KeyDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const keys = useSetting('keys')
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  return (
    <dialog ref={dialog} className="key-dialog" aria-labelledby="keys-title" onClose={onClose}>
      <h2 id="keys-title">{t('review.keys.title')}</h2>
      <dl>
        {KEYS.map(([names, what]) => (
          <div key={what}>
            <dt>
              {names.map(key => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(`review.keys.${what}`)}</dd>
          </div>
        ))}
      </dl>
      <p className="small mute">{t('review.keys.places')}</p>
      <label>
        <input
          type="checkbox"
          checked={keys === 'on'}
          onChange={event => keepSetting('keys', event.target.checked ? 'on' : 'off')}
        />{' '}
        {t('review.keys.single')}
      </label>
      <form method="dialog">
        <button type="submit" className="button">
          {t('matrix.close')} <kbd>Esc</kbd>
        </button>
      </form>
    </dialog>
  )
}
