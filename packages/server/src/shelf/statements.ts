/** Statements by what was said, by whom, of whom and when, as reviewers left them. */
import { claimantBehind, findAsked } from '@parley/core'
import type { Cursor, FoundQuotation } from '@parley/record'
import { pointsOf } from '@parley/record'
import {
  type Asked,
  type Chosen,
  type Counted,
  countFacets,
  decisionsAbout,
  listReviewedQuotations,
  type Sort,
  toChosenFilter,
  withChecked,
} from '@parley/service'
import type { Paged, Statement } from '../api/schemas.ts'
import { writePlace } from './cursor.ts'
import { reviewOf } from './reviews.ts'
import type { Shelf } from './shelf.ts'

export interface StatementQuestion {
  readonly asked: Asked
  readonly chosen: Chosen
}

const PAGE = 40

export async function listStatements(
  shelf: Shelf,
  { asked, chosen }: StatementQuestion,
  sort: Sort,
  after: Cursor | null,
): Promise<Paged<Statement>> {
  const { record, kit } = shelf
  const inWords = toChosenFilter(asked, chosen, kit, await speakerRefs(shelf, chosen))
  const filter = await withChecked(record, inWords, chosen.checked ?? [])
  const { rows, next } = await listReviewedQuotations(record, { ...filter, sort }, PAGE, after)
  const points = Map.groupBy(
    await pointsOf(
      record,
      rows.map(({ n }) => n),
    ),
    ({ n }) => n,
  )
  const decisions = await decisionsAbout(
    record,
    rows.map(({ id }) => id),
  )
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
    key: row.id,
    ...sideOfSpeaker(shelf, row),
    points: (points.get(row.n) ?? []).map(({ stipulation, assertion }) => ({
      stipulation,
      assertion: assertion as Statement['points'][number]['assertion'],
    })),
    parts: (JSON.parse(row.parts) as [number, number][]).map(([start, end]) => ({ start, end })),
    published: row.published,
    url: row.url,
    sha256: row.text,
    review: reviewOf(decisions.get(row.id)),
  }))
  return { items, next: next === null ? null : writePlace(next) }
}

export async function countStatements(shelf: Shelf, { asked, chosen }: StatementQuestion): Promise<Counted> {
  return countFacets(shelf.record, shelf.kit, asked, chosen, await speakerRefs(shelf, chosen))
}

/** With several dossiers an id is written in more than one way; a side is asked for by all of them. */
async function speakerRefs({ record, kit }: Shelf, { side = [] }: Chosen): Promise<string[]> {
  if (side.length === 0 || kit.dossiers.length < 2) return []
  const rows = await record.db
    .selectFrom('quotations')
    .select('speaker_ref')
    .distinct()
    .where('speaker_ref', 'is not', null)
    .execute()
  return rows.map(({ speaker_ref: ref }) => ref!)
}

function sideOfSpeaker({ kit }: Shelf, row: FoundQuotation): Pick<Statement, 'voice' | 'office'> {
  if (row.speaker === null) return { voice: null, office: null }
  for (const dossier of kit.dossiers) {
    const claimant = { name: row.speaker, ref: row.speaker_ref }
    const { voice, role } = claimantBehind(dossier, claimant, { ...row, publisher: null })
    if (voice !== null) return { voice, office: role?.office ?? null }
  }
  return { voice: null, office: null }
}
