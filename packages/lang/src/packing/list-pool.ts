/**
 * Lists of equally long records of numbers, each list kept once. The id of a list is its index in the finished array:
 * there stands the count of records, then the records.
 */
export class ListPool {
  readonly #ids = new Map<string, number>()
  readonly #numbers: number[] = []
  readonly #width: number

  /** `width`: numbers a record. */
  constructor(width: number) {
    this.#width = width
  }

  id(numbers: readonly number[]): number {
    const key = numbers.join(' ')
    let id = this.#ids.get(key)
    if (id === undefined) {
      id = this.#numbers.length
      this.#ids.set(key, id)
      this.#numbers.push(numbers.length / this.#width, ...numbers)
    }
    return id
  }

  finish(): Uint16Array {
    return Uint16Array.from(this.#numbers)
  }
}
