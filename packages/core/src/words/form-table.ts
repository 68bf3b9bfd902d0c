/**
 * Forms by spelling, found from a stretch of a text without cutting it out: a text has few spellings and many words, and
 * a slice a word would be most of the work. Open addressing; half of the slots at most are taken.
 */
import type { Form } from './form.ts'

const FIRST_SLOTS = 1 << 12
/**
 * A slot is four numbers beside each other, so that a look costs one cache line: hash, number of the form plus 1 (0: free),
 * where its spelling begins in #letters, length of the spelling.
 */
const WIDTH = 4

export class FormTable {
  #slots = new Int32Array(FIRST_SLOTS * WIDTH)
  #letters = new Uint16Array(FIRST_SLOTS * 4)
  #lettersUsed = 0
  readonly #forms: Form[] = []

  get size(): number {
    return this.#forms.length
  }

  /** The form spelled as `text` from `start` to `end`, or null. `hash`: hashOf the same stretch. */
  find(text: string, start: number, end: number, hash: number): Form | null {
    const slots = this.#slots
    const mask = slots.length - WIDTH
    for (let slot = (hash * WIDTH) & mask; slots[slot + 1] !== 0; slot = (slot + WIDTH) & mask) {
      if (slots[slot] !== hash || slots[slot + 3] !== end - start) continue
      if (this.#isSpelled(slots[slot + 2], text, start, end)) return this.#forms[slots[slot + 1] - 1]
    }
    return null
  }

  /** Adds a form that is not there. */
  add(form: Form, hash: number): void {
    const { text } = form
    if (this.#lettersUsed + text.length > this.#letters.length) {
      const grown = new Uint16Array(this.#letters.length * 2)
      grown.set(this.#letters)
      this.#letters = grown
    }
    for (let i = 0; i < text.length; i++) this.#letters[this.#lettersUsed + i] = text.charCodeAt(i)
    this.#forms.push(form)
    if (this.#forms.length * WIDTH * 2 > this.#slots.length) this.#grow()
    place(this.#slots, hash, this.#forms.length, this.#lettersUsed, text.length)
    this.#lettersUsed += text.length
  }

  #isSpelled(letters: number, text: string, start: number, end: number): boolean {
    for (let i = start, at = letters; i < end; i++, at++) if (this.#letters[at] !== text.charCodeAt(i)) return false
    return true
  }

  #grow(): void {
    const old = this.#slots
    this.#slots = new Int32Array(old.length * 2)
    for (let slot = 0; slot < old.length; slot += WIDTH) {
      if (old[slot + 1] !== 0) place(this.#slots, old[slot], old[slot + 1], old[slot + 2], old[slot + 3])
    }
  }
}

function place(slots: Int32Array, hash: number, form: number, letters: number, length: number): void {
  const mask = slots.length - WIDTH
  let slot = (hash * WIDTH) & mask
  while (slots[slot + 1] !== 0) slot = (slot + WIDTH) & mask
  slots[slot] = hash
  slots[slot + 1] = form
  slots[slot + 2] = letters
  slots[slot + 3] = length
}

/** FNV-1a over the code units, its upper half folded into the lower. A whole number of 32 bits, signed. */
export function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5 | 0
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash ^ (hash >>> 15)
}
