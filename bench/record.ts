/**
 * `node bench/record.ts`: how fast reports go into a record, how much memory that takes, how fast they are found again. Prints; writes nothing but the
 * record it makes below --out.
 *
 *   --count N      reports (default 10,000; the bar speaks of 100,000)
 *   --shared DIR   where corpus/ lies; default: ../shared beside the project
 *   --record WHERE a folder or postgres://…; default: out/bench-record, made anew
 *   --threads N
 */
import { spawnSync } from 'node:child_process'
import { createWriteStream, existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { isServerAddress, listQuotations, makeRecord, openRecord, verifyRecord } from '@parley/record'
import { type Asked, addInputs, loadKit, toFilter } from '@parley/service'
import { median } from './measure.ts'
import { news } from './texts.ts'
import { varyReports } from './vary-reports.ts'

const root = resolve(import.meta.dirname, '..')

// As the command sets it (packages/cli/bin/parley.js): what is measured is what a user has. Without its store of compiled code, made at the first run,
// every thread holds what strips types besides; a program in TypeScript cannot turn it on for itself.
if (process.env.NODE_COMPILE_CACHE === undefined) {
  const env = { ...process.env, NODE_COMPILE_CACHE: join(root, 'build', 'compile-cache') }
  const { status } = spawnSync(process.execPath, [...process.execArgv, ...process.argv.slice(1)], {
    env,
    stdio: 'inherit',
  })
  process.exit(status ?? 1)
}
setFlagsFromString('--semi-space-growth-factor=1')

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '10000' },
    shared: { type: 'string', default: join(root, '..', 'shared') },
    record: { type: 'string', default: join(root, 'out', 'bench-record') },
    threads: { type: 'string' },
    verify: { type: 'boolean', default: false },
  },
})
const count = Number(values.count)
const reports = join(root, 'out', `bench-reports-${count}.jsonl`)
mkdirSync(join(root, 'out'), { recursive: true })
if (!existsSync(reports)) {
  await pipeline(Readable.from(varyReports(news(values.shared).documents, count)), createWriteStream(reports))
}
if (!isServerAddress(values.record)) rmSync(values.record, { recursive: true, force: true })

const record = await makeRecord(values.record)
const started = performance.now()
const cpuBefore = process.cpuUsage()
let peak = 0
let stage = ''
const marks: string[] = []
/** Where half of the reports were read: what a thread compiles and learns at first is behind it. */
let half: { readonly read: number; readonly cpu: NodeJS.CpuUsage; readonly at: number } | null = null
let late = ''
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss())
}, 250)
const report = await addInputs(record, [reports], {
  kit: {},
  language: null,
  published: null,
  standardInput: process.stdin,
  now: () => new Date().toISOString(),
  ...(values.threads === undefined ? {} : { threads: Number(values.threads) }),
  onProgress: progress => {
    if (progress.stage === 'read') {
      const { done } = progress
      if (half === null && done >= count / 2) half = { read: done, cpu: process.cpuUsage(), at: performance.now() }
      if (half !== null && done === count) late = sinceHalf(half, done)
    }
    if (progress.stage === stage) return
    stage = progress.stage
    marks.push(`${stage} from ${((performance.now() - started) / 1000).toFixed(1)} s`)
  },
})
clearInterval(watch)
const seconds = (performance.now() - started) / 1000
const { user, system } = process.cpuUsage(cpuBefore)
console.log(
  `${report.read} reports in ${seconds.toFixed(1)} s: ${(report.read / seconds).toFixed(0)} a second (${marks.join(', ')})`,
)
console.log(
  `processor time: ${((user + system) / 1000 / report.read).toFixed(2)} ms a report; peak memory ${(peak / 1e6).toFixed(0)} MB`,
)
if (!isServerAddress(values.record))
  console.log(`database: ${(statSync(join(values.record, 'record.sqlite')).size / 1e6).toFixed(0)} MB`)
if (late !== '') console.log(late)
await record.close()

const opening: number[] = []
for (let i = 0; i < 9; i++) {
  const from = performance.now()
  const again = await openRecord(values.record)
  opening.push(performance.now() - from)
  await again.close()
}
console.log(`opening: ${median(opening).toFixed(1)} ms`)

const kit = loadKit()
const searched = await openRecord(values.record)
const { items } = await searched.db
  .selectFrom('quotations')
  .select(eb => eb.fn.countAll<number>().as('items'))
  .executeTakeFirstOrThrow()
console.log(`quotations: ${items}`)
const QUESTIONS: readonly (readonly [string, Asked])[] = [
  ['a lemma, a speaker, days', { words: 'переговоров', by: 'Путин', from: '2016-01-01', until: '2018-12-31' }],
  ['a common lemma, a speaker, days', { words: 'России', by: 'Иванов', from: '2016-01-01', until: '2020-12-31' }],
  ['a phrase', { words: '«министра обороны»' }],
  ['a rare lemma', { words: 'экспедиция' }],
  ['a common lemma', { words: 'президента' }],
  ['nothing: the newest', {}],
]
for (const [name, asked] of QUESTIONS) {
  const times: number[] = []
  let found = 0
  for (let i = 0; i < 9; i++) {
    const from = performance.now()
    found = (await listQuotations(searched, toFilter(asked, kit), 50)).rows.length
    times.push(performance.now() - from)
  }
  console.log(`${name}: ${median(times).toFixed(1)} ms (${found} shown)`)
}
if (values.verify) {
  const from = performance.now()
  const { faults } = await verifyRecord(searched)
  console.log(`verify: ${((performance.now() - from) / 1000).toFixed(1)} s, ${faults.length} faults`)
}
await searched.close()

function sinceHalf(from: NonNullable<typeof half>, done: number): string {
  const { user, system } = process.cpuUsage(from.cpu)
  const reports = done - from.read
  const rate = (reports / (performance.now() - from.at)) * 1000
  return `reading, the second half: ${((user + system) / 1000 / reports).toFixed(2)} ms of processor a report, ${rate.toFixed(0)} a second`
}
