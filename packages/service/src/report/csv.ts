/** Quotations as a table: one row each, RFC 4180, for spreadsheets and statistics. */
import type { Analysis } from '@parley/core'
import { oneLine, quotedWords, speakerWords } from '@parley/views'

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

function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

function csvCell(cell: string | number | null): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  // A cell that begins so is a formula to a spreadsheet; the apostrophe makes it words. Full-width signs count as well.
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
