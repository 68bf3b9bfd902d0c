/** What the record is about: the title of the process, and the way to the others where it is read with several. */
import { Link, type LinkProps, useLocation, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { keepOpenSetting } from '../settings.ts'
import { inLanguage } from '../words/texts.ts'
import { Menu } from './Menu.tsx'
import { type Process, useProcess } from './use-process.ts'
import { useRecord } from './use-record.ts'

export function ProcessMenu() {
  const { t, i18n } = useTranslation()
  const record = useRecord().data
  const process = useProcess()
  const addressOf = useAddressOf()
  useProcessInAddress(process, (record?.dossiers.length ?? 0) > 1)
  if (record === undefined) return null
  if (process === undefined) return <span className="process">{record.name}</span>
  const title = inLanguage(process.titles, i18n.language)
  if (record.dossiers.length === 1) return <span className="process">{title}</span>
  return (
    <Menu className="process" label={title}>
      <nav aria-label={t('nav.processes')}>
        {record.dossiers.map(each => (
          <Link
            key={each.id}
            {...addressOf(each)}
            aria-current={each === process ? 'true' : undefined}
            onClick={() => keepOpenSetting('process', each.id)}
          >
            {inLanguage(each.titles, i18n.language)}
          </Link>
        ))}
      </nav>
    </Menu>
  )
}

/** The same view of another process; what a view was narrowed to belongs to the one before. */
function useAddressOf() {
  const { pathname } = useLocation()
  const { dossier, ref } = useParams({ strict: false }) as { readonly dossier?: string; readonly ref?: string }
  return ({ id, agreements: [agreement] }: Process): LinkProps => {
    const search = { process: id }
    if (dossier === undefined) return { to: ref === undefined ? pathname : '/people', search } as LinkProps
    if (agreement === undefined) return { to: '/', search }
    return { to: '/matrix/$dossier/$agreement', params: { dossier: id, agreement: agreement.id }, search }
  }
}

/** Where there are several, the address says which one is shown: whoever it is sent to sees the same. */
function useProcessInAddress(process: Process | undefined, areSeveral: boolean): void {
  const navigate = useNavigate()
  const { process: named } = useSearch({ strict: false }) as { readonly process?: string }
  const id = areSeveral ? process?.id : undefined
  useEffect(() => {
    if (id === undefined || named === id) return
    void navigate({ to: '.', search: before => ({ ...before, process: id }), replace: true, resetScroll: false })
  }, [id, named, navigate])
}
