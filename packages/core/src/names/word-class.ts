/**
 * Coarse classes of forms, small integers for the namer's tables: what a form looks like and what the dictionary knows of it
 * (`classOf`), and what part of speech and case a chosen reading has (`grammarOf`).
 */
import { markClass } from '../text/marks.ts'
import {
  type Form,
  type Reading,
  SHAPE_CAPITAL,
  SHAPE_LOWER,
  SHAPE_MIXED,
  SHAPE_NONE,
  SHAPE_UPPER,
} from '../words/form.ts'
import {
  ADJECTIVAL,
  ADVB,
  ANIM,
  CASE,
  CONJ,
  GENDER,
  GEOX,
  GIVEN,
  GUESS,
  INTJ,
  LATN,
  MARK,
  NOUN,
  NPRO,
  NUMB,
  NUMBER as NUMBER_BITS,
  NUMR,
  ORGN,
  PATR,
  PLUR,
  PRCL,
  PREP,
  PROPER,
  SURN,
  VERBAL,
} from '../words/grammar.ts'

/** Classes run below this. */
export const CLASSES = 64
/** Before the first and after the last token of a sentence. */
export const EDGE = 0
const MARKS = 1 // 1..11: other mark, then the classes of marks.ts
const NUMBER = 12
const LATIN = 13 // 13..16 by shape
const LETTER = 17
const LOWER = 18 // 18..28
const CAPITAL = 29 // 29..47
const UPPER = 48 // 48..51
const MIXED = 52 // 52..56
const OTHER = 57

export function classOf(form: Form): number {
  if ((form.pos & MARK) !== 0) return MARKS + markClass(form)
  if ((form.pos & NUMB) !== 0) return NUMBER
  if ((form.pos & LATN) !== 0) {
    if (form.shape === SHAPE_LOWER) return LATIN
    if (form.shape === SHAPE_CAPITAL) return LATIN + 1
    return form.shape === SHAPE_UPPER ? LATIN + 2 : LATIN + 3
  }
  switch (form.shape) {
    case SHAPE_NONE:
      return OTHER
    case SHAPE_LOWER:
      return LOWER + lowerClass(form)
    case SHAPE_CAPITAL:
      return form.text.length === 1 ? LETTER : CAPITAL + capitalClass(form)
    case SHAPE_UPPER:
      return UPPER + upperClass(form)
    case SHAPE_MIXED:
      return MIXED + mixedClass(form)
    default:
      return OTHER
  }
}

function upperClass(form: Form): number {
  const lex = knownLex(form)
  if (lex < 0) return 0
  if ((lex & GEOX) !== 0) return 1
  return (lex & ORGN) !== 0 ? 2 : 3
}

function mixedClass(form: Form): number {
  const lex = knownLex(form)
  if (lex < 0) return 0
  if ((lex & GEOX) !== 0) return 1
  if ((lex & ORGN) !== 0) return 2
  return (lex & PROPER) !== 0 ? 3 : 4
}

function lowerClass(form: Form): number {
  const { pos } = form.readings[0]
  if ((pos & PREP) !== 0) return 0
  if ((pos & CONJ) !== 0) return 1
  if ((pos & (PRCL | INTJ)) !== 0) return 2
  if ((pos & VERBAL) !== 0) return 3
  if ((pos & ADJECTIVAL) !== 0) return 4
  if ((pos & NPRO) !== 0) return 5
  if ((pos & (ADVB | NUMR)) !== 0) return 6
  if ((pos & NOUN) === 0) return 7
  if ((form.lex & GUESS) !== 0) return 8
  return (form.readings[0].agr & ANIM) !== 0 ? 10 : 9
}

function capitalClass(form: Form): number {
  const top = form.readings[0]
  // What the dictionary knows, not what an ending suggests.
  const lex = knownLex(form)
  const only = form.readings.every(reading => (reading.lex & PROPER) !== 0)
  if (lex < 0) return guessClass(form)
  if ((top.lex & PATR) !== 0) return 0
  if ((lex & GIVEN) !== 0 && (lex & SURN) === 0) return only ? 1 : 2
  if ((lex & SURN) !== 0 && (lex & GEOX) === 0) return only ? 3 : 4
  if ((lex & SURN) !== 0) return 5
  if ((lex & GEOX) !== 0) return only ? 6 : 7
  if ((lex & ORGN) !== 0) return 8
  if ((top.pos & ADJECTIVAL) !== 0) return 9
  if ((top.pos & NOUN) !== 0) return (top.agr & ANIM) !== 0 ? 10 : 11
  if ((top.pos & VERBAL) !== 0) return 12
  if ((top.pos & (PREP | CONJ | PRCL | INTJ)) !== 0) return 13
  return 14
}

/** Words by their endings: surname, adjective, other. */
function guessClass(form: Form): number {
  if ((form.lex & PATR) !== 0) return 0
  const top = form.readings[0]
  if ((top.lex & SURN) !== 0) return 15
  if ((top.pos & ADJECTIVAL) !== 0) return 16
  return (form.lex & SURN) !== 0 ? 17 : 18
}

/** Kinds of word of the readings that stand in the dictionary; -1 when none does. */
function knownLex(form: Form): number {
  let lex = 0
  let known = false
  for (const reading of form.readings) {
    if ((reading.lex & GUESS) !== 0) continue
    known = true
    lex |= reading.lex
  }
  return known ? lex : -1
}

/** Values of `grammarOf` run below this. */
export const GRAMMARS = 64

/** Part of speech, case and number of a reading: what the borders of organisations hang on. */
export function grammarOf(reading: Reading): number {
  const { pos, agr } = reading
  const nominal = (pos & NOUN) !== 0 ? 0 : (pos & ADJECTIVAL) !== 0 ? 1 : (pos & (NPRO | NUMR)) !== 0 ? 2 : -1
  if (nominal >= 0) {
    // The case bits are 0..5; several at once (a word that does not decline) are no case.
    const cases = agr & CASE
    const known = cases === 0 || (cases & (cases - 1)) !== 0 ? 0 : 32 - Math.clz32(cases)
    return 1 + nominal * 16 + known + ((agr & PLUR) !== 0 ? 8 : 0)
  }
  if ((pos & MARK) !== 0) return 50
  if ((pos & VERBAL) !== 0) return 51
  if ((pos & PREP) !== 0) return 52
  if ((pos & CONJ) !== 0) return 53
  if ((pos & LATN) !== 0) return 54
  if ((pos & NUMB) !== 0) return 55
  return 56
}

/** Whether a value of `grammarOf` is of a noun, adjective, pronoun or numeral: what can agree. */
export function isNominal(grammar: number): boolean {
  return grammar < 50
}

/** What `agrees` of grammar.ts looks at. */
export const AGREEING = CASE | NUMBER_BITS | GENDER

/** Class of a mark as marks.ts has it, 0 for other marks and for what is no mark. */
export function markOfClass(formClass: number): number {
  return formClass > MARKS && formClass < NUMBER ? formClass - MARKS : 0
}

/** Words in small letters. */
export function isLowerClass(formClass: number): boolean {
  return formClass === LATIN || (formClass >= LOWER && formClass < CAPITAL)
}

/** Words with a capital, whatever follows it. */
export function isCapitalClass(formClass: number): boolean {
  return formClass > LATIN && formClass < OTHER && !isLowerClass(formClass)
}

/** One capital and small letters after it. */
export function isPlainCapital(formClass: number): boolean {
  return formClass === LATIN + 1 || (formClass >= LETTER && formClass < UPPER && !isLowerClass(formClass))
}
