/**
 * What was found in a text as items of one kind, each with an address: `q3` is the fourth quotation of the analysis, `e0` the first event,
 * `t2` a time, `c1` a claim, `n-e4` the entity e4. The page's address names the chosen item so.
 */
import type { Analysis, Entity, Span } from '@parley/core'

export const FOUND_KINDS = ['quotations', 'claims', 'events', 'times', 'names'] as const
export type FoundKind = (typeof FOUND_KINDS)[number]

const LETTERS: Readonly<Record<FoundKind, string>> = {
  quotations: 'q',
  claims: 'c',
  events: 'e',
  times: 't',
  names: 'n-',
}

export interface Chosen {
  readonly kind: FoundKind
  /** Index into the analysis's array of that kind. */
  readonly index: number
}

export function addressOf(analysis: Analysis, { kind, index }: Chosen): string {
  return LETTERS[kind] + (kind === 'names' ? analysis.entities[index].id : index)
}

/** The item an address names, or null where the analysis has none such. */
export function itemAt(analysis: Analysis, address: string | undefined): Chosen | null {
  if (address === undefined) return null
  const kind = FOUND_KINDS.find(kind => address.startsWith(LETTERS[kind]))
  if (kind === undefined) return null
  const name = address.slice(LETTERS[kind].length)
  const index = kind === 'names' ? analysis.entities.findIndex(({ id }) => id === name) : Number(name)
  return Number.isInteger(index) && index >= 0 && index < countOf(analysis, kind) ? { kind, index } : null
}

export function countOf(analysis: Analysis, kind: FoundKind): number {
  return kind === 'names' ? analysis.entities.length : analysis[kind].length
}

/** The words an item stands on. */
export function wordsOf(analysis: Analysis, { kind, index }: Chosen): readonly Span[] {
  switch (kind) {
    case 'quotations':
      return analysis.quotations[index].parts
    case 'claims':
      return [analysis.claims[index].words]
    case 'events':
      return [analysis.events[index].trigger]
    case 'times':
      return [analysis.times[index]]
    case 'names':
      return analysis.entities[index].mentions
  }
}

export function entityById(analysis: Analysis, id: string | null): Entity | null {
  return id === null ? null : (analysis.entities.find(entity => entity.id === id) ?? null)
}
