/** Who may come, by password or by token, and who did what: for those who manage the record. */
import { useTranslation } from 'react-i18next'
import { AuditTable } from './AuditTable.tsx'
import { TokenTable } from './TokenTable.tsx'
import { UserTable } from './UserTable.tsx'
import './manage.css'
import { Heading } from '../../shell/Heading.tsx'

export function ManageView() {
  const { t } = useTranslation()
  return (
    <>
      <Heading title={t('manage.title')} />
      <UserTable />
      <TokenTable />
      <AuditTable />
    </>
  )
}
