/** Files that are no texts but often hold one: what they are by their first bytes, and what to do with them. */

/** Why a file of a known format cannot be read, for people; null for any other. */
export function reasonAgainstFormat(bytes: Uint8Array): string | null {
  const known = FORMATS.find(({ mark }) => startsWith(bytes, mark))
  if (known === undefined) return null
  const inside = known.mark === ZIP ? zipContents(bytes) : null
  const { what, todo } = inside ?? known
  return `${what}, which Parley does not read; ${todo}`
}

/** Whether bytes begin a Word document: a ZIP archive with such a part. `bytes`: all of the file, or its start. */
export function isDocx(bytes: Uint8Array): boolean {
  return startsWith(bytes, ZIP) && contains(bytes, 'word/document')
}

interface Format {
  readonly what: string
  readonly todo: string
}

const SAVE = 'save it as plain text (.txt) or as a web page (.html)'
const ZIP: readonly number[] = [0x50, 0x4b, 0x03, 0x04]

const FORMATS: readonly (Format & { readonly mark: readonly number[] })[] = [
  {
    mark: [0x25, 0x50, 0x44, 0x46, 0x2d],
    what: 'a PDF file',
    todo: 'save its text (in a viewer, or with pdftotext) as .txt',
  },
  { mark: ZIP, what: 'a ZIP archive', todo: 'unpack it and name its files' },
  { mark: [0x1f, 0x8b], what: 'a gzip archive', todo: 'unpack it and name the file' },
  {
    mark: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    what: 'a Microsoft Word (.doc) or other OLE file',
    todo: SAVE,
  },
  { mark: [0x7b, 0x5c, 0x72, 0x74, 0x66], what: 'an RTF file', todo: SAVE },
  { mark: [0x89, 0x50, 0x4e, 0x47], what: 'a picture (PNG)', todo: 'recognise its text with another program' },
  { mark: [0xff, 0xd8, 0xff], what: 'a picture (JPEG)', todo: 'recognise its text with another program' },
]

/** Documents that are ZIP archives, by a name that stands in their directory. */
const IN_ZIP: readonly (Format & { readonly name: string })[] = [
  { name: 'opendocument.text', what: 'an OpenDocument text (.odt)', todo: SAVE },
  { name: 'application/epub', what: 'an e-book (.epub)', todo: SAVE },
  { name: 'xl/workbook', what: 'a spreadsheet (.xlsx)', todo: 'save each text as a line of .jsonl' },
  { name: 'ppt/presentation', what: 'a presentation (.pptx)', todo: SAVE },
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
