/** The sides of the process as marks: a code, a place in the order of the parties (its hue), a name. Letters first; a hue alone says nothing. */
import { useMemo } from 'react'
import type { PartyFacts } from '../api/contract.ts'
import { useNames } from '../names/use-names.ts'
import { useRecord } from '../shell/use-record.ts'

export interface Side {
  readonly id: string
  /** `AM`: two to four letters. */
  readonly code: string
  /** 1 to 5. */
  readonly slot: number
  readonly name: string
}

const STANDINGS: readonly PartyFacts['standing'][] = ['party', 'guarantor', 'mediator', 'monitor', 'none']
const SLOTS = 5

/** Sides in the order of the matrix: by standing, then as the reader chose. */
export function useSides(): readonly Side[] {
  const record = useRecord()
  const { inOrder, nameOf } = useNames()
  const parties = record.data?.dossiers[0]?.parties
  return useMemo(
    () =>
      inOrder(parties ?? [])
        .sort((a, b) => STANDINGS.indexOf(a.standing) - STANDINGS.indexOf(b.standing))
        .map(({ id, country, names }, i) => ({
          id,
          code: country ?? id.slice(0, 4).toUpperCase(),
          slot: Math.min(i + 1, SLOTS),
          name: nameOf(names),
        })),
    [parties, inOrder, nameOf],
  )
}
