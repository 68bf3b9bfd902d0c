/**
 * Inputs -> documents, one at a time, in the order of the inputs. What cannot be read comes as a failure in its place, and the
 * rest goes on. Nothing is printed here and nothing is kept: the caller sees each outcome once.
 */
import { parse } from 'node:path'
import { TextDecoder } from 'node:util'
import { type DocumentFields, makeDocument } from '@parley/core'
import { splitByteLines } from './byte-lines.ts'
import { chain, DOCUMENT_LIMIT, fileChunks, fileSystemReason, readAll, TOO_LONG } from './byte-source.ts'
import { decodeText } from './decode-text.ts'
import { readDocumentFields } from './document-fields.ts'
import { type FileKind, type FoundFile, findFiles } from './find-files.ts'
import { describeJsonMistake, findJsonMistake } from './json-mistake.ts'
import { fail, type Notice, type ReadOutcome } from './outcome.ts'
import { recogniseLanguage } from './recognise-language.ts'

export interface ReadOptions {
  /** Code of the language of all inputs, over what documents say; null: theirs, else recognised. */
  readonly language: string | null
  /** ISO date or date-time of all inputs, over what documents say; null: theirs. */
  readonly published: string | null
  readonly onNotice: (notice: Notice) => void
  /** Bytes of the input `-`. */
  readonly standardInput: AsyncIterable<Uint8Array>
}

export async function* readDocuments(inputs: readonly string[], options: ReadOptions): AsyncGenerator<ReadOutcome> {
  for (const input of inputs) {
    for await (const found of findFiles(input, options.onNotice)) {
      if (found.ok) yield* readSource(found, () => openInput(found.input, options), options)
      else yield found
    }
  }
}

/** Bytes that were found -> the documents in them; `open` gives the bytes: the input's own, or a copy that was archived. */
export function readSource(
  found: FoundFile,
  open: () => AsyncIterable<Uint8Array>,
  options: ReadOptions,
): AsyncGenerator<ReadOutcome> {
  return new InputReader(found.input, open, options).read(found.kind)
}

/** The bytes of a file, or of standard input for `-`. */
export function openInput(
  input: string,
  { standardInput }: Pick<ReadOptions, 'standardInput'>,
): AsyncIterable<Uint8Array> {
  return input === '-' ? standardInput : fileChunks(input)
}

/** What the first character of an input of unknown kind says. */
type Guess = Exclude<FileKind, 'guess'>

const KIND_NAMES: Readonly<Record<Exclude<Guess, 'text'>, string>> = {
  html: 'HTML',
  json: 'a JSON document',
  jsonl: 'JSON documents, one a line',
}

/** Reads one file or stream. */
class InputReader {
  readonly #input: string
  readonly #open: () => AsyncIterable<Uint8Array>
  readonly #options: ReadOptions
  /** Messages given, so that a file of many lines says a thing once. */
  readonly #said = new Set<string>()

  constructor(input: string, open: () => AsyncIterable<Uint8Array>, options: ReadOptions) {
    this.#input = input
    this.#open = open
    this.#options = options
  }

