/** Putting a kit together from opened packs. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Dossier } from '../dossier.ts'
import type { Kit, LanguagePack } from '../kit.ts'
import { openPack } from './open-pack.ts'

/** Version of the reader, as each analysis names it; that of the package. */
export const READER_VERSION = '0.1.0'

/**
 * `files`: bytes of pack files, kept by the kit. Throws RangeError for bytes that are no pack, for two packs of one language, and for two
 * dossiers of one process or with agreements of one id: what is said of the one would be counted for the other.
 */
export function makeKit(files: readonly Uint8Array[], dossiers: readonly Dossier[] = []): Kit {
  const packs = new Map<string, LanguagePack>()
  for (const file of files) {
    const pack = openPack(file)
    if (packs.has(pack.code)) throw new RangeError(`two packs for "${pack.code}"`)
    packs.set(pack.code, pack)
  }
  // The order in which files were given must not show in analyses.
  const hashes = [...packs.values()].map(({ code, hash }) => `${code} ${hash}`).sort()
  return {
    version: READER_VERSION,
    packs,
    languages: bytesToHex(sha256(utf8ToBytes(hashes.join('\n')))),
    dossiers: [...dossiers].sort((a, b) => (a.id < b.id ? -1 : 1)),
    dossier: hashOfDossiers(dossiers),
  }
}

function hashOfDossiers(dossiers: readonly Dossier[]): string | null {
  refuseTwice('dossiers of the process', dossiers)
  refuseTwice(
    'agreements called',
    dossiers.flatMap(dossier => dossier.agreements),
  )
  if (dossiers.length < 2) return dossiers[0]?.hash ?? null
  const hashes = dossiers.map(({ id, hash }) => `${id} ${hash}`).sort()
  return bytesToHex(sha256(utf8ToBytes(hashes.join('\n'))))
}

function refuseTwice(what: string, items: readonly { readonly id: string }[]): void {
  const seen = new Set<string>()
  for (const { id } of items) {
    if (seen.has(id)) throw new RangeError(`two ${what} "${id}"`)
    seen.add(id)
  }
}
