/** Archived bytes, named by their SHA-256. Bytes that are in are never changed. */

export interface Stored {
  readonly sha256: string
  readonly bytes: number
}

export interface Archive {
  /** Keeps all bytes of a stream; on the disk when it resolves. The same bytes twice are kept once. Throws what the stream throws. */
  put(chunks: AsyncIterable<Uint8Array>): Promise<Stored>
  /** The bytes again; throws RecordError when they are not there. */
  read(sha256: string): AsyncIterable<Uint8Array>
  /** A file with the bytes, for another thread to read: the archive's own, or a copy that stays until it is released. */
  file(sha256: string): Promise<string>
  release(sha256: string): Promise<void>
  has(sha256: string): Promise<boolean>
  /** Lets go of bytes that no capture names any more. */
  remove(sha256: string): Promise<void>
  close(): Promise<void>
}
