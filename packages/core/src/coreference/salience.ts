/**
 * Who is on the reader's mind: each mention raises its referent, by what it does in its sentence, and every sentence lowers all. After the
 * salience factors of Lappin and Leass (1994): subject before object before the rest, recent before old; here a speaker counts above all.
 */
export const SPEAKER = 10
export const SUBJECT = 8
export const NAMED = 4
export const OTHER = 3
const DECAY = 0.6

export class Salience {
  readonly #value: Float64Array
  readonly #sentence: Int32Array

  constructor(referents: number) {
    this.#value = new Float64Array(referents)
    this.#sentence = new Int32Array(referents).fill(-1)
  }

  raise(referent: number, sentence: number, weight: number): void {
    this.#value[referent] = Math.max(this.at(referent, sentence), 0) * 0.5 + weight
    this.#sentence[referent] = sentence
  }

  /** The referent's weight as seen from a sentence; 0 when it was not met before. */
  at(referent: number, sentence: number): number {
    if (this.#sentence[referent] < 0) return 0
    const distance = sentence - this.#sentence[referent]
    return distance > 40 ? 0 : this.#value[referent] * DECAY ** distance
  }

  /** Sentences since the last mention, or -1. */
  since(referent: number, sentence: number): number {
    return this.#sentence[referent] < 0 ? -1 : sentence - this.#sentence[referent]
  }
}
