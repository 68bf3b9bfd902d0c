/** The formats of `export`, by name. */
import { writeCsv } from './csv.ts'
import { writeFollowTheMoney } from './follow-the-money.ts'
import { writeGeoJson } from './geojson.ts'
import { writeCalendar } from './icalendar.ts'
import { writeJsonl } from './jsonl.ts'
import { writePlover } from './plover.ts'
import type { ExportSource } from './source.ts'
import { TABLES, type TableName } from './tables.ts'
import { writeWebAnnotations } from './web-annotation.ts'
import { writeXlsx } from './xlsx.ts'

export const EXPORT_FORMATS = [
  'csv',
  'xlsx',
  'jsonl',
  'followthemoney',
  'plover',
  'web-annotation',
  'ics',
  'geojson',
] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** Bytes of an export, as they come. `what`: the table of csv, xlsx and jsonl; the others hold what they are for. `at`: ISO instant. */
export async function* exportRecord(
  format: ExportFormat,
  what: TableName,
  source: ExportSource,
  at: string,
): AsyncGenerator<string | Uint8Array> {
  if (format === 'csv') yield* writeCsv(source, TABLES[what])
  else if (format === 'xlsx') yield await writeXlsx(source, TABLES[what])
  else if (format === 'jsonl') yield* writeJsonl(source, what)
  else if (format === 'followthemoney') yield* writeFollowTheMoney(source)
  else if (format === 'plover') yield* writePlover(source)
  else if (format === 'web-annotation') yield* writeWebAnnotations(source)
  else if (format === 'ics') yield* writeCalendar(source, at)
  else yield* writeGeoJson(source)
}

/** The same as a file of its own: a spreadsheet takes a table for UTF-8 by the mark at its beginning alone. */
export async function* asFile<T extends string | Uint8Array>(
  format: ExportFormat,
  pieces: AsyncIterable<T>,
): AsyncGenerator<T | string> {
  if (format === 'csv') yield '\ufeff'
  yield* pieces
}
