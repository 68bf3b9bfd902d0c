/** Asks for the name under the decisions. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keepReviewer } from '../../reviewer.ts'

export function NameForm({ name, onKept }: { readonly name: string; readonly onKept?: () => void }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(name)
  return (
    <form
      className="name-form"
      onSubmit={event => {
        event.preventDefault()
        if (typed.trim() === '') return
        keepReviewer(typed)
        onKept?.()
      }}
    >
      <label htmlFor="reviewer">{t('review.name')}</label>
      <input
        id="reviewer"
        className="field"
        autoComplete="name"
        maxLength={120}
        required
        value={typed}
        onChange={event => setTyped(event.target.value)}
      />
      <button type="submit" className="button main">
        {t('review.keepName')}
      </button>
      <p className="small mute">{t('review.nameWhy')}</p>
    </form>
  )
}
