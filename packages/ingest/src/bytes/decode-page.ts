/** Bytes of an HTML page -> its text, by what the page declares of its encoding where the bytes leave it open. */
import { type DecodedText, decodeText, type Undecodable } from './decode-text.ts'

export function decodePage(bytes: Uint8Array): DecodedText | Undecodable {
  return decodeText(bytes, declaredEncoding(bytes))
}

/** What a page declares in its first bytes as its encoding, or null. */
export function declaredEncoding(bytes: Uint8Array): string | null {
  // Declarations are ASCII and must stand within the first kilobyte; pages do not always obey.
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  const xml = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)/i.exec(head)
  const meta = /<meta\b[^>]*\bcharset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)
  return (meta ?? xml)?.[1] ?? null
}
