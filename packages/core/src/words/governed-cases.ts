/** The cases that a preposition asks of the words after it. */
import type { LanguagePack } from '../kit.ts'
import { ABLT, ACCS, DATV, GENT, LOCT, NOMN } from './grammar.ts'

const CASES: Readonly<Record<string, number>> = {
  nomn: NOMN,
  gent: GENT,
  datv: DATV,
  accs: ACCS,
  ablt: ABLT,
  loct: LOCT,
}

/** Folded preposition -> `CASE` bits; derived from the table `prepositions`. */
export function governedCases(pack: LanguagePack): ReadonlyMap<string, number> {
  const rows = pack.table('prepositions')
  return new Map(
    rows.map(row => [
      row.lemma.replaceAll('ё', 'е'),
      row.cases.split(' ').reduce((bits, name) => bits | CASES[name], 0),
    ]),
  )
}
