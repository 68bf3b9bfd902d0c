/** The kit from the packs on this machine, and the dossiers asked for. */
import { type Kit, makeKit } from '@parley/core'
import { DossierError, loadDossiers } from './load-dossiers.ts'
import { loadPacks, PACKS } from './load-packs.ts'

export interface KitSources {
  /** Folder of the language packs. */
  readonly packs?: string
  /** Folders of dossiers, or names of bundled ones: `karabakh-2020`. */
  readonly dossiers?: readonly string[]
}

/** All packs of a folder and the dossiers, as one kit. Throws PackError, DossierError. */
export function loadKit({ packs = PACKS, dossiers = [] }: KitSources = {}): Kit {
  const known = loadDossiers(dossiers)
  try {
    makeKit([], known)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new DossierError(`the dossiers cannot stand together: ${error.message}`)
  }
  return loadPacks(packs, known)
}
