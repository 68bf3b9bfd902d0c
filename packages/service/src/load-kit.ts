/** The kit from the packs on this machine. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Kit, makeKit } from '@parley/core'

/** Where `npm ci` compiles the packs. */
export const PACKS = resolve(import.meta.dirname, '../../../build/packs')

/** All packs of a folder as one kit. Throws an Error in words when there are none; RangeError for a file that is no pack. */
export function loadKit(folder = PACKS): Kit {
  const files = packFiles(folder)
  if (files.length === 0) throw new Error(`no language packs in ${folder}: run \`npm run prepare\``)
  return makeKit(files.map(file => readFileSync(join(folder, file))))
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
