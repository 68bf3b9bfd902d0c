/** What an overview tells, from the claim points of all agreements of a dossier. */
import type { ClaimPoint, DossierAnswer } from '../../api/contract.ts'
import { type Row, rowsOf, type Voice } from '../matrix/matrix-model.ts'

/** Days looked back over where the reader names none. */
export const BACK = 30

export interface PlacedRow {
  readonly agreement: string
  readonly row: Row
}

export interface Overview {
  readonly rows: readonly PlacedRow[]
  /** Rows that something was said of since the day, those whose finding moved first. */
  readonly changed: readonly PlacedRow[]
  /** How many of them moved. */
  readonly moved: number
}

export function overviewOf(
  dossier: DossierAnswer,
  points: readonly ClaimPoint[],
  { now, since, voices }: { readonly now: string; readonly since: string; readonly voices: readonly Voice[] },
): Overview {
  const rows = dossier.agreements.flatMap(agreement =>
    rowsOf(agreement, points, { asOf: now, since, general: true, voices }).map(row => ({
      agreement: agreement.id,
      row,
    })),
  )
  const isNew = ({ row }: PlacedRow) => row.points.some(({ said }) => said !== null && said > since)
  const moved = rows.filter(({ row }) => row.was !== null)
  return {
    rows,
    changed: [...moved, ...rows.filter(item => item.row.was === null && isNew(item))],
    moved: moved.length,
  }
}
