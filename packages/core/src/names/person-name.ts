/**
 * Names of persons: which word is given name, patronymic, surname, and the whole name in the nominative. All words of a name stand in
 * one case and one gender; the pair that fits every word best is taken, so that «Зимову» is a woman's surname after «Наталью» and a
 * man's after «Ивану».
 */
import type { LanguagePack } from '../kit.ts'
import type { Tokens } from '../text/tokens.ts'
import { GAP_NONE, KIND_MARK, KIND_WORD } from '../text/tokens.ts'
import { type Form, type Reading, SHAPE_LOWER, SHAPE_UPPER } from '../words/form.ts'
import {
  ABLT,
  ACCS,
  DATV,
  FEMN,
  FIXD,
  GENDER,
  GENT,
  GIVEN,
  GUESS,
  LATN,
  LOCT,
  MASC,
  NAMELIKE,
  NOMN,
  PATR,
  PLUR,
  SING,
  SURN,
} from '../words/grammar.ts'
import type { Words } from '../words/readings.ts'
import { likeInText } from './letter-case.ts'
import type { PersonParts } from './name-span.ts'

export interface PersonName {
  readonly base: string
  readonly parts: PersonParts
}

const GIVEN_ROLE = 1
const PATRONYMIC_ROLE = 2
const SURNAME_ROLE = 3

interface NameWord {
  readonly token: number
  readonly form: Form
  role: number
}

const CASES = [NOMN, GENT, DATV, ACCS, ABLT, LOCT]

/** What the rest of the document says of a name: 0 and null for nothing. */
export interface KnownPerson {
  readonly gender: number
  /** Surname in the nominative, folded. */
  readonly surname: string | null
}

export const NOTHING_KNOWN: KnownPerson = { gender: 0, surname: null }

/** Reads the persons of one document; words that come again are inflected once. */
export class PersonReader {
  readonly #pack: LanguagePack
  readonly #tokens: Tokens
  readonly #words: Words
  /** By form: a table of fits for each role. Forms live as long as the pack's cache, and so do their tables. */
  readonly #fits: WeakMap<Form, Fits[]>

  constructor(pack: LanguagePack, tokens: Tokens, words: Words) {
    this.#pack = pack
    this.#tokens = tokens
    this.#words = words
    this.#fits = pack.derive(noFits)
  }

