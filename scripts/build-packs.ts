/**
 * Builds build/packs/*.pack from languages/ and the dictionary; a quick no-op when nothing changed. Run by `npm ci` (prepare). Then the
 * command is run once, so that Node's cache of compiled code is warm before somebody waits for it.
 */
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
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

if (process.exitCode === undefined) warm(dirname(import.meta.dirname))

/** Reads one sentence with the command. What goes wrong here shows when somebody runs it, with its reason. */
function warm(root: string): void {
  const bin = join(root, 'packages', 'cli', 'bin', 'parley.js')
  const dossier = ['status', '--dossier', 'karabakh-2020', '-']
  for (const argv of [['read', '-'], dossier]) {
    spawnSync(process.execPath, [bin, ...argv], {
      input: 'Дорога открыта, сообщил министр.',
      stdio: ['pipe', 'ignore', 'ignore'],
    })
  }
}
