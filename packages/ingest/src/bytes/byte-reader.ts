/** Bytes of a stream by line and by count. */

const LINE_FEED = 0x0a

export class ByteReader {
  readonly #source: AsyncIterator<Uint8Array>
  #held: Uint8Array = new Uint8Array(0)
  #isOver = false

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]()
  }

  /** As Latin-1, without its line end; null at the end. A line longer than `limit` is given in pieces. */
  async line(limit: number): Promise<string | null> {
    let end = this.#held.indexOf(LINE_FEED)
    while (end < 0 && this.#held.length < limit && (await this.#more())) end = this.#held.indexOf(LINE_FEED)
    if (this.#held.length === 0) return null
    const length = Math.min(end < 0 ? this.#held.length : end + 1, limit)
    const bytes = this.#cut(length)
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
      .toString('latin1')
      .replace(/\r?\n$/, '')
  }

  /** So many bytes, or fewer at the end. */
  async take(count: number): Promise<Uint8Array> {
    const pieces: Uint8Array[] = []
    let length = 0
    while (length < count && (this.#held.length > 0 || (await this.#more()))) {
      const piece = this.#cut(Math.min(count - length, this.#held.length))
      pieces.push(piece)
      length += piece.length
    }
    return pieces.length === 1 ? pieces[0] : Buffer.concat(pieces, length)
  }

  async skip(count: number): Promise<void> {
    let left = count
    while (left > 0 && (this.#held.length > 0 || (await this.#more()))) {
      left -= this.#cut(Math.min(left, this.#held.length)).length
    }
  }

  #cut(length: number): Uint8Array {
    const piece = this.#held.subarray(0, length)
    this.#held = this.#held.subarray(length)
    return piece
  }

  /** False when there is no more. */
  async #more(): Promise<boolean> {
    while (!this.#isOver) {
      const next = await this.#source.next()
      if (next.done === true) this.#isOver = true
      else if (next.value.length > 0) {
        this.#held = this.#held.length === 0 ? next.value : Buffer.concat([this.#held, next.value])
        return true
      }
    }
    return false
  }
}
