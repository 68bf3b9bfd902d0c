/** The kit from the packs on this machine, and the dossiers asked for. */
import { didYouMean, findUnknownEndings, type Kit, makeKit, type UnknownEndings } from '@parley/core'
import { DossierError, loadDossiers } from './load-dossiers.ts'
import { loadPacks, PACKS, type Packs } from './load-packs.ts'

export interface KitSources {
  /** Folder of the language packs, or their bytes. */
  readonly packs?: Packs
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
  const kit = loadPacks(packs, known)
  const [unknown] = findUnknownEndings(kit)
  if (unknown !== undefined) throw new DossierError(describeEndings(unknown))
  return kit
}

function describeEndings({ dossier, name, known }: UnknownEndings): string {
  const hint = didYouMean(name.endings ?? '', known) ?? `there are ${known.join(', ')}`
  return `${dossier}: the name «${name.text}» declines by '${name.endings}', which names/declensions of ${name.lang} does not have: ${hint}`
}
