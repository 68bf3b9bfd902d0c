/** The verb `read`: inputs in, one analysis or failure at a time out. Holds one document in memory, whatever the inputs' size. */
import { type Analysis, type Kit, PackLacksError, readDocument, type TextDocument } from '@parley/core'
import { because, type Failure, languageName, type ReadOptions, readDocuments } from '@parley/ingest'
import { PackError, stalePacks } from './load-packs.ts'
import { describeMistake } from './own-mistake.ts'

export interface AnalysisMade {
  readonly ok: true
  /** The input as the user named it, with the line of a JSONL file. */
  readonly input: string
  readonly document: TextDocument
  readonly analysis: Analysis
}

/** Throws PackError where a pack turns out to be of another version. */
export async function* readInputs(
  inputs: readonly string[],
  kit: Kit,
  options: ReadOptions,
): AsyncGenerator<AnalysisMade | Failure> {
  for await (const outcome of readDocuments(inputs, options)) {
    if (!outcome.ok) yield outcome
    else {
      const { input, document } = outcome
      const reason = unreadable(document, kit)
      yield reason === null ? analyse(input, document, kit) : { ok: false, input, reason }
    }
  }
}

function analyse(input: string, document: TextDocument, kit: Kit): AnalysisMade | Failure {
  try {
    return { ok: true, input, document, analysis: readDocument(document, kit) }
  } catch (error) {
    if (error instanceof PackLacksError) throw new PackError(stalePacks(error.message))
    return { ok: false, input, reason: describeMistake(error) }
  }
}

/** Why the kit cannot read this document, or null when it can. */
export function unreadable(document: TextDocument, kit: Kit): string | null {
  const codes = [...kit.packs.keys()].join(', ')
  if (document.language === null) return because('languageOpen', { languages: codes })
  if (kit.packs.has(document.language)) return null
  return because('languageOther', { language: languageName(document.language), languages: codes })
}
