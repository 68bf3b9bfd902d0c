/** Ends of words that are words of their own, from language.yaml: «Petrova's», «don't», «they've». */
import type { LanguagePack } from '../kit.ts'

/** In small letters, with a straight apostrophe. */
export type Clitics = ReadonlySet<string>

/** The clitics of a language, or null when it has none. */
export function cliticsOf(pack: LanguagePack): Clitics | null {
  return pack.derive(compile).clitics
}

function compile(pack: LanguagePack): { readonly clitics: Clitics | null } {
  const { clitics = [] } = pack.data('language') as { clitics?: readonly string[] }
  return { clitics: clitics.length === 0 ? null : new Set(clitics) }
}

/** Where the clitic of the word `start`..`end` begins, whose last apostrophe is at `apostrophe`; -1 when it has none. */
export function startOfClitic(clitics: Clitics, text: string, start: number, apostrophe: number, end: number): number {
  if (end - apostrophe > LONGEST) return -1
  const tail = `'${text.slice(apostrophe + 1, end).toLowerCase()}`
  if (clitics.has(tail)) return apostrophe
  // «don't»: the clitic begins before its apostrophe.
  const before = apostrophe - 1
  return before > start && clitics.has(text.charAt(before).toLowerCase() + tail) ? before : -1
}

const LONGEST = 4
