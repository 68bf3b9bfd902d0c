/** Cells that must stand in a column of another table (`among` in schemas.ts). Run when all tables have been read. */
import { didYouMean, type Problem } from '@parley/core'
import { schemaOf } from './schemas.ts'
import type { Table } from './tables.ts'

/** `file`: the shown path of a table. Mistakes are pushed to `problems`. */
export function checkReferences(
  tables: ReadonlyMap<string, Table>,
  file: (table: string) => string,
  problems: Problem[],
): void {
  for (const [name, table] of tables) {
    for (const [column, rule] of Object.entries(schemaOf(name)?.columns ?? {})) {
      const at = table.columns.indexOf(column)
      if (rule.among === undefined || at < 0) continue
      const known = cellsOf(tables.get(rule.among.table), rule.among.column)
      for (const [i, row] of table.rows.entries()) {
        const values = rule.list === undefined ? [row[at]] : row[at].split(rule.list)
        for (const value of values) {
          if (value === '' || known.has(value)) continue
          problems.push({
            code: 'lang/unknown-reference',
            file: file(name),
            line: table.lines[i],
            column: table.starts[i][at],
            excerpt: value,
            message: `${value} does not stand in column ${rule.among.column} of ${rule.among.table}`,
            hint: didYouMean(value, known) ?? '',
          })
        }
      }
    }
  }
}

function cellsOf(table: Table | undefined, column: string): ReadonlySet<string> {
  const at = table?.columns.indexOf(column) ?? -1
  return new Set(at < 0 ? [] : table?.rows.map(row => row[at]))
}
