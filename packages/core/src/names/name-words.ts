/** The words of a person's name and what each is in it: given name, patronymic or surname. */
import { GAP_NONE, KIND_WORD, type Tokens } from '../text/tokens.ts'
import { type Form, SHAPE_LOWER } from '../words/form.ts'
import { GIVEN, GUESS, LATN, NAMELIKE, PATR, PLUR, SING, SURN } from '../words/grammar.ts'

export const GIVEN_ROLE = 1
export const PATRONYMIC_ROLE = 2
export const SURNAME_ROLE = 3

export interface NameWord {
  readonly token: number
  readonly form: Form
  role: number
}

/** The words that decline or could: no initials, no particles in small letters, no other alphabet. */
export function nameWords(tokens: Tokens, from: number, to: number): NameWord[] {
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
export function initialsOf(tokens: Tokens, from: number, to: number): string[] {
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

export function assignRoles(list: NameWord[], hasInitials: boolean): void {
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
    list[0].role = isGiven(list[0].form) && isOne(list[0].form) && !has(list[0].form, SURN) ? GIVEN_ROLE : SURNAME_ROLE
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

/** Whether it may be a given name of one person: «Линд» is a plural of «Линда», and far rather somebody's surname. */
function isOne({ readings }: Form): boolean {
  return readings.some(({ lex, agr }) => (lex & GIVEN) !== 0 && ((agr & SING) !== 0 || (agr & PLUR) === 0))
}

/** Whether a reading that is no guess has the bits. */
function has(form: Form, lex: number): boolean {
  return form.readings.some(reading => (reading.lex & lex) !== 0 && (reading.lex & GUESS) === 0)
}
