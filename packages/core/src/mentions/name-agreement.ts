/** Case, number and gender that a name may have where it stands: of a person's by all its words, of a body's or place's by its head. */
import { type Layers, reading } from '../layers.ts'
import { KIND_WORD } from '../text/tokens.ts'
import { type Form, SHAPE_UPPER } from '../words/form.ts'
import {
  ABBR,
  ACCS,
  ADJECTIVAL,
  CASE,
  FEMN,
  FIXD,
  GENDER,
  GIVEN,
  LATN,
  MASC,
  NEUT,
  NOMN,
  NOUN,
  NUMBER,
  PLUR,
  SING,
} from '../words/grammar.ts'

/** What a word without endings of its own may be. */
export const ANY_CASE = CASE | NUMBER | GENDER

/**
 * Case, number and gender a name may have. Of a person: the pairs of case and gender that all its words allow together («Гордон Браун» is
 * nominative and masculine, though «Браун» alone could be a woman in any case).
 */
export function agrOfName(layers: Layers, index: number): number {
  const name = layers.names[index]
  if (name.kind !== 'person') return agrOfHead(layers, name.from, name.to)
  const pairs = namePairs(layers, index)
  let agr = SING
  for (let g = 0; g < GENDERS.length; g++) {
    const cases = (pairs >> (g * CASES)) & CASE
    if (cases !== 0) agr |= GENDERS[g] | cases
  }
  return agr
}

/** Whether a person's name can be in the nominative as one of these genders. */
export function mayBeNominative(layers: Layers, index: number, genders: number): boolean {
  const pairs = namePairs(layers, index)
  return GENDERS.some((gender, g) => (gender & genders) !== 0 && ((pairs >> (g * CASES)) & NOMN) !== 0)
}

/** `CASE` bits of a person's name for each gender, six a gender in the order of `GENDERS`. */
function namePairs(layers: Layers, index: number): number {
  const name = layers.names[index]
  let pairs = ALL_PAIRS
  for (let token = name.from; token < name.to; token++) {
    const form = layers.tokens.form[token]
    if (layers.tokens.kind[token] !== KIND_WORD || form.text.length === 1) continue
    // Before the last word of a name a given name is meant where one is known: «Гордон Браун».
    const allowed = pairsOf(form, token + 1 < name.to && (form.lex & GIVEN) !== 0 ? GIVEN : -1)
    if ((allowed & pairs) !== 0) pairs &= allowed
  }
  return pairs
}

const GENDERS = [MASC, FEMN, NEUT]
const CASES = 6
const ALL_PAIRS = 2 ** (CASES * 3) - 1

/** Pairs of case and gender a word may have as part of a name: `CASE` bits shifted by six for each gender. */
function pairsOf(form: Form, kind: number): number {
  let pairs = 0
  for (const { agr, lex, pos } of form.readings) {
    if ((agr & NUMBER) === PLUR || (kind !== -1 && (lex & kind) === 0) || (pos & (NOUN | ADJECTIVAL | LATN)) === 0)
      continue
    const cases = (lex & FIXD) !== 0 || (agr & CASE) === 0 ? CASE : agr & CASE
    for (let g = 0; g < GENDERS.length; g++)
      if ((agr & GENDER) === 0 || (agr & GENDERS[g]) !== 0) pairs |= cases << (g * CASES)
  }
  return pairs === 0 ? ALL_PAIRS : pairs
}

/** Of a body or place: what its first noun may be; nominative and accusative look alike too often to be told apart here. */
function agrOfHead(layers: Layers, from: number, to: number): number {
  for (let token = from; token < to; token++) {
    const form = layers.tokens.form[token]
    if (layers.tokens.kind[token] !== KIND_WORD) continue
    if ((form.pos & (NOUN | LATN)) === 0 && token + 1 < to) continue
    // Acronyms are written without endings more often than not: «в МИД».
    if (form.shape === SHAPE_UPPER || form.readings.some(r => (r.lex & (FIXD | ABBR)) !== 0) || (form.pos & LATN) !== 0)
      return ANY_CASE
    const { agr, pos } = reading(layers, token)
    if ((pos & NOUN) === 0) return casesOf(form) | (form.agr & (NUMBER | GENDER))
    const alike = form.readings
      .filter(r => (r.pos & NOUN) !== 0 && (r.agr & NUMBER) === (agr & NUMBER))
      .reduce((bits, r) => bits | (r.agr & (NOMN | ACCS)), 0)
    return (agr & ANY_CASE) | ((agr & (NOMN | ACCS)) !== 0 ? alike : 0)
  }
  return ANY_CASE
}

/** `CASE` bits of all readings of a form; every case where it has no endings. */
export function casesOf(form: Form): number {
  let cases = 0
  for (const candidate of form.readings) {
    if ((candidate.lex & FIXD) !== 0) return CASE
    cases |= candidate.agr & CASE
  }
  return cases === 0 ? CASE : cases
}

/** Whether two sets of agreement bits have a case and a number in common; gender is not asked («министр Анна Бауэр»). */
export function agreesInCaseAndNumber(a: number, b: number): boolean {
  return (a & b & CASE) !== 0 && (a & b & NUMBER) !== 0
}
