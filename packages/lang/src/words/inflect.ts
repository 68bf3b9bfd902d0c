/** Regular inflection by the table `words/inflection`: for a word of a class, its form by what the word ends in. */
import type { Table } from '../tables/tables.ts'

interface Change {
  readonly ending: string
  readonly cut: number
  readonly add: string
}

export class Inflection {
  /** Class and form -> changes, the longest ending first. */
  readonly #changes = new Map<string, Change[]>()

  constructor(table: Table) {
    const at = (name: string): number => table.columns.indexOf(name)
    for (const row of table.rows) {
      const key = `${row[at('class')]} ${row[at('form')]}`
      const ending = row[at('ending')]
      const change = { ending: ending === '*' ? '' : ending, cut: Number(row[at('cut')]), add: row[at('add')] }
      const changes = this.#changes.get(key)
      if (changes === undefined) this.#changes.set(key, [change])
      else changes.push(change)
    }
    for (const changes of this.#changes.values()) changes.sort((a, b) => b.ending.length - a.ending.length)
  }

  /** The form of a word, or null when the table has no row for it. */
  form(wordClass: string, form: string, lemma: string): string | null {
    const change = this.#changes.get(`${wordClass} ${form}`)?.find(({ ending }) => lemma.endsWith(ending))
    return change === undefined ? null : lemma.slice(0, lemma.length - change.cut) + change.add
  }
}
