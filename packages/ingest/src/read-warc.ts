/** A web archive (WARC, plain or gzip) -> the pages in it, one at a time. */
import { WARCParser } from 'warcio'

export interface WarcPage {
  readonly url: string
  /** From 1: which record of the file. */
  readonly record: number
  /** As the server said, in lower case, without parameters; '' where it said nothing. */
  readonly mediaType: string
  readonly bytes: Uint8Array | null
  /** Why there are no bytes, or null. */
  readonly reason: string | null
}

const KINDS = /^(?:text\/html|application\/xhtml\+xml|text\/plain|application\/pdf)$/

/** Responses and resources that are pages, texts or PDFs; the rest (pictures, requests, failed fetches) is passed over. `limit`: bytes of one page. */
export async function* readWarc(chunks: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<WarcPage> {
  let number = 0
  for await (const record of WARCParser.iterRecords(chunks as never)) {
    number++
    const url = record.warcTargetURI ?? ''
    const isResponse = record.warcType === 'response'
    if (!isResponse && record.warcType !== 'resource') continue
    const headers = record.httpHeaders
    if (isResponse && headers?.statusCode !== 200) continue
    const declared = isResponse ? headers?.headers.get('content-type') : record.warcContentType
    const mediaType = (declared ?? '').split(';', 1)[0].trim().toLowerCase()
    if (!KINDS.test(mediaType)) continue
    const pieces: Uint8Array[] = []
    let length = 0
    // Compressed and chunked bodies come out plain, and no more of them than the limit.
    for await (const chunk of record) {
      length += chunk.length
      if (length > limit) break
      pieces.push(chunk)
    }
    if (length > limit) yield { url, record: number, mediaType, bytes: null, reason: 'longer than a document may be' }
    else yield { url, record: number, mediaType, bytes: Buffer.concat(pieces, length), reason: null }
  }
}
