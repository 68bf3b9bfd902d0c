/** The terminal samples of the README are what the commands print today: run, this writes them; its test says when it is not so any more. */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const README = join(root, 'README.md')

/** A sample is a command, a place in the README and, where not all is shown, a heading and how many lines from it on. */
interface Sample {
  readonly name: string
  readonly argv: readonly string[]
  readonly cut: readonly [heading: string, lines: number]
  /** What the reader is to know of it. */
  readonly note: string
}

const SAMPLES: readonly Sample[] = [
  {
    name: 'read',
    argv: ['read', 'examples/ru/mission-report.json'],
    cut: ['Times ', 7],
    note: 'the report is invented, the output is not',
  },
  {
    name: 'status',
    argv: [
      'status',
      '--dossier',
      'karabakh-2020',
      '--as-of',
      '2023-12-01',
      '--stipulation',
      'karabakh-2020/1a,6b,6d,8,9a',
      'examples/ru',
    ],
    cut: ['karabakh-2020/6b', 0],
    note: 'the agreement is real; the reports are invented, and nobody said the words in them',
  },
]

/** The README as it stands, and as it ought to. */
export function readmeSample(): { readonly stands: string; readonly ought: string } {
  const stands = readFileSync(README, 'utf8')
  return { stands, ought: SAMPLES.reduce(withSample, stands) }
}

function withSample(readme: string, { name, argv, cut, note }: Sample): string {
  const command = [join('packages', 'cli', 'bin', 'parley.js'), ...argv]
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, COLUMNS: '80', NO_COLOR: '1', FORCE_COLOR: '' },
  })
  if (status !== 0) throw new Error(`node ${command.join(' ')}: exit ${status}\n${stderr}`)
  const lines = stdout.trimEnd().split('\n')
  const [heading, shownFrom] = cut
  const at = lines.findIndex(line => line.startsWith(heading))
  const shown = at < 0 || lines.length <= at + shownFrom ? lines : [...lines.slice(0, at + shownFrom), '  …']
  const place = new RegExp(`(<!-- scripts/readme-sample\\.ts ${name} -->\n)[\\s\\S]*?(<!-- end -->)`)
  if (!place.test(readme)) throw new Error(`README.md has no place for the sample of ${name}`)
  const block = `\`npx --no parley ${argv.join(' ')}\` (${note}):\n\n\`\`\`\n${shown.join('\n')}\n\`\`\`\n`
  return readme.replace(place, (_, begin, end) => `${begin}${block}${end}`)
}

if (import.meta.main) writeFileSync(README, readmeSample().ought)
