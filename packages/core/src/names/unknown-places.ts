/**
 * Places that no dictionary has, in base form: «в Шкодере» is Шкодер, «из Насирии» Насирия. An ending says what a place may be (counted
 * over the places of the dictionary), a preposition which case stands there, and the document's other forms which of several it is.
 */
import type { LanguagePack } from '../kit.ts'
import { KIND_WORD, type Tokens } from '../text/tokens.ts'
import { type Form, SHAPE_CAPITAL, SHAPE_MIXED } from '../words/form.ts'
import { governedCases } from '../words/governed-cases.ts'
import { ADJECTIVAL, CASE, FIXD, GUESS, LATN, NOMN, NUMBER } from '../words/grammar.ts'
import { likeInText } from './letter-case.ts'
import type { LabelledSpan } from './spans-of-labels.ts'

/** The share a base form must have of all that the word may be. */
const SURE = 0.75
/** Against the places of a dictionary, a foreign one stands more often as it is: it does not decline, or is named rather than spoken of. */
const AS_WRITTEN = 0.15

/** Token of a place of one unknown word -> its base form, spelled as the text spells; only those that are sure. */
export function basesOfUnknownPlaces(
  spans: readonly LabelledSpan[],
  tokens: Tokens,
  pack: LanguagePack,
): ReadonlyMap<number, string> {
  const found = new Map<number, Shares>()
  for (const { from, to, kind } of spans)
    if (kind === 'place' && to === from + 1 && tokens.kind[from] === KIND_WORD && isUnknown(tokens.form[from]))
      found.set(from, sharesOf(tokens, from, pack))
  const formsOf = formsOfBases(found, tokens)
  const chosen = new Map<number, string>()
  for (const [token, shares] of found) {
    const base = surest(shares, base => (formsOf.get(base) as ReadonlySet<string>).size)
    if (base !== null) chosen.set(token, base)
  }
  // «Крещатику» is sure, «Крещатике» could be two: the place spoken of already.
  const known = new Set(chosen.values())
  for (const [token, shares] of found) {
    const base = [...shares.keys()].find(base => known.has(base))
    if (!chosen.has(token) && base !== undefined) chosen.set(token, base)
  }
  return new Map([...chosen].map(([token, base]) => [token, likeInText(tokens.form[token].text, base, null)]))
}

/** Base form -> its share, 0..1. */
type Shares = ReadonlyMap<string, number>

/** «Ньюкасл-под-Лаймом» is left alone: only its first word declines. */
function isUnknown({ text, shape, pos, readings }: Form): boolean {
  if (shape !== SHAPE_CAPITAL && shape !== SHAPE_MIXED) return false
  if ((pos & (LATN | ADJECTIVAL)) !== 0 || /-\p{Ll}/u.test(text)) return false
  return readings.every(({ lex }) => (lex & GUESS) !== 0)
}

function sharesOf(tokens: Tokens, token: number, pack: LanguagePack): Shares {
  const word = tokens.form[token].text.toLowerCase()
  const cases = casesAt(tokens, token, pack)
  const readings = pack.lexicon.place(word).filter(({ agr }) => (agr & cases) !== 0)
  const all = readings.reduce((sum, { weight }) => sum + weight, 0)
  const shares = new Map([[word, AS_WRITTEN]])
  for (const reading of readings) {
    const base =
      (reading.lex & FIXD) !== 0 ? word : (pack.lexicon.inflect(reading, NOMN | (reading.agr & NUMBER)) ?? word)
    shares.set(base, (shares.get(base) ?? 0) + ((1 - AS_WRITTEN) * reading.weight) / all)
  }
  return shares
}

/** `CASE` bits that the preposition before a token asks for; all without one. */
function casesAt({ form }: Tokens, token: number, pack: LanguagePack): number {
  return (token > 0 && pack.derive(governedCases).get(form[token - 1].folded)) || CASE
}

/** Base form -> the document's words that may be forms of it. */
function formsOfBases(found: ReadonlyMap<number, Shares>, tokens: Tokens): ReadonlyMap<string, ReadonlySet<string>> {
  const forms = new Map<string, Set<string>>()
  for (const [token, shares] of found)
    for (const base of shares.keys()) forms.set(base, (forms.get(base) ?? new Set()).add(tokens.form[token].folded))
  return forms
}

/** Of the base forms that most of the document's words may belong to, the one that has nearly all of the share; null: none. */
function surest(shares: Shares, formsOf: (base: string) => number): string | null {
  const most = Math.max(...[...shares.keys()].map(formsOf))
  const left = [...shares].filter(([base]) => formsOf(base) === most).sort((a, b) => b[1] - a[1])
  const all = left.reduce((sum, [, share]) => sum + share, 0)
  return left[0][1] >= SURE * all ? left[0][0] : null
}
