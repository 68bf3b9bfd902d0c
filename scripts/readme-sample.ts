/** The terminal sample of the README is what the command prints today: run, this writes it; its test says when it is not so any more. */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const README = join(root, 'README.md')
const EXAMPLE = 'examples/ru/mission-report.json'
/** Of the list of times so many lines are shown. */
const TIMES = 7
const BLOCK = /(<!-- scripts\/readme-sample\.ts -->\n)[\s\S]*?(<!-- end -->)/

/** The README as it stands, and as it ought to. */
export function readmeSample(): { readonly stands: string; readonly ought: string } {
  const command = [join('packages', 'cli', 'bin', 'parley.js'), 'read', EXAMPLE]
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' })
  if (status !== 0) throw new Error(`node ${command.join(' ')}: exit ${status}\n${stderr}`)
  const lines = stdout.trimEnd().split('\n')
  const times = lines.findIndex(line => line.startsWith('Times '))
  const shown = times < 0 || lines.length <= times + TIMES ? lines : [...lines.slice(0, times + TIMES), '  …']
  const stands = readFileSync(README, 'utf8')
  if (!BLOCK.test(stands)) throw new Error('README.md has no place for the sample')
  const block = `\`npx --no parley read ${EXAMPLE}\` (the report is invented, the output is not):\n\n\`\`\`\n${shown.join('\n')}\n\`\`\`\n`
  return { stands, ought: stands.replace(BLOCK, (_, begin, end) => `${begin}${block}${end}`) }
}

if (import.meta.main) writeFileSync(README, readmeSample().ought)
