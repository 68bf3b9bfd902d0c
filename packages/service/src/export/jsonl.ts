/** One item a line, as the record has it. */
import { claimsOf, type ExportSource, eventsOf, quotationsOf } from './source.ts'
import type { TableName } from './tables.ts'

export async function* writeJsonl(source: ExportSource, what: TableName): AsyncGenerator<string> {
  const item = what.slice(0, -1)
  for await (const { n: _, position: __, text: sha256, ...row } of rowsOf(source, what)) {
    const parsed: Record<string, unknown> = { item, ...row, sha256 }
    for (const column of ['parts', 'actors', 'recipients']) {
      if (typeof parsed[column] === 'string') parsed[column] = JSON.parse(parsed[column])
    }
    for (const column of ['general', 'background']) if (column in parsed) parsed[column] = parsed[column] === 1
    yield `${JSON.stringify(parsed)}\n`
  }
}

function rowsOf(source: ExportSource, what: TableName) {
  if (what === 'quotations') return quotationsOf(source)
  return what === 'events' ? eventsOf(source) : claimsOf(source)
}
