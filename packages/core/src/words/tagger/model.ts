/**
 * A tagger model's bytes: u32 version, u32 length of the list of frequent forms in UTF-16 units, the forms parted by
 * spaces (form n of the list has context number n + 1), then one signed byte for each place of the layout. Little-endian.
 */
import { FEATURE_SPACE, MODEL_VERSION } from './layout.ts'

export interface TaggerModel {
  readonly contexts: ReadonlyMap<string, number>
  readonly weights: Int8Array
}

/** Throws RangeError for bytes of another version or length. */
export function readTaggerModel(bytes: Uint8Array): TaggerModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const version = view.getUint32(0, true)
  if (version !== MODEL_VERSION)
    throw new RangeError(`tagger model of version ${version}; this reader takes ${MODEL_VERSION}`)
  const units = view.getUint32(4, true)
  const start = 8 + units * 2
  if (bytes.length !== start + FEATURE_SPACE) {
    throw new RangeError(`tagger model of ${bytes.length} bytes; ${start + FEATURE_SPACE} expected`)
  }
  let forms = ''
  for (let i = 0; i < units; i++) forms += String.fromCharCode(view.getUint16(8 + i * 2, true))
  return {
    contexts: new Map(forms.split(' ').map((form, i) => [form, i + 1])),
    weights: new Int8Array(bytes.buffer, bytes.byteOffset + start, FEATURE_SPACE),
  }
}
