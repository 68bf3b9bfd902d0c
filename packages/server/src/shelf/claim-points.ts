/** Claims on an agreement as points of its matrix, as reviewers left them: rejected ones are gone, corrected ones stand where they belong. */
import type { Dossier } from '@parley/core'
import type { OpenRecord } from '@parley/record'
import { CLAIMS, changedItems, whileSameReadings, whileUnchanged } from '@parley/service'
import type { ClaimPoint } from '../api/schemas.ts'
import { type ClaimantRow, voiceOf } from './claims.ts'
import type { Shelf } from './shelf.ts'

const DAY = /^\d{4}-\d{2}-\d{2}$/

/**
 * All claims on one agreement's stipulations (null: on all of the dossier), those of one voice, day and assertion as one point with their number; sorted by
 * stipulation.
 */
export async function claimPoints(
  { record }: Shelf,
  dossier: Dossier,
  agreement: string | null,
): Promise<ClaimPoint[]> {
  const asked = dossier.agreements.map(({ id }) => id).filter(id => agreement === null || id === agreement)
  const points: ClaimPoint[][] = []
  for (const id of asked.sort((a, b) => (`${a}/` < `${b}/` ? -1 : 1)))
    points.push(await whileUnchanged(record, `points ${dossier.id} ${id}`, () => findPoints(record, dossier, id)))
  return points.flat()
}

/** By what they are points of. */
type Points = Map<string, ClaimPoint>

async function findPoints(record: OpenRecord, dossier: Dossier, agreement: string): Promise<ClaimPoint[]> {
  // A reviewer's decision changes few of them, and must not wait for all to be counted anew.
  const asFound = await whileSameReadings(record, `points ${dossier.id} ${agreement}`, () =>
    countPoints(record, dossier, agreement),
  )
  const points: Points = new Map(asFound)
  for (const { found, reviewed } of await changedItems(record, CLAIMS)) {
    if (found.stipulation.startsWith(`${agreement}/`)) count(points, dossier, found, -1)
    if (reviewed?.stipulation.startsWith(`${agreement}/`)) count(points, dossier, reviewed, 1)
  }
  return inOrder(points).map(([, point]) => point)
}

function count(points: Points, dossier: Dossier, row: PointRow, times: number): void {
  const { stipulation, assertion } = row
  const { voice } = voiceOf(dossier, row)
  const said = row.said !== null && DAY.test(row.said) ? row.said : null
  const general = row.general === 1
  const key = `${stipulation} ${assertion} ${voice} ${said} ${general}`
  const before = points.get(key)?.count ?? 0
  const point = { stipulation, assertion: assertion as ClaimPoint['assertion'], voice, said, general }
  points.set(key, { ...point, count: before + times })
}

function inOrder(points: Points): [string, ClaimPoint][] {
  return [...points].filter(([, point]) => point.count > 0).sort(([a], [b]) => (a < b ? -1 : 1))
}

/** Hardly two claims share claimant, day and publisher, so that grouping them in the database would only sort them. */
async function countPoints(record: OpenRecord, dossier: Dossier, agreement: string): Promise<Points> {
  const rows = await record.db
    .selectFrom('claims as c')
    .innerJoin('documents as d', 'd.n', 'c.document')
    .select([
      'c.stipulation',
      'c.assertion',
      'c.claimant',
      'c.claimant_ref',
      'c.claimant_for',
      'c.said',
      'c.reported',
      'c.general',
      'd.publisher',
    ])
    // `/` is followed by `0` in ASCII: all ids that begin with `agreement/`.
    .where('c.stipulation', '>', `${agreement}/`)
    .where('c.stipulation', '<', `${agreement}0`)
    .execute()
  const points: Points = new Map()
  for (const row of rows) count(points, dossier, row, 1)
  return new Map(inOrder(points))
}

interface PointRow extends ClaimantRow {
  readonly stipulation: string
  readonly assertion: string
  readonly general: number
}
