/** `npm ci` refuses a lock file that lacks a build for some other platform, on every platform; an install in passing can lose one. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

interface Locked {
  readonly version?: string
  readonly link?: boolean
  readonly dependencies?: Record<string, string>
  readonly optionalDependencies?: Record<string, string>
}

test('the lock file holds every dependency it names', () => {
  const path = join(import.meta.dirname, '../../package-lock.json')
  const { packages } = JSON.parse(readFileSync(path, 'utf8')) as { packages: Record<string, Locked> }
  const missing: string[] = []
  for (const [place, { dependencies, optionalDependencies }] of Object.entries(packages)) {
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      // Node looks in the package's own node_modules, then in those of each folder above.
      const folders = place.split('/node_modules/').map((_, i, parts) => parts.slice(0, i + 1).join('/node_modules/'))
      const places = [`node_modules/${name}`, ...folders.map(folder => `${folder}/node_modules/${name}`)]
      if (!places.some(candidate => candidate in packages)) missing.push(`${name}, for ${place || 'the root'}`)
    }
  }
  expect(missing).toEqual([])
})
