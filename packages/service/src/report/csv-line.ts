/** A line of a table, RFC 4180; no cell is a formula. */

export type CsvCell = string | number | boolean | null

export function csvLine(cells: readonly CsvCell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

function csvCell(cell: CsvCell): string {
  if (cell === null) return ''
  if (typeof cell !== 'string') return String(cell)
  // A cell that begins so is a formula to a spreadsheet; the apostrophe makes it words. Full-width signs count as well.
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
