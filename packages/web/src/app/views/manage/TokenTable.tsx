/** Tokens of programs: whose, what each opens, until when, when it was used last; a form for one more, which is shown this once. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ask, drop, tell } from '../../api/client.ts'
import { SCOPES, type Scope, type TokenAnswer, type TokenMade, type UserAnswer } from '../../api/contract.ts'
import { DayField } from '../../shell/DayField.tsx'
import { Failed } from '../../shell/Failed.tsx'
import { formatDay } from '../../words/dates.ts'
import { Remove } from './UserTable.tsx'

export function TokenTable() {
  const { t, i18n } = useTranslation()
  const queries = useQueryClient()
  const tokens = useQuery({ queryKey: ['tokens'], queryFn: () => ask<readonly TokenAnswer[]>('tokens') })
  const users = useQuery({ queryKey: ['users'], queryFn: () => ask<readonly UserAnswer[]>('users') })
  const [failure, setFailure] = useState<string | null>(null)
  const [made, setMade] = useState<TokenMade | null>(null)
  const act = async (what: () => Promise<unknown>): Promise<boolean> => {
    setFailure(null)
    try {
      await what()
      return true
    } catch (error) {
      setFailure((error as Error).message)
      return false
    } finally {
      for (const name of ['tokens', 'audit']) void queries.invalidateQueries({ queryKey: [name] })
    }
  }
  const day = (instant: string) => formatDay(instant.slice(0, 10), i18n.language)
  const names = users.data?.map(({ name }) => name) ?? []
  return (
    <section className="section">
      <h2>{t('tokens.title')}</h2>
      <p className="soft tokens-about">{t('tokens.about')}</p>
      {tokens.error !== null && <Failed reason={tokens.error.message} />}
      {failure !== null && <Failed reason={failure} />}
      {tokens.data !== undefined && tokens.data.length > 0 && (
        <table className="table manage-table">
          <thead>
            <tr>
              <th scope="col">{t('tokens.token')}</th>
              <th scope="col">{t('tokens.user')}</th>
              <th scope="col">{t('tokens.opens')}</th>
              <th scope="col">{t('tokens.until')}</th>
              <th scope="col">{t('tokens.used')}</th>
              <th scope="col">
                <span className="aloud">{t('manage.remove')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {tokens.data.map(({ id, user, scopes, note, at, expires, seen }) => (
              <tr key={id}>
                <th scope="row">
                  {note ?? id} <span className="mute">{t('tokens.madeOn', { id, day: day(at) })}</span>
                </th>
                <td data-label={t('tokens.user')}>{user}</td>
                <td data-label={t('tokens.opens')}>{scopes.map(scope => t(`session.rights.${scope}`)).join('; ')}</td>
                <td data-label={t('tokens.until')}>{expires === null ? t('tokens.always') : day(expires)}</td>
                <td data-label={t('tokens.used')}>
                  {seen === null ? <span className="mute">{t('tokens.never')}</span> : day(seen)}
                </td>
                <td>
                  <Remove name={note ?? id} onRemove={() => void act(() => drop(`tokens/${encodeURIComponent(id)}`))} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {made !== null && (
        <p className="note token-made" role="status">
          {t('tokens.once')} <code>{made.token}</code>{' '}
          <button type="button" className="link" onClick={() => setMade(null)}>
            {t('tokens.kept')}
          </button>
        </p>
      )}
      {names.length > 0 && (
        <AddToken users={names} onAdd={asked => act(async () => setMade(await tell<TokenMade>('tokens', asked)))} />
      )}
    </section>
  )
}

interface Asked {
  readonly user: string
  readonly scopes: readonly Scope[]
  readonly note: string | null
  /** Instant, or null: without end. */
  readonly expires: string | null
}

function AddToken({
  users,
  onAdd,
}: {
  readonly users: readonly string[]
  readonly onAdd: (asked: Asked) => Promise<boolean>
}) {
  const { t } = useTranslation()
  const [user, setUser] = useState(users[0])
  const [scopes, setScopes] = useState<readonly Scope[]>(['read'])
  const [note, setNote] = useState('')
  const [until, setUntil] = useState<string | undefined>(undefined)
  return (
    <form
      className="manage-add"
      onSubmit={async event => {
        event.preventDefault()
        const expires = until === undefined ? null : `${until}T23:59:59Z`
        if (await onAdd({ user, scopes, note: note.trim() === '' ? null : note.trim(), expires })) setNote('')
      }}
    >
      <label>
        {t('tokens.user')}
        <select className="field" value={user} onChange={event => setUser(event.target.value)}>
          {users.map(name => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <label>
        {t('tokens.note')}
        <input className="field" maxLength={200} value={note} onChange={event => setNote(event.target.value)} />
      </label>
      <span className="token-until">
        <span aria-hidden="true">{t('tokens.until')}</span>
        <DayField label={t('tokens.until')} value={until ?? ''} onDay={setUntil} />
      </span>
      <fieldset className="token-scopes">
        <legend>{t('tokens.opens')}</legend>
        {SCOPES.map(scope => (
          <label key={scope}>
            <input
              type="checkbox"
              checked={scopes.includes(scope)}
              onChange={({ target }) =>
                setScopes(SCOPES.filter(each => (each === scope ? target.checked : scopes.includes(each))))
              }
            />{' '}
            {t(`session.rights.${scope}`)}
          </label>
        ))}
      </fieldset>
      <button type="submit" className="button main" disabled={scopes.length === 0}>
        {t('tokens.add')}
      </button>
    </form>
  )
}
