/** Where the page begins: the overview of the record's process, its sources where it has no dossier, or, without a record, the reader alone. */
import { Navigate } from '@tanstack/react-router'
import { useRecord } from '../../shell/use-record.ts'
import { OverviewView } from '../overview/OverviewView.tsx'

export function HomeView() {
  const record = useRecord()
  if (record.isPending) return null
  const dossier = record.data?.dossiers[0]
  if (dossier !== undefined) {
    return <OverviewView dossier={dossier.id} newest={record.data?.newest ?? null} />
  }
  return <Navigate to={record.data === undefined ? '/read' : '/sources'} replace />
}
