/**
 * Looking words up in a minimal acyclic automaton. The units are those of packages/lang (automaton-builder.ts): a state
 * is a run of units, the last marked; `[value unit] [arrow unit]…`, label in bits 0-5 (0: value), last in bit 6,
 * value or first unit of the target in bits 7-31. The root is at unit 0.
 */
const LABEL = 0x3f
const LAST = 0x40
/** Letters beyond this code unit are in no dictionary. */
const CODES = 0x2040

/** Labels of code units; 0: no such letter. */
export type Labels = Uint8Array

/** `alphabet`: the letters of labels 1, 2, … */
export function makeLabels(alphabet: string): Labels {
  const labels = new Uint8Array(CODES)
  for (let i = 0; i < alphabet.length; i++) labels[alphabet.charCodeAt(i)] = i + 1
  return labels
}

export class Automaton {
  readonly #units: Uint32Array
  readonly #labels: Labels

  constructor(units: Uint32Array, labels: Labels) {
    this.#units = units
    this.#labels = labels
  }

  /** The value of a word, or -1. */
  find(word: string): number {
    let state = 0
    for (let i = 0; i < word.length && state >= 0; i++) state = this.step(state, word.charCodeAt(i))
    return state < 0 ? -1 : this.value(state)
  }

  /** The state after a code unit, or -1. */
  step(state: number, code: number): number {
    const label = code < CODES ? this.#labels[code] : 0
    if (label === 0) return -1
    const units = this.#units
    for (let at = state; ; at++) {
      const unit = units[at]
      if ((unit & LABEL) === label) return unit >>> 7
      if ((unit & LAST) !== 0) return -1
    }
  }

  /** The value of the words that end in this state, or -1. */
  value(state: number): number {
    const unit = this.#units[state]
    return (unit & LABEL) === 0 ? unit >>> 7 : -1
  }
}
