/**
 * Writing a pack file; the core's kit/container.ts reads it. Layout, little-endian:
 *   8 bytes   "PARLEY" 0 1
 *   u32       length of the header in bytes
 *   header    JSON in ASCII (other characters as \u escapes), so that `head` shows the licence
 *   sections  each at a multiple of 8 bytes, zero-padded between
 * Texts and JSON sections are UTF-16, which the core decodes with no decoder at hand.
 */
export interface PackSection {
  readonly name: string
  /** Exactly one of these. */
  readonly u32?: Uint32Array
  readonly u16?: Uint16Array
  readonly bytes?: Uint8Array
  readonly text?: string
  readonly json?: unknown
}

const MAGIC = [0x50, 0x41, 0x52, 0x4c, 0x45, 0x59, 0, 1]

/** The file's bytes. `header` is stored with the table of sections added as `sections`. */
export function writeContainer(
  header: Readonly<Record<string, unknown>>,
  sections: readonly PackSection[],
): Uint8Array {
  const bodies = sections.map(section => ({ name: section.name, bytes: bytesOf(section) }))
  let offset = 0
  const table = bodies.map(({ name, bytes }) => {
    const row = { name, offset, length: bytes.length }
    offset += align(bytes.length)
    return row
  })
  const head = ascii(JSON.stringify({ ...header, sections: table }))
  const bodyStart = align(MAGIC.length + 4 + head.length)
  const file = new Uint8Array(bodyStart + offset)
  file.set(MAGIC)
  new DataView(file.buffer).setUint32(MAGIC.length, head.length, true)
  file.set(head, MAGIC.length + 4)
  for (const [i, { bytes }] of bodies.entries()) file.set(bytes, bodyStart + table[i].offset)
  return file
}

export function bytesOf(section: PackSection): Uint8Array {
  if (section.bytes !== undefined) return section.bytes
  if (section.u32 !== undefined) return littleEndian(section.u32)
  if (section.u16 !== undefined) return littleEndian(section.u16)
  return utf16(section.text ?? JSON.stringify(section.json))
}

function align(length: number): number {
  return Math.ceil(length / 8) * 8
}

function littleEndian(numbers: Uint32Array | Uint16Array): Uint8Array {
  const size = numbers.BYTES_PER_ELEMENT
  const bytes = new Uint8Array(numbers.length * size)
  const view = new DataView(bytes.buffer)
  for (let i = 0; i < numbers.length; i++) {
    if (size === 4) view.setUint32(i * 4, numbers[i], true)
    else view.setUint16(i * 2, numbers[i], true)
  }
  return bytes
}

function utf16(text: string): Uint8Array {
  return littleEndian(Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)))
}

function ascii(json: string): Uint8Array {
  let escaped = ''
  for (let i = 0; i < json.length; i++) {
    const unit = json.charCodeAt(i)
    escaped += unit < 0x80 ? json[i] : `\\u${unit.toString(16).padStart(4, '0')}`
  }
  return Uint8Array.from({ length: escaped.length }, (_, i) => escaped.charCodeAt(i))
}
