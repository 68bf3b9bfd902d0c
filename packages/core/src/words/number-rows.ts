/**
 * Whole numbers that a model keeps with forms, many rows to one array: an array of its own for each form lies somewhere far off in memory, and the
 * way there costs more than what is done with the numbers. A row lives as long as a form points to its array.
 */
export class NumberRows {
  /** Where the row last taken stands. */
  rows = new Int32Array(0)
  #used = 0

  /** Makes room for a row of `length` zeros; returns where in `rows` it begins. */
  take(length: number): number {
    if (this.#used + length > this.rows.length) {
      this.rows = new Int32Array(Math.max(LENGTH, length))
      this.#used = 0
    }
    const at = this.#used
    this.#used += length
    return at
  }
}

/** Room for some thousand forms: enough arrays that those of forgotten forms can be freed, few enough to be near. */
const LENGTH = 1 << 16
