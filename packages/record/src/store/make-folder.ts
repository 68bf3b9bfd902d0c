/** Makes a folder and those above it that are missing. */
import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Node's own `recursive` never ends where a folder is there and takes no new ones (`/proc`), for it takes that for a missing folder above. `mode`: of the folders made.
 * Throws what the operating system says, with the path of the folder that cannot be made.
 */
export function makeFolder(path: string, mode?: number): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return
  const above = dirname(path)
  if (above !== path) makeFolder(above, mode)
  try {
    mkdirSync(path, mode)
  } catch (error) {
    // Another process may have made it in the meantime.
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw error
  }
}
