/**
 * Who is who: joins mentions into referents. Names first, over the whole document; then the offices it gives to persons, and who of
 * them stands in a dossier; then, from left to right, descriptions and pronouns; then pronouns before their names; last, unnamed holders of
 * offices who are someone named.
 */
import type { Layers } from '../layers.ts'
import type { Mention } from '../mentions/mention.ts'
import type { Quotation } from '../quotations/quotation.ts'
import type { Trace } from '../trace.ts'
import { Cast } from './cast.ts'
import { collectOffices } from './collect-offices.ts'
import { identify } from './identify.ts'
import { joinNames } from './join-names.ts'
import { lookAhead } from './look-ahead.ts'
import { mergeVariations } from './merge-variations.ts'
import { readThrough } from './read-through.ts'

export function resolveMentions(
  layers: Layers,
  mentions: readonly Mention[],
  quotations: readonly Quotation[],
  trace: Trace | null = null,
): Cast {
  const cast = new Cast(layers, mentions, quotations, trace)
  for (const step of STEPS) step(cast)
  return cast
}

const STEPS: readonly ((cast: Cast) => void)[] = [
  joinNames,
  collectOffices,
  identify,
  readThrough,
  lookAhead,
  mergeVariations,
]
