/** A form with files, as it streams in -> files of a draft and what was said beside them. No file is held in memory; what is too much is refused. */
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { Busboy } from '@fastify/busboy'
import type { NamedFile } from '@parley/service/record'
import { cleanName } from './order.ts'
import type { Draft } from './spool.ts'

export interface UploadLimits {
  /** Files in one upload. */
  readonly files: number
  /** Bytes of one file, and of all of them. */
  readonly fileBytes: number
  readonly bytes: number
}

export const UPLOAD_LIMITS: UploadLimits = { files: 5000, fileBytes: 2 * 1024 ** 3, bytes: 4 * 1024 ** 3 }

export interface Received {
  readonly files: readonly NamedFile[]
  /** Fields that are no files; of two by one name the last. */
  readonly fields: Readonly<Record<string, string>>
}

/** What was sent is not taken; `message` is for people. */
export class UploadRefused extends Error {
  readonly status: 400 | 413 | 503

  constructor(status: UploadRefused['status'], message: string) {
    super(message)
    this.status = status
  }
}

const FIELDS = 20
const FIELD_BYTES = 4096

/**
 * Throws UploadRefused; the draft is then half full. What is refused is still read to its end, up to a bound, and let fall: a browser that is cut off
 * while it sends shows no answer.
 */
export async function receiveFiles(request: Request, draft: Draft, limits: UploadLimits): Promise<Received> {
  if (Number(request.headers.get('content-length') ?? 0) > limits.bytes + ROOM) throw tooMuch(limits)
  if (request.body === null) throw new UploadRefused(400, 'nothing was sent')
  const form = openForm(request.headers.get('content-type') ?? '', limits)
  const files: NamedFile[] = []
  const fields: Record<string, string> = {}
  const writes: Promise<void>[] = []
  let refusal: UploadRefused | null = null
  const refuse = (status: UploadRefused['status'], message: string): void => {
    refusal ??= new UploadRefused(status, message)
  }
  let bytes = 0
  async function* counted(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      bytes += chunk.length
      if (bytes > limits.bytes) refuse(413, tooMuch(limits).message)
      if (refusal === null) yield chunk
    }
  }
  form.on('field', (name, value, nameCut, valueCut) => {
    if (nameCut || valueCut) refuse(400, `${name}: longer than ${FIELD_BYTES} bytes`)
    fields[name] = value
  })
  form.on('file', (_field, stream, sentName) => {
    if (refusal !== null) {
      stream.resume()
      return
    }
    const name = cleanName(sentName ?? '')
    const path = draft.fileAt(files.length)
    files.push({ name, path })
    stream.on('limit', () => refuse(413, `${name}: larger than the ${size(limits.fileBytes)} a file may have`))
    const write = pipeline(stream, counted, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
    write.catch((reason: Error) => form.destroy(reason))
    writes.push(write)
  })
  form.on('filesLimit', () => refuse(413, `more than the ${limits.files} files one upload may have`))
  form.on('fieldsLimit', () => refuse(400, `more than ${FIELDS} fields`))
  try {
    await pipeline(Readable.fromWeb(request.body as ReadableStream), upTo(limits), form)
    await Promise.all(writes)
  } catch (error) {
    throw refusal ?? asRefusal(error)
  }
  if (refusal !== null) throw refusal
  if (files.length === 0) throw new UploadRefused(400, 'no file was sent')
  return { files, fields }
}

/** Bytes of a form beside its files: names, lines between them. */
const ROOM = 8 * 1024 * 1024

function openForm(contentType: string, { files, fileBytes }: UploadLimits) {
  try {
    return new Busboy({
      headers: { 'content-type': contentType },
      preservePath: true,
      limits: { files, fileSize: fileBytes, fields: FIELDS, fieldSize: FIELD_BYTES },
    })
  } catch (error) {
    throw new UploadRefused(400, `not a form that can be read: ${(error as Error).message}`)
  }
}

/** Ends what goes on beyond any bound. */
function upTo(limits: UploadLimits) {
  let bytes = 0
  return async function* bounded(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      bytes += chunk.length
      if (bytes > limits.bytes + ROOM) throw tooMuch(limits)
      yield chunk
    }
  }
}

function tooMuch({ bytes }: UploadLimits): UploadRefused {
  return new UploadRefused(413, `more than the ${size(bytes)} one upload may have`)
}

function size(bytes: number): string {
  return bytes >= 1024 * 1024 ? `${Math.round(bytes / 1024 / 1024)} MB` : `${bytes} bytes`
}

function asRefusal(error: unknown): unknown {
  if (error instanceof UploadRefused || !(error instanceof Error)) return error
  if ((error as NodeJS.ErrnoException).code === 'ENOSPC')
    return new UploadRefused(503, 'the disk of the server is full')
  if ((error as NodeJS.ErrnoException).syscall !== undefined) return error
  return new UploadRefused(400, `what was sent ended too early or is no form: ${error.message}`)
}
