/** The greatest memory a command ever held, in a process of its own. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'

/** Bytes. `argv`: a script and its arguments; what it prints is thrown away. `note`: a file to pass the figure through. Throws when the command fails. */
export function peakOfCommand(argv: readonly string[], cwd: string, note: string): number {
  mkdirSync(dirname(note), { recursive: true })
  rmSync(note, { force: true })
  // The command itself tells, as its last act: its parent is not told by the system.
  const probe = `import { writeFileSync } from 'node:fs'
    process.on('exit', () => writeFileSync(${JSON.stringify(note)}, String(process.resourceUsage().maxRSS * 1024)))`
  const hook = `data:text/javascript,${encodeURIComponent(probe)}`
  const { status, stderr } = spawnSync(process.execPath, ['--import', hook, ...argv], {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`node ${argv.join(' ')}: exit ${status}\n${stderr}`)
  return Number(readFileSync(note, 'utf8'))
}
