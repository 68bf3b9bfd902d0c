/**
 * Base forms of the persons of a document, together: «Трампа» alone may be a man's genitive or a woman's nominative, but all
 * mentions of one surname in one text agree on what it is, and full names lend their gender to the surnames alone.
 */
import type { LanguagePack } from '../kit.ts'
import type { Tokens } from '../text/tokens.ts'
import { FEMN, MASC } from '../words/grammar.ts'
import type { Words } from '../words/readings.ts'
import type { NameSpan } from './name-span.ts'
import { stemOfName } from './name-stem.ts'
import { type KnownPerson, NOTHING_KNOWN, type PersonName, PersonReader } from './person-name.ts'
import type { LabelledSpan } from './spans-of-labels.ts'

export function namePersons(
  spans: readonly LabelledSpan[],
  tokens: Tokens,
  words: Words,
  pack: LanguagePack,
): NameSpan[] {
  const reader = new PersonReader(pack, tokens, words)
  const votes = new Map<string, Votes>()
  const stems = spans.map(({ from, to }) => {
    const options = reader.surnameOptions(from, to)
    if (options.size === 0) return null
    const stem = stemOfName(lastWord([...options.keys()][0]))
    const held = votes.get(stem)
    const ballot = held ?? new Votes()
    if (held === undefined) votes.set(stem, ballot)
    ballot.add(options)
    return stem
  })
  const genders = gendersOfFullNames(spans, reader)
  return spans.map((span, i) => {
    const stem = stems[i]
    const known = stem === null ? NOTHING_KNOWN : knownOf(votes.get(stem) as Votes, genders.get(stem) ?? 0)
    const own = reader.read(span.from, span.to)
    // Only a surname without a given name borrows the gender: husband and wife may share a surname.
    const isFull = own.parts.given !== null && own.parts.given.length > 1
    const name = reader.read(span.from, span.to, isFull ? { ...known, gender: 0 } : known)
    return nameSpan(span, name)
  })
}

function nameSpan({ from, to, rule }: LabelledSpan, { base, parts }: PersonName): NameSpan {
  return { from, to, kind: 'person', base, country: null, seatOf: null, parts, rule }
}

function knownOf(votes: Votes, gender: number): KnownPerson {
  return { gender, surname: votes.winner() }
}

/** Gender of each surname by its stem, where a full name tells it; both bits where two full names differ. */
function gendersOfFullNames(spans: readonly LabelledSpan[], reader: PersonReader): Map<string, number> {
  const genders = new Map<string, number>()
  for (const { from, to } of spans) {
    if (to - from < 2) continue
    const { given, surname, gender } = reader.read(from, to).parts
    if (given === null || given.length < 2 || surname === null || gender === (MASC | FEMN)) continue
    const stem = stemOfName(fold(lastWord(surname)))
    genders.set(stem, (genders.get(stem) ?? 0) | gender)
  }
  return genders
}

/** What the mentions of one surname make of it. */
class Votes {
  readonly #scores = new Map<string, number>()
  #count = 0
  #winner: string | null = null

  add(options: ReadonlyMap<string, { score: number }>): void {
    const best = Math.max(...[...options.values()].map(option => option.score))
    for (const [surname, { score }] of options) {
      // A mention that cannot be this surname votes against all others alike.
      const gain = Math.max(score - best, -FAR) + FAR
      this.#scores.set(surname, (this.#scores.get(surname) ?? 0) + gain)
    }
    this.#count++
    this.#winner = null
  }

  /** The surname that fits all mentions best; null when one mention stands alone. */
  winner(): string | null {
    if (this.#count < 2) return null
    if (this.#winner === null) {
      let most = -1
      for (const [surname, score] of this.#scores) {
        if (score <= most) continue
        most = score
        this.#winner = surname
      }
    }
    return this.#winner
  }
}

/** A surname this much worse than the best is no candidate. */
const FAR = 4

function lastWord(words: string): string {
  return words.slice(words.lastIndexOf(' ') + 1)
}

function fold(word: string): string {
  return word.toLowerCase().replaceAll('ё', 'е')
}
