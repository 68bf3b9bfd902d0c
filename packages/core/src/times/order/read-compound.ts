/** One word of an amount and a unit: `20-minute`, `two-day`, `14-year-old`, `decades-long`. */
import type { LanguagePack } from '../../kit.ts'
import type { TimeReader } from '../time-reader.ts'
import { timeWordsOf, type Unit } from '../time-words.ts'

interface Parts {
  readonly numerals: ReadonlyMap<string, number | null>
  readonly units: ReadonlyMap<string, Unit>
}

/** Words of numbers and units by their spelling, from the pack's calendar words. */
export function compileParts(pack: LanguagePack): Parts {
  const table = pack.data('times') as Record<string, Record<string, readonly string[]> | readonly string[] | undefined>
  const numerals = new Map<string, number | null>()
  const units = new Map<string, Unit>()
  for (const [value, words] of Object.entries((table.numerals ?? {}) as Record<string, readonly string[]>))
    for (const word of words) numerals.set(word.replace('=', ''), Number(value))
  for (const word of (table['vague-amounts'] ?? []) as readonly string[]) numerals.set(word.replace('=', ''), null)
  for (const [unit, words] of Object.entries((table.units ?? {}) as Record<string, readonly string[]>))
    for (const word of words) units.set(word.replace('=', ''), unit as Unit)
  timeWordsOf(pack)
  return { numerals, units }
}

export function readCompound(
  reader: TimeReader,
  token: number,
  parts: Parts,
): { amount: number | null; unit: Unit } | null {
  const { folded } = reader.tokens.form[token]
  if (!folded.includes('-')) return null
  const words = folded.split('-')
  const at = words.findIndex(word => parts.units.has(word))
  if (at < 0 || at > 3 || words.length > at + 2) return null
  const unit = parts.units.get(words[at]) as Unit
  if (at === 0) return words.length > 1 && words[0].endsWith('s') ? { amount: null, unit } : null
  let amount = 0
  for (const word of words.slice(0, at)) {
    const figures = isFigures(word) ? Number(word) : parts.numerals.get(word)
    if (figures === undefined) return null
    if (figures === null) return { amount: null, unit }
    amount = figures >= 100 && amount > 0 ? amount * figures : amount + figures
  }
  return { amount, unit }
}

function isFigures(word: string): boolean {
  if (word === '') return false
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) < 0x30 || word.charCodeAt(i) > 0x39) return false
  return true
}
