/** An import as it is answered: what the record has of it, and how far it is. */
import type { ImportRunner, Running } from '../imports/import-runner.ts'
import type { RecordedImport } from '../shelf/imports.ts'
import type { ImportItem } from './import-schemas.ts'

const NAMES = 5

export async function itemOf(row: RecordedImport, runner: ImportRunner): Promise<ImportItem> {
  const { id, at, by, names, withdrawn, documents, unread } = row
  const running = await runner.stateOf(id)
  const inputs = { inputs: names.length, names: names.slice(0, NAMES) }
  const state = withdrawn === null ? (running?.state ?? 'done') : 'withdrawn'
  return { id, at, by, ...inputs, documents, unread, ...progressOf(running, row), state }
}

function progressOf(
  running: Running | null,
  row: RecordedImport,
): Omit<Running, 'state' | 'known' | 'added'> & Pick<ImportItem, 'known' | 'added'> {
  if (running !== null) return { ...running, failed: Math.max(running.failed, row.failed) }
  return {
    kind: null,
    stage: null,
    done: row.names.length,
    left: 0,
    rate: null,
    remaining: null,
    item: null,
    known: null,
    added: null,
    failed: row.failed,
    began: null,
    ended: null,
    reason: null,
  }
}
