/**
 * Inputs -> documents, one at a time, in the order of the inputs. What cannot be read comes as a failure in its place, and the
 * rest goes on. Nothing is printed here and nothing is kept: the caller sees each outcome once.
 */
import { parse } from 'node:path'
import { TextDecoder } from 'node:util'
import { type DocumentFields, makeDocument } from '@parley/core'
import { splitByteLines } from './bytes/byte-lines.ts'
import { chain, DOCUMENT_LIMIT, fileChunks, fileSystemReason, readAll, TOO_LONG } from './bytes/byte-source.ts'
import { decodePage } from './bytes/decode-page.ts'
import { decodeText } from './bytes/decode-text.ts'
import { isDocx } from './bytes/known-formats.ts'
import { readDocumentFields } from './document-fields.ts'
import { type FileKind, type FoundFile, findFiles } from './find-files.ts'
import { findJsonMistake } from './formats/json-mistake.ts'
import { toIsoDate } from './iso-date.ts'
import { type NoticeCode, noticeOf } from './notices.ts'
import { fail, type Notice, type ReadOutcome } from './outcome.ts'
import { because } from './reasons.ts'
import { recogniseLanguage } from './recognise-language.ts'
import { storableStrings } from './storable.ts'

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

const READ_AS = {
  pdf: 'readAsPdf',
  docx: 'readAsWord',
  csv: 'readAsTable',
  warc: 'readAsArchive',
  feed: 'readAsFeed',
  opml: 'readAsFeedList',
  html: 'readAsHtml',
  json: 'readAsJson',
  jsonl: 'readAsJsonLines',
} as const satisfies Readonly<Record<Exclude<Guess, 'text'>, NoticeCode>>

