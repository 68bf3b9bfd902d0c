/** Language tables carry examples, and each is run as a test: the row must fire on its example. */
import { describe, test } from 'vitest'

type Row = Readonly<Record<string, string>>

/** Rows of a table that have something in their `example` column. */
export function tableExamples(rows: readonly Row[]): readonly (Row & { readonly example: string })[] {
  return rows.filter((row): row is Row & { example: string } => row.example !== undefined && row.example !== '')
}

/** One test a row; `check` throws when the row did not fire. The first column names the row. */
export function testTableExamples(
  table: string,
  rows: readonly Row[],
  check: (row: Row & { readonly example: string }) => void,
): void {
  const examples = tableExamples(rows)
  if (examples.length === 0) throw new RangeError(`table ${table} has no examples`)
  describe(table, () => {
    for (const row of examples) test(`${Object.values(row)[0]}: ${row.example}`, () => check(row))
  })
}
