/** Putting a kit together from opened packs. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Kit, LanguagePack } from '../kit.ts'
import { openPack } from './open-pack.ts'

/** Version of the reader, as each analysis names it; that of the package. */
export const READER_VERSION = '0.1.0'

/** `files`: bytes of pack files, kept by the kit. Throws RangeError for bytes that are no pack and for two packs of one language. */
export function makeKit(files: readonly Uint8Array[]): Kit {
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
    dossier: null,
  }
}
