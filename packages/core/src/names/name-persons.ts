/**
 * Base forms of the persons of a document, together: a surname alone tells less than the full name two paragraphs above, so full names
 * are read first and lend their gender and spelling to the surnames.
 */
import type { LanguagePack } from '../kit.ts'
import type { Tokens } from '../text/tokens.ts'
import { FEMN, MASC } from '../words/grammar.ts'
import type { Words } from '../words/readings.ts'
import type { NameSpan } from './name-span.ts'
import { stemOfName } from './name-stem.ts'
import { type PersonName, personName } from './person-name.ts'
import type { LabelledSpan } from './spans-of-labels.ts'

export function namePersons(
  spans: readonly LabelledSpan[],
  tokens: Tokens,
  words: Words,
  pack: LanguagePack,
): NameSpan[] {
  const found = new Map<LabelledSpan, PersonName>()
  const full = new Map<string, PersonName>()
  for (const span of spans) {
    const name = personName(pack, tokens, words, span.from, span.to)
    found.set(span, name)
    const { given, surname, gender } = name.parts
    if (given === null || given.length < 2 || surname === null || gender === (MASC | FEMN)) continue
    const stem = stemOfName(fold(lastWord(surname)))
    if (!full.has(stem)) full.set(stem, name)
  }
  return spans.map(span => {
    let name = found.get(span) as PersonName
    if (name.parts.given === null || name.parts.given.length === 1) {
      const fuller = fullNameOf(name, full)
      if (fuller !== null) name = personName(pack, tokens, words, span.from, span.to, fuller.parts.gender)
    }
    const { base, parts } = name
    return { from: span.from, to: span.to, kind: 'person', base, country: null, seatOf: null, parts, rule: span.rule }
  })
}

function fullNameOf(name: PersonName, full: ReadonlyMap<string, PersonName>): PersonName | null {
  const { surname } = name.parts
  return surname === null ? null : (full.get(stemOfName(fold(lastWord(surname)))) ?? null)
}

function lastWord(words: string): string {
  return words.slice(words.lastIndexOf(' ') + 1)
}

function fold(word: string): string {
  return word.toLowerCase().replaceAll('ё', 'е')
}
