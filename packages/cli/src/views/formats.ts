/** The formats of `parley read`: what one analysis becomes, and how files of it end. */
import type { Analysis } from '@parley/core'
import { csvHeader, csvRows, ENGLISH, renderHtml } from '@parley/service/read'
import { plainTerminal, type Terminal } from '../terminal.ts'
import { renderPretty } from './pretty.ts'

export const FORMAT_NAMES = ['pretty', 'json', 'jsonl', 'html', 'csv'] as const
export type FormatName = (typeof FORMAT_NAMES)[number]

export interface Format {
  /** With the dot. */
  readonly extension: string
  /** One analysis as a file of its own. */
  file(analysis: Analysis): string
  /** What stands before all analyses on standard output. */
  readonly head: string
  /** One analysis on standard output; `isFirst` for the first of a run. */
  piece(analysis: Analysis, terminal: Terminal, isFirst: boolean): string
  /** True when standard output can hold one analysis only. */
  readonly isSingle: boolean
}

const FILE_WIDTH = 100

const jsonLine = (analysis: Analysis): string => `${JSON.stringify(analysis)}\n`

export const FORMATS: Readonly<Record<FormatName, Format>> = {
  pretty: {
    extension: '.txt',
    file: analysis => renderPretty(analysis, ENGLISH, plainTerminal(FILE_WIDTH)),
    head: '',
    piece: (analysis, terminal, isFirst) =>
      `${isFirst ? '' : `\n${'═'.repeat(terminal.width)}\n\n`}${renderPretty(analysis, ENGLISH, terminal)}`,
    isSingle: false,
  },
  // On standard output always one object a line, whether one document or many: what reads it need not guess.
  // A file of its own is for eyes and for `diff`, so it gets lines.
  json: {
    extension: '.json',
    file: analysis => `${JSON.stringify(analysis, null, 1)}\n`,
    head: '',
    piece: jsonLine,
    isSingle: false,
  },
  jsonl: { extension: '.jsonl', file: jsonLine, head: '', piece: jsonLine, isSingle: false },
  html: {
    extension: '.html',
    file: analysis => renderHtml(analysis, ENGLISH),
    head: '',
    piece: analysis => renderHtml(analysis, ENGLISH),
    isSingle: true,
  },
  csv: {
    extension: '.csv',
    // The mark at the front tells spreadsheets that the file is UTF-8; programs at the end of a pipe would trip over it.
    file: analysis => `\ufeff${csvHeader()}${csvRows(analysis)}`,
    head: csvHeader(),
    piece: csvRows,
    isSingle: false,
  },
}
