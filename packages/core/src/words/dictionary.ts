/** The dictionary of a pack: the readings of a form that it knows, with their shares. */
import type { Container } from '../kit/container.ts'
import { Automaton, type Labels } from './automaton.ts'
import { PROPER } from './grammar.ts'
import { Paradigms } from './paradigms.ts'
import { WordReading } from './word-reading.ts'

/** Share of a reading that a corpus of the same form did not show. */
const UNSEEN_SHARE = 0.002

const YE = 0x435
const YO = 0x451

export class Dictionary {
  readonly paradigms: Paradigms
  readonly #words: Automaton
  readonly #lists: Uint16Array
  readonly #shares: Automaton
  readonly #shareLists: Uint16Array

  constructor(container: Container, labels: Labels) {
    this.paradigms = new Paradigms(container)
    this.#words = new Automaton(container.u32('words/units'), labels)
    this.#lists = container.u16('words/lists')
    this.#shares = new Automaton(container.u32('shares/units'), labels)
    this.#shareLists = container.u16('shares/lists')
  }

  /**
   * Readings of a lower-case spelling, in falling order of weight, weights summing to 1; [] when the dictionary has none.
   * `е` may stand for `ё`. `capital`: written with a capital; a small letter rules names out where there is another word.
   */
  readings(word: string, capital: boolean): WordReading[] {
    const found: WordReading[] = []
    this.#collect(word, 0, 0, found)
    if (found.length === 0) return found
    const kept = capital ? found : withoutNames(found)
    if (kept.length > 1) this.#weigh(word, kept)
    return settle(kept)
  }

  has(word: string): boolean {
    return this.#words.find(word) >= 0
  }

  /** Walks on from letter `from` in state `state`, along е and ё alike. */
  #collect(word: string, from: number, state: number, found: WordReading[]): void {
    for (let i = from; i < word.length; i++) {
      const code = word.charCodeAt(i)
      if (code === YE) {
        const yo = this.#words.step(state, YO)
        if (yo >= 0) this.#collect(`${word.slice(0, i)}ё${word.slice(i + 1)}`, i + 1, yo, found)
      }
      state = this.#words.step(state, code)
      if (state < 0) return
    }
    const value = this.#words.value(state)
    if (value < 0) return
    const { paradigms } = this
    const end = value + 1 + this.#lists[value] * 2
    for (let at = value + 1; at < end; at += 2) {
      const paradigm = this.#lists[at]
      const index = this.#lists[at + 1]
      const tag = paradigms.tagOf(paradigm, index)
      let stem = paradigms.stem(word, paradigm, index)
      let lemma = paradigms.lemma(stem, paradigm, index)
      const last = found.at(-1)
      // Readings of one lexeme share their strings: a cache of forms holds a million of them.
      if (last !== undefined && last.lemma === lemma && last.stem === stem) ({ lemma, stem } = last)
      found.push(
        new WordReading(
          lemma,
          paradigms.pos(tag),
          paradigms.agr(tag),
          paradigms.lex(tag),
          1,
          stem,
          paradigm,
          index,
          null,
        ),
      )
    }
  }

  #weigh(word: string, found: readonly WordReading[]): void {
    const { paradigms } = this
    const shares = this.#shares.find(word)
    for (const reading of found) {
      const tag = paradigms.tagOf(reading.paradigm, reading.index)
      reading.weight = shares < 0 ? paradigms.prior(tag) : this.#share(shares, tag)
    }
  }

  #share(list: number, tag: number): number {
    const end = list + 1 + this.#shareLists[list] * 2
    for (let at = list + 1; at < end; at += 2) {
      if (this.#shareLists[at] === tag) return this.#shareLists[at + 1] / 0xffff
    }
    return UNSEEN_SHARE
  }
}

/** «того» is no African state, «роман» no man. */
function withoutNames(found: WordReading[]): WordReading[] {
  const others = found.filter(reading => (reading.lex & PROPER) === 0)
  return others.length > 0 ? others : found
}

/** Joins readings that say the same, makes the weights sum to 1, sorts. */
export function settle(readings: WordReading[]): WordReading[] {
  const kept: WordReading[] = []
  let sum = 0
  for (const reading of readings) {
    sum += reading.weight
    let i = 0
    while (i < kept.length && !kept[i].saysTheSameAs(reading)) i++
    if (i === kept.length) kept.push(reading)
    else kept[i].weight += reading.weight
  }
  for (const reading of kept) reading.weight = sum > 0 ? reading.weight / sum : 1 / kept.length
  // A stable sort: equals stay in the dictionary's order.
  return kept.length < 2 ? kept : kept.sort((a, b) => b.weight - a.weight)
}
