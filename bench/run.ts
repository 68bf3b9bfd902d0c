/**
 * `npm run bench`: how fast, how big, how even; prints it and writes bench/RESULTS.md. Needs no network; reads examples/ always and the news
 * corpus beside the project where it is there. Nothing here passes or fails: a bar missed is shown as missed.
 *
 *   --shared DIR   where corpus/ (and gold/ru-dev for the rival) lie; default: ../shared beside the project
 *   --base REF     measures that commit in turn with this one, so that the result is a ratio whatever the machine is doing
 *   --rounds N     timed rounds over a corpus (default 5)
 *   --fast         without the long texts and the rival; RESULTS.md is left alone
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, totalmem } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { buildPacks } from '@parley/lang'
import { buildWeb } from '../scripts/build-web.ts'
import { checkoutBase } from './base.ts'
import type { DossierCost } from './dossiers.ts'
import type { Linearity } from './linearity.ts'
import type { Load } from './load.ts'
import { inChild, median, wallSeconds } from './measure.ts'
import { peakOfCommand } from './memory.ts'
import { compareWithRival } from './rival.ts'
import type { Throughput } from './throughput.ts'

const root = resolve(import.meta.dirname, '..')
const { values } = parseArgs({
  options: {
    shared: { type: 'string', default: join(root, '..', 'shared') },
    base: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    fast: { type: 'boolean', default: false },
  },
})
const shared = resolve(values.shared)
const report: string[] = []

function say(line = ''): void {
  console.log(line)
  report.push(line)
}
function table(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((cell, column) => Math.max(cell.length, ...rows.map(row => row[column].length)))
  const line = (row: readonly string[]) =>
    say(`| ${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join(' | ')} |`)
  line(head)
  say(`| ${widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`)
  rows.forEach(line)
  say()
}
const count = (value: number) => Math.round(value).toLocaleString('en')
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`
const verdict = (held: boolean) => (held ? 'held' : 'MISSED')
const git = (...argv: string[]) => execFileSync('git', argv, { cwd: root, encoding: 'utf8' }).trim()

const dirty = git('status', '--porcelain', '--untracked-files=no') === '' ? '' : ', with changes not yet committed'
say('# Bench')
say()
say(
  `Measured on ${new Date().toISOString().slice(0, 10)} at commit ${git('rev-parse', '--short', 'HEAD')}${dirty}, ` +
    `on ${cpus()[0].model.trim()}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB; Node ${process.version}.`,
)
say(
  'Characters are UTF-16 code units. Medians. Speed is by processor time of all threads together: what one core does, collector and compiler included.',
)
say()

const bars: (readonly [string, string, string, boolean])[] = []

buildPacks(root)

// ---- speed, all and stage by stage
const base = values.base === undefined ? null : checkoutBase(root, values.base)
const argv = [shared, values.rounds]
const throughput = (folder: string) => inChild<Throughput>(join(folder, 'bench', 'throughput.ts'), argv)
const before = base === null ? null : throughput(base)
const runs = [throughput(root)]
// In turn: change, base, change.
const beforeAgain = base === null ? null : throughput(base)
if (base !== null) runs.push(throughput(root))

say('## Speed of the whole pipeline, warm')
say()
const merge = (list: readonly Throughput[], corpus: number, stage: string | null) =>
  list.flatMap(({ corpora }) => (stage === null ? corpora[corpus].rounds : (corpora[corpus].stages[stage] ?? [])))
for (const [i, corpus] of runs[0].corpora.entries()) {
  const whole = median(merge(runs, i, null))
  const speed = corpus.characters / whole
  if (corpus.name !== 'examples/' || runs[0].corpora.length === 1)
    bars.push([
      `whole pipeline, ${corpus.name}`,
      `${count(speed)} characters a second`,
      '1,000,000',
      speed >= 1_000_000,
    ])
  say(`${corpus.name}: ${count(corpus.documents)} documents, ${count(corpus.characters)} characters.`)
  say()
  const bases = before === null || beforeAgain === null ? null : [before, beforeAgain]
  const row = (name: string, stage: string | null) => {
    const time = median(merge(runs, i, stage))
    const cells = [name, count(corpus.characters / time), `${((time / whole) * 100).toFixed(0)} %`]
    if (bases === null) return cells
    const old = merge(bases, i, stage)
    return [...cells, old.length === 0 ? 'new' : (median(old) / time).toFixed(2)]
  }
  table(
    ['stage', 'characters a second', 'of the time', ...(bases === null ? [] : [`times as fast as ${values.base}`])],
    [row('**all**', null), ...Object.keys(corpus.stages).map(stage => row(stage, stage))],
  )
}

// ---- what dossiers cost
const dossiers = inChild<DossierCost>(join(root, 'bench', 'dossiers.ts'), argv)
say('## The whole pipeline with dossiers')
say()
const [plain, bundled, many10k] = dossiers.kits.map(({ rounds }) => median(rounds))
table(
  ['kit', 'characters a second', 'times the time without', 'first text after'],
  dossiers.kits.map(({ name, first, rounds }) => [
    name,
    count(dossiers.characters / median(rounds)),
    (median(rounds) / plain).toFixed(3),
    `${(first * 1000).toFixed(0)} ms`,
  ]),
)
const withDossier = dossiers.characters / bundled
bars.push(['with karabakh-2020', `${count(withDossier)} characters a second`, '800,000', withDossier >= 800_000])
bars.push(['10,000 names cost', `${((many10k / plain - 1) * 100).toFixed(1)} %`, '10 %', many10k / plain <= 1.1])

// ---- memory, loading, the cold command
const parley = join('packages', 'cli', 'bin', 'parley.js')
const corpusFile = join(shared, 'corpus', 'ru-news.jsonl')
const many = existsSync(corpusFile) ? corpusFile : 'examples'
const peak = peakOfCommand([parley, 'read', many, '--format', 'jsonl'], root, join(root, 'out', 'bench', 'peak'))
bars.push([`peak memory of \`parley read ${basename(many)}\``, megabytes(peak), '300 MB', peak < 300e6])
const loads = Array.from({ length: 7 }, () => inChild<Load>(join(root, 'bench', 'load.ts')))
const kit = median(loads.map(load => load.kit))
bars.push(['kit loads', `${kit.toFixed(0)} ms`, '250 ms', kit < 250])
const example = globSync('examples/**/*.{txt,json}', { cwd: root }).sort()[0]
const command = [parley, 'read', example]
const cold = median(
  Array.from({ length: 7 }, () =>
    wallSeconds(() => {
      const { status, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' })
      if (status !== 0) throw new Error(`node ${command.join(' ')}: exit ${status}\n${stderr}`)
    }),
  ),
)
bars.push([`\`node ${command.join(' ')}\`, cold`, `${cold.toFixed(2)} s`, '0.6 s', cold < 0.6])

// ---- sizes
say('## Size')
say()
const sizes: string[][] = []
const size = (name: string, path: string) => {
  const bytes = readFileSync(path)
  sizes.push([
    name,
    count(bytes.length),
    count(gzipSync(bytes, { level: 9 }).length),
    count(brotliCompressSync(bytes).length),
  ])
}
const web = await buildWeb()
for (const pack of globSync('build/packs/*.pack', { cwd: root }).sort()) size(pack, join(root, pack))
for (const { name } of web.filter(({ name }) => name.endsWith('.js')))
  size(`build/web/${name}`, join(root, 'build/web', name))
table(['file', 'bytes', 'gzip', 'brotli'], sizes)
const wire = web
  .filter(({ name }) => name === 'parley.js' || name.startsWith('packs/ru'))
  .reduce((sum, file) => sum + file.wire, 0)
bars.push(['browser bundle with the Russian pack, gzip', megabytes(wire), '9 MB', wire < 9e6])

if (!values.fast) {
  // ---- evenness
  say('## Length')
  say()
  say('What a character costs in one text of that length, and in pieces of 2,000 characters of the same.')
  say()
  const linearity = inChild<Linearity[]>(join(root, 'bench', 'linearity.ts'), [shared], ['--max-old-space-size=8192'])
  table(
    ['text', 'ns a character', 'in pieces', 'ratio'],
    linearity.map(({ name, long, short }) => [name, long.toFixed(0), short.toFixed(0), (long / short).toFixed(2)]),
  )
  const worst = linearity.reduce((a, b) => (a.long / a.short > b.long / b.short ? a : b))
  const ratio = worst.long / worst.short
  bars.push([`cost by length, the worst (${worst.name})`, ratio.toFixed(2), '1.5', ratio <= 1.5])

  // ---- the rival
  say('## Beside the plainest thing that could work')
  say()
  say('One regular expression for `«…», — сказал Иванов` and `Иванов сказал: «…»` (bench/plainest-reader.ts).')
  say()
  mkdirSync(join(root, 'out', 'bench'), { recursive: true })
  const rival = await compareWithRival(root, shared)
  table(rival.head, rival.rows)
  if (rival.note !== null) {
    say(rival.note)
    say()
  }
}

say('## Bars')
say()
table(
  ['measure', 'figure', 'bar', ''],
  bars.map(([name, figure, bar, held]) => [name, figure, bar, verdict(held)]),
)
if (base !== null) rmSync(base, { recursive: true, force: true })
if (!values.fast && existsSync(join(shared, 'corpus')))
  writeFileSync(join(root, 'bench', 'RESULTS.md'), `${report.join('\n').trim()}\n`)
