/** Changes to the dictionary: words that are added, readings that are taken away. Gathered from tables, applied when compiling. */
import type { Entry } from './opencorpora.ts'

export class WordTrie {
  readonly next = new Map<string, WordTrie>()
  readonly #added: Entry[] = []
  readonly #dropped: ((entry: Entry) => boolean)[] = []

  add(entry: Entry): void {
    if (!this.#added.some(other => other.paradigm === entry.paradigm && other.index === entry.index))
      this.#added.push(entry)
  }

  drop(which: (entry: Entry) => boolean): void {
    this.#dropped.push(which)
  }

  /** `pairs` (paradigm, index, …) of the dictionary with the changes made. */
  apply(pairs: readonly number[]): readonly number[] {
    if (this.#added.length === 0 && this.#dropped.length === 0) return pairs
    const result: number[] = []
    for (let i = 0; i < pairs.length; i += 2) {
      const entry = { paradigm: pairs[i], index: pairs[i + 1] }
      if (!this.#dropped.some(which => which(entry))) result.push(entry.paradigm, entry.index)
    }
    for (const entry of this.#added) result.push(entry.paradigm, entry.index)
    return result
  }
}

export class WordChanges {
  readonly root = new WordTrie()

  /** The place of a spelling (lower case), made at first sight. */
  at(spelling: string): WordTrie {
    let node = this.root
    for (const letter of spelling) {
      let next = node.next.get(letter)
      if (next === undefined) {
        next = new WordTrie()
        node.next.set(letter, next)
      }
      node = next
    }
    return node
  }
}
