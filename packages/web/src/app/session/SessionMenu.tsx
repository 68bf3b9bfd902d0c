/** Who is logged in, and the way out; or the way in, where one may read without. */
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { drop } from '../api/client.ts'
import { Menu } from '../shell/Menu.tsx'
import { useSession } from './use-session.ts'
import './session.css'

export function SessionMenu() {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const session = useSession().data
  if (session?.kind === 'nobody' && session.canLogIn && session.rights.includes('read'))
    return (
      <Link to="/log-in" className="session-in">
        {t('session.logIn')}
      </Link>
    )
  if (session?.kind !== 'user' || session.name === null) return null
  const logOut = async (): Promise<void> => {
    await drop('session')
    // Nothing of what was seen stays on the page.
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
    await queries.resetQueries({ queryKey: ['session'] })
  }
  return (
    <Menu className="session-menu" label={session.name}>
      <p className="soft">{session.role !== null && t(`session.roles.${session.role}`)}</p>
      <Link to="/account">{t('session.account')}</Link>
      {session.rights.includes('manage') && <Link to="/manage">{t('manage.title')}</Link>}
      <button type="button" className="button" onClick={() => void logOut()}>
        {t('session.logOut')}
      </button>
    </Menu>
  )
}
