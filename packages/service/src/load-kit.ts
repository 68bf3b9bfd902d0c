/** The kit from the packs on this machine. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Kit, makeKit } from '@parley/core'

/** Where `npm ci` compiles the packs. */
export const PACKS = resolve(import.meta.dirname, '../../../build/packs')

/** There are no packs, or they were compiled for another version. The message says what to do. */
export class PackError extends Error {}

/** All packs of a folder as one kit. Throws PackError. */
export function loadKit(folder = PACKS): Kit {
  const files = packFiles(folder)
  if (files.length === 0) throw new PackError(`no language packs in ${folder}: run \`npm run prepare\``)
  try {
    return makeKit(files.map(file => readFileSync(join(folder, file))))
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new PackError(`the language packs in ${folder} cannot be used (${error.message}): run \`npm run prepare\``)
  }
}

function packFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter(file => file.endsWith('.pack'))
      .sort()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
