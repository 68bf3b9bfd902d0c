/** How a word may stand in a person's name: in which gender and case, how well, and what its nominative is then. */
import type { LanguagePack } from '../kit.ts'
import { type Form, type Reading, SHAPE_UPPER } from '../words/form.ts'
import {
  APRO,
  CASES,
  FEMN,
  FIXD,
  GENDER,
  GIVEN,
  MASC,
  NOMN,
  NOUN,
  NPRO,
  PATR,
  PLUR,
  PROPER,
  SING,
  SURN,
} from '../words/grammar.ts'
import { likeInText } from './letter-case.ts'
import { GIVEN_ROLE, PATRONYMIC_ROLE, SURNAME_ROLE } from './name-words.ts'

/** How well a word fits each gender and case of a name, and its nominative then; null where the word cannot stand so. */
export interface Fits {
  readonly scores: readonly number[]
  readonly spelled: readonly (string | null)[]
  /** `spelled`, folded. */
  readonly folded: readonly (string | null)[]
}

/** Genders times cases: index = gender (0 masculine, 1 feminine) * 6 + case. */
export const FITS = 2 * CASES.length

export function genderOf(index: number): number {
  return index < CASES.length ? MASC : FEMN
}

export function caseOf(index: number): number {
  return CASES[index % CASES.length]
}

const NO_READING = -5
const WRONG_ROLE = -1.5
const BORROWED = 0.6

export function noFits(): WeakMap<Form, Fits[]> {
  return new WeakMap()
}

export function fitsOfWord(pack: LanguagePack, form: Form, role: number): Fits {
  const scores: number[] = new Array(FITS).fill(NO_READING)
  const spelled: (string | null)[] = new Array(FITS).fill(null)
  for (let index = 0; index < FITS; index++) {
    let best: Reading | null = null
    for (const reading of form.readings) {
      if (!stands(reading, caseOf(index))) continue
      const borrowed = (reading.agr & GENDER) !== 0 && (reading.agr & genderOf(index)) === 0
      if (borrowed && !(role === SURNAME_ROLE && isNounForMan(reading, genderOf(index)))) continue
      const score =
        Math.log(Math.max(reading.weight, 0.01)) + (suits(reading, role) ? 0 : WRONG_ROLE) - (borrowed ? BORROWED : 0)
      if (best !== null && score <= scores[index]) continue
      scores[index] = score
      best = reading
    }
    if (best !== null) spelled[index] = spellNominative(pack, form, best, genderOf(index), caseOf(index))
  }
  if (role === SURNAME_ROLE) leaveAsItStands(pack, form, spelled)
  const once = new Map<string, string>()
  return {
    scores,
    spelled: spelled.map(word => shared(word, once)),
    folded: spelled.map(word => shared(word && fold(word), once)),
  }
}

/** Most cases have one and the same nominative: it is kept once, for these tables live as long as their forms. */
function shared(word: string | null, once: Map<string, string>): string | null {
  if (word === null) return null
  const known = once.get(word) ?? word
  once.set(word, known)
  return known
}

/**
 * Surnames that do not decline, whatever the dictionary says: «Караме», which it takes for a case of «Карам» alone; a woman's that ends as a
 * man's («Ольгу Ковач»), unless such names have a form for women («Ганиев», «Ганиева»).
 */
function leaveAsItStands(pack: LanguagePack, form: Form, spelled: (string | null)[]): void {
  const asMan = spelled[0]
  const asWoman = spelled[CASES.length]
  if (asMan === null && asWoman === null) for (let index = 0; index < FITS; index++) spelled[index] ??= form.text
  if (asMan === null || asWoman !== null || hasFeminine(pack, form)) return
  for (let index = CASES.length; index < FITS; index++) spelled[index] ??= form.text
}

function hasFeminine({ lexicon }: LanguagePack, { readings }: Form): boolean {
  return readings.some(reading => {
    if ((reading.lex & SURN) === 0 || (reading.agr & NOMN) === 0 || (reading.agr & MASC) === 0) return false
    const feminine = lexicon.inflect(reading, NOMN | SING | FEMN)
    return feminine !== null && fold(feminine) !== fold(reading.lemma)
  })
}

/** Whether a reading can stand in a singular name in this case. «Тому» is of «Том», never of «тот». */
function stands({ pos, agr, lex }: Reading, wanted: number): boolean {
  if ((pos & NPRO) !== 0 || (lex & APRO) !== 0 || (agr & wanted) === 0) return false
  return (agr & SING) !== 0 || (agr & PLUR) === 0
}

/** A man may be called by a noun of the feminine: «Олег Скрипка». */
function isNounForMan({ pos, agr, lex }: Reading, gender: number): boolean {
  return gender === MASC && (agr & FEMN) !== 0 && (pos & NOUN) !== 0 && (lex & PROPER) === 0
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
