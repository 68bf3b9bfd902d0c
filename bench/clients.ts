/**
 * `node bench/clients.ts --record WHERE`: fifty readers at once before `parley serve`, each searching every five seconds: how long their answers take, and what the
 * server's processor does for one of them. The record is one that bench/million.ts has made.
 *
 *   --record WHERE   a folder; default: out/bench-million
 *   --clients N      default 50
 *   --seconds N      default 60
 *   --alike          all ask the same few questions, so that most are answered from what is kept; else each search has a first day of its own
 */
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { onItsOwn, searchQuestions } from './page-questions.ts'
import { serve } from './serve.ts'

/** Milliseconds between two searches of one reader. */
const PAUSE = 5000
const BAR = 150

const root = resolve(import.meta.dirname, '..')
const { values } = parseArgs({
  options: {
    record: { type: 'string', default: join(root, 'out', 'bench-million') },
    clients: { type: 'string', default: '50' },
    seconds: { type: 'string', default: '60' },
    alike: { type: 'boolean', default: false },
  },
})

const server = await serve(values.record, 'karabakh-2020')

// The page asks for the hits and for the counts beside them at the same time.
const questions = searchQuestions()
const searches = questions
  .filter(({ name }) => !name.endsWith(': facets'))
  .map(hits => ({ hits, facets: questions.find(({ name }) => name === `${hits.name}: facets`)! }))

let asked = 0

/** Milliseconds until the whole answer is there. */
async function ask(path: string): Promise<number> {
  const from = performance.now()
  const again = () => fetch(`${server.address}/api/v1/${path}`, { headers: { 'accept-encoding': 'gzip' } })
  // A server lets go of a connection that has been idle; as a browser does, it is asked again by a fresh one.
  const response = await again().catch(again)
  await response.arrayBuffer()
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return performance.now() - from
}

const hitTimes: number[] = []
const facetTimes: number[] = []
const until = performance.now() + Number(values.seconds) * 1000
const before = server.spent()
const clients = Array.from({ length: Number(values.clients) }, async (_, client) => {
  // Readers do not start on one beat.
  await wait((PAUSE * client) / Number(values.clients))
  for (let i = client * 7; performance.now() < until; i++) {
    const next = performance.now() + PAUSE
    const { hits, facets } = searches[i % searches.length]
    const nth = asked++
    const own = (path: string) => (values.alike ? path : onItsOwn(path, nth))
    const [one, other] = await Promise.all([ask(own(hits.path)), ask(own(facets.path))])
    hitTimes.push(one)
    facetTimes.push(other)
    await wait(Math.max(0, next - performance.now()))
  }
})
await Promise.all(clients).catch(async error => {
  await server.stop()
  throw error
})
const spent = server.spent() - before
const memory = server.peak()
await server.stop()

console.log(
  `${values.clients} readers, a search each every ${PAUSE / 1000} s, for ${values.seconds} s: ${hitTimes.length} searches, ${values.alike ? 'many alike' : 'each its own'}`,
)
console.log(`what answers: ${shown(hitTimes)} (bar: 95th percentile ${BAR} ms)`)
console.log(`counts beside it: ${shown(facetTimes)}`)
console.log(
  `the server's processor: ${(spent / hitTimes.length).toFixed(1)} ms a search, ${(spent / Number(values.seconds) / 10).toFixed(0)} % of one core; peak memory ${memory.toFixed(0)} MB`,
)

function shown(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(0)
  return `median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms, most ${at(1)} ms`
}
