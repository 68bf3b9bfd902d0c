/** Digits with an ending: 1997-м (an ordinal), 5-ти (a cardinal), 43-летний (a word behind a number). */
import type { Dictionary } from './dictionary.ts'
import type { Reading } from './form.ts'
import * as grammar from './grammar.ts'
import { unchanging, wrapped } from './readings-of.ts'
import type { WordReading } from './word-reading.ts'

/** A longer tail is a word of its own. */
const LONGEST_TAIL = 3

export class NumberTails {
  /** Tail -> what it may mean, of the words that language.yaml names. */
  readonly #tails = new Map<string, WordReading[]>()

  constructor(dictionary: Dictionary, ordinals: readonly string[], cardinals: readonly string[]) {
    for (const [words, kind] of [
      [ordinals, grammar.ADJF],
      [cardinals, grammar.NUMR],
    ] as const) {
      for (const word of words) {
        for (const reading of dictionary.readings(word, false)) {
          if (reading.pos === kind) this.#addForms(dictionary, reading)
        }
      }
    }
  }

  /** `digits`: what stands before the hyphen; `tail`: lower case; `readWord` reads a tail that is a word. */
  read(digits: string, tail: string, readWord: (word: string) => readonly Reading[]): WordReading[] {
    const known = this.#tails.get(tail)
    if (known !== undefined) {
      return known.map(({ pos, agr, lex, weight }) => unchanging(`${digits}-${tail}`, pos, agr, lex, weight))
    }
    return readWord(tail).map(reading => wrapped(reading, `${digits}-`, ''))
  }

  #addForms({ paradigms }: Dictionary, word: WordReading): void {
    for (let index = 0; index < paradigms.count(word.paradigm); index++) {
      const tag = paradigms.tagOf(word.paradigm, index)
      if (paradigms.pos(tag) !== word.pos || paradigms.isByForm(tag)) continue
      const spelled = paradigms.spell(word.stem, word.paradigm, index).replaceAll('ё', 'е')
      for (let length = 1; length <= Math.min(LONGEST_TAIL, spelled.length - 1); length++) {
        const tail = spelled.slice(-length)
        const known = this.#tails.get(tail) ?? []
        this.#tails.set(tail, known)
        const reading = unchanging(tail, word.pos, paradigms.agr(tag), paradigms.lex(tag))
        if (!known.some(other => other.saysTheSameAs(reading))) known.push(reading)
      }
    }
  }
}
