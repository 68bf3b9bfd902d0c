/**
 * Child of the bench: the whole pipeline over a corpus, warm, on one core; prints JSON. Run from another checkout (`--base`) it measures that one's core.
 * argv: shared folder, rounds.
 */
import { type Kit, readDocument, type TextDocument } from '@parley/core'
import { loadKit } from '@parley/service'
import { cpuSeconds, cpuSince } from './measure.ts'
import { english, examples, news } from './texts.ts'

export interface Throughput {
  readonly corpora: readonly {
    readonly name: string
    readonly documents: number
    readonly characters: number
    /** Seconds of each round over the whole corpus, stage by stage and in all. */
    readonly rounds: readonly number[]
    readonly stages: Readonly<Record<string, readonly number[]>>
  }[]
}

/** Seconds of each stage over all documents, one figure a round. */
function stageTimes(documents: readonly TextDocument[], kit: Kit, rounds: number): Record<string, number[]> {
  const times: Record<string, number[]> = {}
  for (let round = 0; round < rounds; round++) {
    const spent = new Map<string, number>()
    for (const document of documents) {
      let stage: string | null = null
      let since = process.cpuUsage()
      const turn = (next: string | null) => {
        if (stage !== null) spent.set(stage, (spent.get(stage) ?? 0) + cpuSince(since))
        stage = next
        since = process.cpuUsage()
      }
      readDocument(document, kit, { watch: turn })
      turn(null)
    }
    for (const [stage, time] of spent) times[stage] = [...(times[stage] ?? []), time]
  }
  return times
}

const [shared, roundsText] = process.argv.slice(2)
const rounds = Number(roundsText)
const kit = loadKit()

const all = [examples(), news(shared), english(shared)]
  .filter(corpus => corpus !== null)
  .filter((corpus, i, list) => list.findIndex(({ name }) => name === corpus.name) === i)
const corpora = all.map(({ name, documents, characters }) => {
  const round = () => {
    for (const document of documents) readDocument(document, kit)
  }
  // Until the compiler of the engine has seen everything several times: small corpora need more rounds.
  for (let warm = 0; warm < 1 || warm * characters < 2_000_000; warm++) round()
  return {
    name,
    documents: documents.length,
    characters,
    rounds: Array.from({ length: rounds }, () => cpuSeconds(round)),
    stages: stageTimes(documents, kit, rounds),
  }
})
process.stdout.write(JSON.stringify({ corpora } satisfies Throughput))
