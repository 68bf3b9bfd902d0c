/** The sides of the process as marks: a code, a hue by their order in the record, a name. Letters first; a hue alone says nothing. */
import { useMemo } from 'react'
import { useNames } from '../names/use-names.ts'
import { useProcess } from '../shell/use-process.ts'
import { byStanding, SLOTS, slotsOf } from './slots.ts'

export interface Side {
  readonly id: string
  /** `AM`: two to four letters. */
  readonly code: string
  /** 1 to 5. */
  readonly slot: number
  readonly name: string
}

/** Sides in the order of the matrix: by standing, then as the reader chose. */
export function useSides(): readonly Side[] {
  const { inOrder, nameOf } = useNames()
  const parties = useProcess()?.parties
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
