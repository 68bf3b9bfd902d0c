/**
 * Which readings of a form are what a treebank says of it. The two schemes cut words differently (UD has no participles
 * apart from verbs, OpenCorpora counts «его» among pronoun-nouns), so a UD tag stands for a set of parts of speech.
 */
import type { Form, Reading } from '../../packages/core/src/words/form.ts'
import * as grammar from '../../packages/core/src/words/grammar.ts'
import type { TreebankToken } from './conllu.ts'

const {
  NOUN,
  ADJF,
  ADJS,
  COMP,
  VERB,
  INFN,
  PRTF,
  PRTS,
  GRND,
  NUMR,
  ADVB,
  NPRO,
  PRED,
  PREP,
  CONJ,
  PRCL,
  INTJ,
  NUMB,
  LATN,
  MARK,
} = grammar

/** UD part of speech -> ours, those of the first list before those of the second. */
const POS: Readonly<Record<string, readonly [number, number]>> = {
  NOUN: [NOUN, NPRO | ADJF | PRTF | LATN | NUMB | NUMR],
  PROPN: [NOUN, ADJF | LATN],
  ADJ: [ADJF | ADJS | COMP, PRTF | PRTS | NOUN | PRED | NUMB],
  DET: [ADJF, NPRO | NUMR | ADVB],
  PRON: [NPRO, ADJF | NOUN | ADVB],
  ADV: [ADVB | COMP, PRED | CONJ | PRCL | ADJS | GRND | NUMR | PREP],
  NUM: [NUMR | NUMB, NOUN | ADJF | ADVB | LATN],
  ADP: [PREP, ADVB | CONJ | NOUN],
  CCONJ: [CONJ, PRCL | ADVB],
  SCONJ: [CONJ, PRCL | ADVB | NPRO],
  PART: [PRCL, CONJ | ADVB | PRED | INTJ | ADJF | ADJS | VERB | NPRO],
  INTJ: [INTJ, PRCL | NOUN | ADVB],
  PUNCT: [MARK, 0],
  SYM: [MARK | LATN | NUMB, NOUN],
  X: [LATN | NOUN, grammar.PREP | CONJ | ADVB | PRCL | INTJ | NUMB | MARK],
}

const CASES: Readonly<Record<string, number>> = {
  Nom: grammar.NOMN,
  Gen: grammar.GENT,
  Par: grammar.GENT,
  Dat: grammar.DATV,
  Acc: grammar.ACCS,
  Ins: grammar.ABLT,
  Loc: grammar.LOCT,
  Voc: grammar.NOMN,
}
const NUMBERS: Readonly<Record<string, number>> = { Sing: grammar.SING, Plur: grammar.PLUR }
const GENDERS: Readonly<Record<string, number>> = { Masc: grammar.MASC, Fem: grammar.FEMN, Neut: grammar.NEUT }
const ANIMACIES: Readonly<Record<string, number>> = { Anim: grammar.ANIM, Inan: grammar.INAN }
const TENSES: Readonly<Record<string, number>> = { Past: grammar.PAST, Pres: grammar.PRES, Fut: grammar.FUTR }
const PERSONS: Readonly<Record<string, number>> = { '1': grammar.PER1, '2': grammar.PER2, '3': grammar.PER3 }

/** Parts of speech that a token of the treebank may be: the likely ones, and all. */
export function partsOf(token: TreebankToken): { likely: number; any: number } {
  if (token.upos === 'VERB' || token.upos === 'AUX') {
    const kind = token.feats.get('VerbForm')
    if (kind === 'Inf') return { likely: INFN, any: INFN }
    if (kind === 'Conv') return { likely: GRND, any: GRND | PREP }
    if (kind === 'Part') {
      const short = token.feats.get('Variant') === 'Short'
      return short ? { likely: PRTS, any: PRTS | ADJS } : { likely: PRTF, any: PRTF | ADJF }
    }
    return { likely: VERB, any: VERB | PRED | (token.upos === 'AUX' ? PRCL : 0) }
  }
  const [likely, other] = POS[token.upos] ?? [0, 0]
  if (token.upos === 'ADJ' && token.feats.get('Variant') === 'Short')
    return { likely: ADJS, any: ADJS | PRTS | PRED | ADVB }
  if (token.upos === 'ADJ' && token.feats.get('Degree') === 'Cmp') return { likely: COMP, any: COMP | ADJF }
  return { likely, any: likely | other }
}

/** 1: agrees; 0: says something else; null: the treebank or the reading says nothing. */
function fits(wanted: number | undefined, agr: number, category: number): number | null {
  if (wanted === undefined || (agr & category) === 0) return null
  return (agr & wanted) !== 0 ? 1 : 0
}

export interface Fit {
  readonly pos: boolean
  /** Case, number and (in the singular) gender as in the treebank. */
  readonly grammar: boolean
}

export function fitOf(token: TreebankToken, reading: Reading): Fit {
  const { agr } = reading
  const feat = (name: string, map: Readonly<Record<string, number>>): number | undefined =>
    map[token.feats.get(name) ?? '']
  const kase = feat('Case', CASES)
  const inflects = (reading.pos & (NOUN | ADJF | PRTF | NPRO | NUMR | ADJS | PRTS | VERB)) !== 0
  const caseFits =
    kase === undefined || (agr & grammar.CASE) === 0
      ? kase === undefined || !inflects || (reading.pos & (ADJS | PRTS)) !== 0
      : (agr & kase) !== 0
  const numberFits = fits(feat('Number', NUMBERS), agr, grammar.NUMBER) !== 0
  const plural = (agr & grammar.SING) === 0
  const genderFits = plural || fits(feat('Gender', GENDERS), agr, grammar.GENDER) !== 0
  return { pos: (reading.pos & partsOf(token).any) !== 0, grammar: caseFits && numberFits && genderFits }
}

/** Indexes of the readings that are right, the best of them alone where one fits better; [] when the form has none. */
export function rightReadings(token: TreebankToken, form: Form): number[] {
  const { likely, any } = partsOf(token)
  const lemma = token.lemma.toLowerCase().replaceAll('ё', 'е')
  let best = Number.NEGATIVE_INFINITY
  let found: number[] = []
  for (const [i, reading] of form.readings.entries()) {
    if ((reading.pos & any) === 0 || !fitOf(token, reading).grammar) continue
    let score = (reading.pos & likely) !== 0 ? 8 : 0
    if (reading.lemma.replaceAll('ё', 'е') === lemma) score += 4
    const proper = (reading.lex & grammar.PROPER) !== 0
    if (reading.pos === NOUN && proper === (token.upos === 'PROPN')) score += 2
    const feat = (name: string, map: Readonly<Record<string, number>>): number | undefined =>
      map[token.feats.get(name) ?? '']
    for (const [name, map, category] of [
      ['Animacy', ANIMACIES, grammar.ANIMACY],
      ['Tense', TENSES, grammar.TENSE],
      ['Person', PERSONS, grammar.PERSON],
    ] as const) {
      const fit = fits(feat(name, map), reading.agr, category)
      if (fit !== null) score += fit === 1 ? 1 : -3
    }
    const imperative = (reading.agr & grammar.IMPR) !== 0
    if (reading.pos === VERB && imperative !== (token.feats.get('Mood') === 'Imp')) score -= 6
    if (score > best) {
      best = score
      found = [i]
    } else if (score === best) found.push(i)
  }
  return found
}
