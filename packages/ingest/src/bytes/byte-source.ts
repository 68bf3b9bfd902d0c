/** Bytes of files and of standard input, and the words for what can go wrong with them. */
import { createReadStream } from 'node:fs'
import { because, type ReasonCode } from '../reasons.ts'

/** What a document's bytes may come to; a line of JSONL too. A book has 1 MB. */
export const DOCUMENT_LIMIT = 64 * 1024 * 1024

const CHUNK = 1 << 18

/** Opened when it is first asked for bytes: a stream that nobody reads would keep its file open, and end the process where it cannot be opened. */
export async function* fileChunks(path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path, { highWaterMark: CHUNK })
}

export type BytesRead =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly reason: string }

/** All bytes of a stream, up to the limit. */
export async function readAll(chunks: AsyncIterable<Uint8Array>): Promise<BytesRead> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const chunk of chunks) {
    pieces.push(chunk)
    length += chunk.length
    if (length > DOCUMENT_LIMIT) return { ok: false, reason: TOO_LONG }
  }
  return { ok: true, bytes: pieces.length === 1 ? pieces[0] : Buffer.concat(pieces, length) }
}

export const TOO_LONG = because('tooLong', { most: DOCUMENT_LIMIT / 1024 / 1024 })

/** Reads on from an iterator whose first chunks have been taken off for a look. */
export async function* chain(
  first: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    yield* first
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value
  } finally {
    await rest.return?.()
  }
}

/** Why a file could not be read, for people; null when the error is not one of the file system. */
export function fileSystemReason(error: unknown): string | null {
  const code = codeOf(error)
  return code === null ? null : (reasonOfPath(error) ?? because('notOpened', { detail: code }))
}

/** The same of what is wrong with the path alone; null for all else, as a disk that is full: whoever also writes should end there. */
export function reasonOfPath(error: unknown): string | null {
  const reason = REASONS[codeOf(error) ?? '']
  return reason === undefined ? null : because(reason)
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}

const REASONS: Readonly<Record<string, ReasonCode>> = {
  ENOENT: 'noFile',
  ENOTDIR: 'noFile',
  EACCES: 'noPermission',
  EPERM: 'noPermission',
  ELOOP: 'linksRound',
  ENAMETOOLONG: 'longName',
  EISDIR: 'folder',
}
