/** Child of the bench: milliseconds from packs on disk to a kit that has read its first sentence, in a fresh process, as JSON. */
import { makeDocument, readDocument } from '@parley/core'
import { loadKit } from '@parley/service'

export interface Load {
  readonly kit: number
  /** The first, cold document on top of it. */
  readonly first: number
}

const start = performance.now()
const kit = loadKit()
const loaded = performance.now()
readDocument(makeDocument({ id: 'first', text: '«Мы готовы», — сказал Иван Петров.', language: 'ru' }), kit)
process.stdout.write(JSON.stringify({ kit: loaded - start, first: performance.now() - loaded } satisfies Load))
