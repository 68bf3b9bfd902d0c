/** What stands around every view: the bar with the ways, the reader's choices, the foot. */
import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { MarkSymbols } from '../marks/symbols.tsx'
import { Menu } from './Menu.tsx'
import { ViewMenu } from './ViewMenu.tsx'

export function Shell() {
  const { t } = useTranslation()
  const main = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new view begins at its top
  useEffect(() => scrollTo(0, 0), [pathname])
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
        <nav className="nav" aria-label={t('nav.label')}>
          <Ways />
        </nav>
        <span className="gap" />
        <ViewMenu />
        <Menu className="burger" label={t('nav.menu')}>
          <nav aria-label={t('nav.menu')}>
            <Ways />
          </nav>
        </Menu>
      </header>
      <main id="main" ref={main} tabIndex={-1}>
        <Outlet />
      </main>
      <footer className="foot">
        <span>{t('foot.local')}</span>
      </footer>
    </>
  )
}

/** The views there are, in the order of the bar. */
function Ways() {
  const { t } = useTranslation()
  return (
    <Link to="/read" activeProps={{ 'aria-current': 'page' }}>
      {t('nav.read')}
    </Link>
  )
}
