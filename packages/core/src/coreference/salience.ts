/**
 * Who is on the reader's mind: each mention raises its referent, by what it does in its sentence, and every sentence lowers all. After the
 * salience factors of Lappin and Leass (1994): subject before object before the rest, recent before old; here a speaker counts above all.
 */
export const SPEAKER = 10
export const SUBJECT = 8
export const NAMED = 4
export const OTHER = 3
const DECAY = 0.6
const FORGOTTEN = 40

export class Salience {
  readonly #value: number[] = []
  readonly #sentence: number[] = []
  /** Referents in the order they were last raised; older entries of the same referent stand before and are passed over. */
  readonly #trail: number[] = []

  raise(referent: number, sentence: number, weight: number): void {
    this.#value[referent] = this.at(referent, sentence) * 0.5 + weight
    this.#sentence[referent] = sentence
    this.#trail.push(referent)
  }

  wasMet(referent: number): boolean {
    return this.#sentence[referent] !== undefined
  }

  /** The referent's weight as seen from a sentence; 0 when it was not met before or long ago. */
  at(referent: number, sentence: number): number {
    const last = this.#sentence[referent]
    if (last === undefined || sentence - last > FORGOTTEN) return 0
    return this.#value[referent] * DECAY ** (sentence - last)
  }

  /** Referents mentioned in the last `reach` sentences, the latest first. */
  recent(sentence: number, reach: number): Set<number> {
    const found = new Set<number>()
    for (let i = this.#trail.length - 1; i >= 0; i--) {
      const referent = this.#trail[i]
      if (sentence - this.#sentence[referent] > reach || this.#trail.length - i > 200) break
      found.add(referent)
    }
    return found
  }
}
