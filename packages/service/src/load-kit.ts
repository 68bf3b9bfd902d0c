/** The kit from the packs on this machine, and the dossiers asked for. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Kit, makeKit } from '@parley/core'
import { DossierError, loadDossiers } from './load-dossiers.ts'

/** Where `npm ci` compiles the packs. */
export const PACKS = resolve(import.meta.dirname, '../../../build/packs')

/** There are no packs, or they were compiled for another version. The message says what to do. */
export class PackError extends Error {}

export interface KitSources {
  /** Folder of the language packs. */
  readonly packs?: string
  /** Folders of dossiers, or names of bundled ones: `karabakh-2020`. */
  readonly dossiers?: readonly string[]
}

/** All packs of a folder and the dossiers, as one kit. Throws PackError, DossierError. */
export function loadKit({ packs = PACKS, dossiers = [] }: KitSources = {}): Kit {
  const known = loadDossiers(dossiers)
  const files = packFiles(packs)
  if (files.length === 0) throw new PackError(`no language packs in ${packs}: run \`npm run prepare\``)
  const bytes = files.map(file => readFileSync(join(packs, file)))
  try {
    makeKit([], known)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new DossierError(`the dossiers cannot stand together: ${error.message}`)
  }
  try {
    return makeKit(bytes, known)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new PackError(stalePacks(error.message, packs))
  }
}

/** What to do about packs that cannot be used. */
export function stalePacks(reason: string, packs = PACKS): string {
  return `the language packs in ${packs} cannot be used (${reason}): run \`npm run prepare\``
}

/** Codes of the languages whose packs are there, sorted. */
export function installedLanguages(packs = PACKS): string[] {
  return packFiles(packs).map(file => file.slice(0, -PACK.length))
}

const PACK = '.pack'

function packFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter(file => file.endsWith(PACK))
      .sort()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
