/**
 * Whether a document is about something else: a truce, an exchange, a road are agreed in many places. It names persons, bodies or places,
 * and none that belongs to this process: no side of it, no person or body of a side, no place. Guarantors and mediators are in the
 * news for much else. A passage of a few sentences leaves it open.
 */
import type { Cast } from '../coreference/cast.ts'
import type { Dossier } from '../dossier.ts'

export function isElsewhere({ layers, referents, mentions }: Cast, dossier: Dossier): boolean {
  if (layers.document.text.length < PASSAGE) return false
  const own = ownOf(dossier)
  let namesOthers = false
  for (const referent of referents) {
    if (referent.mentions.length === 0) continue
    if (referent.things.some(thing => thing.dossier.id === dossier.id && own.has(thing.id))) return false
    namesOthers ||= referent.country !== null || referent.mentions.some(m => mentions[m].form === 'name')
  }
  return namesOthers
}

/** Characters: shorter texts are passages. */
const PASSAGE = 500

const made = new WeakMap<Dossier, ReadonlySet<string>>()

/** Ids of the sides, of their bodies and of the bodies made for the process, of those who ever held a role in these, and of places. */
function ownOf(dossier: Dossier): ReadonlySet<string> {
  let own = made.get(dossier)
  if (own === undefined) {
    const sides = new Set(dossier.parties.filter(({ standing }) => standing === 'party').map(({ id }) => id))
    const bodies = dossier.bodies.filter(({ standing, party }) =>
      party === null ? standing !== 'guarantor' && standing !== 'mediator' : sides.has(party),
    )
    const holders = new Set([...sides, ...bodies.map(({ id }) => id)])
    const persons = dossier.persons.filter(({ roles }) => roles.some(({ holder }) => holders.has(holder)))
    // Many a war has a line of contact.
    const places = dossier.places.filter(({ kind }) => kind !== 'line' && kind !== 'border')
    own = new Set([...holders, ...persons.map(({ id }) => id), ...places.map(({ id }) => id)])
    made.set(dossier, own)
  }
  return own
}
