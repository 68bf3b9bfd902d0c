/** The audit: who did what, when, from where. It says what was done, not what was read or written; that is the change log's. */
import type { Db } from '../store/store.ts'
import type { AuditTable } from '../store/tables.ts'

export type AuditEntry = Omit<AuditTable, 'n'>

export interface AuditFilter {
  readonly who?: string | undefined
  /** Only what came before this number. */
  readonly before?: number | undefined
  readonly limit: number
}

export async function addAudit(db: Db, entry: AuditEntry): Promise<void> {
  await db.insertInto('audit').values(entry).execute()
}

/** The last first. */
export async function listAudit(
  db: Db,
  { who, before, limit }: AuditFilter,
): Promise<(AuditEntry & { readonly n: number })[]> {
  let query = db.selectFrom('audit').selectAll()
  if (who !== undefined) query = query.where('who', '=', who)
  if (before !== undefined) query = query.where('n', '<', before)
  return query.orderBy('n', 'desc').limit(limit).execute()
}
