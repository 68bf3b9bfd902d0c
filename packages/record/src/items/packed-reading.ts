/** What is found in a document, on its way from the thread that read it to the writer. */
import { deserialize, serialize } from 'node:v8'
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import type { Analysis } from '@parley/core'
import { sha256Hex } from '../log/hash.ts'
import type { PassageTable } from '../store/tables.ts'
import type { Indexed, Items } from './item-rows.ts'

/** The analysis as it is kept: JSON without the text, which the record has, compressed. */
export interface PackedAnalysis {
  readonly body: Uint8Array
  readonly sha256: string
}

export function packAnalysis({ text: _, ...rest }: Analysis): PackedAnalysis {
  const json = JSON.stringify(rest)
  const bytes = Buffer.from(json)
  // Told how much will come, it takes no more room than that: else some megabytes for each analysis, of a few kilobytes. The same bytes come out.
  const packed = zstdCompressSync(bytes, { pledgedSrcSize: bytes.length })
  // Copied to its size: a piece of a larger buffer would take the whole of it along to another thread.
  return { body: new Uint8Array(packed), sha256: sha256Hex(json) }
}

/** Throws when the bytes are no such analysis. */
export function unpackAnalysis(body: Uint8Array, text: string): Analysis {
  const { format, document, reader, ...rest } = JSON.parse(jsonOf(body)) as Omit<Analysis, 'text'>
  return { format, document, reader, text, ...rest }
}

export function jsonOf(body: Uint8Array): string {
  return zstdDecompressSync(body).toString('utf8')
}

export interface ReadingMade {
  readonly ok: true
  readonly document: { readonly n: number; readonly id: string }
  readonly analysis: PackedAnalysis
  readonly items: Items
  /** Words of each quotation, in order. */
  readonly quotationWords: readonly string[]
  readonly passages: readonly Indexed<PassageTable>[]
  readonly signature: Uint8Array | null
}

export interface ReadingFailed {
  readonly ok: false
  readonly document: { readonly n: number; readonly id: string }
  readonly reason: string
}

/**
 * A reading on its way to the writer, as bytes: they wait outside the writer's heap, where the rows of hundreds of documents would grow old before they are
 * saved, and only the collector's slow round would see them off.
 */
export interface PackedReading {
  readonly ok: true
  readonly document: ReadingMade['document']
  /** Its memory is its own, so that it can be handed to another thread. */
  readonly bytes: Uint8Array<ArrayBuffer>
}

export function packReading<T extends ReadingMade | ReadingFailed>(reading: T): PackedReading | ReadingFailed {
  if (!reading.ok) return reading
  const { ok, document, ...found } = reading
  // Copied to its size, and out of memory that may be shared.
  return { ok, document, bytes: new Uint8Array(serialize(found)) }
}

export function unpackReading({ document, bytes }: PackedReading): ReadingMade {
  return { ok: true, document, ...(deserialize(bytes) as Omit<ReadingMade, 'ok' | 'document'>) }
}
