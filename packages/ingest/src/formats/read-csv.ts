/** A table with a column of texts -> the fields of one document a row. */
import { CsvError, parse } from 'csv-parse'
import { because } from '../reasons.ts'

export type CsvRow =
  | { readonly ok: true; readonly line: number; readonly value: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly line: number; readonly reason: string }

/** Columns by the names that exports give them; the first that is there counts. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  text: ['text', 'body', 'content', 'fulltext', 'full_text', 'article'],
  id: ['id', 'document', 'doc_id', 'uid'],
  language: ['language', 'lang'],
  published: ['published', 'date', 'published_at', 'pubdate'],
  title: ['title', 'headline'],
  url: ['url', 'link', 'source_url'],
  publisher: ['publisher', 'source', 'outlet', 'media'],
}

/** Commas, semicolons or tabs, told by the first line. `text`: the whole file. */
export async function* readCsv(text: string): AsyncGenerator<CsvRow> {
  const header = text.slice(0, text.search(/\r|\n|$/))
  const delimiter = [',', ';', '\t'].reduce((a, b) => (header.split(b).length > header.split(a).length ? b : a))
  const parser = parse(text, {
    bom: true,
    delimiter,
    relaxQuotes: true,
    relaxColumnCount: true,
    info: true,
    maxRecordSize: 64 << 20,
  })
  let columns: ReadonlyMap<string, number> | null = null
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      if (columns === null) {
        columns = columnsOf(record)
        if (!columns.has('text')) {
          yield {
            ok: false,
            line: 1,
            reason: because('tableColumn', { columns: record.join(', ') }),
          }
          parser.destroy()
          return
        }
        continue
      }
      const value: Record<string, string> = { id: `line-${info.lines}` }
      for (const [field, column] of columns) {
        const cell = record[column]?.trim() ?? ''
        if (cell !== '') value[field] = cell
      }
      yield { ok: true, line: info.lines, value }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    yield {
      ok: false,
      line: Number((error as { lines?: number }).lines ?? 1),
      reason: because('tableBroken', { detail: error.message }),
    }
  }
}

function columnsOf(header: readonly string[]): Map<string, number> {
  const names = header.map(name => name.trim().toLowerCase())
  const found = new Map<string, number>()
  for (const [field, candidates] of Object.entries(COLUMNS)) {
    const name = candidates.find(candidate => names.includes(candidate))
    if (name !== undefined) found.set(field, names.indexOf(name))
  }
  return found
}
