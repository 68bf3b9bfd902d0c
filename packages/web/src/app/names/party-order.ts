/** The order in which parties and bodies stand everywhere: the reader's own, else by their names in the reader's language. Neither side is first by nature. */
import type { NameAnswer } from '../api/contract.ts'
import { nameIn } from '../words/texts.ts'

interface Named {
  readonly id: string
  readonly names: readonly NameAnswer[]
}

/** `chosen`: ids the reader put first, in this order; those it does not name follow by name. */
export function inOrder<Thing extends Named>(
  things: readonly Thing[],
  chosen: readonly string[],
  language: string,
): Thing[] {
  const { compare } = new Intl.Collator(language)
  const place = (id: string): number => (chosen.includes(id) ? chosen.indexOf(id) : chosen.length)
  return [...things].sort(
    (a, b) =>
      place(a.id) - place(b.id) ||
      compare(nameIn(a.names, language), nameIn(b.names, language)) ||
      (a.id < b.id ? -1 : 1),
  )
}

/** `aze.arm`, as an address and this device keep it; '' for the order of the alphabet. */
export function readOrder(value: string): string[] {
  return value === '' ? [] : value.split('.')
}

export function writeOrder(ids: readonly string[]): string {
  return ids.join('.')
}

/** The ids with one of them a step earlier (-1) or later (1). */
export function moved(ids: readonly string[], id: string, step: -1 | 1): string[] {
  const from = ids.indexOf(id)
  const to = from + step
  if (from < 0 || to < 0 || to >= ids.length) return [...ids]
  return ids.with(from, ids[to]).with(to, id)
}
