/** The verb `read`: inputs in, one analysis or failure at a time out. Holds one document in memory, whatever the inputs' size. */
import { type Analysis, type Kit, readDocument, type TextDocument } from '@parley/core'
import { type Failure, languageName, type ReadOptions, readDocuments } from '@parley/ingest'

export interface AnalysisMade {
  readonly ok: true
  /** The input as the user named it, with the line of a JSONL file. */
  readonly input: string
  readonly document: TextDocument
  readonly analysis: Analysis
}

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
      if (reason === null) yield { ok: true, input, document, analysis: readDocument(document, kit) }
      else yield { ok: false, input, reason }
    }
  }
}

/** Why the kit cannot read this document, or null when it can. */
function unreadable(document: TextDocument, kit: Kit): string | null {
  const codes = [...kit.packs.keys()].join(', ')
  if (document.language === null)
    return `its language is not recognised; name it with --language (Parley reads: ${codes})`
  if (kit.packs.has(document.language)) return null
  return `${languageName(document.language)} is not a language Parley reads (yet: ${codes})`
}
