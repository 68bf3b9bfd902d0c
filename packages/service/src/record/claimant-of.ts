/** Who vouches for a claim as a row of the record holds it. */
import { type Claimant, claimantBehind, type Dossier } from '@parley/core'

export interface ClaimantRow {
  readonly claimant: string | null
  readonly claimant_ref: string | null
  readonly claimant_for: string | null
  readonly publisher: string | null
  readonly said: string | null
  readonly reported: string | null
}

export function claimantOf(dossier: Dossier, row: ClaimantRow): Claimant {
  const { claimant: name, claimant_ref: ref, claimant_for: speaksFor } = row
  const claimant = name === null ? null : { name, ref, ...(speaksFor === null ? {} : { speaksFor }) }
  return claimantBehind(dossier, claimant, row)
}
