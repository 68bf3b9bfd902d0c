/** An address that names no view: said in words, with the way on. */
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Heading } from './Heading.tsx'

export function NotFound() {
  const { t } = useTranslation()
  return (
    <>
      <Heading title={t('notFound.title')} />
      <p className="note">
        {t('notFound.about')} <Link to="/">{t('notFound.home')}</Link>
      </p>
    </>
  )
}
