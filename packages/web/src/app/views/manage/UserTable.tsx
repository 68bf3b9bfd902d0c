/** Users with role and right to export, changed where they stand; and a form for one more. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ask, drop, tell } from '../../api/client.ts'
import type { Role, UserAnswer } from '../../api/contract.ts'
import { useSession } from '../../session/use-session.ts'
import { Failed } from '../../shell/Failed.tsx'
import { formatDay } from '../../words/dates.ts'

const ROLES: readonly Role[] = ['reader', 'coder', 'editor', 'admin']

export function UserTable() {
  const { t, i18n } = useTranslation()
  const queries = useQueryClient()
  const own = useSession().data?.name
  const users = useQuery({ queryKey: ['users'], queryFn: () => ask<readonly UserAnswer[]>('users') })
  const [failure, setFailure] = useState<string | null>(null)
  /** Does it and shows what came of it; whether it was done. */
  const act = async (what: () => Promise<unknown>): Promise<boolean> => {
    setFailure(null)
    try {
      await what()
      return true
    } catch (error) {
      setFailure((error as Error).message)
      return false
    } finally {
      for (const name of ['users', 'audit']) void queries.invalidateQueries({ queryKey: [name] })
    }
  }
  /** Shown at once; what the server refuses is as it was with its next answer. */
  const change = (name: string, changed: { readonly role: Role } | { readonly mayExport: boolean }): void => {
    queries.setQueryData<readonly UserAnswer[]>(['users'], before =>
      before?.map(user => (user.name === name ? { ...user, ...changed } : user)),
    )
    void act(() => tell(path(name), changed, 'PATCH'))
  }
  const path = (name: string) => `users/${encodeURIComponent(name)}`
  return (
    <section className="section">
      <h2>{t('manage.users')}</h2>
      {users.error !== null && <Failed reason={users.error.message} />}
      {failure !== null && <Failed reason={failure} />}
      {users.data !== undefined && users.data.length > 0 && (
        <table className="table manage-table">
          <thead>
            <tr>
              <th scope="col">{t('session.name')}</th>
              <th scope="col">{t('manage.role')}</th>
              <th scope="col">{t('manage.mayExport')}</th>
              <th scope="col">{t('manage.since')}</th>
              <th scope="col">
                <span className="aloud">{t('manage.remove')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {users.data.map(({ name, role, mayExport, hasPassword, at }) => (
              <tr key={name}>
                <th scope="row">
                  {name} {!hasPassword && <span className="mute">{t('manage.tokensOnly')}</span>}
                </th>
                <td>
                  <select
                    className="field"
                    aria-label={t('manage.roleOf', { name })}
                    value={role}
                    disabled={name === own}
                    onChange={event => change(name, { role: event.target.value as Role })}
                  >
                    {ROLES.map(each => (
                      <option key={each} value={each}>
                        {t(`session.roles.${each}`)}
                      </option>
                    ))}
                  </select>
                </td>
                <td data-label={t('manage.mayExport')}>
                  <input
                    type="checkbox"
                    aria-label={t('manage.exportOf', { name })}
                    checked={mayExport}
                    onChange={event => change(name, { mayExport: event.target.checked })}
                  />
                </td>
                <td className="no-break" data-label={t('manage.since')}>
                  {formatDay(at.slice(0, 10), i18n.language)}
                </td>
                <td>{name !== own && <Remove name={name} onRemove={() => void act(() => drop(path(name)))} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <AddUser onAdd={user => act(() => tell('users', user))} />
    </section>
  )
}

/** Twice: what is removed does not come back. */
export function Remove({ name, onRemove }: { readonly name: string; readonly onRemove: () => void }) {
  const { t } = useTranslation()
  const [isAsked, setAsked] = useState(false)
  return (
    <button
      type="button"
      className="link"
      onBlur={() => setAsked(false)}
      onClick={() => (isAsked ? onRemove() : setAsked(true))}
    >
      {t(isAsked ? 'manage.reallyRemove' : 'manage.remove')} <span className="aloud">{name}</span>
    </button>
  )
}

interface NewUser {
  readonly name: string
  readonly role: Role
  readonly password: string
}

function AddUser({ onAdd }: { readonly onAdd: (user: NewUser) => Promise<boolean> }) {
  const { t } = useTranslation()
  const [name, setName] = useState('')
  const [role, setRole] = useState<Role>('reader')
  const [password, setPassword] = useState('')
  return (
    <form
      className="manage-add"
      onSubmit={async event => {
        event.preventDefault()
        if (!(await onAdd({ name, role, password }))) return
        setName('')
        setPassword('')
      }}
    >
      <label>
        {t('session.name')}
        <input
          className="field"
          autoComplete="off"
          maxLength={64}
          required
          value={name}
          onChange={event => setName(event.target.value)}
        />
      </label>
      <label>
        {t('manage.role')}
        <select className="field" value={role} onChange={event => setRole(event.target.value as Role)}>
          {ROLES.map(each => (
            <option key={each} value={each}>
              {t(`session.roles.${each}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('manage.firstPassword')}
        <input
          className="field"
          type="password"
          autoComplete="new-password"
          minLength={12}
          maxLength={128}
          required
          value={password}
          onChange={event => setPassword(event.target.value)}
        />
      </label>
      <button type="submit" className="button main">
        {t('manage.add')}
      </button>
    </form>
  )
}
