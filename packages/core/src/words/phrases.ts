/**
 * Finding the wordings of tables in a text. A wording is a few words: `по =словам` — a bare word stands for any form
 * of that dictionary word (all readings count), a word after `=` for that very form (folded).
 * Every such word gets a number (key) when the pack is opened; a form carries the keys it may stand for, so a token that no
 * table knows costs one look at an empty array.
 */
import type { Form } from './form.ts'

export class KeyIndex {
  readonly #lemmas = new Map<string, number>()
  readonly #forms = new Map<string, number>()
  #count = 0

  /** How many words have a key. */
  get count(): number {
    return this.#count
  }

  /** The key of a wording's word, made at first sight. */
  key(word: string): number {
    const exact = word.startsWith('=') && word.length > 1
    const map = exact ? this.#forms : this.#lemmas
    const folded = (exact ? word.slice(1) : word).toLowerCase().replaceAll('ё', 'е')
    let key = map.get(folded)
    if (key === undefined) {
      key = this.#count++
      map.set(folded, key)
    }
    return key
  }

  /** Keys of a form: of its folded spelling and of each lemma. */
  keysOf(folded: string, lemmas: Iterable<string>): readonly number[] {
    const keys: number[] = []
    const exact = this.#forms.get(folded)
    if (exact !== undefined) keys.push(exact)
    for (const lemma of lemmas) {
      const key = this.#lemmas.get(lemma.replaceAll('ё', 'е'))
      if (key !== undefined && !keys.includes(key)) keys.push(key)
    }
    // A copy has room for its keys and no more.
    return keys.length === 0 ? NO_KEYS : keys.slice()
  }
}
const NO_KEYS: readonly number[] = []

interface Node<Row> {
  readonly next: Map<number, Node<Row>>
  row: Row | null
}

export interface PhraseMatch<Row> {
  readonly row: Row
  /** First token after the match. */
  readonly to: number
}

export class PhraseTable<Row> {
  readonly #root: Node<Row> = { next: new Map(), row: null }
  readonly #keys: KeyIndex

  constructor(keys: KeyIndex) {
    this.#keys = keys
  }

  /** By key, 1 where a wording begins with it: most tokens are in some table, few in this one. */
  #first = new Uint8Array(64)

  /** Adds a wording, words parted by single spaces. The first row of a wording stands. */
  add(wording: string, row: Row): void {
    let node = this.#root
    for (const word of wording.split(' ')) {
      const key = this.#keys.key(word)
      if (node === this.#root) this.#begins(key)
      let next = node.next.get(key)
      if (next === undefined) {
        next = { next: new Map(), row: null }
        node.next.set(key, next)
      }
      node = next
    }
    node.row ??= row
  }

  /** The longest wording that begins at token `from` and ends before `limit`, or null. */
  match(forms: readonly Form[], from: number, limit: number): PhraseMatch<Row> | null {
    return this.#mayBegin(forms[from].keys) ? this.#longest(this.#root, forms, from, limit) : null
  }

  /** Every wording that begins at token `from` and ends before `limit`, shorter ones too. */
  each(forms: readonly Form[], from: number, limit: number, visit: (row: Row, to: number) => void): void {
    if (this.#mayBegin(forms[from].keys)) this.#visit(this.#root, forms, from, limit, visit)
  }

  #mayBegin(keys: readonly number[]): boolean {
    for (let i = 0; i < keys.length; i++) if (this.#first[keys[i]] === 1) return true
    return false
  }

  #begins(key: number): void {
    if (key >= this.#first.length) {
      const grown = new Uint8Array(2 * key + 2)
      grown.set(this.#first)
      this.#first = grown
    }
    this.#first[key] = 1
  }

  #visit(
    node: Node<Row>,
    forms: readonly Form[],
    at: number,
    limit: number,
    visit: (row: Row, to: number) => void,
  ): void {
    if (node.row !== null) visit(node.row, at)
    if (at >= limit || node.next.size === 0) return
    for (const key of forms[at].keys) {
      const next = node.next.get(key)
      if (next !== undefined) this.#visit(next, forms, at + 1, limit, visit)
    }
  }

  #longest(node: Node<Row>, forms: readonly Form[], at: number, limit: number): PhraseMatch<Row> | null {
    let best: PhraseMatch<Row> | null = node.row === null ? null : { row: node.row, to: at }
    if (at >= limit || node.next.size === 0) return best
    for (const key of forms[at].keys) {
      const next = node.next.get(key)
      if (next === undefined) continue
      const found = this.#longest(next, forms, at + 1, limit)
      if (found !== null && (best === null || found.to > best.to)) best = found
    }
    return best
  }
}
