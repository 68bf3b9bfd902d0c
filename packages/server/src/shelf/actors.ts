/** Who takes part, as a network names them: those a dossier knows by its id, others by the name the record has. */
import { type Dossier, idIn, type Person } from '@parley/core'
import type { Actor } from '../api/network-schemas.ts'
import { nameFacts } from './names.ts'

interface Named {
  readonly name: string
  readonly ref: string | null
}

/** Each asked for becomes an actor once; `known` are those asked for so far. */
export function actorsOf(dossier: Dossier): {
  readonly actorFor: (named: Named) => Actor
  readonly known: ReadonlyMap<string, Actor>
} {
  const things = new Map<string, Omit<Actor, 'name'>>()
  const add = (kind: Actor['kind'], { id, names }: Pick<Person, 'id' | 'names'>, side: string | null) =>
    things.set(id, { key: id, ref: id, names: names.map(nameFacts), kind, side })
  for (const party of dossier.parties) add('party', party, party.id)
  for (const body of dossier.bodies) add('body', body, body.party)
  for (const person of dossier.persons) add('person', person, sideOf(person, dossier))
  const known = new Map<string, Actor>()
  return {
    known,
    actorFor: ({ name, ref }) => {
      const thing = things.get(idIn(ref, dossier.id) ?? '')
      const actor =
        thing === undefined ? { key: name, ref: null, name, names: [], kind: null, side: null } : { ...thing, name }
      const before = known.get(actor.key)
      if (before === undefined) known.set(actor.key, actor)
      return before ?? actor
    },
  }
}

/** By the last role: the party itself, or the one its body speaks for. */
function sideOf({ roles }: Person, { parties, bodies }: Dossier): string | null {
  const holder = roles.at(-1)?.holder
  if (parties.some(({ id }) => id === holder)) return holder as string
  return bodies.find(({ id }) => id === holder)?.party ?? null
}
