/** Text -> bytes in an encoding that Node only decodes: the table of TextDecoder, turned round. */
export function encode(text: string, label: string): Uint8Array {
  if (label === 'utf-16le' || label === 'utf-16be') {
    const bytes = Buffer.from(text, 'utf16le')
    return label === 'utf-16le' ? bytes : bytes.swap16()
  }
  const decoder = new TextDecoder(label)
  const byteOf = new Map<string, number>()
  for (let byte = 255; byte >= 0; byte--) byteOf.set(decoder.decode(Uint8Array.of(byte)), byte)
  return Uint8Array.from(text, character => {
    const byte = byteOf.get(character)
    if (byte === undefined) throw new RangeError(`${label} has no ${JSON.stringify(character)}`)
    return byte
  })
}
