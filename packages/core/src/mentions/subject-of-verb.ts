/** Whether a noun phrase can be the subject of a verb: what of case, number, gender and person must agree. */
import { indexedName, type Layers, reading } from '../layers.ts'
import { type Form, type Reading, SHAPE_LOWER, SHAPE_UPPER } from '../words/form.ts'
import {
  ADJECTIVAL,
  ANIM,
  FEMN,
  FIXD,
  GENDER,
  MASC,
  NOMN,
  NOUN,
  NPRO,
  NUMBER,
  NUMR,
  PAST,
  PERSON,
  PLUR,
  SING,
} from '../words/grammar.ts'
import { ANY_CASE, mayBeNominative } from './name-agreement.ts'
import type { NounPhrase } from './noun-phrase.ts'
import { isQuantity } from './quantity.ts'

/** Whether a phrase can be the subject of this verb: nominative, and number, gender (past) or person (present) agree. */
export function canBeSubject(layers: Layers, phrase: NounPhrase, verb: Reading): boolean {
  const form = layers.tokens.form[phrase.head]
  if (isQuantity(phrase)) return true
  // «САНА», «ИРНА»: an acronym no dictionary knows may be any case.
  if (phrase.from + 1 === phrase.to && form.shape === SHAPE_UPPER && form.text.length > 2) return true
  if (phrase.name >= 0 || indexedName(layers, phrase.head) >= 0) {
    const named = phrase.name >= 0 ? phrase.name : indexedName(layers, phrase.head)
    if (layers.names[named].kind === 'person') return (phrase.agr & NOMN) !== 0 && personCanDo(layers, named, verb)
    if ((phrase.agr & NOMN) !== 0) return numberAgrees(phrase.agr, verb)
    // «В среду власти Лаврии объявили»: read as a genitive of the noun before it.
    return form.shape === SHAPE_LOWER && layers.names[named].kind === 'organisation' && mayBeMisread(form, verb)
  }
  const chosen = reading(layers, phrase.head)
  if ((chosen.agr & NOMN) !== 0 && isNominal(chosen) && subjectAgrees(chosen, verb)) return true
  for (const candidate of form.readings) {
    if (
      (candidate.agr & NOMN) !== 0 &&
      isNominal(candidate) &&
      subjectAgrees(candidate, verb) &&
      (phrase.from === phrase.head || (phrase.agr & NUMBER & candidate.agr) !== 0)
    )
      return true
  }
  return phrase.agr === ANY_CASE || (chosen.lex & FIXD) !== 0
}

/** Whether a plural in the nominative that agrees with the verb is among a noun's readings. */
function mayBeMisread({ readings }: Form, verb: Reading): boolean {
  return readings.some(
    ({ pos, agr }) =>
      (pos & NOUN) !== 0 && (agr & NOMN) !== 0 && (agr & PLUR) !== 0 && (agr & verb.agr & NUMBER) === PLUR,
  )
}

/** A person by name: in the nominative, in the gender the verb asks for. */
function personCanDo(layers: Layers, index: number, verb: Reading): boolean {
  if ((verb.agr & NUMBER) === PLUR) return false
  const asked = (verb.agr & SING) !== 0 && (verb.agr & GENDER) !== 0 ? verb.agr & GENDER : GENDER
  return mayBeNominative(layers, index, asked)
}

function isNominal(candidate: Reading): boolean {
  return (candidate.pos & (NOUN | NPRO | ADJECTIVAL | NUMR)) !== 0
}

function numberAgrees(agr: number, verb: Reading): boolean {
  if ((verb.agr & NUMBER) === 0) return true
  if ((agr & verb.agr & NUMBER) === 0) return false
  if ((verb.agr & PAST) === 0 || (verb.agr & SING) === 0) return true
  return (agr & GENDER) === 0 || (agr & verb.agr & GENDER) !== 0
}

function subjectAgrees(noun: Reading, verb: Reading): boolean {
  if ((noun.agr & NUMBER) !== 0 && (verb.agr & NUMBER) !== 0 && (noun.agr & verb.agr & NUMBER) === 0) return false
  if ((verb.agr & GENDER) !== 0 && (verb.agr & SING) !== 0) {
    const gender = noun.agr & GENDER
    // «пресс-секретарь сообщила»: a masculine word for a woman is common; the reverse is not.
    return gender === 0 || (gender & verb.agr) !== 0 || isMasculineTitle(noun, verb)
  }
  if ((verb.agr & PERSON) !== 0 && (noun.agr & PERSON) !== 0) return (noun.agr & verb.agr & PERSON) !== 0
  return true
}

function isMasculineTitle(noun: Reading, verb: Reading): boolean {
  return (
    (noun.agr & GENDER) === MASC && (verb.agr & GENDER) === FEMN && (noun.agr & ANIM) !== 0 && (noun.pos & NOUN) !== 0
  )
}
