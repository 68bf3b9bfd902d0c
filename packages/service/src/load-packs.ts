/** The kit from the packs on this machine, without dossiers: what reading needs, and quick to load. */
import { closeSync, fstatSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Dossier, type Kit, makeKit } from '@parley/core'

/** Where `npm ci` compiles the packs. */
export const PACKS = resolve(import.meta.dirname, '../../../build/packs')

/** There are no packs, or they were compiled for another version. The message says what to do. */
export class PackError extends Error {}

/** A folder of packs, or their bytes. */
export type Packs = string | readonly Uint8Array[]

/** All packs as one kit, with dossiers that are known to stand together. Throws PackError. */
export function loadPacks(packs: Packs = PACKS, dossiers: readonly Dossier[] = []): Kit {
  const bytes = typeof packs === 'string' ? packPaths(packs).map(path => readFileSync(path)) : packs
  try {
    return makeKit(bytes, dossiers)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new PackError(stalePacks(error.message, typeof packs === 'string' ? packs : PACKS))
  }
}

/** The packs of a folder in memory that threads share: each would else hold ten megabytes of its own. Throws PackError. */
export function sharePacks(packs: Packs = PACKS): readonly Uint8Array[] {
  return typeof packs === 'string' ? packPaths(packs).map(readShared) : packs
}

function readShared(path: string): Uint8Array {
  const file = openSync(path, 'r')
  try {
    const bytes = new Uint8Array(new SharedArrayBuffer(fstatSync(file).size))
    for (let at = 0; at < bytes.length; ) {
      const read = readSync(file, bytes, at, bytes.length - at, at)
      // Cut while it was read: that it is cut is told by who opens it.
      if (read === 0) break
      at += read
    }
    return bytes
  } finally {
    closeSync(file)
  }
}

function packPaths(folder: string): string[] {
  const files = packFiles(folder)
  if (files.length === 0) throw new PackError(`no language packs in ${folder}: run \`npm run prepare\``)
  return files.map(file => join(folder, file))
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
