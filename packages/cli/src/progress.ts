/** A count on standard error while many documents are read. Silent unless somebody is watching and nothing else is written there. */
import { counted } from './counted.ts'

const FIRST_AFTER = 1000
const EVERY = 200

export class Progress {
  readonly #isOn: boolean
  #count = 0
  #next = Date.now() + FIRST_AFTER
  #isShown = false

  /** `isQuiet`: standard output goes to the same terminal. */
  constructor(isQuiet: boolean) {
    this.#isOn = process.stderr.isTTY === true && !isQuiet
  }

  step(): void {
    this.#count++
    if (!this.#isOn || Date.now() < this.#next) return
    this.#next = Date.now() + EVERY
    this.#isShown = true
    process.stderr.write(`\r${counted(this.#count, 'document')}`)
  }

  /** Clears the line, for another message or at the end. */
  clear(): void {
    if (this.#isShown) process.stderr.write('\r\u001b[K')
    this.#isShown = false
  }
}
