/**
 * `node bench/clients.ts --record WHERE`: fifty readers at once before `parley serve`, each searching every five seconds: how long their answers take, and what the
 * server's processor does for one of them. The record is one that bench/million.ts has made.
 *
 *   --record WHERE   a folder; default: out/bench-million
 *   --clients N      default 50
 *   --seconds N      default 60
 */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { searchQuestions } from './page-questions.ts'

/** Milliseconds between two searches of one reader. */
const PAUSE = 5000
const BAR = 150

const root = resolve(import.meta.dirname, '..')
const { values } = parseArgs({
  options: {
    record: { type: 'string', default: join(root, 'out', 'bench-million') },
    clients: { type: 'string', default: '50' },
    seconds: { type: 'string', default: '60' },
  },
})

const server = spawn(
  process.execPath,
  [join(root, 'packages/cli/bin/parley.js'), 'serve', values.record, '--dossier', 'karabakh-2020', '--port', '0'],
  { stdio: ['ignore', 'ignore', 'pipe'] },
)
const address = await new Promise<string>((resolve, reject) => {
  createInterface(server.stderr).once('line', line =>
    line.startsWith('http') ? resolve(line) : reject(new Error(line)),
  )
})

// The page asks for the hits and for the counts beside them at the same time.
const questions = searchQuestions()
const searches = questions
  .filter(({ name }) => !name.endsWith(': facets'))
  .map(hits => ({ hits, facets: questions.find(({ name }) => name === `${hits.name}: facets`)! }))

/** Milliseconds until the whole answer is there. */
async function ask(path: string): Promise<number> {
  const from = performance.now()
  const again = () => fetch(`${address}/api/v1/${path}`, { headers: { 'accept-encoding': 'gzip' } })
  // A server lets go of a connection that has been idle; as a browser does, it is asked again by a fresh one.
  const response = await again().catch(again)
  await response.arrayBuffer()
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return performance.now() - from
}

const hitTimes: number[] = []
const facetTimes: number[] = []
const until = performance.now() + Number(values.seconds) * 1000
const cpuBefore = processorOf(server.pid!)
const clients = Array.from({ length: Number(values.clients) }, async (_, client) => {
  // Readers do not start on one beat.
  await wait((PAUSE * client) / Number(values.clients))
  for (let i = client * 7; performance.now() < until; i++) {
    const next = performance.now() + PAUSE
    const { hits, facets } = searches[i % searches.length]
    const [one, other] = await Promise.all([ask(hits.path), ask(facets.path)])
    hitTimes.push(one)
    facetTimes.push(other)
    await wait(Math.max(0, next - performance.now()))
  }
})
await Promise.all(clients).catch(error => {
  server.kill('SIGTERM')
  throw error
})
const spent = processorOf(server.pid!) - cpuBefore
const memory = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1] ?? ''
server.kill('SIGTERM')

console.log(
  `${values.clients} readers, a search each every ${PAUSE / 1000} s, for ${values.seconds} s: ${hitTimes.length} searches`,
)
console.log(`what answers: ${shown(hitTimes)} (bar: 95th percentile ${BAR} ms)`)
console.log(`counts beside it: ${shown(facetTimes)}`)
console.log(
  `the server's processor: ${(spent / hitTimes.length).toFixed(1)} ms a search, ${(spent / Number(values.seconds) / 10).toFixed(0)} % of one core; peak memory ${(Number(memory) / 1000).toFixed(0)} MB`,
)

function shown(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(0)
  return `median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms, most ${at(1)} ms`
}

/** Milliseconds of processor time a process has used, all threads together. */
function processorOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
  // Fields 14 and 15 of the line, in ticks of a hundredth of a second.
  return (Number(fields[11]) + Number(fields[12])) * 10
}
