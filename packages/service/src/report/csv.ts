/** Quotations as a table: one row each, RFC 4180, for spreadsheets and statistics. */
import type { Analysis } from '@parley/core'
import { oneLine, quotedWords, speakerWords } from '@parley/views'
import { csvLine } from './csv-line.ts'

const COLUMNS = [
  'document',
  'published',
  'speaker',
  'speaker_words',
  'kind',
  'cue',
  'act',
  'said',
  'quote',
  'start',
  'end',
  'rule',
]

/** The header line. */
export function csvHeader(): string {
  return csvLine(COLUMNS)
}

/** The lines of one analysis, '' when nobody is quoted. `start` and `end`: UTF-16 units into its text, from the first part to the last. */
export function csvRows(analysis: Analysis): string {
  const names = new Map(analysis.entities.map(({ id, name }) => [id, name]))
  return analysis.quotations
    .map(quotation => {
      const { cue, kind, act, said, parts, rule, speakerId } = quotation
      return csvLine([
        analysis.document.id,
        analysis.document.published,
        speakerId === null ? null : (names.get(speakerId) ?? null),
        speakerWords(analysis, quotation),
        kind,
        cue === null ? null : oneLine(analysis.text.slice(cue.start, cue.end)),
        act,
        said,
        quotedWords(analysis, quotation),
        parts[0].start,
        parts[parts.length - 1].end,
        rule,
      ])
    })
    .join('')
}
