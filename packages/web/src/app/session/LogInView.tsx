/** Logging in: in the place of whatever view was asked for, which then opens; its address stays. */
import { useQueryClient } from '@tanstack/react-query'
import { Link, useLocation, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { tell } from '../api/client.ts'
import type { SessionAnswer } from '../api/contract.ts'
import { Failed } from '../shell/Failed.tsx'
import { refusalOf } from './refusal.ts'
import './session.css'
import { Heading } from '../shell/Heading.tsx'

export function LogInView() {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const first = useRef<HTMLInputElement>(null)
  const again = useRef<HTMLInputElement>(null)
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [failure, setFailure] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  useEffect(() => first.current?.focus(), [])

  const logIn = async (): Promise<void> => {
    setBusy(true)
    setFailure(null)
    try {
      const session = await tell<SessionAnswer>('session', { name, password })
      queries.setQueryData(['session'], session)
      await queries.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
      if (pathname === '/log-in') void navigate({ to: '/' })
    } catch (error) {
      setFailure(refusalOf(error, t))
      setPassword('')
      again.current?.focus()
    } finally {
      setBusy(false)
    }
  }

  return (
    <>
      <Heading title={t('session.logIn')} />
      <form
        className="session-form"
        onSubmit={event => {
          event.preventDefault()
          void logIn()
        }}
      >
        <p className="soft">{t('session.why')}</p>
        <label htmlFor="session-name">{t('session.name')}</label>
        <input
          id="session-name"
          ref={first}
          className="field"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={64}
          required
          value={name}
          onChange={event => setName(event.target.value)}
        />
        <label htmlFor="session-password">{t('session.password')}</label>
        <input
          id="session-password"
          ref={again}
          className="field"
          type="password"
          autoComplete="current-password"
          maxLength={128}
          required
          value={password}
          onChange={event => setPassword(event.target.value)}
        />
        <button type="submit" className="button main" disabled={isBusy}>
          {t('session.logIn')}
        </button>
        {failure !== null && <Failed reason={failure} />}
      </form>
      <p className="soft session-without">
        {t('session.without')} <Link to="/read">{t('nav.read')}</Link>
      </p>
    </>
  )
}
