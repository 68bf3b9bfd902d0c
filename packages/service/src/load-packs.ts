/** The kit from the packs on this machine, without dossiers: what reading needs, and quick to load. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Dossier, type Kit, makeKit } from '@parley/core'

/** Where `npm ci` compiles the packs. */
export const PACKS = resolve(import.meta.dirname, '../../../build/packs')

/** There are no packs, or they were compiled for another version. The message says what to do. */
export class PackError extends Error {}

/** All packs of a folder as one kit, with dossiers that are known to stand together. Throws PackError. */
export function loadPacks(packs = PACKS, dossiers: readonly Dossier[] = []): Kit {
  const files = packFiles(packs)
  if (files.length === 0) throw new PackError(`no language packs in ${packs}: run \`npm run prepare\``)
  const bytes = files.map(file => readFileSync(join(packs, file)))
  try {
    return makeKit(bytes, dossiers)
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