  async *read(kind: FileKind): AsyncGenerator<ReadOutcome> {
    try {
      let chunks = this.#open()
      let known = kind
      if (known === 'guess') {
        const start = await peek(chunks)
        known = guessKind(start.bytes, start.isWhole)
        chunks = chain([start.bytes], start.rest)
        // What anybody would take it for goes without saying.
        if (known !== 'text') this.#say(`read as ${KIND_NAMES[known]}`)
      }
      if (known === 'jsonl') yield* this.#readLines(chunks)
      else yield await this.#readWhole(chunks, known)
    } catch (error) {
      const reason = fileSystemReason(error)
      if (reason === null) throw error
      yield fail(this.#input, reason)
    }
  }

  async #readWhole(chunks: AsyncIterable<Uint8Array>, kind: 'text' | 'html' | 'json'): Promise<ReadOutcome> {
    const all = await readAll(chunks)
    if (!all.ok) return fail(this.#input, all.reason)
    if (all.bytes.length === 0) return fail(this.#input, 'the file is empty')
    if (kind === 'html') return this.#readPage(all.bytes)
    const decoded = decodeText(all.bytes)
    if (!decoded.ok) return fail(this.#input, decoded.reason)
    this.#say(decoded.notice)
    if (decoded.text.trim() === '') return fail(this.#input, 'the file holds nothing but white space')
    if (kind === 'json') return this.#readJson(this.#input, decoded.text, '')
    return this.#finish(this.#input, { id: this.#id(), text: decoded.text })
  }

  async #readPage(bytes: Uint8Array): Promise<ReadOutcome> {
    // Loaded when the first page comes: the two libraries behind it take longer to load than a text takes to read.
    const { declaredEncoding, readHtml } = await import('./read-html.ts')
    const decoded = decodeText(bytes, declaredEncoding(bytes))
    if (!decoded.ok) return fail(this.#input, decoded.reason)
    this.#say(decoded.notice)
    const read = readHtml(decoded.text)
    if (!read.ok) return fail(this.#input, read.reason)
    const { language, ok: _, ...page } = read
    if (page.text === '') return fail(this.#input, 'the page holds no text')
    // Templates carry a `lang` that nobody looks at, so the words are asked first and the page only where they do not say.
    return this.#finish(this.#input, {
      id: this.#id(),
      ...page,
      language: (await recogniseLanguage(page.text)) ?? language,
    })
  }

  async *#readLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<ReadOutcome> {
    let isEmpty = true
    for await (const line of splitByteLines(this.#toUtf8(chunks), DOCUMENT_LIMIT)) {
      const input = `${this.#input}:${line.number}`
      if (line.bytes === null) {
        isEmpty = false
        yield fail(input, TOO_LONG)
        continue
      }
      const decoded = decodeText(line.bytes)
      const isBlank = decoded.ok && decoded.text.trim() === ''
      if (isBlank) continue
      if (!decoded.ok) {
        // Nothing read so far: the file is no text at all, and its other "lines" would only say so again.
        yield fail(isEmpty ? this.#input : input, decoded.reason)
        if (isEmpty) return
        continue
      }
      isEmpty = false
      this.#say(decoded.notice)
      yield await this.#readJson(input, decoded.text, 'one document a line; ', `line ${line.number}`)
    }
    if (isEmpty) yield fail(this.#input, 'the file holds no documents')
  }

  /** Lines are found by their line feed byte, which UTF-16 does not have: such a stream is recoded on the way. */
  async *#toUtf8(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    let decoder: TextDecoder | null | undefined
    for await (const chunk of chunks) {
      if (decoder === undefined) {
        const start = decodeText(chunk.subarray(0, 1 << 16))
        decoder = start.ok && start.encoding.startsWith('UTF-16') ? new TextDecoder(start.encoding) : null
        if (start.ok && decoder !== null) this.#say(start.notice)
      }
      yield decoder === null ? chunk : Buffer.from(decoder.decode(chunk, { stream: true }))
    }
  }

  /** `hint` stands before what is wrong with the JSON; `part`: where in the input it stands. */
  async #readJson(input: string, json: string, hint: string, part = ''): Promise<ReadOutcome> {
    let value: unknown
    try {
      value = JSON.parse(json)
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
      const mistake = findJsonMistake(json)
      return fail(input, `not JSON: ${hint}${mistake === null ? error.message : describeJsonMistake(mistake)}`)
    }
    const read = readDocumentFields(value)
    return read.ok ? this.#finish(input, read.fields, part) : fail(input, read.reason)
  }

  async #finish(input: string, fields: DocumentFields, part = ''): Promise<ReadOutcome> {
    const language = this.#options.language ?? fields.language ?? (await recogniseLanguage(fields.text))
    const published = this.#options.published ?? fields.published ?? null
    const document = makeDocument({ ...fields, language: primarySubtag(language), published })
    return { ok: true, input, part, document }
  }

  #id(): string {
    return this.#input === '-' ? 'stdin' : parse(this.#input).name
  }

  #say(message: string | null): void {
    if (message === null || this.#said.has(message)) return
    this.#said.add(message)
    this.#options.onNotice({ input: this.#input, message })
  }
}

/** `ru-RU` is Russian. */
function primarySubtag(language: string | null): string | null {
  return language === null ? null : language.split(/[-_]/, 1)[0].toLowerCase()
}

interface Start {
  readonly bytes: Uint8Array
  /** True when the input has no more. */
  readonly isWhole: boolean
  readonly rest: AsyncIterator<Uint8Array>
}

/** Takes chunks off until the first line of text is whole, the input ends, or a document's limit is reached. */
async function peek(chunks: AsyncIterable<Uint8Array>): Promise<Start> {
  const rest = chunks[Symbol.asyncIterator]()
  const pieces: Uint8Array[] = []
  let length = 0
  let isWhole = false
  let sawText = false
  while (length <= DOCUMENT_LIMIT) {
    const next = await rest.next()
    if (next.done === true) {
      isWhole = true
      break
    }
    pieces.push(next.value)
    length += next.value.length
    const textAt = sawText ? 0 : next.value.findIndex(byte => byte > 0x20)
    if (textAt < 0) continue
    sawText = true
    if (next.value.indexOf(0x0a, textAt) >= 0) break
  }
  return { bytes: Buffer.concat(pieces, length), isWhole, rest }
}

/** `bytes`: the start of an input with its first line, or all of it. */
function guessKind(bytes: Uint8Array, isWhole: boolean): Guess {
  const decoded = decodeText(bytes)
  if (!decoded.ok) return 'text' // the reader of texts says what is wrong
  const text = decoded.text.trimStart()
  if (text.startsWith('<')) return 'html'
  if (!text.startsWith('{')) return 'text'
  // One object over many lines is a document; an object that ends with its line is the first of many, or the only one.
  const lineEnd = text.indexOf('\n')
  if (lineEnd < 0 && isWhole) return 'json'
  return isJson(lineEnd < 0 ? text : text.slice(0, lineEnd)) ? 'jsonl' : 'json'
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch (error) {
    if (error instanceof SyntaxError) return false
    throw error
  }
}
