/**
 * Names of persons: which word is given name, patronymic, surname, and the whole name in the nominative. All words of a name stand in
 * one case and one gender; the pair that fits every word best is taken, so that «Тимакову» is a woman's surname after «Наталью» and a
 * man's after «Ивану».
 */
import type { LanguagePack } from '../kit.ts'
import type { Tokens } from '../text/tokens.ts'
import { GAP_NONE, KIND_MARK, KIND_WORD } from '../text/tokens.ts'
import { type Form, type Reading, SHAPE_LOWER, SHAPE_UPPER } from '../words/form.ts'
import {
  ABLT,
  ACCS,
  CASE,
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
  NOUN,
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

/** The person named by tokens `from`..`to`. `gender`: what is known from elsewhere in the text, 0 for nothing. */
export function personName(
  pack: LanguagePack,
  tokens: Tokens,
  words: Words,
  from: number,
  to: number,
  gender = 0,
): PersonName {
  const list = nameWords(tokens, from, to)
  const initials = initialsOf(tokens, from, to)
  assignRoles(list, initials.length > 0)
  const fit = bestFit(list, words, gender)
  const spelled = new Map<number, string>()
  for (const word of list) spelled.set(word.token, spellNominative(pack, word, words, fit))
  const roleOf = (role: number): string | null => {
    const found = list.filter(word => word.role === role).map(word => spelled.get(word.token) as string)
    return found.length === 0 ? null : found.join(' ')
  }
  return {
    base: joinTokens(tokens, from, to, spelled),
    parts: {
      given: roleOf(GIVEN_ROLE) ?? initials[0] ?? null,
      patronymic: roleOf(PATRONYMIC_ROLE) ?? initials[1] ?? null,
      surname: roleOf(SURNAME_ROLE),
      gender: fit.genders,
    },
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

/** «Иванов Сергей» in lists; «Ким Чен Ын», «Ли Цян»: names of one syllable that no dictionary of given names knows. */
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

interface Fit {
  readonly gender: number
  readonly case: number
  /** Genders that fit equally well. */
  readonly genders: number
}

/** The gender and case in which the words stand. */
function bestFit(list: readonly NameWord[], words: Words, known: number): Fit {
  let best: Fit = { gender: MASC, case: NOMN, genders: known === 0 ? MASC | FEMN : known }
  let highest = -Infinity
  for (const gender of [MASC, FEMN]) {
    for (const wanted of CASES) {
      let score = known === 0 || (known & gender) !== 0 ? 0 : WRONG_GENDER
      for (const word of list) score += fitOf(word, words, gender, wanted)
      // The nominative is what a name stands in when nothing speaks for another case.
      if (wanted === NOMN) score += 0.1
      if (score > highest + 1e-9) {
        highest = score
        best = { gender, case: wanted, genders: gender }
      } else if (score > highest - 1e-9 && wanted === best.case) {
        best = { ...best, genders: best.genders | gender }
      }
    }
  }
  return best
}

const WRONG_GENDER = -6
const NO_READING = -5
const WRONG_ROLE = -1.5
const CHOSEN = 0.7

function fitOf(word: NameWord, words: Words, gender: number, wanted: number): number {
  let best = NO_READING
  const { readings } = word.form
  for (let i = 0; i < readings.length; i++) {
    const reading = readings[i]
    if (!stands(reading, gender, wanted)) continue
    let score = Math.log(Math.max(reading.weight, 0.01))
    if (!suits(reading, word.role)) score += WRONG_ROLE
    const chosen = readings[words.best[word.token]]
    if (chosen === reading || (chosen.agr & wanted & CASE) !== 0) score += CHOSEN
    if (score > best) best = score
  }
  return best
}

/** Whether a reading can stand in a singular name of this gender and case. */
function stands(reading: Reading, gender: number, wanted: number): boolean {
  if ((reading.pos & NOUN) === 0 && (reading.lex & GUESS) === 0 && (reading.pos & LATN) !== 0) return false
  if ((reading.agr & wanted) === 0) return false
  if ((reading.agr & SING) === 0 && (reading.agr & PLUR) !== 0) return false
  return (reading.agr & GENDER) === 0 || (reading.agr & gender) !== 0
}

function suits(reading: Reading, role: number): boolean {
  if (role === GIVEN_ROLE) return (reading.lex & GIVEN) !== 0
  if (role === PATRONYMIC_ROLE) return (reading.lex & PATR) !== 0
  return (reading.lex & SURN) !== 0
}

function spellNominative(pack: LanguagePack, word: NameWord, words: Words, fit: Fit): string {
  const { form } = word
  let best: Reading | null = null
  let highest = -Infinity
  for (let i = 0; i < form.readings.length; i++) {
    const reading = form.readings[i]
    if (!stands(reading, fit.gender, fit.case)) continue
    let score = Math.log(Math.max(reading.weight, 0.01))
    if (!suits(reading, word.role)) score += WRONG_ROLE
    if (i === words.best[word.token]) score += CHOSEN
    if (score > highest) {
      highest = score
      best = reading
    }
  }
  if (best === null || (best.lex & FIXD) !== 0) return form.text
  if (fit.case === NOMN) return form.text
  const nominative =
    pack.lexicon.inflect(best, NOMN | SING | fit.gender) ?? pack.lexicon.inflect(best, NOMN | SING) ?? best.lemma
  const spelled = likeInText(form.text, nominative)
  return form.shape === SHAPE_UPPER ? spelled.toUpperCase() : spelled
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
