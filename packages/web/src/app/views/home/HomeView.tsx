/** Where the page begins: the overview of the record's process, its sources where it has no dossier, or, without a record, the reader alone. */
import { Navigate } from '@tanstack/react-router'
import { Refused } from '../../api/client.ts'
import { Failed } from '../../shell/Failed.tsx'
import { useProcess } from '../../shell/use-process.ts'
import { useRecord } from '../../shell/use-record.ts'
import { OverviewView } from '../overview/OverviewView.tsx'

export function HomeView() {
  const record = useRecord()
  const dossier = useProcess()
  if (record.isPending) return null
  // Where there is no record there is a page to read on; a server in trouble is another matter.
  if (record.error !== null && !(record.error instanceof Refused)) return <Failed reason={record.error.message} />
  if (record.data === undefined) return <Navigate to="/read" replace />
  if (dossier === undefined) return <Navigate to="/sources" replace />
  return <OverviewView dossier={dossier.id} newest={record.data.newest} documents={record.data.documents} />
}
