/** OpenCorpora tags as the bit sets of the core's grammar. */
import * as grammar from '@parley/core/grammar'

/** One tag of the dictionary. */
export interface Tag {
  readonly pos: number
  readonly agr: number
  readonly lex: number
  /** A by-form (second genitive, vocative, archaic…): never chosen when a word is inflected if the main form is there. */
  readonly secondary: boolean
  /** Rough share against an unmarked reading of the same form, 0..1: archaic, erroneous and colloquial readings are rare in news. */
  readonly prior: number
}

type Part = 'pos' | 'agr' | 'lex'

const BITS: Readonly<Record<string, readonly [Part, number]>> = {
  NOUN: ['pos', grammar.NOUN],
  ADJF: ['pos', grammar.ADJF],
  ADJS: ['pos', grammar.ADJS],
  COMP: ['pos', grammar.COMP],
  VERB: ['pos', grammar.VERB],
  INFN: ['pos', grammar.INFN],
  PRTF: ['pos', grammar.PRTF],
  PRTS: ['pos', grammar.PRTS],
  GRND: ['pos', grammar.GRND],
  NUMR: ['pos', grammar.NUMR],
  ADVB: ['pos', grammar.ADVB],
  NPRO: ['pos', grammar.NPRO],
  PRED: ['pos', grammar.PRED],
  PREP: ['pos', grammar.PREP],
  CONJ: ['pos', grammar.CONJ],
  PRCL: ['pos', grammar.PRCL],
  INTJ: ['pos', grammar.INTJ],
  nomn: ['agr', grammar.NOMN],
  voct: ['agr', grammar.NOMN],
  gent: ['agr', grammar.GENT],
  gen1: ['agr', grammar.GENT],
  gen2: ['agr', grammar.GENT],
  datv: ['agr', grammar.DATV],
  accs: ['agr', grammar.ACCS],
  acc2: ['agr', grammar.ACCS],
  ablt: ['agr', grammar.ABLT],
  loct: ['agr', grammar.LOCT],
  loc1: ['agr', grammar.LOCT],
  loc2: ['agr', grammar.LOCT],
  sing: ['agr', grammar.SING],
  plur: ['agr', grammar.PLUR],
  masc: ['agr', grammar.MASC],
  femn: ['agr', grammar.FEMN],
  neut: ['agr', grammar.NEUT],
  'Ms-f': ['agr', grammar.MASC | grammar.FEMN],
  'ms-f': ['agr', grammar.MASC | grammar.FEMN],
  anim: ['agr', grammar.ANIM],
  inan: ['agr', grammar.INAN],
  '1per': ['agr', grammar.PER1],
  '2per': ['agr', grammar.PER2],
  '3per': ['agr', grammar.PER3],
  past: ['agr', grammar.PAST],
  pres: ['agr', grammar.PRES],
  futr: ['agr', grammar.FUTR],
  impr: ['agr', grammar.IMPR],
  perf: ['agr', grammar.PERF],
  impf: ['agr', grammar.IMPF],
  pssv: ['agr', grammar.PSSV],
  tran: ['agr', grammar.TRAN],
  intr: ['agr', grammar.INTR],
  Name: ['lex', grammar.GIVEN],
  Surn: ['lex', grammar.SURN],
  Patr: ['lex', grammar.PATR],
  Geox: ['lex', grammar.GEOX],
  Orgn: ['lex', grammar.ORGN],
  Trad: ['lex', grammar.TRAD],
  Abbr: ['lex', grammar.ABBR],
  Init: ['lex', grammar.INIT],
  Fixd: ['lex', grammar.FIXD],
  Sgtm: ['lex', grammar.SGTM],
  Pltm: ['lex', grammar.PLTM],
  Apro: ['lex', grammar.APRO],
  Anph: ['lex', grammar.ANPH],
  Anum: ['lex', grammar.ANUM],
  Subx: ['lex', grammar.SUBX],
  Rela: ['lex', grammar.RELA],
  Sbrd: ['lex', grammar.SBRD],
  Expl: ['lex', grammar.EXPL],
  Clit: ['lex', grammar.CLIT],
}

/** Marks of by-forms and the share a reading with such a mark gets. What a mark means: the OpenCorpora list of grammemes. */
const BY_FORMS: Readonly<Record<string, number>> = {
  gen2: 0.3,
  acc2: 0.3,
  loc2: 0.5,
  voct: 0.05,
  Arch: 0.1,
  Erro: 0.02,
  Dist: 0.02,
  Slng: 0.1,
  Infr: 0.3,
  Litr: 0.5,
  'V-oy': 0.7,
  'V-ey': 1,
  'V-ie': 0.7,
  'V-be': 0.7,
  'V-en': 0.7,
  'V-bi': 0.7,
  'V-ej': 0.7,
  'V-sh': 0.7,
  Fimp: 0.7,
  'Af-p': 1,
  Coun: 0.7,
}

/** Other names of the grammemes that say nothing we keep. */
const SILENT = new Set(
  'Qual Supr Poss Prnt Inmx GNdr ANim Coll Adjx Vpre Prdx Impe Impx Ques Dmns Cmp2 Mult Refl actv indc incl excl'.split(
    ' ',
  ),
)

/** Reads a tag such as `NOUN,anim,masc sing,nomn`. `unknown` is told of grammemes this table does not name. */
export function readTag(text: string, unknown: (grammeme: string) => void = () => {}): Tag {
  const bits = { pos: 0, agr: 0, lex: 0 }
  let secondary = false
  let prior = 1
  for (const grammeme of text.split(/[ ,]/)) {
    const known = BITS[grammeme]
    const share = BY_FORMS[grammeme]
    if (known !== undefined) bits[known[0]] |= known[1]
    if (share !== undefined) {
      secondary = true
      prior *= share
    }
    if (known === undefined && share === undefined && !SILENT.has(grammeme)) unknown(grammeme)
  }
  return { ...bits, secondary, prior }
}
