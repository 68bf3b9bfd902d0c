/** One's own account: what one may do, and a new password. */
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { tell } from '../api/client.ts'
import { Failed } from '../shell/Failed.tsx'
import { refusalOf } from './refusal.ts'
import { useSession } from './use-session.ts'
import './session.css'
import { Heading } from '../shell/Heading.tsx'

/** The server's own rule; it has the last word. */
const SHORTEST = 12
const LONGEST = 128

export function AccountView() {
  const { t } = useTranslation()
  const session = useSession().data
  if (session === undefined) return null
  return (
    <>
      <Heading title={session.name ?? t('session.account')} />
      {session.kind === 'local' && <p className="soft">{t('session.local')}</p>}
      {session.role !== null && <p className="soft">{t(`session.roles.${session.role}`)}</p>}
      <p id="rights">{t('session.mayDo')}</p>
      <ul className="session-rights" aria-labelledby="rights">
        {session.rights.map(right => (
          <li key={right}>{t(`session.rights.${right}`)}</li>
        ))}
      </ul>
      {session.kind === 'user' && <PasswordForm name={session.name ?? ''} />}
    </>
  )
}

function PasswordForm({ name }: { readonly name: string }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [password, setPassword] = useState('')
  const [next, setNext] = useState('')
  const [failure, setFailure] = useState<string | null>(null)
  const change = async (): Promise<void> => {
    try {
      await tell('session/password', { password, next }, 'PUT')
      // Every session has ended, this one too.
      await queries.resetQueries({ queryKey: ['session'] })
    } catch (error) {
      setFailure(refusalOf(error, t))
    }
  }
  return (
    <form
      className="session-form"
      onSubmit={event => {
        event.preventDefault()
        void change()
      }}
    >
      <h2>{t('session.change')}</h2>
      <input className="aloud" autoComplete="username" readOnly tabIndex={-1} aria-hidden="true" value={name} />
      <label htmlFor="session-old">{t('session.old')}</label>
      <input
        id="session-old"
        className="field"
        type="password"
        autoComplete="current-password"
        maxLength={LONGEST}
        required
        value={password}
        onChange={event => setPassword(event.target.value)}
      />
      <label htmlFor="session-next">{t('session.next')}</label>
      <input
        id="session-next"
        className="field"
        type="password"
        autoComplete="new-password"
        minLength={SHORTEST}
        maxLength={LONGEST}
        required
        aria-describedby="session-rule"
        value={next}
        onChange={event => setNext(event.target.value)}
      />
      <p id="session-rule" className="small mute">
        {t('session.rule', { count: SHORTEST })}
      </p>
      <button type="submit" className="button main">
        {t('session.keep')}
      </button>
      {failure !== null && <Failed reason={failure} />}
    </form>
  )
}
