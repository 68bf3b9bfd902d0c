/** The table as RFC 4180 writes it. */
import { csvLine } from '../report/csv-line.ts'
import type { ExportSource } from './source.ts'
import type { Table } from './tables.ts'

export async function* writeCsv(source: ExportSource, table: Table): AsyncGenerator<string> {
  yield csvLine(table.columns)
  for await (const row of table.rows(source)) yield csvLine(row)
}
