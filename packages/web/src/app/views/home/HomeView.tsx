/** Where the page begins: the matrix of the record's first agreement, its sources, or, without a record, the reader alone. */
import { Navigate } from '@tanstack/react-router'
import { useRecord } from '../../shell/use-record.ts'

export function HomeView() {
  const record = useRecord()
  if (record.isPending) return null
  const dossier = record.data?.dossiers[0]
  const agreement = dossier?.agreements[0]
  if (dossier !== undefined && agreement !== undefined) {
    const params = { dossier: dossier.id, agreement: agreement.id }
    return <Navigate to="/matrix/$dossier/$agreement" params={params} replace />
  }
  return <Navigate to={record.data === undefined ? '/read' : '/sources'} replace />
}
