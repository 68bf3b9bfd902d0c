/** What worker threads do for a record: bytes to documents, documents to readings. They read files and the kit; they never write. */
import { deserialize, serialize } from 'node:v8'
import { type Kit, readWithWords, type TextDocument } from '@parley/core'
import { type Failure, type FoundFile, fileChunks, readSource } from '@parley/ingest'
import {
  itemsOf,
  packAnalysis,
  passagesOf,
  quotationWords,
  type ReadingFailed,
  type ReadingMade,
  signatureOf,
  type Unread,
} from '@parley/record'
import type { Handlers } from '../engine/engine.ts'
import { type KitSources, loadKit } from '../load-kit.ts'
import { describeMistake } from '../own-mistake.ts'
import { unreadable } from '../read-inputs.ts'

export interface ExtractJob {
  readonly found: FoundFile
  /** A file with the archived bytes. */
  readonly path: string
  /** Id of the capture. */
  readonly capture: string
  readonly sha256: string
  readonly language: string | null
  readonly published: string | null
  /** What is known of a fetched page from outside, for what it does not say itself. */
  readonly known: Partial<Pick<TextDocument, 'url' | 'title' | 'published' | 'publisher'>>
}

/** What comes out of the bytes of one capture, in order; `end` last. */
export type Extracted =
  | { readonly what: 'document'; readonly document: TextDocument; readonly capture: string; readonly part: string }
  | ({ readonly what: 'failure' } & Omit<Failure, 'ok'>)
  | { readonly what: 'notice'; readonly input: string; readonly message: string }
  | { readonly what: 'end'; readonly capture: string; readonly sha256: string }

export const EXTRACT = 'extract'
export const EXTRACTED = 'extracted'
export const READ = 'read'
export const READINGS = 'readings'

export function makeHandlers(sources: KitSources): Handlers {
  let kit: Kit | null = null
  return {
    [EXTRACT]: async (job: ExtractJob, emit) => {
      const { found, path, capture, sha256, language, published, known } = job
      const give = (body: Extracted) => emit({ id: found.input, group: EXTRACTED, body })
      const notices: Promise<void>[] = []
      const options = {
        language,
        published,
        onNotice: ({ input, message }: { input: string; message: string }) => {
          notices.push(give({ what: 'notice', input, message }))
        },
        standardInput: fileChunks(path),
      }
      for await (const outcome of readSource(found, () => fileChunks(path), options)) {
        if (outcome.ok) {
          const document = complete(outcome.document, known)
          await give({ what: 'document', document, capture, part: outcome.part })
        } else await give({ what: 'failure', input: outcome.input, reason: outcome.reason })
      }
      await Promise.all(notices)
      await give({ what: 'end', capture, sha256 })
    },
    [READ]: async (unread: Unread, emit) => {
      kit ??= loadKit(sources)
      await emit({ id: unread.id, group: READINGS, body: packReading(read(unread, kit)) })
    },
  }
}

/**
 * A reading on its way to the writer, as bytes: they wait outside the writer's heap, where the rows of hundreds of documents would grow old before they are
 * saved, and only the collector's slow round would see them off.
 */
function packReading(reading: ReadingMade | ReadingFailed): Uint8Array {
  return serialize(reading)
}

export function unpackReading(bytes: Uint8Array): ReadingMade | ReadingFailed {
  return deserialize(bytes) as ReadingMade | ReadingFailed
}

function complete(document: TextDocument, known: ExtractJob['known']): TextDocument {
  const { url = null, title = null, published = null, publisher = null } = known
  return {
    ...document,
    url: document.url ?? url,
    title: document.title ?? title,
    published: document.published ?? published,
    publisher: document.publisher ?? publisher,
  }
}

function read(unread: Unread, kit: Kit): ReadingMade | ReadingFailed {
  const { n, id, name, text, sha256, language, published, title, url, publisher } = unread
  // Made a document when it was taken in: normalised, and hashed.
  const document: TextDocument = { id: name, text, sha256, language, published, title, url, publisher }
  const reason = unreadable(document, kit)
  if (reason !== null) return { ok: false, document: { n, id }, reason }
  try {
    return made(unread, readWithWords(document, kit))
  } catch (error) {
    return { ok: false, document: { n, id }, reason: describeMistake(error) }
  }
}

function made({ n, id }: Unread, { analysis, words }: ReturnType<typeof readWithWords>): ReadingMade {
  return {
    ok: true,
    document: { n, id },
    analysis: packAnalysis(analysis),
    items: itemsOf(analysis),
    quotationWords: quotationWords(analysis, words),
    passages: passagesOf(analysis, words),
    signature: signatureOf(words),
  }
}
