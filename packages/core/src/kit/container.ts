/**
 * A pack file as sections of bytes. Layout (written by packages/lang): 8 bytes of magic, u32 length of the header, the
 * header as JSON in ASCII, then the sections, each at a multiple of 8 bytes. Little-endian; texts are UTF-16.
 * Views share the file's memory; nothing is copied but a file that does not begin at a multiple of 8 bytes.
 */
const MAGIC = [0x50, 0x41, 0x52, 0x4c, 0x45, 0x59, 0, 1]

/** A pack without something that the reader asks it for: it was compiled for another version. */
export class PackLacksError extends RangeError {}

export class Container {
  readonly header: Readonly<Record<string, unknown>>
  readonly #bytes: Uint8Array
  readonly #sections = new Map<string, { readonly start: number; readonly length: number }>()

  /** Throws RangeError for bytes that are no pack, a cut one, or one of another version. */
  constructor(file: Uint8Array) {
    const bytes = file.byteOffset % 8 === 0 ? file : file.slice()
    if (bytes.length < 12 || MAGIC.some((byte, i) => bytes[i] !== byte)) {
      throw new RangeError(`not a language pack of this version (${bytes.length} bytes)`)
    }
    if (new Uint8Array(Uint16Array.of(1).buffer)[0] !== 1)
      throw new RangeError('packs are little-endian, this machine is not')
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const headLength = view.getUint32(8, true)
    if (12 + headLength > bytes.length)
      throw new RangeError(`a pack cut short: ${bytes.length} bytes, header of ${headLength}`)
    let head = ''
    for (let i = 0; i < headLength; i += CHUNK) {
      head += String.fromCharCode(...bytes.subarray(12 + i, 12 + Math.min(headLength, i + CHUNK)))
    }
    const header = JSON.parse(head) as { sections: { name: string; offset: number; length: number }[] }
    const body = Math.ceil((12 + headLength) / 8) * 8
    for (const { name, offset, length } of header.sections) {
      if (body + offset + length > bytes.length) {
        throw new RangeError(
          `a pack cut short: ${bytes.length} bytes, section ${name} ends at ${body + offset + length}`,
        )
      }
      this.#sections.set(name, { start: body + offset, length })
    }
    this.#bytes = bytes
    this.header = header as unknown as Readonly<Record<string, unknown>>
  }

  names(): Iterable<string> {
    return this.#sections.keys()
  }

  has(name: string): boolean {
    return this.#sections.has(name)
  }

  /** Throws PackLacksError for a section that is not there; so do the others. */
  bytes(name: string): Uint8Array {
    const section = this.#sections.get(name)
    if (section === undefined) throw new PackLacksError(`the pack has no section ${name}`)
    return this.#bytes.subarray(section.start, section.start + section.length)
  }

  u16(name: string): Uint16Array {
    const bytes = this.bytes(name)
    return new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2)
  }

  u32(name: string): Uint32Array {
    const bytes = this.bytes(name)
    return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4)
  }

  text(name: string): string {
    const units = this.u16(name)
    let text = ''
    for (let i = 0; i < units.length; i += CHUNK) text += String.fromCharCode(...units.subarray(i, i + CHUNK))
    return text
  }

  json(name: string): unknown {
    return JSON.parse(this.text(name))
  }
}

/** How many numbers one call may take as arguments. */
const CHUNK = 8192
