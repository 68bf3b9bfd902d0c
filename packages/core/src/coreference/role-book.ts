/**
 * What the dossiers of a kit say of persons, for one language: who bears a surname, and who held which office on a day. Compiled once for a pack
 * and its dossiers.
 */
import type { Body, Dossier, DossierName, Party, PersonRole } from '../dossier.ts'
import type { KnownThing } from '../dossier-names/known-name.ts'
import type { LanguagePack } from '../kit.ts'
import type { Office, Title } from '../mentions/descriptions.ts'
import type { Scope } from '../mentions/mention.ts'
import { countryAdjective, countryNamed } from '../names/countries.ts'
import { splitTokens } from '../text/split-tokens.ts'
import { ADJECTIVAL, FEMN, MASC, NOUN } from '../words/grammar.ts'
import { bare, commonSurname } from './compare-names.ts'
import { fitOfficeNames, fitScope, sameWord, WIDER } from './offices.ts'

/** An office held by someone in a dossier. */
export interface HeldRole {
  readonly thing: KnownThing
  readonly role: PersonRole
  /** Country of the party it is held in; null for any other holder. */
  readonly country: string | null
  /** What the holder is called, of a body or of a party that governs no country; empty for a country's. */
  readonly scopes: readonly Scope[]
  /** Names the role and its dates: `role/rus/president 2012-05-07/..`. */
  readonly rule: string
}

export interface KnownPerson {
  readonly thing: KnownThing
  /** Folded given names, as many as the dossier has. */
  readonly givens: readonly string[]
  /** Gender bits; both where the dossier does not say. */
  readonly gender: number
  readonly roles: readonly HeldRole[]
}

export interface RoleBook {
  /** By common surname; folded. */
  readonly bySurname: ReadonlyMap<string, readonly KnownPerson[]>
  /** By office. */
  readonly byOffice: ReadonlyMap<string, readonly HeldRole[]>
}

/** The book for the dossiers of a kit; null without dossiers. */
export function roleBookOf(pack: LanguagePack, dossiers: readonly Dossier[]): RoleBook | null {
  if (dossiers.length === 0) return null
  const made = pack.derive(noBooks)
  let book = made.get(dossiers)
  if (book === undefined) {
    book = compileBook(pack, dossiers)
    made.set(dossiers, book)
  }
  return book
}

function noBooks(): WeakMap<readonly Dossier[], RoleBook> {
  return new WeakMap()
}

function compileBook(pack: LanguagePack, dossiers: readonly Dossier[]): RoleBook {
  const bySurname = new Map<string, KnownPerson[]>()
  const byOffice = new Map<string, HeldRole[]>()
  for (const dossier of dossiers) {
    for (const { id, names, gender, roles } of dossier.persons) {
      const thing: KnownThing = { dossier, kind: 'person', id, country: null }
      const held = roles.map(role => heldRole(pack, thing, role))
      for (const role of held) push(byOffice, role.role.office, role)
      const surnames = new Map<string, string[]>()
      for (const { text } of names.filter(({ lang }) => lang === pack.code)) {
        const words = text.split(' ').map(bare)
        const surname = commonSurname(pack, words[words.length - 1])
        const givens = surnames.get(surname) ?? []
        surnames.set(surname, words.length > 1 ? [...givens, words[0]] : givens)
      }
      const bits = gender === 'm' ? MASC : gender === 'f' ? FEMN : MASC | FEMN
      for (const [surname, givens] of surnames) push(bySurname, surname, { thing, givens, gender: bits, roles: held })
    }
  }
  return { bySurname, byOffice }
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const held = map.get(key)
  if (held === undefined) map.set(key, [value])
  else held.push(value)
}

function heldRole(pack: LanguagePack, thing: KnownThing, role: PersonRole): HeldRole {
  const { dossier } = thing
  const rule = `role/${role.holder}/${role.office} ${role.since}/${role.until ?? '..'}`
  const party = dossier.parties.find(item => item.id === role.holder)
  if (party !== undefined && party.country !== null) return { thing, role, country: party.country, scopes: [], rule }
  const body = dossier.bodies.find(item => item.id === role.holder)
  const above = body === undefined ? null : partyAbove(dossier, body)
  const names = (party ?? body)?.names ?? []
  return { thing, role, country: null, scopes: scopesOf(pack, names, above?.country ?? null), rule }
}

function partyAbove(dossier: Dossier, body: Body): Party | null {
  if (body.party !== null) return dossier.parties.find(item => item.id === body.party) ?? null
  const above = dossier.bodies.find(item => item.id === body.partOf)
  return above === undefined ? null : partyAbove(dossier, above)
}

/** The holder's names as a description would narrow an office by them: «сопредседатель МИНСКОЙ ГРУППЫ ОБСЕ». */
function scopesOf(pack: LanguagePack, names: readonly DossierName[], country: string | null): Scope[] {
  return names
    .filter(({ lang }) => lang === pack.code)
    .map(({ text }) => {
      let own = country
      const words: string[] = []
      let initials = ''
      for (const form of splitTokens(text, pack.lexicon).form) {
        const code = countryAdjective(pack, form) ?? countryNamed(pack, form.readings[0].lemma)
        if (code !== null) {
          own ??= code
          continue
        }
        initials += form.text.charAt(0).toUpperCase()
        const { pos, lemma } = form.readings[0]
        if ((pos & (NOUN | ADJECTIVAL)) !== 0) words.push(lemma.replaceAll('ё', 'е'))
      }
      return { country: own, words, initials, named: true, former: false }
    })
}

/** How well a description fits a role, as `fitOffice` measures: 0 for not at all. A description without a scope fits any holder. */
export function fitRole(offices: ReadonlyMap<string, Office>, title: Title, scope: Scope, held: HeldRole): number {
  const office = fitOfficeNames(offices, title.office, held.role.office)
  // A role is exact: who is called by a narrower office than its own holds another one.
  const wanted = offices.get(title.office)
  if (office <= WIDER || scope.former || wanted?.anyone === true) return 0
  // «лидер» alone may be anyone's, «глава государства» is a state's.
  if (scope.country === null && scope.words.length === 0) return wanted?.one === true ? office * 2 : 0
  if (held.scopes.length === 0) {
    return scope.words.length === 0 && scope.country === held.country ? office * 2 + 3 : 0
  }
  const reach = Math.max(...held.scopes.map(own => (isWithin(scope, own) ? fitScope(scope, own) : 0)))
  return reach > 0 ? office * 2 + reach : 0
}

/** Whether a description says nothing that the holder's name does not: «глава миссии» of the «Наблюдательная миссия», not «глава миссии врачей». */
function isWithin({ words }: Scope, own: Scope): boolean {
  if (words.length === 0) return false
  if (words.length === 1 && words[0].toUpperCase() === own.initials) return true
  return words.every(word => own.words.some(other => sameWord(word, other)))
}
