/** The stipulations of the kit's dossiers as claims ask for them: by kind of duty, with what each is about in the language of a pack. */
import type { Agreement, Dossier, Provision, Stipulation } from '../dossier.ts'
import type { LanguagePack } from '../kit.ts'
import { splitTokens } from '../text/split-tokens.ts'
import { ANY_TOPIC, compileClaimWords } from './claim-words.ts'

export interface Duty {
  readonly stipulation: Stipulation
  readonly agreement: Agreement
  readonly dossier: Dossier
  readonly provision: Provision
  /** Topics of the words in its own title and summary. */
  readonly topics: ReadonlySet<string>
  readonly about: ReadonlySet<string>
  readonly bearers: ReadonlySet<string>
  /** The day from which words may be about it: that of the earliest text the agreement rests on. */
  readonly since: string
}

export interface DutyIndex {
  /** In order of agreement and number. */
  readonly byKind: ReadonlyMap<string, readonly Duty[]>
  readonly all: readonly Duty[]
  /** Whom a body or person belongs to: `dossier#id` -> party ids. */
  readonly partyOf: ReadonlyMap<string, readonly string[]>
  /** Parties of a country: ISO code -> `dossier#id`. */
  readonly byCountry: ReadonlyMap<string, readonly string[]>
}

const indexes = new WeakMap<LanguagePack, WeakMap<readonly Dossier[], DutyIndex>>()

/** Made once for a pack and the dossiers of a kit. */
export function dutyIndexOf(pack: LanguagePack, dossiers: readonly Dossier[]): DutyIndex {
  let held = indexes.get(pack)
  if (held === undefined) {
    held = new WeakMap()
    indexes.set(pack, held)
  }
  let index = held.get(dossiers)
  if (index === undefined) {
    index = makeIndex(pack, dossiers)
    held.set(dossiers, index)
  }
  return index
}

function makeIndex(pack: LanguagePack, dossiers: readonly Dossier[]): DutyIndex {
  const byKind = new Map<string, Duty[]>()
  const all: Duty[] = []
  const partyOf = new Map<string, string[]>()
  const byCountry = new Map<string, string[]>()
  for (const dossier of dossiers) {
    addParties(dossier, partyOf, byCountry)
    for (const agreement of dossier.agreements) {
      const since = firstDayOf(agreement, dossier)
      for (const provision of agreement.provisions) {
        for (const stipulation of provision.stipulations) {
          const duty: Duty = {
            stipulation,
            agreement,
            dossier,
            provision,
            topics: topicsOf(pack, stipulation),
            about: withParts(stipulation, dossier),
            bearers: bearersOf(stipulation, dossier),
            since,
          }
          all.push(duty)
          const list = byKind.get(stipulation.duty)
          if (list === undefined) byKind.set(stipulation.duty, [duty])
          else list.push(duty)
        }
      }
    }
  }
  return { byKind, all, partyOf, byCountry }
}

function addParties(dossier: Dossier, partyOf: Map<string, string[]>, byCountry: Map<string, string[]>): void {
  for (const { id, country } of dossier.parties) {
    partyOf.set(`${dossier.id}#${id}`, [id])
    if (country !== null) byCountry.set(country, [...(byCountry.get(country) ?? []), `${dossier.id}#${id}`])
  }
  for (const body of dossier.bodies) if (body.party !== null) partyOf.set(`${dossier.id}#${body.id}`, [body.party])
  for (const { id, roles } of dossier.persons) {
    const held = roles.flatMap(({ holder }) => partyOf.get(`${dossier.id}#${holder}`) ?? [])
    if (held.length > 0) partyOf.set(`${dossier.id}#${id}`, [...new Set(held)])
  }
}

/** What it is about, and the places that are part of such places: a town of a district. */
function withParts({ about }: Stipulation, { places }: Dossier): Set<string> {
  const found = new Set(about)
  for (const { id, partOf } of places) if (partOf !== null && about.includes(partOf)) found.add(id)
  return found
}

/** Parties and bodies that bear it, and the parties of such bodies. */
function bearersOf({ bearers }: Stipulation, { bodies }: Dossier): Set<string> {
  const found = new Set(bearers)
  for (const id of bearers) {
    const party = bodies.find(body => body.id === id)?.party
    if (party != null) found.add(party)
  }
  return found
}

/** A package may renew what older texts laid down: its provisions name them as their sources. */
function firstDayOf(agreement: Agreement, { sources }: Dossier): string {
  let first = agreement.signed
  for (const { source } of agreement.provisions) {
    const date = sources.find(({ id }) => id === source)?.date
    if (date != null && date < first) first = date
  }
  return first
}

function topicsOf(pack: LanguagePack, { titles, summaries, duty }: Stipulation): Set<string> {
  const table = pack.derive(compileClaimWords)
  const topics = new Set<string>()
  for (const text of [titles[pack.code], summaries[pack.code]]) {
    if (text === undefined) continue
    const { form, count } = splitTokens(text, pack.lexicon)
    for (let token = 0; token < count; token++) {
      table.each(form, token, count, words => {
        for (const word of words)
          if (word.duty === duty && (word.role === 'thing' || word.topic !== ANY_TOPIC)) topics.add(word.topic)
      })
    }
  }
  return topics
}
