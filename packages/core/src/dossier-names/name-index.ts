/**
 * The names of all dossiers of a kit as one automaton over folded words: a token costs one look-up however many names there are, and a
 * name is found in the time it takes to read it. Compiled once for a pack and its dossiers.
 */
import type { Dossier, DossierName } from '../dossier.ts'
import type { LanguagePack } from '../kit.ts'
import { compileCountries } from '../names/countries.ts'
import { withoutAccents } from '../text/accents.ts'
import type { Tokens } from '../text/tokens.ts'
import { SHAPE_LOWER, SHAPE_MIXED, SHAPE_NONE, SHAPE_UPPER } from '../words/form.ts'
import { ADJECTIVAL, GUESS, PROPER } from '../words/grammar.ts'
import { type CaseForm, type DeclinedName, declinePerson, declineThing, keepName } from './decline-name.ts'
import type { KnownName, KnownThing } from './known-name.ts'
import { adjectiveForms, adjectivesOf } from './place-adjectives.ts'

/** How the letters of a word of a name must be cased. */
const ANY_CASE = 0
const CAPITAL = 1
const CAPITALS = 2

export interface IndexedName {
  readonly thing: KnownThing
  readonly base: string
  readonly lang: string
  readonly form: KnownName['form']
  /** For each word, how its letters must be cased. */
  readonly cased: readonly number[]
  /** Of a shared adjective, the forms of the noun that must follow; else null. */
  readonly noun: ReadonlySet<string> | null
}

const NONE: readonly IndexedName[] = []
const ROOT = 0
/** More spellings of one case form are no name but a puzzle. */
const MOST_PATHS = 24

export class NameIndex {
  readonly #first = new Map<string, number>()
  readonly #next = new Map<string, number>()
  readonly #ends: (IndexedName[] | undefined)[] = [undefined]

