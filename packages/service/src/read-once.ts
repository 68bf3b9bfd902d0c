/** The analyses of inputs for verbs that put many documents together: each text once, failures and repetitions told, the rest read. */
import type { Analysis, Kit } from '@parley/core'
import type { Failure, ReadOptions } from '@parley/ingest'
import { describeMistake } from './own-mistake.ts'
import { readInputs } from './read-inputs.ts'

export interface Telling {
  /** An input that cannot be read. */
  readonly onFailure: (failure: Failure) => void
  /** After each document, read or not. */
  readonly onDocument?: () => void
}

/** Hands each analysis to `take`, one after the other. */
export type Collect = (take: (analysis: Analysis) => void) => Promise<void>

/** `take` may throw: that fails the document like any mistake of ours. */
export async function readOnce(
  inputs: readonly string[],
  kit: Kit,
  reading: ReadOptions,
  { onFailure, onDocument = () => {} }: Telling,
  take: (analysis: Analysis) => void,
): Promise<void> {
  const seen = new Map<string, string>()
  for await (const outcome of readInputs(inputs, kit, reading)) {
    if (!outcome.ok) onFailure(outcome)
    else {
      const { input, analysis } = outcome
      const before = seen.get(analysis.document.sha256)
      if (before !== undefined) reading.onNotice({ input, message: `the same text as ${before}: counted once` })
      else {
        seen.set(analysis.document.sha256, input)
        try {
          take(analysis)
        } catch (error) {
          onFailure({ ok: false, input, reason: describeMistake(error) })
        }
      }
    }
    onDocument()
  }
}
