/**
 * Who of the cast stands in a dossier. A full name is enough; a surname alone names the one who bears it, unless what the text says of him fits
 * nothing the dossier does. The roles someone held on the day of publication then count beside the offices the text gives.
 */
import { compileDescriptions, type Office } from '../mentions/descriptions.ts'
import { isHeld } from '../status/voices.ts'
import { FEMN, MASC } from '../words/grammar.ts'
import { partiesOf } from './affiliation.ts'
import type { Cast } from './cast.ts'
import { fitOfficeNames } from './offices.ts'
import { oneSlip } from './person-names.ts'
import type { OfficeFact, PersonName, Referent } from './referent.ts'
import { type HeldRole, type KnownPerson, type RoleBook, roleBookOf } from './role-book.ts'

export function identify(cast: Cast): void {
  const { layers } = cast
  const book = roleBookOf(layers.pack, layers.dossiers)
  if (book === null) return
  identifyCountries(cast)
  const { offices } = layers.pack.derive(compileDescriptions)
  for (const referent of cast.referents) {
    if (referent.name === null || referent.name.surname === null) continue
    const bearers = (book.bySurname.get(referent.name.surname) ?? []).filter(person => mayBe(person, referent))
    const found = layers.dossiers.flatMap(dossier => {
      const own = bearers.filter(({ thing }) => thing.dossier === dossier)
      const one = chooseBearer(cast, own, referent, offices)
      return one === null ? [] : [one]
    })
    referent.things = found.map(({ thing }) => thing)
    for (const role of found.flatMap(({ roles }) => roles)) if (isInOffice(cast, role)) cast.giveRole(referent, role)
  }
}

/** A party is the country it governs. */
function identifyCountries(cast: Cast): void {
  for (const referent of cast.referents) {
    if (referent.country !== null) referent.things = partiesOf(cast.layers, referent.country)
  }
}

/** Whether a role is held on the day of publication; false for a document of no date. */
function isInOffice(cast: Cast, { role }: HeldRole): boolean {
  const { published } = cast.layers.document
  // Of a month or a year its first day.
  return published !== null && isHeld(role, `${published.slice(0, 10)}-01-01`.slice(0, 10))
}

function mayBe({ givens, gender }: KnownPerson, { name, gender: own }: Referent): boolean {
  if ((gender & own & (MASC | FEMN)) === 0 && own !== 0) return false
  return hasNoGiven(name as PersonName) || givens.some(given => sameGiven((name as PersonName).given as string, given))
}

function hasNoGiven({ given }: PersonName): boolean {
  return given === null
}

/** Equal, an initial, or one letter apart in a longer name. */
function sameGiven(written: string, known: string): boolean {
  if (written.length === 1 || known.length === 1) return written.charAt(0) === known.charAt(0)
  return written === known || (written.length > 4 && known.length > 4 && oneSlip(written, known))
}

/** Of those in one dossier who may be meant, the one; null where the text speaks of somebody else, or nothing decides. */
function chooseBearer(
  cast: Cast,
  bearers: readonly KnownPerson[],
  referent: Referent,
  offices: ReadonlyMap<string, Office>,
): KnownPerson | null {
  const isFull = !hasNoGiven(referent.name as PersonName) && ((referent.name as PersonName).given as string).length > 1
  const fitting = bearers.filter(person => isFull || !isSomebodyElse(person, referent, offices))
  if (fitting.length < 2) return fitting[0] ?? null
  const told = fitting.filter(person =>
    referent.offices.some(fact => person.roles.some(role => fits(offices, fact, role))),
  )
  if (told.length === 1) return told[0]
  const inOffice = fitting.filter(person => person.roles.some(role => isInOffice(cast, role)))
  return told.length === 0 && referent.offices.length === 0 && inOffice.length === 1 ? inOffice[0] : null
}

/** The text gives a surname an office that none of the dossier's roles, at any time, comes near. */
function isSomebodyElse(person: KnownPerson, referent: Referent, offices: ReadonlyMap<string, Office>): boolean {
  const told = referent.offices.filter(({ office }) => offices.get(office)?.anyone === false)
  return (
    told.length > 0 &&
    person.roles.length > 0 &&
    !told.some(fact => person.roles.some(role => fits(offices, fact, role)))
  )
}

function fits(offices: ReadonlyMap<string, Office>, fact: OfficeFact, { role, country }: HeldRole): boolean {
  const sameCountry = fact.scope.country === null || country === null || fact.scope.country === country
  return sameCountry && fitOfficeNames(offices, fact.office, role.office) > 0
}

/** Who held on the day of publication an office that a description names; null for nobody, and for more than one. */
export function soleHolder(
  book: RoleBook,
  cast: Cast,
  related: readonly string[],
  fit: (role: HeldRole) => number,
): HeldRole | null {
  let best: HeldRole | null = null
  let score = 0
  let isShared = false
  for (const office of related) {
    for (const role of book.byOffice.get(office) ?? []) {
      const found = isInOffice(cast, role) ? fit(role) : 0
      if (found === 0 || found < score) continue
      isShared = found === score && best !== null && best.thing.id !== role.thing.id
      best = role
      score = found
    }
  }
  return isShared ? null : best
}
