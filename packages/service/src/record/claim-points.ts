/** Claims on an agreement as points of its matrix, as reviewers left them: rejected ones are gone, corrected ones stand where they belong. */
import { type Assertion, type Dossier, PRESS } from '@parley/core'
import { countClaims, type OpenRecord, publishersOf } from '@parley/record'
import { CLAIMS, changedItems } from '../review/changed-items.ts'
import { type ClaimantRow, claimantOf } from './claimant-of.ts'
import { whileSameReadings, whileUnchanged } from './while-unchanged.ts'

export interface ClaimPoint {
  readonly stipulation: string
  readonly assertion: Assertion
  /** Party, body or `press`; null: somebody who speaks for none. */
  readonly voice: string | null
  /** Day, or null: undated. */
  readonly said: string | null
  readonly general: boolean
  /** Claims that are this point. */
  readonly count: number
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

/**
 * All claims on one agreement's stipulations (null: on all of the dossier), those of one voice, day and assertion as one point with their number; sorted by
 * stipulation.
 */
export async function claimPoints(
  record: OpenRecord,
  dossier: Dossier,
  agreement: string | null,
): Promise<ClaimPoint[]> {
  const asked = dossier.agreements.map(({ id }) => id).filter(id => agreement === null || id === agreement)
  const points: (readonly ClaimPoint[])[] = []
  for (const id of asked.sort((a, b) => (`${a}/` < `${b}/` ? -1 : 1)))
    points.push(await whileUnchanged(record, `points ${dossier.id} ${id}`, () => findPoints(record, dossier, id)))
  return points.flat()
}

/** By what they are points of. */
type Points = Map<string, ClaimPoint>

async function findPoints(record: OpenRecord, dossier: Dossier, agreement: string): Promise<readonly ClaimPoint[]> {
  // A reviewer's decision changes few of them, and must not wait for all to be counted anew.
  const asFound = await whileSameReadings(record, `points ${dossier.id} ${agreement}`, () =>
    countPoints(record, dossier, agreement),
  )
  const changed = (await changedItems(record, CLAIMS)).flatMap(({ found, reviewed }) => [
    { row: found, times: -1 },
    ...(reviewed === null ? [] : [{ row: reviewed, times: 1 }]),
  ])
  const moved = changed.filter(({ row }) => row.stipulation.startsWith(`${agreement}/`))
  if (moved.length === 0) return asFound
  const points: Points = new Map(asFound.map(point => [keyOf(point), point]))
  for (const { row, times } of moved) count(points, dossier, row, times)
  return inOrder(points)
}

function count(points: Points, dossier: Dossier, row: PointRow, times: number): void {
  const { stipulation, assertion } = row
  const { voice } = claimantOf(dossier, row)
  const said = row.said !== null && DAY.test(row.said) ? row.said : null
  const point = {
    stipulation,
    assertion: assertion as Assertion,
    voice,
    said,
    general: row.general === 1,
    count: times,
  }
  const key = keyOf(point)
  const before = points.get(key)
  points.set(key, before === undefined ? point : { ...point, count: before.count + times })
}

function keyOf({ stipulation, assertion, voice, said, general }: ClaimPoint): string {
  return `${stipulation} ${assertion} ${voice} ${said} ${general}`
}

function inOrder(points: Points): ClaimPoint[] {
  return [...points]
    .filter(([, { count }]) => count > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, point]) => point)
}

async function countPoints(record: OpenRecord, dossier: Dossier, agreement: string): Promise<ClaimPoint[]> {
  // Only the publishers that speak for somebody matter to whose voice a document is, and they are few.
  const speaking = (await publishersOf(record)).filter(publisher => {
    const narrator = { claimant: null, claimant_ref: null, claimant_for: null, said: null, reported: null, publisher }
    return claimantOf(dossier, narrator).voice !== PRESS
  })
  const points: Points = new Map()
  for (const { days, ...alike } of await countClaims(record, agreement, speaking)) {
    for (const { said, reported, count: times } of days) count(points, dossier, { ...alike, said, reported }, times)
  }
  return inOrder(points)
}

interface PointRow extends ClaimantRow {
  readonly stipulation: string
  readonly assertion: string
  readonly general: number
}
