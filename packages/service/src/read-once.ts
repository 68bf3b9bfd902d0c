/** The analyses of inputs for verbs that put many documents together: each text once, failures and repetitions told, the rest read. */
import type { Analysis, Kit } from '@parley/core'
import type { Failure, ReadOptions } from '@parley/ingest'
import { readInputs } from './read-inputs.ts'

export interface Telling {
  /** An input that cannot be read. */
  readonly onFailure: (failure: Failure) => void
  /** After each document, read or not. */
  readonly onDocument?: () => void
}

export async function* readOnce(
  inputs: readonly string[],
  kit: Kit,
  reading: ReadOptions,
  { onFailure, onDocument = () => {} }: Telling,
): AsyncGenerator<Analysis> {
  const seen = new Map<string, string>()
  for await (const outcome of readInputs(inputs, kit, reading)) {
    if (!outcome.ok) onFailure(outcome)
    else {
      const { input, analysis } = outcome
      const before = seen.get(analysis.document.sha256)
      if (before === undefined) {
        seen.set(analysis.document.sha256, input)
        yield analysis
      } else reading.onNotice({ input, message: `the same text as ${before}: counted once` })
    }
    onDocument()
  }
}
