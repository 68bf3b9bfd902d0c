/**
 * Grammar as bit sets. A reading carries one part of speech and at most one value of each category, but sets make
 * agreement one `&`, and "any of these" one mask. Three words of bits: `pos`, `agr` (what agrees and inflects), `lex`
 * (what kind of word it is). The categories are those of the OpenCorpora tag set.
 */

/** Parts of speech (`Reading.pos`), one bit each. */
export const NOUN = 1 << 0
export const ADJF = 1 << 1 // full adjective
export const ADJS = 1 << 2 // short adjective
export const COMP = 1 << 3
export const VERB = 1 << 4 // finite
export const INFN = 1 << 5
export const PRTF = 1 << 6 // full participle
export const PRTS = 1 << 7 // short participle
export const GRND = 1 << 8 // gerund
export const NUMR = 1 << 9
export const ADVB = 1 << 10
export const NPRO = 1 << 11 // pronoun-noun
export const PRED = 1 << 12 // predicative
export const PREP = 1 << 13
export const CONJ = 1 << 14
export const PRCL = 1 << 15
export const INTJ = 1 << 16
export const NUMB = 1 << 17 // digits
export const LATN = 1 << 18 // word in another alphabet
export const MARK = 1 << 19 // punctuation or symbol
export const ADJECTIVAL = ADJF | PRTF
export const VERBAL = VERB | INFN | PRTS | GRND

/** Categories that agree and inflect (`Reading.agr`). */
export const NOMN = 1 << 0
export const GENT = 1 << 1
export const DATV = 1 << 2
export const ACCS = 1 << 3
export const ABLT = 1 << 4
export const LOCT = 1 << 5
export const CASE = NOMN | GENT | DATV | ACCS | ABLT | LOCT
/** The six, in the order of the tables. */
export const CASES: readonly number[] = [NOMN, GENT, DATV, ACCS, ABLT, LOCT]
export const SING = 1 << 6
export const PLUR = 1 << 7
export const NUMBER = SING | PLUR
export const MASC = 1 << 8
export const FEMN = 1 << 9
export const NEUT = 1 << 10
export const GENDER = MASC | FEMN | NEUT
export const ANIM = 1 << 11
export const INAN = 1 << 12
export const ANIMACY = ANIM | INAN
export const PER1 = 1 << 13
export const PER2 = 1 << 14
export const PER3 = 1 << 15
export const PERSON = PER1 | PER2 | PER3
export const PAST = 1 << 16
export const PRES = 1 << 17
export const FUTR = 1 << 18
export const TENSE = PAST | PRES | FUTR
export const IMPR = 1 << 19 // imperative
export const PERF = 1 << 20
export const IMPF = 1 << 21
export const PSSV = 1 << 22
export const TRAN = 1 << 23
export const INTR = 1 << 24

/** Kinds of word (`Reading.lex`). */
export const GIVEN = 1 << 0 // given name (Name)
export const SURN = 1 << 1
export const PATR = 1 << 2
export const GEOX = 1 << 3
export const ORGN = 1 << 4
export const TRAD = 1 << 5
export const ABBR = 1 << 6
export const INIT = 1 << 7
export const FIXD = 1 << 8 // does not decline
export const SGTM = 1 << 9
export const PLTM = 1 << 10
export const APRO = 1 << 11 // pronominal adjective
export const ANPH = 1 << 12
export const ANUM = 1 << 13 // ordinal
export const GUESS = 1 << 14 // not in the dictionary: by ending
export const OVERLAY = 1 << 15 // from the pack's own name tables
export const SUBX = 1 << 16 // adjective that may stand as a noun
// Of languages that tell clauses by small words alone:
export const RELA = 1 << 17 // relative or interrogative word: who, which, when
export const SBRD = 1 << 18 // conjunction that opens a subordinate clause
export const EXPL = 1 << 19 // stands where a subject would: there
export const CLIT = 1 << 20 // possessive end of a phrase: 's
export const NAMELIKE = GIVEN | SURN | PATR
export const PROPER = NAMELIKE | GEOX | ORGN | TRAD

/** True when two readings can stand in one noun phrase: a case and a number in common, and in the singular a gender. */
export function agrees(a: number, b: number): boolean {
  if ((a & b & CASE) === 0 || (a & b & NUMBER) === 0) return false
  if ((a & b & SING) === 0) return true
  const genderA = a & GENDER
  const genderB = b & GENDER
  return genderA === 0 || genderB === 0 || (genderA & genderB) !== 0
}
