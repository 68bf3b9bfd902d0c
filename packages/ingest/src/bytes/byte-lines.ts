/** A stream of bytes -> its lines, one at a time: a JSONL file of any size passes through the memory of one line. */

export interface ByteLine {
  /** From 1. */
  readonly number: number
  /** Without the line end; null for a line longer than the limit, whose bytes were let go. */
  readonly bytes: Uint8Array | null
}

const LINE_FEED = 0x0a

/** `limit`: bytes a line may have. UTF-8 and one-byte encodings only: a line feed is one byte. */
export async function* splitByteLines(chunks: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<ByteLine> {
  let number = 1
  let pieces: Uint8Array[] = []
  let length = 0
  const take = (): ByteLine => {
    const bytes = length > limit ? null : Buffer.concat(pieces, length)
    pieces = []
    length = 0
    return { number: number++, bytes }
  }
  const add = (piece: Uint8Array): void => {
    length += piece.length
    if (length > limit) pieces = []
    else if (piece.length > 0) pieces.push(piece)
  }
  for await (const chunk of chunks) {
    let from = 0
    for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, from)) {
      add(chunk.subarray(from, at))
      yield take()
      from = at + 1
    }
    add(chunk.subarray(from))
  }
  if (length > 0) yield take()
}
