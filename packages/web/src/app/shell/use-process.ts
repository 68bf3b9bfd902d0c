/** The process whose agreements, sides and names a view shows, of the several that a record may be read with. */
import { useParams, useSearch } from '@tanstack/react-router'
import type { RecordAnswer } from '../api/contract.ts'
import { useOpenSetting } from '../settings.ts'
import { useRecord } from './use-record.ts'

export type Process = RecordAnswer['dossiers'][number]

/** The one the address names, else the one last chosen on this device, else the first; undefined before the record has answered and where it has none. */
export function useProcess(): Process | undefined {
  const { data } = useRecord()
  const { dossier } = useParams({ strict: false }) as { readonly dossier?: string }
  const { process } = useSearch({ strict: false }) as { readonly process?: string }
  const kept = useOpenSetting('process')
  const all = data?.dossiers ?? []
  const asked = [dossier, process, kept].map(id => all.find(one => one.id === id))
  return asked.find(one => one !== undefined) ?? all[0]
}
