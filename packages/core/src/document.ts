/** A document as the reader takes it: text in NFC with \n line ends, never changed after. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

export interface TextDocument {
  readonly id: string
  readonly text: string
  /** SHA-256 of `text` as UTF-8, hex. */
  readonly sha256: string
  /** Language code (`ru`) or null when it must be recognised. */
  readonly language: string | null
  /** ISO date or date-time, or null: relative times then stay unresolved. */
  readonly published: string | null
  readonly title: string | null
  readonly url: string | null
  readonly publisher: string | null
}

export interface DocumentFields {
  readonly id: string
  readonly text: string
  readonly language?: string | null
  readonly published?: string | null
  readonly title?: string | null
  readonly url?: string | null
  readonly publisher?: string | null
}

/** NFC with \n line ends. Returns the same string when nothing had to change; lone surrogates are kept. */
export function normaliseText(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
  return lines.normalize('NFC')
}

export function makeDocument(fields: DocumentFields): TextDocument {
  const text = normaliseText(fields.text)
  return {
    id: fields.id,
    text,
    sha256: bytesToHex(sha256(utf8ToBytes(text))),
    language: fields.language ?? null,
    published: fields.published ?? null,
    title: fields.title ?? null,
    url: fields.url ?? null,
    publisher: fields.publisher ?? null,
  }
}
