/**
 * `node bench/million.ts`: a record of many quotations, asked as the page asks: how long each answer takes and how much it sends, beside its bar. The record is
 * made where there is none, from varied reports with claims on the dossier among them; what it takes is printed by the way.
 *
 *   --record WHERE   a folder or postgres://…; default: out/bench-million
 *   --reports N      reports to make it of (default 140,000: a million quotations)
 *   --shared DIR     where corpus/ lies; default: ../shared beside the project
 *   --threads N
 *   --only PART      questions whose name holds it
 */
import { createWriteStream, existsSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { gzipSync } from 'node:zlib'
import { isServerAddress, makeRecord, type OpenRecord, openRecord } from '@parley/record'
import { makeApp } from '@parley/server'
import { addInputs, loadKit } from '@parley/service'
import { median } from './measure.ts'
import { onItsOwn, type PageQuestion, searchQuestions, viewQuestions } from './page-questions.ts'
import { claimPassages, news } from './texts.ts'
import { varyReports } from './vary-reports.ts'

// As the command sets it (packages/cli/bin/parley.js).
setFlagsFromString('--semi-space-growth-factor=1')

const DOSSIER = 'karabakh-2020'
const OPENING = 100
/** Kilobytes, compressed. */
const SENT = 300
const ROUNDS = 5

const root = resolve(import.meta.dirname, '..')
const { values } = parseArgs({
  options: {
    record: { type: 'string', default: join(root, 'out', 'bench-million') },
    reports: { type: 'string', default: '140000' },
    shared: { type: 'string', default: join(root, '..', 'shared') },
    threads: { type: 'string' },
    only: { type: 'string' },
  },
})
const kitSources = { dossiers: [DOSSIER] }

if (isServerAddress(values.record) || !existsSync(values.record)) await fill(values.record, Number(values.reports))

await (await openRecord(values.record)).close()
const opening: number[] = []
for (let i = 0; i < ROUNDS; i++) {
  const from = performance.now()
  const again = await openRecord(values.record)
  opening.push(performance.now() - from)
  await again.close()
}
const record = await openRecord(values.record)
console.log(await sizes(record))
console.log(`opening: ${median(opening).toFixed(1)} ms (bar ${OPENING})`)

const kit = loadKit(kitSources)
const errors: Error[] = []
const app = makeApp({
  shelf: { name: 'million', record, kit },
  page: join(root, 'build/web'),
  onError: error => errors.push(error),
})
const [dossier] = kit.dossiers
const source = await record.db.selectFrom('documents').select('id').orderBy('id').limit(1).executeTakeFirstOrThrow()
const views = viewQuestions(DOSSIER, dossier.agreements[0].id, source.id, dossier.persons[0].id)
const questions = [...views, ...searchQuestions()].filter(({ name }) => name.includes(values.only ?? ''))
console.log(
  '\nquestion | ms, first | ms, median | ms of processor, first | ms of processor, median | bar | KB sent | items',
)
let missed = 0
for (const question of questions) missed += await measure(question)
console.log(`\n${questions.length} questions, ${missed} bars missed`)
for (const { message } of errors) console.log(`failed: ${message}`)
await record.close()

/** Prints one line; how many bars it misses. */
async function measure({ name, path, bar }: PageQuestion): Promise<number> {
  const walls: number[] = []
  const cpus: number[] = []
  let body = ''
  let status = 0
  for (let i = 0; i < ROUNDS; i++) {
    const cpu = process.threadCpuUsage()
    const from = performance.now()
    // Views are opened again and again; people search for ever new things.
    const asked = path.startsWith('statements') ? onItsOwn(path, i) : path
    const response = await app.request(`/api/v1/${asked}`)
    body = await response.text()
    walls.push(performance.now() - from)
    const { user, system } = process.threadCpuUsage(cpu)
    cpus.push((user + system) / 1000)
    status = response.status
  }
  const wall = median(walls)
  const sent = gzipSync(body).length / 1000
  const misses = [
    ...(status === 200 ? [] : [`status ${status}`]),
    ...(median(cpus) > bar ? ['TOO SLOW'] : []),
    ...(sent > SENT ? ['TOO MUCH'] : []),
  ]
  const figures = [walls[0], wall, cpus[0], median(cpus)].map(ms => ms.toFixed(1))
  console.log([name, ...figures, bar, sent.toFixed(1), itemsIn(body), ...misses].join(' | '))
  return misses.length
}

function itemsIn(body: string): number | string {
  const answer = JSON.parse(body) as { items?: unknown[]; total?: number } | unknown[]
  return Array.isArray(answer) ? answer.length : (answer.items?.length ?? answer.total ?? '')
}

async function sizes({ db }: OpenRecord): Promise<string> {
  const counts: string[] = []
  for (const table of ['documents', 'quotations', 'events', 'claims'] as const) {
    const { count } = await db
      .selectFrom(table as 'documents')
      .select(eb => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    counts.push(`${Number(count).toLocaleString('en')} ${table}`)
  }
  return counts.join(', ')
}

async function fill(location: string, count: number): Promise<void> {
  mkdirSync(join(root, 'out'), { recursive: true })
  const reports = join(root, 'out', `bench-claims-${count}.jsonl`)
  if (!existsSync(reports)) {
    const lines = varyReports(news(values.shared).documents, count, claimPassages(DOSSIER))
    await pipeline(Readable.from(lines), createWriteStream(reports))
  }
  const empty = await makeRecord(location)
  const started = performance.now()
  const { read } = await addInputs(empty, [reports], {
    kit: kitSources,
    language: null,
    published: null,
    standardInput: process.stdin,
    now: () => new Date().toISOString(),
    ...(values.threads === undefined ? {} : { threads: Number(values.threads) }),
  })
  await empty.close()
  console.log(`${read} reports in ${((performance.now() - started) / 1000).toFixed(0)} s`)
}
