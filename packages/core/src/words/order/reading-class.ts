/** Classes of readings in a language of word order: what the table `transitions` counts by. */
import type { LanguagePack } from '../../kit.ts'
import type { Reading } from '../form.ts'
import {
  ADJF,
  ADVB,
  APRO,
  CLIT,
  CONJ,
  EXPL,
  GRND,
  INFN,
  MARK,
  NOMN,
  NOUN,
  NPRO,
  NUMB,
  NUMR,
  PER3,
  PERSON,
  PRCL,
  PRED,
  PREP,
  PROPER,
  PRTS,
  RELA,
  SBRD,
  VERB,
} from '../grammar.ts'

export const CLASSES = [
  ...['start', 'mark', 'noun', 'name', 'pronoun', 'object', 'relative', 'there', 'determiner', 'adjective', 'number'],
  ...['infinitive', 'finite', 'be', 'have', 'do', 'modal', 'participle', 'ing', 'adverb', 'preposition', 'to'],
  ...['clitic', 'conjunction', 'subordinator'],
] as const

export type ClassName = (typeof CLASSES)[number]

export const classId = (name: ClassName): number => CLASSES.indexOf(name)

/** Lemma -> role of the verbs that serve others, from the table `auxiliaries`. */
export function compileAuxiliaries(pack: LanguagePack): ReadonlyMap<string, string> {
  return new Map(pack.table('auxiliaries').map(row => [row.lemma, row.role]))
}

const BY_POS: readonly (readonly [pos: number, name: ClassName])[] = [
  [MARK, 'mark'],
  [NOUN, 'noun'],
  [ADJF, 'adjective'],
  [NUMR | NUMB, 'number'],
  [INFN, 'infinitive'],
  [VERB, 'finite'],
  [PRED, 'modal'],
  [PRTS, 'participle'],
  [GRND, 'ing'],
  [ADVB, 'adverb'],
  [PREP, 'preposition'],
  [CONJ, 'conjunction'],
]

const SERVING: readonly ClassName[] = ['be', 'have', 'do']

/** Class of a reading as an index into `CLASSES`. */
export function classOfReading({ pos, agr, lex, lemma }: Reading, auxiliaries: ReadonlyMap<string, string>): number {
  if ((pos & (VERB | INFN | PRTS | GRND)) !== 0) {
    const role = auxiliaries.get(lemma) as ClassName | undefined
    if (role !== undefined && SERVING.includes(role)) return classId(role)
  }
  if ((pos & NOUN) !== 0 && (lex & PROPER) !== 0) return classId('name')
  if ((pos & ADJF) !== 0 && (lex & APRO) !== 0) return classId('determiner')
  if ((pos & ADVB) !== 0 && (lex & RELA) !== 0) return classId('relative')
  if ((pos & CONJ) !== 0 && (lex & SBRD) !== 0) return classId('subordinator')
  if ((pos & PRCL) !== 0) return classId((lex & CLIT) !== 0 ? 'clitic' : 'to')
  if ((pos & NPRO) !== 0) {
    if ((lex & EXPL) !== 0) return classId('there')
    if ((lex & RELA) !== 0) return classId('relative')
    const personal = (agr & PERSON) !== 0 && (agr & PER3) !== 0
    return classId((agr & NOMN) !== 0 || !personal ? 'pronoun' : 'object')
  }
  for (const [bits, name] of BY_POS) if ((pos & bits) !== 0) return classId(name)
  return classId('noun')
}
