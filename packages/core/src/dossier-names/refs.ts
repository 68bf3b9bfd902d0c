/**
 * References to things in dossiers. With one dossier in the kit a ref is the id there: `person-0001`. With several, ids may clash and
 * one man may stand in two of them, so a ref names the dossier of each id, parted by spaces: `karabakh-2020#person-0001
 * minsk-2015#person-0203`.
 */
import type { Dossier } from '../dossier.ts'
import type { KnownThing } from './known-name.ts'

/** The ref of what stands in at most one place of each dossier; null for nothing, and where one dossier has two. */
export function refOf(things: readonly KnownThing[], dossiers: readonly Dossier[]): string | null {
  if (things.length === 0) return null
  const ids = new Map<string, string>()
  for (const { dossier, id } of things) {
    const before = ids.get(dossier.id)
    if (before !== undefined && before !== id) return null
    ids.set(dossier.id, id)
  }
  if (dossiers.length < 2) return things[0].id
  return [...ids]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([dossier, id]) => `${dossier}#${id}`)
    .join(' ')
}

/** The id in one dossier that a ref of an analysis names, or null where it is nobody of that dossier. `dossier`: id of the process. */
export function idIn(ref: string | null, dossier: string): string | null {
  if (ref === null) return null
  if (!ref.includes('#')) return ref
  const part = ref.split(' ').find(one => one.startsWith(`${dossier}#`))
  return part === undefined ? null : part.slice(dossier.length + 1)
}
