/**
 * `node bench/record-kills.ts`: ends an import with kill -9 at random moments, checks the record after each, goes on, and compares the end with an import that was
 * left alone. With --disk DIR (a small file system of its own, a tmpfs of a few megabytes) it fills that once as well.
 *
 *   --kills N (default 50)   --reports N (default 1500)   --shared DIR   --disk DIR
 */
import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { makeRecord, type OpenRecord, openRecord, verifyRecord } from '@parley/record'
import { news } from './texts.ts'
import { varyReports } from './vary-reports.ts'

const root = resolve(import.meta.dirname, '..')
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '50' },
    reports: { type: 'string', default: '1500' },
    shared: { type: 'string', default: join(root, '..', 'shared') },
    disk: { type: 'string' },
  },
})
const bin = join(root, 'packages/cli/bin/parley.js')
const out = join(root, 'out', 'kills')
rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })
const input = join(out, 'reports.jsonl')
writeFileSync(input, [...varyReports(news(values.shared).documents, Number(values.reports))].join(''))

/** Milliseconds until it ended, or was ended; the exit code, or null. */
function add(folder: string, killAfter: number | null): Promise<{ code: number | null; ms: number; said: string }> {
  const started = performance.now()
  const child = spawn(process.execPath, [bin, 'add', input, '--record', folder, '--by', 'bench'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', piece => {
    said += piece
  })
  return new Promise(done => {
    const timer = killAfter === null ? null : setTimeout(() => child.kill('SIGKILL'), killAfter)
    child.on('close', code => {
      if (timer !== null) clearTimeout(timer)
      done({ code, ms: performance.now() - started, said })
    })
  })
}

/** Everything but instants and numbers of this database. */
async function contents(record: OpenRecord): Promise<string> {
  const documents = await record.db.selectFrom('documents').select(['id', 'text']).orderBy('id').execute()
  const analyses = await record.db.selectFrom('analyses').select(['id', 'sha256']).orderBy('id').execute()
  const quotations = await record.db
    .selectFrom('quotations as q')
    .innerJoin('documents as d', 'd.n', 'q.document')
    .select(['d.id', 'q.position', 'q.quote', 'q.speaker'])
    .orderBy('d.id')
    .orderBy('q.position')
    .execute()
  const stories = await record.db
    .selectFrom('stories as s')
    .innerJoin('documents as d', 'd.n', 's.document')
    .select(['d.id', 's.story'])
    .orderBy('d.id')
    .execute()
  return JSON.stringify([documents, analyses, quotations, stories])
}

async function check(folder: string): Promise<number> {
  const record = await openRecord(folder)
  const { documents, faults } = await verifyRecord(record)
  await record.close()
  for (const { where, what } of faults) throw new Error(`${where}: ${what}`)
  return documents
}

const whole = join(out, 'whole')
await (await makeRecord(whole)).close()
const { ms } = await add(whole, null)
console.log(`left alone: ${(ms / 1000).toFixed(1)} s`)

const killed = join(out, 'killed')
await (await makeRecord(killed)).close()
let before = 0
let kills = 0
const wanted = Number(values.kills)
while (kills < wanted) {
  // A record that is done is begun anew: every kill is to meet some work.
  const { code } = await add(killed, 300 + Math.random() * ms * 0.6)
  const documents = await check(killed)
  if (documents < before) throw new Error(`${before} documents were there before the kill, ${documents} after`)
  before = documents
  if (code === null) kills++
  else {
    rmSync(killed, { recursive: true })
    await (await makeRecord(killed)).close()
    before = 0
  }
  process.stdout.write(`\r${kills} kills, ${documents} documents `)
}
await add(killed, null)
const [one, other] = [await openRecord(whole), await openRecord(killed)]
const isSame = (await contents(one)) === (await contents(other))
const { faults } = await verifyRecord(other)
await one.close()
await other.close()
console.log(
  `\nafter ${kills} kills: ${faults.length} faults; ${isSame ? 'equal to' : 'NOT EQUAL to'} the import left alone`,
)

if (values.disk !== undefined) {
  const full = join(values.disk, 'record')
  rmSync(full, { recursive: true, force: true })
  await (await makeRecord(full)).close()
  const { code, said } = await add(full, null)
  const documents = await check(full).catch(error => String(error))
  console.log(
    `a full disk: exit ${code}, ${said.trim().split('\n').at(-1)}; then ${documents} documents, ${readdirSync(full).join(' ')}`,
  )
}
