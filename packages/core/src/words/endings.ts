/** What the ending of a word says of it: the longest known ending decides. */
import type { Container } from '../kit/container.ts'
import { Automaton, type Labels } from './automaton.ts'
import type { Paradigms } from './paradigms.ts'
import { WordReading } from './word-reading.ts'

/** Numbers a record: paradigm, form index, and what the table adds (a share, a mark). */
const WIDTH = 3

export class Endings {
  readonly #automaton: Automaton
  readonly #lists: Uint16Array
  readonly #paradigms: Paradigms

  /** `name`: the sections `<name>/units` and `<name>/lists` of the pack. */
  constructor(container: Container, name: string, labels: Labels, paradigms: Paradigms) {
    this.#automaton = new Automaton(container.u32(`${name}/units`), labels)
    this.#lists = container.u16(`${name}/lists`)
    this.#paradigms = paradigms
  }

  /**
   * Readings of a lower-case word by its longest known ending, each with the number the table adds as its weight and
   * `lex` bits added. A word must have a letter before its ending. [] when no ending is known.
   */
  guess(word: string, lex: number): WordReading[] {
    const list = this.#longest(word)
    const readings: WordReading[] = []
    if (list < 0) return readings
    const paradigms = this.#paradigms
    const end = list + 1 + this.#lists[list] * WIDTH
    for (let at = list + 1; at < end; at += WIDTH) {
      const paradigm = this.#lists[at]
      const index = this.#lists[at + 1]
      const stem = paradigms.stem(word, paradigm, index)
      if (stem === '') continue
      const tag = paradigms.tagOf(paradigm, index)
      readings.push(
        new WordReading(
          paradigms.lemma(stem, paradigm, index),
          paradigms.pos(tag),
          paradigms.agr(tag),
          paradigms.lex(tag) | lex,
          this.#lists[at + 2],
          stem,
          paradigm,
          index,
          null,
        ),
      )
    }
    return readings
  }

  #longest(word: string): number {
    let best = -1
    let state = 0
    for (let i = word.length - 1; i > 0 && state >= 0; i--) {
      state = this.#automaton.step(state, word.charCodeAt(i))
      if (state < 0) break
      const value = this.#automaton.value(state)
      if (value >= 0) best = value
    }
    return best
  }
}
