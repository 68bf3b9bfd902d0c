/**
 * Base forms of the persons of a document, together: «Карпова» alone may be a man's genitive or a woman's nominative, but all
 * mentions of one surname in one text agree on what it is, and full names lend their gender to the surnames alone.
 */
import { FEMN, MASC } from '../words/grammar.ts'
import type { NameScene } from './name-scene.ts'
import type { NameSpan } from './name-span.ts'
import { type PersonName, PersonReader } from './person-name.ts'
import type { LabelledSpan } from './spans-of-labels.ts'

/** Mentions of one surname, by the stem of its word. */
interface Family {
  readonly members: LabelledSpan[]
  /** Gender of its full names, both bits where they differ, 0 where there are none. */
  gender: number
}

export function namePersons(spans: readonly LabelledSpan[], scene: NameScene): NameSpan[] {
  const { tokens } = scene
  const reader = new PersonReader(scene.pack, tokens, scene.words)
  const families = new Map<number, Family>()
  const familyOf: (Family | null)[] = []
  const alone: PersonName[] = []
  for (const span of spans) {
    const name = reader.read(span.from, span.to)
    alone.push(name)
    const token = reader.surnameToken(span.from, span.to)
    if (token < 0) {
      familyOf.push(null)
      continue
    }
    const stem = scene.stemOf(tokens.form[token])
    let family = families.get(stem)
    if (family === undefined) {
      family = { members: [], gender: 0 }
      families.set(stem, family)
    }
    family.members.push(span)
    if (isFull(name) && name.parts.gender !== (MASC | FEMN)) family.gender |= name.parts.gender
    familyOf.push(family)
  }
  const surnames = new Map<Family, string | null>()
  return spans.map((span, i) => {
    const own = alone[i]
    const family = familyOf[i]
    if (family === null) return nameSpan(span, own)
    let surname = surnames.get(family)
    if (surname === undefined) {
      surname = family.members.length > 1 ? electSurname(family, reader) : null
      surnames.set(family, surname)
    }
    // Only a surname without a given name borrows the gender: husband and wife may share a surname.
    const gender = isFull(own) ? 0 : family.gender
    const isSettled = surname === null || surname === fold(own.parts.surname ?? '')
    if (isSettled && (gender === 0 || gender === own.parts.gender)) return nameSpan(span, own)
    return nameSpan(span, reader.read(span.from, span.to, { gender, surname }))
  })
}

function nameSpan({ from, to, rule }: LabelledSpan, { base, parts }: PersonName): NameSpan {
  return { from, to, kind: 'person', base, country: null, seatOf: null, parts, rule }
}

/** Whether the name has a given name that is more than an initial. */
function isFull({ parts }: PersonName): boolean {
  return parts.given !== null && parts.given.length > 1
}

/** The surname in the nominative, folded, that fits all mentions best. Full names weigh more: their given names tell case and gender. */
function electSurname({ members }: Family, reader: PersonReader): string | null {
  const votes = new Map<string, number>()
  for (const { from, to } of members) {
    const options = reader.surnameOptions(from, to)
    let best = -Infinity
    for (const score of options.values()) best = Math.max(best, score)
    const weight = to - from > 1 ? FULL : 1
    // A mention that cannot be this surname votes for the others by giving it nothing.
    for (const [surname, score] of options) {
      votes.set(surname, (votes.get(surname) ?? 0) + weight * (FAR + Math.max(score - best, -FAR)))
    }
  }
  let winner: string | null = null
  let most = 0
  for (const [surname, score] of votes) {
    if (score <= most) continue
    most = score
    winner = surname
  }
  return winner
}

/** A surname this much worse than the best is no candidate. */
const FAR = 4
/** How many surnames alone one full name outweighs. */
const FULL = 4

function fold(word: string): string {
  return word.toLowerCase().replaceAll('ё', 'е')
}
