/**
 * Child of the bench: the whole pipeline over a corpus, warm, on one core; prints JSON. Run from another checkout (`--base`) it measures that one's core.
 * argv: shared folder, rounds.
 */
import { readDocument, stages } from '@parley/core'
import { loadKit } from '@parley/service'
import { seconds } from './measure.ts'
import { examples, news } from './texts.ts'

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

const [shared, roundsText] = process.argv.slice(2)
const rounds = Number(roundsText)
const kit = await loadKit()

const all = [examples(), news(shared)].filter(
  (corpus, i, list) => list.findIndex(({ name }) => name === corpus.name) === i,
)
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
    rounds: Array.from({ length: rounds }, () => seconds(round)),
    stages: stageTimes(documents, rounds),
  }
})
process.stdout.write(JSON.stringify({ corpora } satisfies Throughput))