  /** The person named by tokens `from`..`to`. */
  read(from: number, to: number, known: KnownPerson = NOTHING_KNOWN): PersonName {
    const list = nameWords(this.#tokens, from, to)
    const initials = initialsOf(this.#tokens, from, to)
    assignRoles(list, initials.length > 0)
    const { index, genders } = this.#bestFit(list, known)
    const spelled = new Map<number, string>()
    for (const word of list) spelled.set(word.token, this.#fitsOf(word).spelled[index] ?? word.form.text)
    const roleOf = (role: number): string | null => {
      const found = list.filter(word => word.role === role).map(word => spelled.get(word.token) as string)
      return found.length === 0 ? null : found.join(' ')
    }
    return {
      base: joinTokens(this.#tokens, from, to, spelled),
      parts: {
        given: roleOf(GIVEN_ROLE) ?? initials[0] ?? null,
        patronymic: roleOf(PATRONYMIC_ROLE) ?? initials[1] ?? null,
        surname: roleOf(SURNAME_ROLE),
        gender: genders,
      },
    }
  }

  /** The word that is the surname, or -1. */
  surnameToken(from: number, to: number): number {
    const list = nameWords(this.#tokens, from, to)
    assignRoles(list, initialsOf(this.#tokens, from, to).length > 0)
    return list.findLast(word => word.role === SURNAME_ROLE)?.token ?? -1
  }

  /** Surnames the name may have, folded, each with how well it fits: for all mentions of a document to agree on one. */
  surnameOptions(from: number, to: number): ReadonlyMap<string, number> {
    const list = nameWords(this.#tokens, from, to)
    assignRoles(list, initialsOf(this.#tokens, from, to).length > 0)
    const options = new Map<string, number>()
    const surname = list.findLast(word => word.role === SURNAME_ROLE)
    if (surname === undefined) return options
    const { folded } = this.#fitsOf(surname)
    for (let index = 0; index < FITS; index++) {
      const option = folded[index]
      if (option === null) continue
      const score = this.#score(list, index, NOTHING_KNOWN)
      if (score > (options.get(option) ?? -Infinity)) options.set(option, score)
    }
    return options
  }

  /** The gender and case in which the words stand, as an index (see FITS), and the genders that fit equally well. */
  #bestFit(list: readonly NameWord[], known: KnownPerson): { index: number; genders: number } {
    let best = 0
    let highest = -Infinity
    let genders = 0
    for (let index = 0; index < FITS; index++) {
      const score = this.#score(list, index, known)
      if (score > highest + TIE) {
        highest = score
        best = index
        genders = genderOf(index)
      } else if (score > highest - TIE && index % CASES.length === best % CASES.length) {
        genders |= genderOf(index)
      }
    }
    // A man's name is the likelier reading, but where nothing else decided, nothing is known.
    const other = this.#score(list, (best + CASES.length) % FITS, known)
    if (known.gender === 0 && highest - other <= MEN + TIE && best < CASES.length) genders = MASC | FEMN
    return { index: best, genders }
  }

  #score(list: readonly NameWord[], index: number, known: KnownPerson): number {
    const gender = genderOf(index)
    let score = known.gender === 0 || (known.gender & gender) !== 0 ? 0 : WRONG_GENDER
    if (gender === MASC) score += MEN
    // The nominative is what a name stands in when nothing speaks for another case.
    if (caseOf(index) === NOMN) score += 0.1
    for (const word of list) {
      const fits = this.#fitsOf(word)
      score += fits.scores[index]
      const chosen = word.form.readings[this.#words.best[word.token]]
      if ((chosen.agr & caseOf(index)) !== 0) score += CHOSEN
      if (known.surname !== null && word.role === SURNAME_ROLE && fits.folded[index] === known.surname) {
        score += KNOWN_SURNAME
      }
    }
    return score
  }

  #fitsOf(word: NameWord): Fits {
    let tables = this.#fits.get(word.form)
    if (tables === undefined) {
      tables = []
      this.#fits.set(word.form, tables)
    }
    tables[word.role] ??= fitsOfWord(this.#pack, word.form, word.role)
    return tables[word.role]
  }
}

/** The words that decline or could: no initials, no particles in small letters, no other alphabet. */
function nameWords(tokens: Tokens, from: number, to: number): NameWord[] {
  const list: NameWord[] = []
  for (let token = from; token < to; token++) {
    const form = tokens.form[token]
    if (tokens.kind[token] !== KIND_WORD || form.shape === SHAPE_LOWER || form.text.length === 1) continue
    if ((form.pos & LATN) !== 0 || isRoman(form.text)) continue
    list.push({ token, form, role: 0 })
  }
  return list
}

function isRoman(text: string): boolean {
  for (const letter of text) if (!'IVXХ'.includes(letter)) return false
  return true
}

/** Single capital letters with a dot, in their order. */
function initialsOf(tokens: Tokens, from: number, to: number): string[] {
  const initials: string[] = []
  for (let token = from; token < to; token++) {
    if (isInitial(tokens, token)) initials.push(tokens.form[token].text)
  }
  return initials
}

/** A single capital letter, or two without a vowel («Дж»), and a dot right after it. */
export function isInitial(tokens: Tokens, token: number): boolean {
  if (token + 1 >= tokens.count || tokens.kind[token] !== KIND_WORD) return false
  const { text, folded, shape } = tokens.form[token]
  if (shape === SHAPE_LOWER || text.length > 2 || (text.length === 2 && vowels(folded) > 0)) return false
  return tokens.form[token + 1].text === '.' && tokens.gap[token + 1] === GAP_NONE
}

function assignRoles(list: NameWord[], hasInitials: boolean): void {
  const patronymic = list.findIndex((word, i) => i > 0 && isPatronymic(word.form))
  if (patronymic > 0) {
    list[patronymic].role = PATRONYMIC_ROLE
    list[patronymic - 1].role = GIVEN_ROLE
    for (const word of list) if (word.role === 0) word.role = SURNAME_ROLE
    return
  }
  if (hasInitials || list.length === 0) {
    for (const word of list) word.role = SURNAME_ROLE
    return
  }
  if (list.length === 1) {
    list[0].role = isGiven(list[0].form) && !has(list[0].form, SURN) ? GIVEN_ROLE : SURNAME_ROLE
    return
  }
  const last = list.length - 1
  if (isSurnameFirst(list)) {
    for (const word of list) word.role = GIVEN_ROLE
    list[0].role = SURNAME_ROLE
    return
  }
  for (let i = 0; i < last; i++) list[i].role = GIVEN_ROLE
  list[last].role = SURNAME_ROLE
}

/** «Иванов Сергей» in lists; «Пак Чен Хо», «Ли Цян»: names of one syllable that no dictionary of given names knows. */
function isSurnameFirst(list: readonly NameWord[]): boolean {
  const first = list[0].form
  const second = list[1].form
  if (list.length === 2 && isGiven(second) && !has(second, SURN) && has(first, SURN) && !isGiven(first)) return true
  if (first.text.length > 4 || vowels(first.folded) !== 1 || isGiven(first)) return false
  if (list.length === 3) return list.every(word => word.form.text.length <= 5)
  return list.length === 2 && (second.lex & GUESS) !== 0 && !has(second, NAMELIKE) && second.text.length <= 8
}

function vowels(folded: string): number {
  let count = 0
  for (const letter of folded) if ('аеиоуыэюя'.includes(letter)) count++
  return count
}

function isPatronymic(form: Form): boolean {
  return (form.lex & PATR) !== 0 && (form.readings[0].lex & PATR) !== 0
}

function isGiven(form: Form): boolean {
  return has(form, GIVEN)
}

/** Whether a reading that is no guess has the bits. */
function has(form: Form, lex: number): boolean {
  return form.readings.some(reading => (reading.lex & lex) !== 0 && (reading.lex & GUESS) === 0)
}

/** How well a word fits each gender and case of a name, and its nominative then; null where the word cannot stand so. */
interface Fits {
  readonly scores: Float64Array
  readonly spelled: readonly (string | null)[]
  /** `spelled`, folded. */
  readonly folded: readonly (string | null)[]
}

/** Genders times cases: index = gender (0 masculine, 1 feminine) * 6 + case. */
const FITS = 2 * CASES.length

function genderOf(index: number): number {
  return index < CASES.length ? MASC : FEMN
}

function caseOf(index: number): number {
  return CASES[index % CASES.length]
}

const TIE = 1e-9
const MEN = 0.3
const WRONG_GENDER = -6
const NO_READING = -5
const WRONG_ROLE = -1.5
const CHOSEN = 0.7
const KNOWN_SURNAME = 4

function noFits(): WeakMap<Form, Fits[]> {
  return new WeakMap()
}

function fitsOfWord(pack: LanguagePack, form: Form, role: number): Fits {
  const scores = new Float64Array(FITS).fill(NO_READING)
  const spelled: (string | null)[] = new Array(FITS).fill(null)
  for (let index = 0; index < FITS; index++) {
    let best: Reading | null = null
    for (const reading of form.readings) {
      if (!stands(reading, genderOf(index), caseOf(index))) continue
      const score = Math.log(Math.max(reading.weight, 0.01)) + (suits(reading, role) ? 0 : WRONG_ROLE)
      if (best !== null && score <= scores[index]) continue
      scores[index] = score
      best = reading
    }
    if (best !== null) spelled[index] = spellNominative(pack, form, best, genderOf(index), caseOf(index))
  }
  return { scores, spelled, folded: spelled.map(word => (word === null ? null : fold(word))) }
}

/** Whether a reading can stand in a singular name of this gender and case. */
function stands(reading: Reading, gender: number, wanted: number): boolean {
  if ((reading.agr & wanted) === 0) return false
  if ((reading.agr & SING) === 0 && (reading.agr & PLUR) !== 0) return false
  return (reading.agr & GENDER) === 0 || (reading.agr & gender) !== 0
}

function suits(reading: Reading, role: number): boolean {
  if (role === GIVEN_ROLE) return (reading.lex & GIVEN) !== 0
  if (role === PATRONYMIC_ROLE) return (reading.lex & PATR) !== 0
  return (reading.lex & SURN) !== 0
}

function spellNominative(pack: LanguagePack, form: Form, reading: Reading, gender: number, wanted: number): string {
  if (wanted === NOMN || (reading.lex & FIXD) !== 0) return form.text
  const { lexicon } = pack
  const nominative =
    lexicon.inflect(reading, NOMN | SING | gender) ?? lexicon.inflect(reading, NOMN | SING) ?? reading.lemma
  const own = lexicon.inflect(reading, wanted | SING | gender) ?? lexicon.inflect(reading, wanted | SING)
  const spelled = likeInText(form.text, nominative, own)
  return form.shape === SHAPE_UPPER ? spelled.toUpperCase() : spelled
}

function fold(word: string): string {
  return word.toLowerCase().replaceAll('ё', 'е')
}

/** Tokens with their changed spellings, spaces as in the text; initials stand apart from the surname. */
function joinTokens(tokens: Tokens, from: number, to: number, spelled: ReadonlyMap<number, string>): string {
  let joined = ''
  for (let token = from; token < to; token++) {
    const text = spelled.get(token) ?? tokens.form[token].text
    const afterInitial = token > from && tokens.form[token - 1].text === '.' && tokens.kind[token] !== KIND_MARK
    joined += token > from && (tokens.gap[token] !== GAP_NONE || afterInitial) ? ` ${text}` : text
  }
  return joined
}
