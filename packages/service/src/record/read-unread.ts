/** What worker threads do with documents: readings out of them. They load packs and the record's narrow door alone, for each holds all it loads once more. */
import { type Dossier, type Kit, readWithWords, type TextDocument } from '@parley/core'
import {
  itemsOf,
  type PackedReading,
  packAnalysis,
  packReading,
  passagesOf,
  quotationWords,
  type ReadingFailed,
  type ReadingMade,
  signatureOf,
  type Unread,
} from '@parley/record/reading'
import type { Handlers } from '../engine/engine.ts'
import { loadPacks } from '../load-packs.ts'
import { describeMistake } from '../own-mistake.ts'

export const READ = 'read'
export const READINGS = 'readings'

/** What a thread makes its kit of: packs in memory that the threads share, dossiers that were found to be without mistakes. */
export interface ReadingKit {
  readonly packs: readonly Uint8Array[]
  readonly dossiers: readonly Dossier[]
}

/** What comes of a document. */
export type Reading = PackedReading | ReadingFailed

export function makeHandlers({ packs, dossiers }: ReadingKit): Handlers {
  let kit: Kit | null = null
  return {
    [READ]: async (unread: Unread, emit) => {
      kit ??= loadPacks(packs, dossiers)
      const body: Reading = packReading(await read(unread, kit))
      await emit({ id: unread.id, group: READINGS, body }, body.ok ? [body.bytes.buffer] : [])
    },
  }
}

async function read(unread: Unread, kit: Kit): Promise<ReadingMade | ReadingFailed> {
  const { n, id, name, text, sha256, language, published, title, url, publisher } = unread
  // Made a document when it was taken in: normalised, and hashed.
  const document: TextDocument = { id: name, text, sha256, language, published, title, url, publisher }
  if (language === null || !kit.packs.has(language)) {
    // Loaded when it is needed: it knows the names of all languages.
    const { unreadable } = await import('../read-inputs.ts')
    const reason = unreadable(document, kit)
    if (reason !== null) return { ok: false, document: { n, id }, reason }
  }
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
