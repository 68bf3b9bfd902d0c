/** The three views of people: who is who, who met and names whom, where. */
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

export function PeopleWays() {
  const { t } = useTranslation()
  const current = { 'aria-current': 'page' } as const
  return (
    <nav className="segments ways" aria-label={t('people.ways')}>
      <Link to="/people" activeOptions={{ exact: true, includeSearch: false }} activeProps={current}>
        {t('people.way.who')}
      </Link>
      <Link to="/people/network" activeOptions={{ includeSearch: false }} activeProps={current}>
        {t('people.way.network')}
      </Link>
      <Link to="/people/map" activeOptions={{ includeSearch: false }} activeProps={current}>
        {t('people.way.map')}
      </Link>
    </nav>
  )
}
