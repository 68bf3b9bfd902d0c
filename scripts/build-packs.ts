/** Builds build/packs/*.pack from languages/ and the dictionary; a quick no-op when nothing changed. Run by `npm ci` (prepare). */
import { dirname } from 'node:path'
import { buildPacks, ProblemError } from '@parley/lang'

try {
  const packs = buildPacks(dirname(import.meta.dirname))
  const words = packs.map(({ code, built, bytes, milliseconds }) =>
    built
      ? `${code} built (${(bytes / 1e6).toFixed(1)} MB, ${(milliseconds / 1000).toFixed(1)} s)`
      : `${code} up to date`,
  )
  console.error(`language packs: ${words.join(', ')}`)
} catch (error) {
  if (!(error instanceof ProblemError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
