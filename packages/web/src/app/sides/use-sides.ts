/** The sides of the process as marks: a code, a hue by their order in the record, a name. Letters first; a hue alone says nothing. */
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
  return useMemo(() => {
    const slots = slotsOf(parties ?? [])
    return byStanding(inOrder(parties ?? [])).map(({ id, country, names }) => ({
      id,
      code: country ?? id.slice(0, 4).toUpperCase(),
      slot: slots.get(id) ?? SLOTS,
      name: nameOf(names),
    }))
  }, [parties, inOrder, nameOf])
}

/** A side's hue goes by the order in the record, so that it is the same in every language and for every reader. */
function slotsOf(parties: readonly PartyFacts[]): ReadonlyMap<string, number> {
  return new Map(byStanding(parties).map(({ id }, i) => [id, Math.min(i + 1, SLOTS)]))
}

function byStanding(parties: readonly PartyFacts[]): PartyFacts[] {
  return parties.toSorted((a, b) => STANDINGS.indexOf(a.standing) - STANDINGS.indexOf(b.standing))
}
