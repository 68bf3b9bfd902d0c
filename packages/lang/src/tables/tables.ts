/**
 * Reading a table: a header line of column names, tabs, UTF-8 in NFC, `#` comment lines and empty lines between; no
 * quoting. What a table must look like beyond that is its schema (schemas.ts).
 */
import { didYouMean, type Problem } from '@parley/core'
import { type Column, type Schema, schemaOf } from './schemas.ts'

export interface Table {
  readonly columns: readonly string[]
  /** One a line, cells trimmed, as many as there are columns. */
  readonly rows: readonly (readonly string[])[]
  /** Line of each row, from 1. */
  readonly lines: readonly number[]
  /** Column where each cell of each row begins, from 1. */
  readonly starts: readonly (readonly number[])[]
}

/** `name`: the table's path in its language folder without extension. Mistakes are pushed to `problems`; bad rows are left out. */
export function readTable(name: string, file: string, text: string, problems: Problem[]): Table {
  const schema = schemaOf(name)
  const report = (code: string, line: number, column: number, excerpt: string, message: string, hint = ''): void => {
    problems.push({ code: `lang/${code}`, file, line, column, excerpt, message, hint })
  }
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  let columns: string[] | null = null
  const rows: string[][] = []
  const rowLines: number[] = []
  const starts: number[][] = []
  const seen = new Map<string, number>()

  for (const [i, line] of lines.entries()) {
    const number = i + 1
    if (line.trim() === '' || line.startsWith('#')) continue
    if (line.normalize('NFC') !== line) {
      report('not-nfc', number, 1, line, 'the line is not in Unicode normal form C', 'save the file as NFC')
    }
    const cells = line.split('\t').map(cell => cell.trim())
    if (columns === null) {
      columns = cells
      checkHeader(schema, cells, number, report)
      continue
    }
    if (cells.length > columns.length) {
      const message = `${cells.length} cells under ${columns.length} columns`
      report('too-many-cells', number, startOf(line, columns.length), cells.slice(columns.length).join('\t'), message)
      continue
    }
    while (cells.length < columns.length) cells.push('')
    if (schema !== null && !checkRow(schema, columns, cells, number, line, report)) continue
    const key = schema?.key?.map(column => cells[columns?.indexOf(column) ?? 0] ?? '').join('\t')
    if (key !== undefined) {
      const first = seen.get(key)
      if (first !== undefined) report('double-row', number, 1, key, `the same row stands in line ${first}`)
      else seen.set(key, number)
    }
    rows.push(cells)
    rowLines.push(number)
    starts.push(columns.map((_, column) => startOf(line, column)))
  }
  if (columns === null) report('no-header', 1, 1, '', 'a table begins with a line of column names')
  return { columns: columns ?? [], rows, lines: rowLines, starts }
}

type Report = (code: string, line: number, column: number, excerpt: string, message: string, hint?: string) => void

function checkHeader(schema: Schema | null, columns: readonly string[], line: number, report: Report): void {
  for (const [i, column] of columns.entries()) {
    if (columns.indexOf(column) !== i) report('double-column', line, 1, column, `column ${column} stands twice`)
    if (schema !== null && !(column in schema.columns)) {
      const names = Object.keys(schema.columns)
      const hint = didYouMean(column, names) ?? `columns of this table: ${names.join(', ')}`
      report('unknown-column', line, 1, column, `the schema knows no column ${column}`, hint)
    }
  }
  for (const [column, rule] of Object.entries(schema?.columns ?? {})) {
    if (rule.required === true && !columns.includes(column)) {
      report('missing-column', line, 1, columns.join(', '), `column ${column} is missing`)
    }
  }
}

function checkRow(
  schema: Schema,
  columns: readonly string[],
  cells: readonly string[],
  line: number,
  text: string,
  report: Report,
): boolean {
  let good = true
  for (const [i, name] of columns.entries()) {
    const rule: Column | undefined = schema.columns[name]
    const cell = cells[i]
    const place = startOf(text, i)
    if (rule === undefined) continue
    if (cell === '') {
      if (rule.required === true) {
        const hint = rule.means === undefined ? undefined : `expected: ${rule.means}`
        report('missing-cell', line, place, text.trim(), `column ${name} is empty`, hint)
        good = false
      }
      continue
    }
    const values = rule.list === undefined ? [cell] : cell.split(rule.list)
    for (const value of values) {
      if (rule.values !== undefined && !rule.values.includes(value)) {
        report(
          'unknown-value',
          line,
          place,
          value,
          `${value} is no ${name}`,
          didYouMean(value, rule.values) ?? `one of: ${rule.values.join(', ')}`,
        )
        good = false
      }
      if (rule.pattern !== undefined && !rule.pattern.test(value)) {
        report('bad-value', line, place, value, `${value} is not ${rule.means ?? `a ${name}`}`)
        good = false
      }
    }
  }
  return good
}

/** Where the n-th cell begins in the line, from 1. */
function startOf(line: string, n: number): number {
  let at = 0
  for (let i = 0; i < n; i++) {
    const tab = line.indexOf('\t', at)
    if (tab < 0) return line.length + 1
    at = tab + 1
  }
  return at + 1
}
