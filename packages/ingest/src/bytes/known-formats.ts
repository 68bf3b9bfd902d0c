/** Files that are no texts but often hold one: what they are by their first bytes, and what to do with them. */

import { because, type ReasonCode } from '../reasons.ts'

/** Why a file of a known format cannot be read, for people; null for any other. */
export function reasonAgainstFormat(bytes: Uint8Array): string | null {
  const known = FORMATS.find(({ mark }) => startsWith(bytes, mark))
  if (known === undefined) return null
  const inside = known.mark === ZIP ? zipContents(bytes) : null
  return because((inside ?? known).reason)
}

/** Whether bytes begin a Word document: a ZIP archive with such a part. `bytes`: all of the file, or its start. */
export function isDocx(bytes: Uint8Array): boolean {
  return startsWith(bytes, ZIP) && contains(bytes, 'word/document')
}

interface Format {
  readonly reason: ReasonCode
}

const ZIP: readonly number[] = [0x50, 0x4b, 0x03, 0x04]

const FORMATS: readonly (Format & { readonly mark: readonly number[] })[] = [
  {
    mark: [0x25, 0x50, 0x44, 0x46, 0x2d],
    reason: 'pdfFile',
  },
  { mark: ZIP, reason: 'zip' },
  { mark: [0x1f, 0x8b], reason: 'gzip' },
  {
    mark: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    reason: 'oldWord',
  },
  { mark: [0x7b, 0x5c, 0x72, 0x74, 0x66], reason: 'rtf' },
  { mark: [0x89, 0x50, 0x4e, 0x47], reason: 'png' },
  { mark: [0xff, 0xd8, 0xff], reason: 'jpeg' },
]

/** Documents that are ZIP archives, by a name that stands in their directory. */
const IN_ZIP: readonly (Format & { readonly name: string })[] = [
  { name: 'opendocument.text', reason: 'openDocument' },
  { name: 'application/epub', reason: 'epub' },
  { name: 'xl/workbook', reason: 'spreadsheet' },
  { name: 'ppt/presentation', reason: 'slides' },
]

function zipContents(bytes: Uint8Array): Format | null {
  return IN_ZIP.find(({ name }) => contains(bytes, name)) ?? null
}

function contains(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(name, 0, 'latin1')
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return bytes.length >= mark.length && mark.every((byte, at) => bytes[at] === byte)
}
