/**
 * Rows by wording, where several rows may share one: asked with the chosen reading, so that «начало» as a noun does not give the rows of
 * «начать». Rows of the exact form and of the lemma stand together; wordings of several words win.
 */
import type { Form } from './form.ts'
import { type KeyIndex, PhraseTable } from './phrases.ts'

export interface WordingMatch<Row> {
  readonly rows: readonly Row[]
  /** First token after the match. */
  readonly to: number
}

export class WordingIndex<Row> {
  readonly #table: PhraseTable<Row[]>
  readonly #byLemma = new Map<string, Row[]>()
  readonly #byForm = new Map<string, Row[]>()

  constructor(keys: KeyIndex, rows: Iterable<readonly [wording: string, row: Row]>) {
    this.#table = new PhraseTable(keys)
    const held = new Map<string, Row[]>()
    for (const [wording, row] of rows) {
      const list = held.get(wording)
      if (list === undefined) held.set(wording, [row])
      else list.push(row)
    }
    for (const [wording, list] of held) {
      this.#table.add(wording, list)
      if (wording.includes(' ')) continue
      const word = wording.replaceAll('ё', 'е')
      if (word.startsWith('=')) this.#byForm.set(word.slice(1), list)
      else this.#byLemma.set(word, list)
    }
  }

  /** The rows whose wording begins at token `from`, read with `lemma`, and ends before `limit`; null for none. */
  match(forms: readonly Form[], from: number, limit: number, lemma: string): WordingMatch<Row> | null {
    const found = this.#table.match(forms, from, limit)
    if (found === null) return null
    if (found.to > from + 1) return { rows: found.row, to: found.to }
    const ofForm = this.#byForm.get(forms[from].folded)
    const ofLemma = this.#byLemma.get(lemma.includes('ё') ? lemma.replaceAll('ё', 'е') : lemma)
    const rows = ofForm !== undefined && ofLemma !== undefined ? [...ofForm, ...ofLemma] : (ofForm ?? ofLemma)
    return { rows: rows ?? found.row, to: found.to }
  }
}
