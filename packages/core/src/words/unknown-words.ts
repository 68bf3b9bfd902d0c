/** Words no dictionary has: names by the endings of surnames and patronymics, other words by the endings of new words. */
import type { Container } from '../kit/container.ts'
import type { Labels } from './automaton.ts'
import { Endings } from './endings.ts'
import * as grammar from './grammar.ts'
import type { Paradigms } from './paradigms.ts'
import { share, unchanging } from './readings-of.ts'
import type { WordReading } from './word-reading.ts'

const ANY_NOUN = grammar.CASE | grammar.NUMBER | grammar.GENDER
export class UnknownWords {
  readonly #typicalSurnames: Endings
  readonly #surnames: Endings
  readonly #patronymics: Endings
  readonly #endings: Endings
  readonly #places: Endings

  constructor(container: Container, labels: Labels, paradigms: Paradigms) {
    this.#typicalSurnames = new Endings(container, 'typical-surnames', labels, paradigms)
    this.#surnames = new Endings(container, 'surnames', labels, paradigms)
    this.#patronymics = new Endings(container, 'patronymics', labels, paradigms)
    this.#endings = new Endings(container, 'endings', labels, paradigms)
    this.#places = new Endings(container, 'places', labels, paradigms)
  }

  /** A word with a capital: most often a name, sometimes an adjective of one, sometimes what no rule declines. */
  capital(lower: string): WordReading[] {
    const typical = this.typicalSurnames(lower)
    const surnames = (typical.length > 0 ? typical : this.#surnames.guess(lower, grammar.GUESS)).filter(isNoFixedPlural)
    shareByLemma(surnames, 0.6)
    const patronymics = this.#patronymics.guess(lower, grammar.GUESS)
    share(patronymics, 0.6)
    const others = this.#endings.guess(lower, grammar.GUESS).filter(reading => (reading.pos & NAME_POS) !== 0)
    share(others, 0.25)
    return [...patronymics, ...surnames, ...others, ...this.fixed(lower, surnames.length > 0 ? 0.02 : 1)]
  }

  /** A word in small letters. */
  small(lower: string): WordReading[] {
    const guessed = this.#endings.guess(lower, grammar.GUESS)
    return guessed.length > 0 ? guessed : this.fixed(lower, 1)
  }

  /** Surnames with an ending that few other words have («песков»), [] for any other. */
  typicalSurnames(lower: string): WordReading[] {
    return this.#typicalSurnames.guess(lower, grammar.GUESS)
  }

  /** A place, for who knows that the word names one. */
  place(lower: string): WordReading[] {
    return this.#places.guess(lower, grammar.GUESS)
  }

  /** A word that does not decline, in any case. */
  fixed(lower: string, weight: number): WordReading[] {
    return [unchanging(lower, grammar.NOUN, ANY_NOUN, grammar.GUESS | grammar.FIXD, weight)]
  }

  /** An abbreviation that does not decline, one reading a case. */
  abbreviation(lower: string): WordReading[] {
    const agr = grammar.NUMBER | grammar.GENDER | grammar.INAN
    const lex = grammar.GUESS | grammar.FIXD | grammar.ABBR
    return grammar.CASES.map(kase => unchanging(lower, grammar.NOUN, kase | agr, lex, 1 / grammar.CASES.length))
  }
}

const NAME_POS = grammar.ADJF

/** The share of a row is that of its word as a whole: a word that does not decline has a reading for every case. */
function shareByLemma(readings: readonly WordReading[], total: number): void {
  const counts = new Map<string, number>()
  const key = (reading: WordReading): string => `${reading.paradigm} ${reading.stem}`
  for (const reading of readings) counts.set(key(reading), (counts.get(key(reading)) ?? 0) + 1)
  for (const reading of readings) reading.weight /= counts.get(key(reading)) as number
  share(readings, total)
}

function isNoFixedPlural(reading: WordReading): boolean {
  return (reading.lex & grammar.FIXD) === 0 || (reading.agr & grammar.PLUR) === 0
}
