/** What stands around every view: the bar with the ways, the reader's choices, the foot. */
import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { isSite } from '../api/site.ts'
import { useOutbox } from '../decisions/decisions.ts'
import { UnwrittenNote } from '../decisions/Unwritten.tsx'
import { MarkSymbols } from '../marks/symbols.tsx'
import { LogInView } from '../session/LogInView.tsx'
import { SessionMenu } from '../session/SessionMenu.tsx'
import { useMay, useSession } from '../session/use-session.ts'
import { formatDay } from '../words/dates.ts'
import { Awaited } from './Awaited.tsx'
import { Menu } from './Menu.tsx'
import { NamesInUse } from './NamesInUse.tsx'
import { ProcessMenu } from './ProcessMenu.tsx'
import { useHeldFocus } from './use-held-focus.ts'
import { useProcess } from './use-process.ts'
import { useRecord } from './use-record.ts'
import { useReviewState } from './use-review-state.ts'
import { useSlash } from './use-slash.ts'
import { ViewMenu } from './ViewMenu.tsx'

export function Shell() {
  const { t } = useTranslation()
  const main = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  useSlash()
  useHeldFocus()
  useOutbox()
  return (
    <>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <MarkSymbols />
      <header className="top">
        <Link to="/" className="brand">
          <svg viewBox="0 0 20 20" aria-hidden="true">
            <path
              d="M8 2.5C4 4 2.5 6.8 2.5 10S4 16 8 17.5M12 2.5c4 1.5 5.5 4.3 5.5 7.5S16 16 12 17.5"
              fill="none"
              stroke="currentColor"
              strokeWidth="2.2"
            />
          </svg>
          Parley
        </Link>
        <ProcessMenu />
        <nav className="nav" aria-label={t('nav.label')}>
          <Ways />
        </nav>
        <span className="gap" />
        <ViewMenu />
        <SessionMenu />
        <Menu className="burger" label={t('nav.menu')}>
          <nav aria-label={t('nav.menu')}>
            <Ways />
          </nav>
        </Menu>
      </header>
      <Awaited />
      <main id="main" ref={main} tabIndex={-1}>
        {pathname !== '/review' && <UnwrittenNote />}
        <View />
      </main>
      <Foot />
    </>
  )
}

/** The view asked for, or the log-in where one may not see it; Read here needs nobody's leave. */
function View() {
  const session = useSession()
  const { pathname } = useLocation()
  if (session.isPending) return null
  const mayLook = session.data === undefined || session.data.rights.includes('read') || pathname === '/read'
  return mayLook ? <Outlet /> : <LogInView />
}

/** The views there are, in the order of the bar. A matrix needs a dossier; without a record only this page reads. */
function Ways() {
  const { t } = useTranslation()
  const record = useRecord()
  const mayAdd = useMay('add')
  const current = { 'aria-current': 'page' } as const
  const dossier = useProcess()
  const agreement = dossier?.agreements[0]
  // All of them at once: none moves from under the pointer.
  if (record.isPending) return null
  return (
    <>
      {dossier !== undefined && (
        <Link to="/" activeOptions={{ includeSearch: false, exact: true }} activeProps={current}>
          {t('nav.overview')}
        </Link>
      )}
      {dossier !== undefined && agreement !== undefined && (
        <Link
          to="/matrix/$dossier/$agreement"
          params={{ dossier: dossier.id, agreement: agreement.id }}
          activeOptions={{ includeSearch: false }}
          activeProps={current}
        >
          {t('nav.matrix')}
        </Link>
      )}
      {record.data !== undefined && (
        <>
          <Link to="/timeline" activeOptions={{ includeSearch: false }} activeProps={current}>
            {t('nav.timeline')}
          </Link>
          <Link to="/statements" activeOptions={{ includeSearch: false }} activeProps={current}>
            {t('nav.statements')}
          </Link>
          <Link to="/sources" activeOptions={{ includeSearch: false }} activeProps={current}>
            {t('nav.sources')}
          </Link>
          {!isSite && (
            <Link to="/review" activeOptions={{ includeSearch: false }} activeProps={current}>
              {t('nav.review')} <OpenCount />
            </Link>
          )}
          <Link to="/people" activeOptions={{ includeSearch: false }} activeProps={current}>
            {t('nav.people')}
          </Link>
        </>
      )}
      {record.data !== undefined && mayAdd && (
        <Link to="/add" activeOptions={{ includeSearch: false }} activeProps={current}>
          {t('nav.add')}
        </Link>
      )}
      {!isSite && (
        <Link to="/read" activeOptions={{ includeSearch: false }} activeProps={current}>
          {t('nav.read')}
        </Link>
      )}
    </>
  )
}

/** How many claims nobody has reviewed. */
function OpenCount() {
  const { t } = useTranslation()
  const state = useReviewState()
  if (state.data === undefined || state.data.claims === 0) return null
  const { claims, isWhole } = state.data
  return (
    <span className="mute">
      {isWhole ? claims : `${claims}+`} <span className="aloud">{t('nav.open')}</span>
    </span>
  )
}

function Foot() {
  const { t, i18n } = useTranslation()
  const record = useRecord()
  const process = useProcess()
  const session = useSession().data
  return (
    <footer className="foot">
      {record.data !== undefined && (
        <>
          {record.data.newest !== null && (
            <span>{t('foot.newest', { day: formatDay(record.data.newest, i18n.language) })}</span>
          )}
          <span>{t('foot.documents', { count: record.data.documents })}</span>
        </>
      )}
      {process !== undefined && <NamesInUse />}
      {isSite && <span>{t('site.foot')}</span>}
      {!isSite && (session === undefined || session.kind === 'local') && <span>{t('foot.local')}</span>}
    </footer>
  )
}
