/**
 * Countries and territories by name, adjective, people, capital and seat of power: tables `countries` and `seats`, and the names that ICU
 * gave when the pack was built. A code is ISO 3166, or `x-…` for a place that the standard lists under none: such a place is never
 * called a country here, and nothing is meant by either.
 */
import type { LanguagePack } from '../kit.ts'
import type { Form } from '../words/form.ts'
import { ADJECTIVAL, NOUN } from '../words/grammar.ts'

export interface Countries {
  /** Folded names, adjectives, words for a person from there, capitals, seats -> code. */
  readonly names: ReadonlyMap<string, string>
  readonly adjectives: ReadonlyMap<string, string>
  readonly demonyms: ReadonlyMap<string, string>
  readonly capitals: ReadonlyMap<string, string>
  readonly seats: ReadonlyMap<string, string>
  /** Answers already given: the same form is asked for again and again. */
  readonly adjectiveOf: WeakMap<Form, string | null>
  readonly demonymOf: WeakMap<Form, string | null>
}

export function compileCountries(pack: LanguagePack): Countries {
  const names = new Map<string, string>()
  const adjectives = new Map<string, string>()
  const demonyms = new Map<string, string>()
  const capitals = new Map<string, string>()
  const seats = new Map<string, string>()
  for (const row of pack.table('countries')) {
    // Names of states that are gone have ISO 3166-3 codes of four letters in part: the table's word stands.
    addAll(names, row.names, row.code)
    addAll(adjectives, row.adjectives, row.code)
    addAll(demonyms, row.demonyms, row.code)
    addAll(capitals, row.capital, row.code)
  }
  for (const row of pack.table('region-names')) {
    addAll(names, row.name, row.code)
    addAll(names, row.short ?? '', row.code)
  }
  for (const row of pack.table('seats')) addAll(seats, row.name, row.code)
  return { names, adjectives, demonyms, capitals, seats, adjectiveOf: new WeakMap(), demonymOf: new WeakMap() }
}

/** The first row of a word stands. */
function addAll(map: Map<string, string>, cell: string, code: string): void {
  for (const value of cell.split(',')) {
    const word = fold(value.trim())
    if (word !== '' && !map.has(word)) map.set(word, code)
  }
}

/** True for codes of the standard, false for `x-…`. */
export function isCountryCode(code: string): boolean {
  return !code.startsWith('x-')
}

/** Code of a country or territory by its base form («Южная Корея», «США»), or null. */
export function countryNamed(pack: LanguagePack, base: string): string | null {
  return pack.derive(compileCountries).names.get(fold(base)) ?? null
}

/** Code of the country whose capital this is by base form, or null. */
export function capitalOf(pack: LanguagePack, base: string): string | null {
  return pack.derive(compileCountries).capitals.get(fold(base)) ?? null
}

/** Code of the country whose seat of power this is by base form («Кремль»), or null. */
export function seatOf(pack: LanguagePack, base: string): string | null {
  return pack.derive(compileCountries).seats.get(fold(base)) ?? null
}

/** Code of the country an adjective belongs to («российский» in any form), or null. */
export function countryAdjective(pack: LanguagePack, form: Form): string | null {
  if ((form.pos & ADJECTIVAL) === 0) return null
  const { adjectives, adjectiveOf } = pack.derive(compileCountries)
  let code = adjectiveOf.get(form)
  if (code === undefined) {
    code = byLemma(adjectives, form, ADJECTIVAL)
    adjectiveOf.set(form, code)
  }
  return code
}

/** Code of the country whose people the noun names («россиянин», «россияне»), or null. */
export function countryDemonym(pack: LanguagePack, form: Form): string | null {
  if ((form.pos & NOUN) === 0) return null
  const { demonyms, demonymOf } = pack.derive(compileCountries)
  let code = demonymOf.get(form)
  if (code === undefined) {
    code = byLemma(demonyms, form, NOUN)
    demonymOf.set(form, code)
  }
  return code
}

function byLemma(map: ReadonlyMap<string, string>, form: Form, pos: number): string | null {
  for (const reading of form.readings) {
    if ((reading.pos & pos) === 0) continue
    const code = map.get(fold(reading.lemma))
    if (code !== undefined) return code
  }
  return null
}

function fold(word: string): string {
  const lower = word.toLowerCase()
  return lower.includes('ё') || lower.includes('’') ? lower.replaceAll('ё', 'е').replaceAll('’', "'") : lower
}
