/** Statements by what was said, by whom, of whom and when; newest first. */
import { findAsked } from '@parley/core'
import type { Cursor } from '@parley/record'
import { type Asked, listReviewedQuotations, toFilter } from '@parley/service'
import type { Paged, Statement } from '../api/schemas.ts'
import { writePlace } from './cursor.ts'
import type { Shelf } from './shelf.ts'

const PAGE = 40

export async function listStatements(
  { record, kit }: Shelf,
  asked: Asked,
  after: Cursor | null,
): Promise<Paged<Statement>> {
  const { rows, next } = await listReviewedQuotations(record, toFilter(asked, kit), PAGE, after)
  const items = rows.map(row => ({
    document: row.document,
    title: row.title ?? row.name,
    publisher: row.publisher,
    language: row.language,
    index: row.position,
    kind: row.kind as Statement['kind'],
    act: row.act,
    words: row.quote,
    found: asked.words === undefined ? [] : findAsked(row.quote, asked.words, kit),
    speaker: row.speaker,
    speakerRef: row.speaker_ref,
    said: row.said,
    reported: row.reported,
  }))
  return { items, next: next === null ? null : writePlace(next) }
}
