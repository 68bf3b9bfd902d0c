/** The verb `init`: a new record, with a dossier to edit beside it. */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { startDossier, unknownModel } from '@parley/dossier'
import { isServerAddress, makeRecord, RecordError } from '@parley/record'

/** Where a record's own dossier lies. */
export const DOSSIER_FOLDER = 'dossier'

export interface RecordMade {
  /** Folder of the dossier, or null: a record on a server has none beside it. */
  readonly dossier: string | null
  /** Files written, below that folder. */
  readonly files: readonly string[]
}

/** `from`: a bundled dossier to begin with, or null. A record that is there stays as it is. Throws RecordError. */
export async function initRecord(location: string, from: string | null): Promise<RecordMade> {
  if (isServerAddress(location)) {
    if (from !== null) throw new RecordError('a record on a server has no dossier beside it: name one with --dossier')
    await (await makeRecord(location)).close()
    return { dossier: null, files: [] }
  }
  const dossier = join(location, DOSSIER_FOLDER)
  const isThere = existsSync(join(dossier, 'process.yaml'))
  if (isThere && from !== null) throw new RecordError(`${dossier} holds a dossier already`)
  const wrong = from === null ? null : unknownModel(from)
  if (wrong !== null) throw new RecordError(wrong)
  await (await makeRecord(location)).close()
  if (isThere) return { dossier, files: [] }
  const started = startDossier(dossier, from)
  // Another process may have begun it in the meantime.
  if (!started.ok && from === null && existsSync(join(dossier, 'process.yaml'))) return { dossier, files: [] }
  if (!started.ok) throw new RecordError(started.reason)
  return { dossier, files: started.files }
}

/** The dossiers to read with: those named, else the record's own where it has one. */
export function dossiersOf(location: string, named: readonly string[] | undefined): readonly string[] {
  if (named !== undefined && named.length > 0) return named
  if (isServerAddress(location)) return []
  const own = join(location, DOSSIER_FOLDER)
  return existsSync(join(own, 'process.yaml')) ? [own] : []
}

/** Where what is sent to the page waits until it is taken in: with the record, or with the user where the record is on a server. */
export function spoolOf(location: string): string {
  if (!isServerAddress(location)) return join(location, 'spool')
  const state = process.env.XDG_STATE_HOME ?? join(homedir(), '.local', 'state')
  const name = createHash('sha256')
    .update(location.replace(/\/\/[^/@]*@/, '//'))
    .digest('hex')
    .slice(0, 16)
  return join(state, 'parley', 'spool', name)
}
