/** The matrix as a table for spreadsheets: one row a stipulation, four columns a voice, RFC 4180. */
import type { Matrix, MatrixCell, MatrixClaim, MatrixRow } from '@parley/core'
import { nameIn, oneLine, type StatusWords, textIn } from '@parley/views'
import type { StatusReport } from '../read-status.ts'
import { type CsvCell, csvLine } from './csv-line.ts'

const COLUMNS = [
  'process',
  'agreement',
  'stipulation',
  'title',
  'bearers',
  'due',
  'due_first',
  'continuing',
  'as_of',
  'finding',
  'line',
  'voices',
  'general_only',
  'overdue',
]

/**
 * Of each voice: what it asserts (in brackets: general; two words: of the same day), the day it said so, its words, and where they stand
 * (`document:start-end`, UTF-16 units). Claims without a date, and those of others, stand in columns of their own: they are not counted.
 */
export function statusCsv({ matrices }: StatusReport, words: StatusWords): string {
  const voices = [...new Set(matrices.flatMap(matrix => matrix.voices.map(({ id }) => id)))]
  const head = voices.flatMap(id => [id, `${id}_said`, `${id}_words`, `${id}_source`])
  const lines = [csvLine([...COLUMNS, ...head, 'undated', 'others'])]
  for (const matrix of matrices) {
    for (const { id, rows } of matrix.agreements) {
      for (const row of rows) lines.push(csvLine([...rowHead(matrix, id, row, words), ...rowCells(row, voices, words)]))
    }
  }
  return lines.join('')
}

function rowHead(matrix: Matrix, agreement: string, row: MatrixRow, words: StatusWords): CsvCell[] {
  return [
    matrix.dossier.id,
    agreement,
    row.id,
    textIn(row.titles, words.language),
    row.bearers.map(({ id, names }) => nameIn(names, words.language, id)).join('; '),
    row.due,
    row.dueFirst,
    row.continuing,
    matrix.asOf,
    row.finding,
    row.line,
    row.voices,
    row.general,
    row.overdue,
  ]
}

function rowCells(row: MatrixRow, voices: readonly string[], words: StatusWords): CsvCell[] {
  const cells = voices.flatMap(voice => {
    const cell = row.cells.find(one => one.voice === voice)
    if (cell === undefined || cell.said === null) return [null, null, null, null]
    const claims = cell.claims.map(at => row.claims[at])
    return [saysOf(cell, claims), cell.said, claims.map(quoteOf).join(' | '), claims.map(placeOf).join(' | ')]
  })
  const undated = row.cells.flatMap(cell => cell.undated.map(at => `${cell.voice}: ${wholeOf(row.claims[at])}`))
  const others = row.others.map(at => {
    const claim = row.claims[at]
    return `${claim.claimant.name ?? ''}: ${claim.said ?? words.undated} ${wholeOf(claim)}`
  })
  return [...cells, undated.join(' | '), others.join(' | ')]
}

function saysOf({ assertion, general }: MatrixCell, claims: readonly MatrixClaim[]): string {
  const says = assertion ?? [...new Set(claims.map(claim => claim.assertion))].join(' | ')
  return general ? `[${says}]` : says
}

function wholeOf(claim: MatrixClaim): string {
  return `${claim.assertion} «${quoteOf(claim)}» ${placeOf(claim)}`
}

function quoteOf({ evidence }: MatrixClaim): string {
  return oneLine(evidence.quote)
}

function placeOf({ evidence }: MatrixClaim): string {
  return `${evidence.document}:${evidence.start}-${evidence.end}`
}
