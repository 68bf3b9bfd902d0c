/** Readings as small numbers: what the tagger's features are made of. */
import type { Reading } from '../form.ts'
import * as grammar from '../grammar.ts'

export const POS_COUNT = 20
/** Classes of readings: part of speech and case (of verbs: mood and tense). */
export const CLASS_COUNT = POS_COUNT * 8
/** How two readings agree, see agreement(). */
export const AGREEMENT_COUNT = 27
export const KIND_COUNT = 8
export const KIND_SURNAME = 2
export const KIND_GUESSED_SURNAME = 6

/** 0..19, in the order of the bits. */
export function posOf(pos: number): number {
  return 31 - Math.clz32(pos)
}

/** 0..7: no case, one of six, or several at once; of finite verbs imperative, past, present, future. */
function slotOf(reading: Reading): number {
  const { agr } = reading
  if (reading.pos === grammar.VERB) {
    if ((agr & grammar.IMPR) !== 0) return 1
    if ((agr & grammar.PAST) !== 0) return KIND_SURNAME
    return (agr & grammar.PRES) !== 0 ? 3 : 4
  }
  const cases = agr & grammar.CASE
  if (cases === 0) return 0
  return (cases & (cases - 1)) !== 0 ? 7 : 32 - Math.clz32(cases)
}

/** 0..CLASS_COUNT - 1. */
export function classOf(reading: Reading): number {
  return posOf(reading.pos) * 8 + slotOf(reading)
}

/** What kind of name, 0..KIND_COUNT - 1; 0: none. */
export function kindOf(lex: number): number {
  if ((lex & grammar.GUESS) !== 0) return (lex & grammar.SURN) !== 0 ? KIND_GUESSED_SURNAME : 7
  if ((lex & grammar.GIVEN) !== 0) return 1
  if ((lex & (grammar.SURN | grammar.PATR)) !== 0) return KIND_SURNAME
  if ((lex & grammar.GEOX) !== 0) return 3
  if ((lex & (grammar.ORGN | grammar.TRAD)) !== 0) return 4
  return (lex & (grammar.ABBR | grammar.INIT)) !== 0 ? 5 : 0
}

/** Three digits of base 3 for case, number, gender: 0 one of the two does not say, 1 agree, 2 differ. */
export function agreement(a: number, b: number): number {
  return (
    compare(a & grammar.CASE, b & grammar.CASE) * 9 +
    compare(a & grammar.NUMBER, b & grammar.NUMBER) * 3 +
    genders(a, b)
  )
}

function compare(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : (a & b) !== 0 ? 1 : 2
}

/** The plural has no gender. */
function genders(a: number, b: number): number {
  if (((a | b) & grammar.PLUR) !== 0) return 0
  return compare(a & grammar.GENDER, b & grammar.GENDER)
}