  /** The state after a folded word, with accents or without, or -1. State 0 is the beginning. */
  step(state: number, folded: string): number {
    const word = withoutAccents(folded)
    return (state === ROOT ? this.#first.get(word) : this.#next.get(`${state} ${word}`)) ?? -1
  }

  endsIn(state: number): readonly IndexedName[] {
    return this.#ends[state] ?? NONE
  }

  add(form: CaseForm, name: IndexedName): void {
    if (form.reduce((paths, spellings) => paths * spellings.length, 1) > MOST_PATHS) return
    let states = [ROOT]
    for (const spellings of form) {
      states = states.flatMap(state => spellings.map(spelling => this.#grow(state, spelling)))
    }
    for (const state of states) {
      const held = this.#ends[state]
      if (held === undefined) this.#ends[state] = [name]
      else if (!held.some(one => one.thing === name.thing && one.form === name.form)) held.push(name)
    }
  }

  #grow(state: number, folded: string): number {
    const known = this.step(state, folded)
    if (known >= 0) return known
    const made = this.#ends.length
    this.#ends.push(undefined)
    const word = withoutAccents(folded)
    if (state === ROOT) this.#first.set(word, made)
    else this.#next.set(`${state} ${word}`, made)
    return made
  }
}

/** The index for the dossiers of a kit; null without dossiers. */
export function nameIndexOf(pack: LanguagePack, dossiers: readonly Dossier[]): NameIndex | null {
  if (dossiers.length === 0) return null
  const made = pack.derive(noIndexes)
  let index = made.get(dossiers)
  if (index === undefined) {
    index = compileIndex(pack, dossiers)
    made.set(dossiers, index)
  }
  return index
}

function noIndexes(): WeakMap<readonly Dossier[], NameIndex> {
  return new WeakMap()
}

function compileIndex(pack: LanguagePack, dossiers: readonly Dossier[]): NameIndex {
  const index = new NameIndex()
  for (const dossier of dossiers) {
    const thing = (kind: KnownThing['kind'], id: string, country: string | null = null): KnownThing => ({
      dossier,
      kind,
      id,
      country,
    })
    for (const { id, names, gender } of dossier.persons) {
      for (const name of inLanguage(names, pack)) addPerson(index, pack, thing('person', id), name, gender)
    }
    for (const { id, names, country } of dossier.parties) {
      const party = thing('party', id, country)
      for (const name of inLanguage(names, pack)) addThing(index, pack, party, name)
      if (country !== null) addCountry(index, pack, party, country)
    }
    for (const { id, names } of dossier.bodies) {
      for (const name of inLanguage(names, pack)) addThing(index, pack, thing('body', id), name)
    }
    for (const { id, names } of dossier.places) {
      const place = thing('place', id)
      for (const name of inLanguage(names, pack)) {
        addThing(index, pack, place, name)
        addPlaceAdjectives(index, pack, place, name)
      }
    }
    for (const { id, names } of dossier.terms) {
      for (const name of inLanguage(names, pack)) addThing(index, pack, thing('term', id), name)
    }
  }
  return index
}

function inLanguage(names: readonly DossierName[], pack: LanguagePack): DossierName[] {
  return names.filter(({ lang }) => lang === pack.code)
}

function addPerson(
  index: NameIndex,
  pack: LanguagePack,
  thing: KnownThing,
  { text, lang, declines }: DossierName,
  gender: 'm' | 'f' | null,
): void {
  const { tokens, forms } = declines ? declinePerson(pack, text, gender) : keepName(pack, text)
  const name = { thing, base: text, lang, noun: null }
  const cased = casing(tokens)
  for (const form of forms) index.add(form, { ...name, form: 'name', cased })
  const last = tokens.count - 1
  if (last < 1) return
  const base = tokens.form[last].text
  for (const form of forms) {
    index.add([form[last]], { ...name, base, form: 'surname', cased: [cased[last]] })
    // «Пашинян Никол» of lists.
    if (last === 1) index.add([form[1], form[0]], { ...name, form: 'name', cased: [cased[1], cased[0]] })
  }
}

function addThing(index: NameIndex, pack: LanguagePack, thing: KnownThing, name: DossierName): void {
  const { text, lang, declines, endings } = name
  const declined = declines ? declineThing(pack, text, endings, thing.kind === 'term') : keepName(pack, text)
  const cased = casing(declined.tokens)
  for (const form of declined.forms) index.add(form, { thing, base: text, lang, form: 'name', cased, noun: null })
  addShared(index, pack, thing, name, declined)
}

/** «Лачинский район»: the adjective alone, where the noun follows for several districts at once. */
function addShared(
  index: NameIndex,
  pack: LanguagePack,
  thing: KnownThing,
  { text, lang }: DossierName,
  { tokens, head }: DeclinedName,
): void {
  if (head !== 1 || tokens.count !== 2 || (tokens.form[0].pos & ADJECTIVAL) === 0) return
  const noun = new Set(declineThing(pack, tokens.form[1].text, null, true).forms.flat(2))
  const cased = [casing(tokens)[0] === ANY_CASE ? ANY_CASE : CAPITAL]
  for (const spelling of adjectiveForms(pack, tokens.form[0].folded)) {
    index.add([[spelling]], { thing, base: text, lang, form: 'shared', cased, noun })
  }
}

function addPlaceAdjectives(index: NameIndex, pack: LanguagePack, thing: KnownThing, name: DossierName): void {
  if (name.kind === 'abbreviation' || !/^\p{Lu}\p{L}+$/u.test(name.text)) return
  for (const adjective of adjectivesOf(pack, name.text)) {
    for (const spelling of adjectiveForms(pack, adjective)) {
      index.add([[spelling]], {
        thing,
        base: name.text,
        lang: name.lang,
        form: 'adjective',
        cased: [ANY_CASE],
        noun: null,
      })
    }
  }
}

/** What the pack itself knows of a party's country: its names and adjectives. */
function addCountry(index: NameIndex, pack: LanguagePack, thing: KnownThing, country: string): void {
  const { names, adjectives } = pack.derive(compileCountries)
  for (const [word, code] of names) {
    if (code !== country) continue
    const base = capitalised(word)
    const name: DossierName = {
      lang: pack.code,
      text: base,
      kind: 'full',
      usedBy: [],
      declines: true,
      endings: null,
      source: null,
    }
    addThing(index, pack, thing, name)
  }
  for (const [adjective, code] of adjectives) {
    if (code !== country) continue
    for (const spelling of adjectiveForms(pack, adjective)) {
      const name = { thing, base: adjective, lang: pack.code, noun: null }
      index.add([[spelling]], { ...name, form: 'adjective', cased: [ANY_CASE] })
    }
  }
}

/** Tables compare names in small letters; a country's begins with a capital, and one of two or three letters is an abbreviation. */
function capitalised(word: string): string {
  return word.length <= 3 ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1)
}

/**
 * Abbreviations must stand in capitals, and words with a capital have one; but the first of several words may lose it, unless it is a name
 * itself: «вооружённые силы Армении».
 */
function casing(tokens: Tokens): number[] {
  return tokens.form.map(({ shape, readings }, i) => {
    if (shape === SHAPE_UPPER || (shape === SHAPE_MIXED && !tokens.form[i].text.includes('-'))) return CAPITALS
    if (shape === SHAPE_LOWER || shape === SHAPE_NONE) return ANY_CASE
    const isCommon = readings.some(({ lex }) => (lex & (PROPER | GUESS)) === 0)
    return i === 0 && tokens.count > 1 && isCommon ? ANY_CASE : CAPITAL
  })
}

/** Whether a token's letters are cased as a word of a name asks. */
export function fitsCase(shape: number, cased: number): boolean {
  if (cased === ANY_CASE) return true
  return cased === CAPITAL ? shape !== SHAPE_LOWER : shape === SHAPE_UPPER || shape === SHAPE_MIXED
}
