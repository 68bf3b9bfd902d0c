/** The words that say whether a thing is so, from the tables `negation`, `modality`, `phases` and `light-verbs`. */
import type { LanguagePack } from '../kit.ts'
import { ABLT, ACCS, DATV, GENT, LOCT, NOMN } from '../words/grammar.ts'
import { WordingIndex } from '../words/wording-index.ts'

export type Modality =
  | 'can'
  | 'must'
  | 'plans'
  | 'ready'
  | 'calls'
  | 'wants'
  | 'tries'
  | 'threatens'
  | 'forbids'
  | 'alleged'
  | 'hypothetical'
export type Phase = 'begin' | 'continue' | 'stop' | 'suspend' | 'resume' | 'complete' | 'increase' | 'decrease'

export interface MarkRow {
  /** `modality/планировать`. */
  readonly row: string
  readonly kind: 'negation' | 'modality' | 'phase' | 'light'
  /** Of a negation particle, clause, absence or none; a Modality; a Phase; of a light verb whom its subject is in the event: actor, recipient, none. */
  readonly sense: string
  /** Case bits under which a noun hangs on it without a preposition. */
  readonly cases: number
  /** Prepositions (folded) under which a noun hangs on it. */
  readonly prepositions: readonly string[]
  readonly infinitive: boolean
  /** Holds for its whole clause. */
  readonly clause: boolean
  /** An adjective that holds for its noun. */
  readonly agrees: boolean
}

const CASE_NAMES: Readonly<Record<string, number>> = {
  nomn: NOMN,
  gent: GENT,
  datv: DATV,
  accs: ACCS,
  ablt: ABLT,
  loct: LOCT,
}
const TABLES = [
  ['negation', 'negation'],
  ['modality', 'modality'],
  ['phases', 'phase'],
  ['light-verbs', 'light'],
] as const

/** Rows of all four tables by wording. */
export function compileMarkWords(pack: LanguagePack): WordingIndex<MarkRow> {
  const rows: [string, MarkRow][] = []
  for (const [name, kind] of TABLES) {
    for (const row of pack.table(name)) {
      const takes = row.takes.split(' ').filter(Boolean)
      rows.push([
        row.wording,
        {
          row: `${name}/${row.wording.replaceAll('=', '')}`,
          kind,
          sense: row.sense ?? row.subject,
          cases: takes.reduce((bits, word) => bits | (CASE_NAMES[word] ?? 0), 0),
          prepositions: takes.filter(word => !(word in CASE_NAMES) && !KEYWORDS.has(word)),
          infinitive: takes.includes('infn'),
          clause: takes.includes('clause') || row.sense === 'clause',
          agrees: takes.includes('agrees'),
        },
      ])
    }
  }
  return new WordingIndex(pack.keys, rows)
}

const KEYWORDS = new Set(['infn', 'clause', 'agrees'])
