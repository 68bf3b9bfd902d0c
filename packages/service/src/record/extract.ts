/** What worker threads do with archived bytes: documents out of them. They read files; they never write. */
import type { TextDocument } from '@parley/core'
import { type Failure, type FoundFile, fileChunks, readSource, storableStrings } from '@parley/ingest'
import type { Handlers } from '../engine/engine.ts'

export interface ExtractJob {
  readonly found: FoundFile
  /** A file with the archived bytes. */
  readonly path: string
  /** Id of the capture. */
  readonly capture: string
  readonly sha256: string
  /** Length of what is archived. */
  readonly bytes: number
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

export function makeHandlers(): Handlers {
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
  }
}

function complete(document: TextDocument, known: ExtractJob['known']): TextDocument {
  const { url = null, title = null, published = null, publisher = null } = storableStrings(known)
  return {
    ...document,
    url: document.url ?? url,
    title: document.title ?? title,
    published: document.published ?? published,
    publisher: document.publisher ?? publisher,
  }
}
