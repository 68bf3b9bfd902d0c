/** Who may come, and who did what: for those who manage the record. */
import { useTranslation } from 'react-i18next'
import { AuditTable } from './AuditTable.tsx'
import { UserTable } from './UserTable.tsx'
import './manage.css'

export function ManageView() {
  const { t } = useTranslation()
  return (
    <>
      <div className="heading">
        <h1>{t('manage.title')}</h1>
      </div>
      <UserTable />
      <AuditTable />
    </>
  )
}
