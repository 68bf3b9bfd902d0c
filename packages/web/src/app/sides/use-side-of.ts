/** The side a person, body or party belongs to: its own, that of the body they hold an office in on a day, or whose official a text calls them. */
import { idIn } from '@parley/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { ask } from '../api/client.ts'
import type { DossierAnswer, PersonItem } from '../api/contract.ts'
import { useProcess } from '../shell/use-process.ts'
import { type Side, useSides } from './use-sides.ts'

export interface Belongs {
  /** Ref of an analysis, or id in the dossier; null: nobody's. */
  readonly ref: string | null
  readonly speaksFor?: string
}

export type SideOf = (who: Belongs | null) => Side | undefined

/** `day`: ISO day of the offices; null: the last ones known. Whoever no side is known of has none. */
export function useSideOf(day: string | null): SideOf {
  const sides = useSides()
  const id = useProcess()?.id
  const dossier = useQuery({
    queryKey: ['dossier', id],
    queryFn: () => ask<DossierAnswer>(`dossiers/${id}`),
    enabled: id !== undefined,
  }).data
  const people = useQuery({
    queryKey: ['people', id],
    queryFn: () => ask<readonly PersonItem[]>(`dossiers/${id}/people`),
    enabled: id !== undefined,
  }).data
  return useMemo(() => {
    const offices = new Map(people?.map(({ ref, roles }) => [ref, holderOn(roles, day)]))
    return who => {
      const named = id === undefined ? null : idIn(who?.speaksFor ?? who?.ref ?? null, id)
      const party = partyOf(named === null ? null : (offices.get(named) ?? named), dossier)
      return sides.find(side => side.id === party)
    }
  }, [sides, people, dossier, day, id])
}

function holderOn(roles: PersonItem['roles'], day: string | null): string | undefined {
  const held =
    day === null ? roles : roles.filter(({ since, until }) => since <= day && (until === null || day <= until))
  return held.at(-1)?.holder
}

/** Of a body that speaks for nobody, the side of the body it is part of. */
function partyOf(id: string | null, dossier: DossierAnswer | undefined): string | null {
  const body = dossier?.bodies.find(each => each.id === id)
  if (body === undefined) return id
  return body.party ?? (body.partOf === null ? null : partyOf(body.partOf, dossier))
}
