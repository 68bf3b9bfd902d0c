/** Rows of the record with the corrections of reviewers in place of what was found. Pure; the text is needed where the words were corrected. */
import { type FoundClaim, type FoundEvent, type FoundQuotation, PART_GAP, parseSpans } from '@parley/record'
import type { Correction } from './decisions-about.ts'

export function correctQuotation(row: FoundQuotation, correction: Correction, text: string): FoundQuotation {
  const { words, ...fields } = withWho(correction, 'speaker')
  const spans = spansOf(words)
  if (spans === null) return { ...row, ...fields }
  return {
    ...row,
    ...fields,
    start: spans[0].start,
    end: spans[spans.length - 1].end,
    parts: JSON.stringify(spans.map(({ start, end }) => [start, end])),
    quote: spans.map(({ start, end }) => text.slice(start, end)).join(PART_GAP),
  }
}

export function correctEvent(row: FoundEvent, correction: Correction): FoundEvent {
  return { ...row, ...withWho(correction, 'place') }
}

/** The words of a claim are one stretch: of several the outermost ends. */
export function correctClaim(row: FoundClaim, correction: Correction, text: string): FoundClaim {
  const { words, ...fields } = withWho(correction, 'claimant')
  const spans = spansOf(words)
  if (spans === null) return { ...row, ...fields }
  const { start } = spans[0]
  const { end } = spans[spans.length - 1]
  return { ...row, ...fields, start, end, words: text.slice(start, end) }
}

/** A name that is corrected takes its id along: without one nobody in the dossier is meant. */
export function withWho(correction: Correction, name: 'speaker' | 'claimant' | 'place'): Correction {
  if (!(name in correction)) return correction
  const ids = name === 'claimant' ? { claimant_ref: null, claimant_for: null } : { [`${name}_ref`]: null }
  return { ...ids, ...correction }
}

export function spansOf(words: string | null | undefined) {
  return words === null || words === undefined ? null : parseSpans(words)
}