/** Of one page among many: how it is named, and what is known of it from outside. */
interface Place {
  readonly input?: string
  readonly part?: string
  readonly fields?: Partial<DocumentFields>
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
        if (known !== 'text') this.#say(noticeOf(READ_AS[known]))
      }
      if (known === 'jsonl') yield* this.#readLines(chunks)
      else if (known === 'warc') yield* this.#readArchive(chunks)
      else if (known === 'csv' || known === 'feed' || known === 'opml') yield* this.#readMany(chunks, known)
      else yield await this.#readWhole(chunks, known)
    } catch (error) {
      const reason = fileSystemReason(error)
      if (reason === null) throw error
      yield fail(this.#input, reason)
    }
  }

  async #readWhole(
    chunks: AsyncIterable<Uint8Array>,
    kind: 'text' | 'html' | 'json' | 'pdf' | 'docx',
  ): Promise<ReadOutcome> {
    const all = await readAll(chunks)
    if (!all.ok) return fail(this.#input, all.reason)
    if (all.bytes.length === 0) return fail(this.#input, because('empty'))
    if (kind === 'pdf' || isPdf(all.bytes)) return this.#readPdf(all.bytes)
    if (kind === 'docx' || isDocx(all.bytes)) return this.#readDocx(all.bytes)
    if (kind === 'html') return this.#readPage(all.bytes)
    const decoded = decodeText(all.bytes)
    if (!decoded.ok) return fail(this.#input, decoded.reason)
    this.#say(decoded.notice)
    if (decoded.text.trim() === '') return fail(this.#input, because('blank'))
    if (kind === 'json') return this.#readJson(this.#input, decoded.text)
    return this.#finish(this.#input, { id: this.#id(), text: decoded.text })
  }

  async #readPdf(bytes: Uint8Array, place: Place = {}): Promise<ReadOutcome> {
    const { readPdf } = await import('./formats/read-pdf.ts')
    const read = await readPdf(bytes)
    if (!read.ok) return fail(place.input ?? this.#input, read.reason)
    const { text, title, published } = read
    return this.#finish(
      place.input ?? this.#input,
      { id: this.#id(), text, title, published, ...place.fields },
      place.part,
    )
  }

  async #readDocx(bytes: Uint8Array): Promise<ReadOutcome> {
    const { readDocx } = await import('./formats/read-docx.ts')
    const read = await readDocx(bytes)
    if (!read.ok) return fail(this.#input, read.reason)
    const { text, title, published } = read
    return this.#finish(this.#input, { id: this.#id(), text, title, published })
  }

  /** Pages of a web archive, each under its own address. */
  async *#readArchive(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<ReadOutcome> {
    const { readWarc } = await import('./formats/read-warc.ts')
    let isEmpty = true
    try {
      for await (const { url, record, mediaType, bytes, reason } of readWarc(chunks, DOCUMENT_LIMIT)) {
        isEmpty = false
        const input = `${this.#input}:${record}`
        if (bytes === null) {
          yield fail(input, reason ?? because('warcPartEmpty'))
          continue
        }
        const place: Place = { input, part: `record ${record}`, fields: { id: url, url } }
        if (mediaType === 'application/pdf') yield await this.#readPdf(bytes, place)
        else if (mediaType !== 'text/plain') yield await this.#readPage(bytes, place)
        else yield await this.#readPlain(bytes, place)
      }
    } catch (error) {
      if (!(error instanceof Error) || fileSystemReason(error) !== null) throw error
      isEmpty = false
      yield fail(this.#input, because('warcBroken', { detail: error.message.slice(0, 200) }))
    }
    if (isEmpty) yield fail(this.#input, because('warcEmpty'))
  }

  async #readPlain(bytes: Uint8Array, { input = this.#input, part, fields }: Place): Promise<ReadOutcome> {
    const decoded = decodeText(bytes)
    if (!decoded.ok) return fail(input, decoded.reason)
    if (decoded.text.trim() === '') return fail(input, because('blankPart'))
    return this.#finish(input, { id: this.#id(), text: decoded.text, ...fields }, part)
  }

  /** Tables and feeds: small enough to be held whole. */
  async *#readMany(chunks: AsyncIterable<Uint8Array>, kind: 'csv' | 'feed' | 'opml'): AsyncGenerator<ReadOutcome> {
    const all = await readAll(chunks)
    if (!all.ok) {
      yield fail(this.#input, all.reason)
      return
    }
    const decoded = decodeText(all.bytes)
    if (!decoded.ok) yield fail(this.#input, decoded.reason)
    else if (decoded.text.trim() === '') yield fail(this.#input, because('empty'))
    else if (kind === 'opml') yield fail(this.#input, because('feedListFile'))
    else if (kind === 'csv') yield* this.#readTable(decoded.text)
    else yield* this.#readFeed(decoded.text)
  }

  async *#readTable(text: string): AsyncGenerator<ReadOutcome> {
    const { readCsv } = await import('./formats/read-csv.ts')
    let isEmpty = true
    for await (const row of readCsv(text)) {
      isEmpty = false
      const input = `${this.#input}:${row.line}`
      if (!row.ok) {
        yield fail(input, row.reason)
        continue
      }
      const published =
        row.value.published === undefined ? {} : { published: toIsoDate(row.value.published) ?? row.value.published }
      const id = row.value.id.startsWith('line-') ? `${this.#id()}-${row.value.id}` : row.value.id
      const read = readDocumentFields({ ...row.value, ...published, id })
      yield read.ok ? await this.#finish(input, read.fields, `line ${row.line}`) : fail(input, read.reason)
    }
    if (isEmpty) yield fail(this.#input, because('tableRows'))
  }

  /** What the feed itself holds of its entries; the pages they lead to are fetched by those who may fetch. */
  async *#readFeed(text: string): AsyncGenerator<ReadOutcome> {
    const { readFeed } = await import('./formats/read-feed.ts')
    const { readHtml } = await import('./formats/read-html.ts')
    const read = await readFeed(text)
    if (!read.ok) {
      yield fail(this.#input, read.reason)
      return
    }
    const { title: publisher, entries } = read.feed
    if (entries.length === 0) yield fail(this.#input, because('feedEntries'))
    for (const [i, { url, title, published, html }] of entries.entries()) {
      const input = `${this.#input}:${i + 1}`
      const page = readHtml(`<html><body><article>${html ?? ''}</article></body></html>`)
      if (!page.ok || page.text === '') {
        yield fail(input, because('feedEntry'))
        continue
      }
      const heading = title === null || page.text.startsWith(title) ? '' : `${title}\n\n`
      const fields = {
        id: url ?? `${this.#id()}-${i + 1}`,
        text: heading + page.text,
        title,
        published,
        url,
        publisher,
      }
      yield await this.#finish(input, fields, `entry ${i + 1}`)
    }
  }

  async #readPage(bytes: Uint8Array, place: Place = {}): Promise<ReadOutcome> {
    const input = place.input ?? this.#input
    // Loaded when the first page comes: the two libraries behind it take longer to load than a text takes to read.
    const { readHtml } = await import('./formats/read-html.ts')
    const decoded = decodePage(bytes)
    if (!decoded.ok) return fail(input, decoded.reason)
    this.#say(decoded.notice)
    const read = readHtml(decoded.text)
    if (!read.ok) return fail(input, read.reason)
    const { language, ok: _, ...page } = read
    if (page.text === '') return fail(input, because('noTextOnPage'))
    // Templates carry a `lang` that nobody looks at, so the words are asked first and the page only where they do not say.
    const fields = {
      id: this.#id(),
      ...page,
      language: (await recogniseLanguage(page.text)) ?? language,
      ...place.fields,
    }
    return this.#finish(input, fields, place.part)
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
      yield await this.#readJson(input, decoded.text, `line ${line.number}`)
    }
    if (isEmpty) yield fail(this.#input, because('noDocuments'))
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

  /** `part`: where in the input it stands; '' for all of it. */
  async #readJson(input: string, json: string, part = ''): Promise<ReadOutcome> {
    let value: unknown
    try {
      value = JSON.parse(json)
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
      const mistake = findJsonMistake(json)
      if (mistake === null) return fail(input, because('notJson', { detail: error.message }))
      return fail(input, because(part === '' ? 'notJsonAt' : 'notJsonLine', { ...mistake }))
    }
    const read = readDocumentFields(value)
    return read.ok ? this.#finish(input, read.fields, part) : fail(input, read.reason)
  }

  async #finish(input: string, said: DocumentFields, part = ''): Promise<ReadOutcome> {
    const fields = storableStrings(said)
    const language = this.#options.language ?? fields.language ?? (await recogniseLanguage(fields.text))
    const published = this.#options.published ?? fields.published ?? null
    const document = makeDocument({ ...fields, language: primarySubtag(language), published })
    return { ok: true, input, part, document }
  }

  /** The name of a file without its extension; of an address all of it. */
  #id(): string {
    if (/^https?:/i.test(this.#input)) return this.#input
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

function isPdf(bytes: Uint8Array): boolean {
  return startsWith(bytes, '%PDF-')
}

function startsWith(bytes: Uint8Array, ascii: string): boolean {
  return Buffer.from(bytes.subarray(0, ascii.length)).toString('latin1') === ascii
}

/** `bytes`: the start of an input with its first line, or all of it. */
function guessKind(bytes: Uint8Array, isWhole: boolean): Guess {
  if (isPdf(bytes)) return 'pdf'
  if (isDocx(bytes)) return 'docx'
  if (startsWith(bytes, 'WARC/')) return 'warc'
  const decoded = decodeText(bytes)
  if (!decoded.ok) return 'text' // the reader of texts says what is wrong
  const text = decoded.text.trimStart()
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)?<(?:rss|feed|rdf:RDF)\b/i.test(text.slice(0, 4096))) return 'feed'
  if (/^(?:<\?xml[^>]*>\s*)?<opml\b/i.test(text.slice(0, 4096))) return 'opml'
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
