/** An address that names no view: said in words, with the way on. */
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

export function NotFound() {
  const { t } = useTranslation()
  return (
    <>
      <div className="heading">
        <h1>{t('notFound.title')}</h1>
      </div>
      <p className="note">
        {t('notFound.about')} <Link to="/">{t('notFound.home')}</Link>
      </p>
    </>
  )
}
