/** What the verb tells of its subject's gender. */
import { reading } from '../layers.ts'
import { FEMN, MASC, PAST, SING } from '../words/grammar.ts'
import type { Cast } from './cast.ts'

/** The gender a verb of saying asks of its subject: «кандидат объявила»; 0 where it does not tell. */
export function genderAsked(cast: Cast, m: number): number {
  const quotation = cast.quotations[cast.speaks[m]]
  if (quotation === undefined || quotation.cue === null) return 0
  const { agr } = reading(cast.layers, quotation.cue.from)
  return (agr & PAST) !== 0 && (agr & SING) !== 0 ? agr & (MASC | FEMN) : 0
}
