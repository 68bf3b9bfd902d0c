/** What a source was taken from, as it came: the archived bytes, and, where they are a page, its HTML. */
import { decodePage, kindOfName } from '@parley/ingest'
import type { OpenRecord } from '@parley/record'

/** Bytes of a page that is shown, at most. */
const PAGE_LIMIT = 4 * 1024 * 1024

export interface Archived {
  readonly sha256: string
  /** Bytes. */
  readonly length: number
  /** Instant, UTC. */
  readonly taken: string
  /** The bytes are one HTML page, not too long to be shown. */
  readonly isPage: boolean
}

/** The first capture that the document came out of; null where the record has none. */
export async function archivedOf({ db }: OpenRecord, document: string): Promise<Archived | null> {
  const capture = await db
    .selectFrom('documents as d')
    .innerJoin('sources as s', 's.document', 'd.n')
    .innerJoin('captures as c', 'c.id', 's.capture')
    .innerJoin('archive as a', 'a.sha256', 'c.sha256')
    .select(['c.at', 'c.sha256', 'c.media_type', 'c.origin', 's.part', 'a.bytes'])
    .where('d.id', '=', document)
    .orderBy('c.at')
    .executeTakeFirst()
  if (capture === undefined) return null
  const { sha256, at: taken, media_type: type, origin, part, bytes } = capture
  const isHtml = type === null ? kindOfName(origin) === 'html' : /^(?:text\/html|application\/xhtml\+xml)\b/.test(type)
  return { sha256, length: Number(bytes), taken, isPage: isHtml && part === '' && Number(bytes) <= PAGE_LIMIT }
}

/** The HTML of an archived page, as it came: nothing in it is safe to show. Throws RecordError where the archive lacks it; null where it is no text. */
export async function archivedPage({ archive }: OpenRecord, sha256: string): Promise<string | null> {
  const chunks: Uint8Array[] = []
  for await (const chunk of archive.read(sha256)) chunks.push(chunk)
  const decoded = decodePage(Buffer.concat(chunks))
  return decoded.ok ? decoded.text : null
}
