/**
 * Bytes of a file -> its text. UTF-8 is believed where it is valid; else a byte order mark, the shape of UTF-16, what a page
 * declares and the frequencies of Russian letters decide, in an order that the function below spells out.
 */
import { isUtf8 } from 'node:buffer'
import { noticeOf } from '../notices.ts'
import { because } from '../reasons.ts'
import { recogniseSingleByteEncoding } from './cyrillic-encodings.ts'
import { reasonAgainstFormat } from './known-formats.ts'

export interface DecodedText {
  readonly ok: true
  /** Without byte order mark; otherwise as it stands. */
  readonly text: string
  /** As people write it: `UTF-8`, `windows-1251`. */
  readonly encoding: string
  /** What the user should know, or null for plain UTF-8. */
  readonly notice: string | null
}

export interface Undecodable {
  readonly ok: false
  readonly reason: string
}

/** `declared`: the encoding a page or a header names, or null. */
export function decodeText(bytes: Uint8Array, declared: string | null = null): DecodedText | Undecodable {
  const decoded = decode(bytes, declared)
  if (decoded.ok && hasTooManyControls(decoded.text)) return { ok: false, reason: because('binary') }
  return decoded
}

function decode(bytes: Uint8Array, declared: string | null): DecodedText | Undecodable {
  const reason = reasonAgainstFormat(bytes)
  if (reason !== null) return { ok: false, reason }
  if (startsWith(bytes, [0xff, 0xfe])) return decodeAs('utf-16le', bytes)
  if (startsWith(bytes, [0xfe, 0xff])) return decodeAs('utf-16be', bytes)
  const utf16 = utf16WithoutMark(bytes)
  if (utf16 !== null) return decodeAs(utf16, bytes)
  if (bytes.includes(0)) return { ok: false, reason: because('binaryNul') }
  // Valid UTF-8 that is not plain ASCII is never anything else by chance, whatever a page declares: saved pages are often
  // recoded and keep their old <meta charset>.
  if (isUtf8(bytes)) return decodeAs('utf-8', bytes)
  const label = declared === null ? null : supportedLabel(declared)
  if (label !== null && label !== 'utf-8') return decodeAs(label, bytes)
  const damaged = decodeDamagedUtf8(bytes)
  if (damaged !== null) return damaged
  const encoding = recogniseSingleByteEncoding(bytes)
  if (encoding !== null) return decodeAs(encoding, bytes)
  return { ok: false, reason: because('encoding') }
}

const WRITTEN: Readonly<Record<string, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16LE',
  'utf-16be': 'UTF-16BE',
  'koi8-r': 'KOI8-R',
  ibm866: 'IBM866',
  'iso-8859-5': 'ISO-8859-5',
}

function decodeAs(label: string, bytes: Uint8Array): DecodedText {
  const encoding = WRITTEN[label] ?? label
  const notice = label === 'utf-8' ? null : noticeOf('readAs', { encoding })
  return { ok: true, text: new TextDecoder(label).decode(bytes), encoding, notice }
}

/** The encoding's canonical label, or null when TextDecoder knows none of that name. */
function supportedLabel(declared: string): string | null {
  try {
    return new TextDecoder(declared.trim()).encoding
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** A text cut in the middle of a character or hurt in a few places: most of what is not ASCII must still be sound. */
function decodeDamagedUtf8(bytes: Uint8Array): DecodedText | null {
  const text = new TextDecoder('utf-8').decode(bytes)
  let broken = 0
  let sound = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 0xfffd) broken++
    else if (unit >= 0x80) sound++
  }
  if (broken * 10 > sound) return null
  const notice = broken === 1 ? noticeOf('damagedOnce') : noticeOf('damaged', { number: broken })
  return { ok: true, text, encoding: 'UTF-8', notice }
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return bytes.length >= mark.length && mark.every((byte, at) => bytes[at] === byte)
}

/**
 * UTF-16 without a byte order mark: of every two bytes one is the page of the character, 0 for Latin and 4 for Cyrillic, 0x20
 * for dashes and curly quotes. Neither 0 nor 4 occurs in the text of a one-byte encoding.
 */
function utf16WithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const pairs = Math.min(bytes.length >> 1, 1 << 14)
  if (pairs === 0) return null
  const pages = [0, 0]
  for (let at = 0; at < pairs * 2; at++) if (bytes[at] === 0 || bytes[at] === 4) pages[at & 1]++
  // A tenth may be typography; the other byte of the pair is hardly ever 0 or 4.
  if (pages[1] >= pairs * 0.9 && pages[0] < pairs * 0.2) return 'utf-16le'
  if (pages[0] >= pairs * 0.9 && pages[1] < pairs * 0.2) return 'utf-16be'
  return null
}

/** More than one control character in a hundred: no text, whatever it decodes as. */
function hasTooManyControls(text: string): boolean {
  let controls = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    // Tab, line ends and form feed belong to texts; U+0080..9F is what a wrong one-byte reading leaves behind.
    if ((unit < 0x20 && (unit < 0x09 || unit > 0x0d)) || (unit >= 0x7f && unit < 0xa0)) controls++
  }
  return controls * 100 > text.length
}
