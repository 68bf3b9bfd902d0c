/** A workbook with one sheet. Cells are texts and numbers; there are no formulas in it. */
import type { ExportSource } from './source.ts'
import type { Table } from './tables.ts'

/** What a sheet holds, with the header; and a cell. */
const ROWS = 1_048_576
const CELL = 32_767

/** Throws RangeError when there are more rows than a sheet holds: then csv is the way. */
export async function writeXlsx(source: ExportSource, table: Table): Promise<Uint8Array> {
  const { default: writeExcelFile } = await import('write-excel-file/node')
  const head = table.columns.map(value => ({ type: String, value, fontWeight: 'bold' as const }))
  const rows: unknown[][] = [head]
  for await (const row of table.rows(source)) {
    if (rows.length === ROWS) throw new RangeError(`more than the ${ROWS - 1} rows a sheet holds; export csv instead`)
    rows.push(
      row.map(value => {
        if (value === null) return null
        return typeof value === 'number' ? { type: Number, value } : { type: String, value: plain(value) }
      }),
    )
  }
  const written = await writeExcelFile(rows as never, { sheet: table.name, stickyRowsCount: 1 } as never)
  return new Uint8Array(await (written as unknown as { toBuffer(): Promise<Buffer> }).toBuffer())
}

/** XML has no control characters; a longer cell makes the file unreadable. */
function plain(value: string): string {
  const words = value.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
  return words.length <= CELL ? words : `${words.slice(0, CELL - 1)}…`
}
